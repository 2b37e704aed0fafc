//! What a browser shows of tags and letters, as lines of text.

use std::borrow::Cow;

use crate::text::html::{LostMarkup, PlainText};

/// What becomes of spaces and line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhiteSpace {
    /// Any number of them is one space, as in HTML.
    Folded,
    Kept,
}

/// A page while it is written.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    lost: Option<LostMarkup>,
    white_space: WhiteSpace,
    /// Whether a space goes before the next letter.
    is_apart: bool,
    script: Option<Script>,
    is_hidden: bool,
}

/// Where letters stand that are not on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Super,
    Sub,
}

impl Page {
    pub(super) fn new(white_space: WhiteSpace) -> Self {
        let text = String::new();
        Self { text, lost: None, white_space, is_apart: false, script: None, is_hidden: false }
    }

    /// All that was shown, without white space around it.
    pub(super) fn into_text(self) -> PlainText<'static> {
        PlainText { text: Cow::Owned(self.text.trim().to_owned()), lost: self.lost }
    }

    pub(super) fn show(&mut self, text: &str) {
        if self.is_hidden {
            return;
        }
        for letter in text.chars() {
            match letter {
                ' ' | '\t' | '\n' | '\r' if self.white_space == WhiteSpace::Folded => self.is_apart = true,
                // Spaces of other widths, and those that no line is broken at, keep words apart; that they are not
                // ordinary ones nobody sees, and answers are compared letter by letter.
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => self.letter(' '),
                _ => self.letter(letter),
            }
        }
    }

    pub(super) fn open(&mut self, name: &str) {
        match name {
            "sup" => self.script = Some(Script::Super),
            "sub" => self.script = Some(Script::Sub),
            "img" | "video" | "audio" | "object" | "iframe" | "svg" | "math" | "canvas" | "embed" => {
                self.lost = Some(LostMarkup::Picture);
            }
            _ => self.break_at(name),
        }
        self.is_hidden = matches!(name, "script" | "style" | "title" | "noscript" | "noembed" | "iframe");
    }

    pub(super) fn close(&mut self, name: &str) {
        self.reveal();
        match name {
            "sup" | "sub" => self.script = None,
            _ => self.break_at(name),
        }
    }

    /// Shows again what follows, after a script or the like.
    pub(super) fn reveal(&mut self) {
        self.is_hidden = false;
    }

    fn break_at(&mut self, name: &str) {
        match name {
            "br" => {
                self.is_apart = false;
                self.text.push('\n');
            }
            "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre"
            | "blockquote" | "hr" => self.begin_line(),
            "td" | "th" => self.is_apart = true,
            _ => {}
        }
    }

    /// A new line, unless one has just begun.
    fn begin_line(&mut self) {
        self.is_apart = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn letter(&mut self, letter: char) {
        if std::mem::take(&mut self.is_apart) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        let shown = self.script.map_or(Some(letter), |script| script.of(letter));
        if shown.is_none() {
            self.lost.get_or_insert(LostMarkup::Script);
        }
        self.text.push(shown.unwrap_or(letter));
    }
}

impl Script {
    /// The letter that looks like another one raised or lowered.
    fn of(self, letter: char) -> Option<char> {
        const FROM: &str = "0123456789+-()";
        let to = match self {
            Self::Super => "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾",
            Self::Sub => "₀₁₂₃₄₅₆₇₈₉₊₋₍₎",
        };
        FROM.chars().zip(to.chars()).find(|(from, _)| *from == letter).map(|(_, to)| to)
    }
}
