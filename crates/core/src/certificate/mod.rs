//! Certificates of passed exams, and the code that ties one to its answers.
//!
//! A certificate is self-reported. Its code is worked out from the attempt alone, by rules that anybody can read here,
//! so it guards against slips and idle boasting: a score copied wrongly, a certificate beside somebody else's answers.
//! It does not guard against a programmer, and it does not know who answered.

mod code;
mod sum;

use std::fmt;

pub use code::{Code, Mistyped};

use crate::Attempt;
use crate::json::read_fields;
use crate::score::ScoreReport;

/// Why an attempt has no certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unearned {
    /// It is under way.
    NotFinished,
    /// Its paper leaves all the time in the world, so it is no exam.
    NoTimeLimit,
    /// Its paper has nothing to pass.
    NoPassMark,
    /// It took longer than its paper allows, which only a changed attempt does.
    OverTime,
    /// It is below the pass mark.
    NotPassed,
}

/// Why a code does not go with an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// No code does.
    Unearned(Unearned),
    /// Another code does: this one is of other answers, or the attempt was changed since.
    OtherAnswers,
}

/// What an attempt reached: all that a certificate needs of its report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Points, in millionths.
    pub micropoints: u64,
    /// Whether that passes; `None` without a pass mark.
    pub passed: Option<bool>,
}

read_fields!(Reached { micropoints, passed });

impl From<&ScoreReport<'_>> for Reached {
    fn from(report: &ScoreReport<'_>) -> Self {
        Self { micropoints: report.micropoints, passed: report.passed }
    }
}

/// The code of the certificate that an attempt has earned by what it reached.
///
/// # Errors
/// [`Unearned`], where there is no certificate to have.
pub fn earned(attempt: &Attempt, reached: Reached) -> Result<Code, Unearned> {
    let finished = attempt.finished.ok_or(Unearned::NotFinished)?;
    let seconds = attempt.paper.seconds.ok_or(Unearned::NoTimeLimit)?;
    let passed = reached.passed.ok_or(Unearned::NoPassMark)?;
    if finished.saturating_sub(attempt.started) > u64::from(seconds) * 1000 {
        return Err(Unearned::OverTime);
    }
    if passed { Ok(Code::of(attempt, reached.micropoints)) } else { Err(Unearned::NotPassed) }
}

/// Holds a code against the attempt that it is said to be of.
///
/// # Errors
/// [`Misfit`], where it is not that attempt's.
pub fn verify(code: Code, attempt: &Attempt, reached: Reached) -> Result<(), Misfit> {
    let own = earned(attempt, reached).map_err(Misfit::Unearned)?;
    if code == own { Ok(()) } else { Err(Misfit::OtherAnswers) }
}

impl Unearned {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotFinished => "not-finished",
            Self::NoTimeLimit => "no-time-limit",
            Self::NoPassMark => "no-pass-mark",
            Self::OverTime => "over-time",
            Self::NotPassed => "not-passed",
        }
    }
}

impl Misfit {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unearned(unearned) => unearned.code(),
            Self::OtherAnswers => "other-answers",
        }
    }
}

impl fmt::Display for Unearned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFinished => "the attempt is under way",
            Self::NoTimeLimit => "a paper without a time limit earns no certificate",
            Self::NoPassMark => "a paper without a pass mark earns no certificate",
            Self::OverTime => "the attempt took longer than its paper allows",
            Self::NotPassed => "the attempt did not pass",
        })
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unearned(unearned) => unearned.fmt(f),
            Self::OtherAnswers => f.write_str("the code belongs to other answers"),
        }
    }
}

impl std::error::Error for Unearned {}

impl std::error::Error for Misfit {}
