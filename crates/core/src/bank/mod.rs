//! Banks: question files once they are read.

mod fields;
pub mod kind;
mod parse;
mod pool;
mod revision;

use serde::Serialize;

pub use fields::{BankFile, QuestionFields};
pub use kind::{Body, Kind};
pub use parse::{Parsed, parse, parse_all, parse_fields, parse_revised};
pub(crate) use pool::Part;
pub use pool::{DuplicateId, Group, Pool};
pub use revision::Revision;

use crate::date::Date;
use crate::json::{Failure, Node, Read, Reader, Validate, Wanted, always_valid, validated_fields};
use crate::map::IdSet;
use crate::source::Source;
use crate::{Id, Text};

/// The version of the bank format that this program reads and writes.
pub const FORMAT: u32 = 1;

/// The most questions that one bank may hold.
pub const MAX_QUESTIONS: usize = 200_000;

/// The most choices, blanks, steps, pairs or areas that one question may have.
pub const MAX_PARTS: usize = 26;

/// A question file, read.
#[derive(Clone, Debug)]
pub struct Bank {
    /// The file's own name.
    pub id: Id,
    /// The language of texts that are plain strings.
    pub lang: Box<str>,
    /// What people call it.
    pub title: Text,
    /// The questions, in the file's order.
    pub questions: Vec<Question>,
}

/// One question, whatever its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name over all banks and for ever.
    pub id: Id,
    /// The themes that ask it.
    pub themes: IdSet,
    /// What it is about, within the theme.
    pub topic: Id,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// The question in words.
    pub stem: Text,
    /// A picture that belongs to the stem.
    pub media: Option<Media>,
    /// What is asked for and what is right, by kind.
    pub body: Body,
    /// Why the right answer is right.
    pub explanation: Option<Text>,
    /// What to do.
    pub action: Option<Text>,
    /// What it rests on.
    pub source: Option<Source>,
    /// The day by which somebody must read it again.
    pub review_by: Option<Date>,
    /// Which wording of the question this is.
    pub revision: Revision,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Media {
    /// Path inside the question folder, such as `pictures/exit.svg`.
    pub file: Box<str>,
    /// What it shows, for those who cannot see it; must not give the answer away.
    pub alt: Text,
}

/// How hard a question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub enum Difficulty {
    /// 1: most people know it.
    #[default]
    Easy,
    /// 2: those who were told know it.
    Middling,
    /// 3: it takes some thought.
    Hard,
}

always_valid!(Difficulty);

impl Question {
    /// Whether it says the same as another, in all its words and in all that is right, however their files lay it out.
    pub fn says_the_same(&self, other: &Self) -> bool {
        *self == Self { revision: self.revision, ..other.clone() }
    }

    /// Makes a question of fields whose values have been read or validated one by one; `revision` is for a question that
    /// states none. What does not fit together is noted.
    fn from_valid(mut fields: QuestionFields, revision: Revision, reader: &mut Reader) -> Option<Self> {
        let body = Body::take(&mut fields, reader)?;
        Some(Self {
            revision: fields.revision.unwrap_or(revision),
            id: fields.id,
            themes: fields.themes,
            topic: fields.topic,
            difficulty: fields.difficulty,
            stem: fields.stem,
            media: fields.media,
            body,
            explanation: fields.explanation,
            action: fields.action,
            source: fields.source,
            review_by: fields.review_by,
        })
    }
}

/// Makes a question of fields that were put together and not read, as an importer does. Where they state no revision it
/// has none that means anything: wordings are told apart by the text of a file.
impl TryFrom<QuestionFields> for Question {
    /// Everything that a file could not hold either, each with its place inside the question; never an empty list.
    type Error = Vec<Failure>;

    fn try_from(fields: QuestionFields) -> Result<Self, Vec<Failure>> {
        let mut reader = Reader::default();
        fields.validate(&mut reader);
        let is_valid = reader.failures().is_empty();
        let question = if is_valid { Self::from_valid(fields, Revision::default(), &mut reader) } else { None };
        question.ok_or_else(|| reader.into_failures())
    }
}

impl Read for Difficulty {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        match node {
            Node::Number(1.0) => Self::Easy,
            Node::Number(2.0) => Self::Middling,
            Node::Number(3.0) => Self::Hard,
            _ => {
                reader.want(Wanted::Difficulty);
                Self::default()
            }
        }
    }
}

validated_fields!(Media { file, alt });

impl From<Difficulty> for u8 {
    fn from(difficulty: Difficulty) -> Self {
        match difficulty {
            Difficulty::Easy => 1,
            Difficulty::Middling => 2,
            Difficulty::Hard => 3,
        }
    }
}
