//! Papers: what a resident sees, in the order they see it, without a key.

mod deal;
mod draw;
mod prompt;
mod set;
mod these;
mod version;

use std::fmt;

use serde::Serialize;

pub use draw::{Quota, Request, Seen, asked_for, draw};
pub use prompt::{Part, Place, Prompt, prompt};
pub use set::{NamedPaper, PaperSet, SET_FORMAT};
pub use these::draw_these;
pub use version::version;

use crate::bank::{Pool, Question, Revision};
use crate::json::{Fields, Node, Read, Reader, read_fields};
use crate::preset::FeedbackTime;
use crate::score::Rule;
use crate::{Id, Seed};

/// The version of papers and attempts as they are stored.
pub const FORMAT: u32 = 1;

/// Points are counted in millionths, so that a third of a point is a whole number of something.
pub const MICRO: u64 = 1_000_000;

/// A drawn paper. It has no texts, so the same paper reads in any language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// Version of this format.
    pub format: u32,
    /// The preset it was drawn by.
    pub preset: Id,
    /// The themes it was drawn from; empty for all.
    pub themes: Vec<Id>,
    /// What it was drawn with.
    pub seed: Seed,
    /// How answers become points.
    pub rule: Rule,
    /// When the resident learns what was right.
    pub feedback: FeedbackTime,
    /// Time limit in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The percentage of points that passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass_percent: Option<u8>,
    /// The hash of its questions as they were worded when it was drawn.
    pub bank: Revision,
    /// The questions, first to last.
    pub questions: Vec<PaperQuestion>,
}

/// One question of a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PaperQuestion {
    /// Which question.
    pub id: Id,
    /// What a wholly right answer is worth, in millionths of a point.
    pub micropoints: u64,
    /// Choices, steps, left sides or areas, in the order shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Id>,
    /// Right sides of a `match`, in the order shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Id>,
}

/// The questions are not those that the paper was drawn from: one is gone or worded otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankChanged;

read_fields!(Paper { format, preset, themes, seed, rule, feedback, seconds, pass_percent, bank, questions });

impl Read for PaperQuestion {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["id", "micropoints", "items", "targets"], reader);
        let question = Self {
            id: fields.take("id", reader),
            micropoints: fields.take("micropoints", reader),
            items: fields.take::<Option<_>>("items", reader).unwrap_or_default(),
            targets: fields.take::<Option<_>>("targets", reader).unwrap_or_default(),
        };
        fields.end(reader);
        question
    }
}

impl Paper {
    /// The questions of the paper, as long as they are still worded as they were.
    ///
    /// # Errors
    /// [`BankChanged`]: marking answers to other wordings would be wrong.
    pub fn questions<'a>(&'a self, pool: &'a Pool) -> Result<Vec<(&'a PaperQuestion, &'a Question)>, BankChanged> {
        let find = |asked: &'a PaperQuestion| Some((asked, pool.question(&asked.id)?));
        let found: Option<Vec<_>> = self.questions.iter().map(find).collect();
        let found = found.ok_or(BankChanged)?;
        let bank = Revision::of_all(found.iter().map(|(_, question)| question.revision));
        if self.format == FORMAT && bank == self.bank { Ok(found) } else { Err(BankChanged) }
    }

    /// What the whole paper is worth, in millionths of a point.
    pub fn micropoints(&self) -> u64 {
        self.questions.iter().map(|question| question.micropoints).sum()
    }
}

impl BankChanged {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        "bank-changed"
    }
}

impl fmt::Display for BankChanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the questions have changed since this paper was drawn")
    }
}

impl std::error::Error for BankChanged {}
