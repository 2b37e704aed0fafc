//! A problem, for a person to read.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::code::Code;
use crate::Id;
use crate::place::LineColumn;

/// One problem in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The name of what is wrong.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The question, where it is about one that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Id>,
    /// Where.
    #[serde(flatten)]
    pub at: Location,
    /// What is wrong.
    pub message: Words,
    /// What to do about it.
    pub help: Words,
}

/// Where a finding stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file.
    pub file: String,
    /// JSON pointer (RFC 6901) into the file.
    pub pointer: String,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The question must not be shown like this; one that is imported is left out.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Nothing is wrong; it says what was done with something, such as a line of instructions above the header of a table.
    Note,
}

/// The same words in the two languages that findings speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// zh-CN.
    pub zh: String,
    /// en.
    pub en: String,
}

/// What is wrong with something, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong.
    pub message: Words,
    /// What to do about it.
    pub help: Words,
}

impl Words {
    /// Words that are the same for every case.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The words for a reader of `lang`.
    pub fn get(&self, lang: &str) -> &str {
        if lang.starts_with("en") { &self.en } else { &self.zh }
    }
}

/// The beginning of a text that may be of any length, to name it by.
pub(super) fn brief(text: &str) -> Cow<'_, str> {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// A number of things, for English.
pub(super) fn counted(n: usize, one: &str, several: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { several })
}

impl Finding {
    /// Sorts findings as a person goes through them: file by file, top to bottom.
    pub(super) fn order(&self) -> (&str, u32, u32, &str) {
        (&self.at.file, self.at.line, self.at.column, self.code.as_str())
    }
}

impl Location {
    pub(super) fn new(file: &str, pointer: String, place: LineColumn) -> Self {
        Self { file: file.to_owned(), pointer, line: place.line, column: place.column }
    }

    /// The line, for a message about another one.
    pub(super) fn line_words(&self) -> Words {
        let Self { file, line, .. } = self;
        Words::new(format!("{file} 第 {line} 行"), format!("line {line} of {file}"))
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("zh-CN", &self.zh)?;
        map.serialize_entry("en", &self.en)?;
        map.end()
    }
}
