//! What a resident says to a question.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use crate::Id;
use crate::json::{Node, Read, Reader, Wanted};
use crate::map::{IdMap, IdSet};

/// The longest typed answer, in bytes of UTF-8.
pub const MAX_TYPED: usize = 400;

/// One answer, by kind. Ids tie it to what was chosen, never positions, so shuffling cannot change what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The choice.
    Single(Id),
    /// The choices.
    Multiple(IdSet),
    /// Whether the stem is held to be true.
    Judge(bool),
    /// What was typed, a string a blank; empty where nothing was.
    Blank(Vec<Box<str>>),
    /// What was typed.
    Number(Box<str>),
    /// The steps, first to last.
    Order(Vec<Id>),
    /// Right sides by left side.
    Match(IdMap<Id>),
    /// The areas held to be dangerous.
    Spot(IdSet),
}

impl Answer {
    /// Whether it says nothing, which scores 0 under every rule.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Single(_) | Self::Judge(_) => false,
            Self::Multiple(ids) | Self::Spot(ids) => ids.is_empty(),
            Self::Blank(typed) => typed.iter().all(|text| narrow(text).is_empty()),
            Self::Number(typed) => narrow(typed).is_empty(),
            Self::Order(ids) => ids.is_empty(),
            Self::Match(pairs) => pairs.is_empty(),
        }
    }
}

impl Read for Answer {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let Some((kind, node)) = only_member(node) else {
            reader.want(Wanted::Answer);
            return Self::default();
        };
        match &*kind {
            "single" => Self::Single(Read::read(node, reader)),
            "multiple" => Self::Multiple(Read::read(node, reader)),
            "judge" => Self::Judge(Read::read(node, reader)),
            "blank" => Self::Blank(Read::read(node, reader)),
            "number" => Self::Number(Read::read(node, reader)),
            "order" => Self::Order(Read::read(node, reader)),
            "match" => Self::Match(Read::read(node, reader)),
            "spot" => Self::Spot(Read::read(node, reader)),
            _ => {
                reader.want(Wanted::Answer);
                Self::default()
            }
        }
    }
}

/// An answer that says nothing.
impl Default for Answer {
    fn default() -> Self {
        Self::Number(Box::default())
    }
}

/// What a person typed, without what they cannot be held to: case, full width and white space.
pub(crate) fn narrow(typed: &str) -> String {
    let letters = typed.chars().filter(|letter| !letter.is_whitespace());
    let narrow = letters.map(|letter| match letter {
        '。' => '.',
        '−' => '-',
        // The full-width forms stand in the order of ASCII (Unicode, block FF00).
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    });
    narrow.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Name and value of an object's one member: how a value of one of several kinds is written.
pub(crate) fn only_member(node: Node<'_>) -> Option<(Cow<'_, str>, Node<'_>)> {
    let Node::Object(mut entries) = node else { return None };
    entries.pop().filter(|_| entries.is_empty())
}

/// Why an answer does not fit its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An answer to another kind of question.
    WrongKind,
    /// A choice, step, side or area that the question does not have, or the same one twice.
    UnknownChoice,
    /// More was typed than [`MAX_TYPED`], or into more blanks than there are.
    TooLong,
}

impl Refusal {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongKind => "wrong-kind",
            Self::UnknownChoice => "unknown-choice",
            Self::TooLong => "input",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongKind => "an answer to another kind of question",
            Self::UnknownChoice => "the answer names something that the question does not have",
            Self::TooLong => "the answer is too long",
        })
    }
}

impl std::error::Error for Refusal {}
