//! Attempts to points: exact whole numbers, and why.

mod feedback;
mod report;
mod rule;

use std::fmt;

pub use feedback::{Citation, Feedback, feedback};
pub use report::{MarkLine, ScoreReport, Share, mark};
pub use rule::{Credit, Rule};

use serde::Serialize;

use crate::Answer;
use crate::bank::Question;
use crate::json::read_names;
use crate::paper::{BankChanged, PaperQuestion};

/// How a question went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// All of its points.
    Right,
    /// Some of them.
    Partial,
    /// None.
    Wrong,
    /// Not answered.
    #[default]
    Blank,
}

read_names!(Outcome { Right = "right", Partial = "partial", Wrong = "wrong", Blank = "blank" });

/// What one question earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How it went.
    pub outcome: Outcome,
    /// What it earned, in millionths of a point.
    pub micropoints: u64,
}

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The questions are worded otherwise than when the paper was drawn.
    BankChanged,
    /// The paper has no such question.
    UnknownQuestion,
    /// The attempt is under way, so the key stays shut.
    NotFinished,
}

/// Marks one answer.
fn mark_one(asked: &PaperQuestion, question: &Question, answer: Option<&Answer>, rule: Rule) -> Mark {
    let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
        return Mark { outcome: Outcome::Blank, micropoints: 0 };
    };
    let credit = rule.credit(question.body.rules().tally(answer));
    let micropoints = credit.of(asked.micropoints);
    let outcome = match micropoints {
        _ if credit.is_full() => Outcome::Right,
        0 => Outcome::Wrong,
        _ => Outcome::Partial,
    };
    Mark { outcome, micropoints }
}

impl Error {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        match self {
            Self::BankChanged => BankChanged.code(),
            Self::UnknownQuestion => "unknown-question",
            Self::NotFinished => "not-finished",
        }
    }
}

impl From<BankChanged> for Error {
    fn from(_: BankChanged) -> Self {
        Self::BankChanged
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BankChanged => BankChanged.fmt(f),
            Self::UnknownQuestion => f.write_str("the paper has no such question"),
            Self::NotFinished => f.write_str("the attempt is not finished"),
        }
    }
}

impl std::error::Error for Error {}
