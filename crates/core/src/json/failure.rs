//! Why a file cannot be read.

use std::fmt;

use crate::place::Place;

/// Why a file, or one question of it, cannot be read. It stops the use of that file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong.
    pub reason: Reason,
    /// Where.
    pub place: Place,
    /// The same as a JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
}

/// What is wrong with a value, before anybody looks where in the text it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// What is wrong.
    pub reason: Reason,
    /// JSON pointer from the value that was asked for to the one that is wrong.
    pub pointer: String,
}

/// The kinds of [`Failure`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text is not JSON; the reader's own words.
    Syntax(String),
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
        found: u32,
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
    /// 16 hexadecimal digits.
    Revision,
    /// One answer, by kind.
    Answer,
    /// One action.
    Action,
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
}

impl Misfit {
    /// About the value itself.
    pub fn new(reason: Reason) -> Self {
        Self { reason, pointer: String::new() }
    }

    /// As seen from the object or list that holds the value as `step`.
    #[must_use]
    pub fn inside(mut self, step: &str) -> Self {
        self.pointer.insert_str(0, step);
        self.pointer.insert(0, '/');
        self
    }
}

impl From<Wanted> for Misfit {
    fn from(wanted: Wanted) -> Self {
        Self::new(Reason::Wanted(wanted))
    }
}

impl Failure {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(&self) -> &'static str {
        match self.reason {
            Reason::Syntax(_) => "bank-syntax",
            Reason::Version { .. } => "bank-version",
            Reason::Limit { .. } => "bank-limit",
            _ => "bank-shape",
        }
    }
}

/// A short line for a log; findings say the same at length and in both languages.
impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Reason::Syntax(words) => f.write_str(words),
            Reason::UnknownField { field, .. } => write!(f, "unknown field `{field}`"),
            Reason::MissingField(field) => write!(f, "missing field `{field}`"),
            Reason::Twice(field) => write!(f, "`{field}` twice"),
            Reason::StrayField { field, kind } => write!(f, "field `{field}` does not belong to kind `{kind}`"),
            Reason::Wanted(_) => f.write_str("not what belongs here"),
            Reason::UnknownName { name, .. } => write!(f, "unknown name `{name}`"),
            Reason::Version { found, known } => write!(f, "format {found}, this program reads {known}"),
            Reason::Limit { most, .. } => write!(f, "too large: at most {most}"),
        }?;
        if self.pointer.is_empty() { Ok(()) } else { write!(f, " at {}", self.pointer) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place;
        let misfit = Misfit { reason: self.reason.clone(), pointer: self.pointer.clone() };
        write!(f, "line {line}, column {column}: {misfit}")
    }
}

impl std::error::Error for Misfit {}

impl std::error::Error for Failure {}
