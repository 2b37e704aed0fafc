//! The eight kinds of question. Each file holds what a kind consists of, what answers fit it and what is right.

mod blank;
mod choice;
mod judge;
mod matching;
mod multiple;
mod number;
mod order;
mod single;
mod spot;

use serde::Serialize;

pub use blank::{Blank, BlankSlot};
pub use choice::Choice;
pub use judge::Judge;
pub use matching::{Match, Pair};
pub use multiple::Multiple;
pub use number::{Decimal, Number, NumberKey};
pub use order::{Order, Step};
pub use single::Single;
pub use spot::{Area, Spot};

use super::{MAX_PARTS, QuestionFields};
use crate::answer::{Answer, Refusal};
use crate::json::{Limit, Reader, Reason, always_valid, read_names};
use crate::{Id, Text};

/// The name of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kind {
    /// One right choice (单选).
    #[default]
    Single,
    /// Any number of right choices (多选).
    Multiple,
    /// True or false (判断).
    Judge,
    /// Words to fill in (填空).
    Blank,
    /// A number to fill in (数字).
    Number,
    /// Steps to put in order (排序).
    Order,
    /// Things that belong together (连线).
    Match,
    /// Hazards to find in a picture (看图找隐患).
    Spot,
}

read_names!(Kind {
    Single = "single",
    Multiple = "multiple",
    Judge = "judge",
    Blank = "blank",
    Number = "number",
    Order = "order",
    Match = "match",
    Spot = "spot",
});

always_valid!(Kind);

impl Kind {
    /// Every kind, in the order that lists show them.
    pub const ALL: [Self; 8] =
        [Self::Single, Self::Multiple, Self::Judge, Self::Blank, Self::Number, Self::Order, Self::Match, Self::Spot];

    /// The name in files and on screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Judge => "judge",
            Self::Blank => "blank",
            Self::Number => "number",
            Self::Order => "order",
            Self::Match => "match",
            Self::Spot => "spot",
        }
    }

    /// The field of a question file that a question of this kind is written in.
    pub fn field(self) -> &'static str {
        match self {
            Self::Single | Self::Multiple => "choices",
            Self::Judge => "answer",
            Self::Blank => "blanks",
            Self::Number => "number",
            Self::Order => "steps",
            Self::Match => "pairs",
            Self::Spot => "areas",
        }
    }
}

/// What is asked for and what is right, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// One right choice.
    Single(Single),
    /// Any number of right choices.
    Multiple(Multiple),
    /// True or false.
    Judge(Judge),
    /// Words to fill in.
    Blank(Blank),
    /// A number to fill in.
    Number(Number),
    /// Steps to put in order.
    Order(Order),
    /// Things that belong together.
    Match(Match),
    /// Hazards to find.
    Spot(Spot),
}

/// What every kind can be asked.
pub trait Rules {
    /// The parts that a paper puts in an order of its own: choices, steps, left sides or areas.
    fn items(&self) -> Vec<Item<'_>> {
        Vec::new()
    }

    /// The right sides of a `match`.
    fn targets(&self) -> Vec<Item<'_>> {
        Vec::new()
    }

    /// Whether the order of the items in the file is what is asked for: a paper must not show it then.
    fn order_is_key(&self) -> bool {
        false
    }

    /// Why an answer does not fit, if it does not.
    ///
    /// # Errors
    /// The [`Refusal`].
    fn admit(&self, answer: &Answer) -> Result<(), Refusal>;

    /// What of an answer is right. An answer that does not fit is right in nothing.
    fn tally(&self, answer: &Answer) -> Tally;

    /// The right answer, in words of `lang` where it has words.
    fn key(&self, lang: &str) -> Answer;
}

/// A part of a question that a paper shows.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// What answers name it by.
    pub id: &'a Id,
    /// What it says.
    pub text: &'a Text,
    /// What is right or wrong about it.
    pub why: Option<&'a Text>,
    /// Whether it keeps its place when the others are shuffled.
    pub fixed: bool,
}

/// An answer, counted. Scoring rules see nothing else of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Parts of the answer that are right.
    pub right: u32,
    /// Parts of the answer that are wrong.
    pub wrong: u32,
    /// Parts that a wholly right answer has.
    pub of: u32,
    /// The sum of the chosen weights in percent, where the question has weights.
    pub weight: Option<i32>,
}

impl Tally {
    /// For kinds that are right or wrong as a whole.
    pub(crate) fn whole(is_right: bool) -> Self {
        Self { right: u32::from(is_right), wrong: u32::from(!is_right), of: 1, weight: None }
    }

    /// For kinds whose parts are right or wrong one by one; `None` is a part left empty.
    pub(crate) fn parts(parts: impl Iterator<Item = Option<bool>>) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            right: sum.right + u32::from(part == Some(true)),
            wrong: sum.wrong + u32::from(part == Some(false)),
            of: sum.of + 1,
            weight: None,
        })
    }
}

impl Body {
    /// Takes the body out of the fields of a question.
    pub(super) fn take(fields: &mut QuestionFields, reader: &mut Reader) -> Option<Self> {
        let kind = fields.kind;
        let body = match kind {
            Kind::Single => fields.choices.take().map(|choices| Self::Single(Single { choices })),
            Kind::Multiple => fields.choices.take().map(|choices| Self::Multiple(Multiple { choices })),
            Kind::Judge => fields.answer.take().map(|answer| Self::Judge(Judge { answer })),
            Kind::Blank => fields.blanks.take().map(|blanks| Self::Blank(Blank { blanks })),
            Kind::Number => fields.number.take().map(|key| Self::Number(Number { key })),
            Kind::Order => fields.steps.take().map(|steps| Self::Order(Order::new(&fields.id, steps))),
            Kind::Match => fields.pairs.take().map(|pairs| Self::Match(Match::new(&fields.id, pairs))),
            Kind::Spot => fields.areas.take().map(|areas| Self::Spot(Spot { areas })),
        };
        let Some(body) = body else {
            reader.fail(Reason::MissingField(kind.field()));
            return None;
        };
        if let Some(field) = fields.stray() {
            reader.fail_in(field, Reason::StrayField { field, kind: kind.name() });
            return None;
        }
        if body.n_parts() > MAX_PARTS {
            reader.fail_in(kind.field(), Reason::Limit { of: Limit::Parts, most: MAX_PARTS });
            return None;
        }
        Some(body)
    }

    /// The kind's name.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Single(_) => Kind::Single,
            Self::Multiple(_) => Kind::Multiple,
            Self::Judge(_) => Kind::Judge,
            Self::Blank(_) => Kind::Blank,
            Self::Number(_) => Kind::Number,
            Self::Order(_) => Kind::Order,
            Self::Match(_) => Kind::Match,
            Self::Spot(_) => Kind::Spot,
        }
    }

    /// What the kind knows.
    pub fn rules(&self) -> &dyn Rules {
        match self {
            Self::Single(body) => body,
            Self::Multiple(body) => body,
            Self::Judge(body) => body,
            Self::Blank(body) => body,
            Self::Number(body) => body,
            Self::Order(body) => body,
            Self::Match(body) => body,
            Self::Spot(body) => body,
        }
    }

    /// The choices of a single or multiple question; none for the other kinds.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single(Single { choices }) | Self::Multiple(Multiple { choices }) => choices,
            _ => &[],
        }
    }

    fn n_parts(&self) -> usize {
        match self {
            Self::Single(Single { choices }) | Self::Multiple(Multiple { choices }) => choices.len(),
            Self::Judge(_) | Self::Number(_) => 1,
            Self::Blank(body) => body.blanks.len(),
            Self::Order(body) => body.steps().len(),
            Self::Match(body) => body.pairs().len(),
            Self::Spot(body) => body.areas.len(),
        }
    }
}

/// Refuses ids that are not among the items.
fn all_known<'a>(items: &[Item<'_>], mut ids: impl Iterator<Item = &'a Id>) -> Result<(), Refusal> {
    let known = ids.all(|id| items.iter().any(|item| item.id == id));
    if known { Ok(()) } else { Err(Refusal::UnknownChoice) }
}
