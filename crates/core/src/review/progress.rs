//! How far a person has come, theme by theme and topic by topic.

use serde::Serialize;

use super::{Card, ReviewBook};
use crate::Id;
use crate::day::Day;

/// How far a person has come in a group of questions.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Standing<'a> {
    /// The theme or the topic; `None` for everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a Id>,
    /// Questions in all.
    pub total: u32,
    /// Those that were tried.
    pub seen: u32,
    /// Those that were right the last time.
    pub right: u32,
    /// Those to review today.
    pub due: u32,
    /// The probability, over all questions, to have one right today: whole percent, rounded down. What was never tried
    /// or was not right the last time counts nothing, though the memory of an answer just read is fresh.
    pub mastery: u64,
    /// Everything by theme, a theme by topic; sorted by id. A question of two themes counts in both.
    pub parts: Vec<Standing<'a>>,
    /// The sum of those probabilities, in millionths.
    #[serde(skip)]
    recall: u64,
}

/// What a question is about: all that progress has to know of it, so that nobody has to read its words for that.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Which question.
    pub id: &'a Id,
    /// The themes it belongs to.
    pub themes: &'a [Id],
    /// Its topic.
    pub topic: &'a Id,
}

/// How far a person has come with some questions.
pub fn progress<'a>(book: &ReviewBook, questions: impl Iterator<Item = About<'a>>, today: Day) -> Standing<'a> {
    let mut all = Standing::default();
    for About { id, themes, topic } in questions {
        let one = one(book.cards.get(id), today);
        all.add(&one);
        for theme in themes {
            let theme = all.part(theme);
            theme.add(&one);
            theme.part(topic).add(&one);
        }
    }
    all
}

/// A group of one question.
fn one(card: Option<&Card>, today: Day) -> Standing<'static> {
    let Some(card) = card else { return Standing { total: 1, ..Standing::default() } };
    let is_right = card.streak > 0;
    Standing {
        total: 1,
        seen: 1,
        right: is_right.into(),
        due: card.is_due(today).into(),
        recall: if is_right { card.recall(today) } else { 0 },
        ..Standing::default()
    }
}

impl<'a> Standing<'a> {
    fn add(&mut self, other: &Standing<'_>) {
        self.total += other.total;
        self.seen += other.seen;
        self.right += other.right;
        self.due += other.due;
        self.recall += other.recall;
        self.mastery = self.recall / u64::from(self.total.max(1)) / 10_000;
    }

    fn part(&mut self, id: &'a Id) -> &mut Self {
        let at = self.parts.binary_search_by(|part| part.id.cmp(&Some(id))).unwrap_or_else(|at| {
            self.parts.insert(at, Standing { id: Some(id), ..Standing::default() });
            at
        });
        &mut self.parts[at]
    }
}
