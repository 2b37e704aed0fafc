//! Why a file cannot be read.

use std::fmt;

use super::node::Expected;
use crate::place::{self, LineColumn};

/// Something wrong with a file, or with one question of it, that stops its use.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What is wrong.
    pub reason: Reason,
    /// Where, as a JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// The byte where the text stopped being JSON.
    pub(crate) stopped_at: Option<usize>,
}

/// The kinds of [`Failure`].
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The text is not JSON: this is not where it should be.
    Syntax(Expected),
    /// A field that the format does not have.
    UnknownField {
        /// Its name.
        field: String,
        /// The fields that can stand there.
        known: &'static [&'static str],
    },
    /// A field that must be there.
    MissingField(&'static str),
    /// A field that stands twice in one object, or a language twice in one text.
    Twice(String),
    /// A field that belongs to questions of another kind.
    StrayField {
        /// Its name.
        field: &'static str,
        /// The question's kind.
        kind: &'static str,
    },
    /// A value of another type, or out of range.
    Wanted(Wanted),
    /// A name that is not one of a list.
    UnknownName {
        /// The name.
        name: String,
        /// The list.
        known: &'static [&'static str],
    },
    /// Written for another version of the format.
    Version {
        /// The file's `format`.
        found: f64,
        /// The one this program reads.
        known: u32,
    },
    /// More of something than is read.
    Limit {
        /// What there is too much of.
        of: Limit,
        /// The most that is read.
        most: usize,
    },
}

/// The short stable names of failures.
pub(crate) mod codes {
    pub(crate) const SYNTAX: &str = "bank-syntax";
    pub(crate) const SHAPE: &str = "bank-shape";
    pub(crate) const VERSION: &str = "bank-version";
    pub(crate) const LIMIT: &str = "bank-limit";
}

/// What a value ought to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An object.
    Object,
    /// A list.
    List,
    /// A string.
    String,
    /// `true` or `false`.
    Flag,
    /// A whole number, not negative, within its range.
    WholeNumber,
    /// A number of at most a billion, with at most six decimals.
    Decimal,
    /// A string, or a map from language tag to string.
    Text,
    /// A language tag.
    Lang,
    /// Lower-case letters, digits and hyphens.
    Id,
    /// A day like 2026-11-23.
    Date,
    /// 1, 2 or 3.
    Difficulty,
    /// A whole number from -100 to 100.
    Weight,
    /// 8 hexadecimal digits.
    Revision,
    /// One answer, by kind.
    Answer,
    /// One action.
    Action,
    /// The id of a question that the paper asks.
    Asked,
    /// The code of a certificate.
    Code,
    /// Points as x and y by turns, each from 0 to 1000.
    Stroke,
    /// The id of a theme, or of a theme and a topic.
    StudyPlace,
}

/// What a file can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes in the file.
    Bytes,
    /// Objects and lists within each other.
    Depth,
    /// Questions in the bank.
    Questions,
    /// Choices, blanks, steps, pairs or areas in a question.
    Parts,
    /// Bytes in one text.
    Text,
    /// Characters in a name.
    Letters,
    /// Entries in one list or object.
    Entries,
}

impl Failure {
    /// What stops the reading of a file as a whole.
    pub fn whole(reason: Reason) -> Self {
        Self { reason, pointer: String::new(), stopped_at: None }
    }

    /// The short stable name that pages and scripts choose words by.
    pub fn code(&self) -> &'static str {
        match self.reason {
            Reason::Syntax(_) => codes::SYNTAX,
            Reason::Version { .. } => codes::VERSION,
            Reason::Limit { .. } => codes::LIMIT,
            _ => codes::SHAPE,
        }
    }

    /// Where it stands in the text that was read.
    pub fn place(&self, text: &str) -> LineColumn {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        LineColumn::at(text, self.stopped_at.unwrap_or_else(|| place::offset_of(text, &self.pointer)))
    }
}

/// A short line for a log; findings say the same at length and in both languages.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what: &str = match &self.reason {
            Reason::Syntax(_) => "not JSON",
            Reason::UnknownField { .. } => "unknown field",
            Reason::MissingField(field) => {
                f.write_str("missing field ")?;
                field
            }
            Reason::Twice(_) => "the same name twice",
            Reason::StrayField { .. } => "a field of another kind of question",
            Reason::Wanted(_) => "not what belongs here",
            Reason::UnknownName { .. } => "unknown name",
            Reason::Version { .. } => "another version of the format",
            Reason::Limit { .. } => "too large",
        };
        f.write_str(what)?;
        f.write_str(" ")?;
        f.write_str(&self.pointer)
    }
}

impl std::error::Error for Failure {}
