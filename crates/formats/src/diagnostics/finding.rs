//! What is wrong with a file, for the person who has it open.

use serde::Serialize;
use sixinto_core::check::{Severity, Words};

use crate::diagnostics::{Code, Place};
use crate::text::ellipsis;

/// One problem of a file that is being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The short stable name of the problem, such as `answer-without-choice`.
    pub code: Code,
    /// Whether the question was left out for it.
    pub severity: Severity,
    /// Where.
    pub at: Place,
    /// The question, by the beginning of its stem or by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// What stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What could stand there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Words>,
    /// What is wrong.
    pub message: Words,
    /// What to do about it.
    pub help: Words,
    /// What to put there, where that is plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// The row or line with the place marked.
    #[serde(skip)]
    pub quote: Option<Quote>,
}

/// A row or line with a place in it marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The line, without its end; the cells of a row with ` │ ` between them.
    pub line: String,
    /// Where the place begins, in bytes of `line`.
    pub from: usize,
    /// Where it ends, in bytes of `line`.
    pub to: usize,
}

impl Finding {
    /// A problem for which a question is left out.
    pub fn error(code: Code, at: Place, message: Words, help: Words) -> Self {
        let severity = Severity::Error;
        let (question, found, expected, suggestion, quote) = (None, None, None, None, None);
        Self { code, severity, at, question, found, expected, message, help, suggestion, quote }
    }

    /// A problem that somebody should look at.
    pub fn warning(code: Code, at: Place, message: Words, help: Words) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, at, message, help) }
    }

    /// Something that was done which one should know about.
    pub fn note(code: Code, at: Place, message: Words, help: Words) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, at, message, help) }
    }

    /// With what stands there, and what could.
    #[must_use]
    pub fn instead(self, found: impl Into<String>, expected: Words) -> Self {
        Self { found: Some(found.into()), expected: Some(expected), ..self }
    }

    /// With what to put there.
    #[must_use]
    pub fn suggesting(self, suggestion: impl Into<String>) -> Self {
        Self { suggestion: Some(suggestion.into()), ..self }
    }

    /// With the row or line it stands in.
    #[must_use]
    pub fn quoting(self, quote: Option<Quote>) -> Self {
        Self { quote, ..self }
    }

    /// With the question it is about.
    #[must_use]
    pub fn about(self, question: &str) -> Self {
        Self { question: Some(ellipsis(question)), ..self }
    }
}

impl Quote {
    /// A whole line, marked from one byte to another.
    pub fn new(line: &str, from: usize, to: usize) -> Self {
        Self { line: line.to_owned(), from, to }
    }
}
