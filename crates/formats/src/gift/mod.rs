//! GIFT, as Moodle 4.5 reads and writes it: questions as text with their answers in braces.
//!
//! Read are choices (`~`, `=`, weights, feedback of each), true or false, short answers (as a `blank`), numbers with
//! a tolerance or as a range, matching, a gap within the text, general feedback (as the explanation), categories, and
//! `[id:]` and `[tag:]` in comments. Essays and descriptions are reported. Tags and the parts of a category give
//! themes, topic and difficulty where they name some.
//!
//! Moodle is followed in what decides the type of a question, in escapes, in what a comment is, in the order of the
//! two texts of true or false (wrong first), in which grades there are. Where we differ, it is a decision:
//!
//! - A file need not be UTF-8: what a Chinese editor saves is read too.
//! - A line with nothing but `0` splits a question for Moodle. Here it is a line of text, and a warning.
//! - A number that is none, as in `{#一百}`, makes Moodle take any answer for right. Here the question is refused.
//! - A weight after `=` among choices stays in Moodle's text. Here the question is refused.
//! - A second pair of braces stays in Moodle's text. Here the question is refused: an answer would be on show.
//! - Choices of which none is right are refused; weights that do not make 100 are a warning.
//! - `{true}` in small letters is a short answer, as in Moodle, and a warning.
//! - A short answer has to have a gap in this project: `____` is added where the text has none.
//! - A short answer with the wildcard `*`, one that is only partly right, and a second number are left out with a
//!   warning: a bank holds accepted texts and one number.
//! - Weights are whole percents here. Choices that share the whole evenly have none.
//! - Texts in a format with markup become plain text. White space at the ends of lines and texts, and empty lines, are
//!   no part of a text.
//! - A tag that names no theme, topic or difficulty is not kept; the name of a question only serves its findings.
//! - An error in one question never stops the others.
//!
//! Written are id, themes, topic and difficulty as `[id:]` and `[tag:]`. Wrong choices of a `multiple` without weights
//! are worth -100 %, so that ticking everything earns nothing.

mod answers;
mod block;
mod choices;
mod context;
mod diagnostics;
mod read;
mod span;
mod write;

use std::borrow::Cow;

use sixinto_core::bank::{BankFile, MAX_QUESTIONS};

use crate::diagnostics::Finding;
use crate::moodle::labels::Labels;
use crate::text::encoding::decode;
use crate::{Format, Imported, Input, Progress, Reading, Writing, Written};

/// A text in GIFT.
#[derive(Debug)]
pub struct Gift;

/// Is told of the progress after so many questions.
const STEP: usize = 5000;

impl Format for Gift {
    fn name(&self) -> &'static str {
        "gift"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["gift", "gift.txt", "txt"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let text = decode(input).map_or(Cow::Borrowed(""), |decoded| decoded.text);
        let head = text.get(..text.floor_char_boundary(64 * 1024)).unwrap_or_default();
        !is_other(head.trim_start()) && looks_like_gift(head)
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        let text = one_kind_of_line_break(decode(input)?.text);
        let mut imported = Imported::default();
        // As many as a file of that size has at most, as a rule: growing step by step would copy them over and over.
        imported.questions.reserve((text.len() / 256).min(MAX_QUESTIONS));
        let mut labels = Labels::new(reading);
        let file = input.name.into();
        for block in block::blocks(&text) {
            if imported.n_read >= MAX_QUESTIONS {
                return Err(Box::new(diagnostics::too_many(input.name)));
            }
            read::read(&block, &file, &mut labels, &mut imported);
            if imported.n_read % STEP == 0 {
                (reading.progress)(Progress { done: imported.n_read, of: None });
            }
        }
        Ok(imported)
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        Ok(write::write(bank, writing))
    }
}

fn one_kind_of_line_break(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
}

/// JSON and XML have braces too.
fn is_other(head: &str) -> bool {
    let is_list = head.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '"', '[']));
    is_list || head.starts_with(['{', '<'])
}

/// Whether there are braces with what answers begin with, comments aside, or a category.
fn looks_like_gift(head: &str) -> bool {
    let mut braces = head.match_indices('{').filter(|(at, _)| !head[..*at].ends_with('\\'));
    let begins = |inner: &str| {
        let mut inner = inner.trim_start();
        while let Some((_, rest)) = inner.strip_prefix("//").and_then(|comment| comment.split_once('\n')) {
            inner = rest.trim_start();
        }
        let truth = inner.split(['}', '#']).next().unwrap_or_default().trim_end();
        inner.starts_with(['=', '~', '#']) || matches!(truth, "T" | "TRUE" | "F" | "FALSE")
    };
    head.lines().any(|line| line.trim_start().starts_with("$CATEGORY:"))
        || braces.any(|(at, _)| begins(&head[at + 1..]))
}
