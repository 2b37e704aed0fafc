//! Text as it is pasted from Word: numbered questions with lettered choices, answers and explanations.
//!
//! ```text
//! 一、单选题（每题 2 分）
//! 1. 火警电话是（　　）。
//! A. 119   B. 110   C. 120
//! 答案：A
//! 解析：119 是火警。
//! 二、判断题
//! 2. 着火时可以乘电梯。（×）
//! ```
//!
//! Read are: stems numbered in any usual way, or not at all where choices or an answer follow; choices one a line or
//! several; lines 答案、解析、难度、主题、知识点、依据、怎么做、题型、编号、单位、误差、复核日期 and their English names;
//! titles that tell the kind; answers in the stem's brackets or in a list behind the questions.
//!
//! Decisions:
//! - The kind is inferred only where it is certain: two or more letters are a multiple choice, one is a single, a sign
//!   of truth without choices is a judge, words for a gap are a blank. Everything else is asked about.
//! - 选择题 as a title tells nothing, since single and multiple choices stand under it in equal measure.
//! - An abbreviation in brackets, such as （AED）, is no answer; where empty brackets stand in the stem, others are none.
//! - Steps are read in the order of the answer; pairs are `A. 左 —— 右`.
//! - A list answers the questions before it that have no answer yet. Where numbers begin anew in each section, the list
//!   must repeat the titles; an answer that could belong to two questions is given to none.
//! - Points are not read: a paper decides about them. A source without a day goes into the explanation.
//! - Lines that belong to no question are told of in a note.

pub(crate) mod block;
mod body;
pub(crate) mod bracket;
pub(crate) mod context;
mod continuation;
mod details;
pub(crate) mod diagnostics;
pub(crate) mod doc;
mod key;
pub(crate) mod label;
mod list;
pub(crate) mod losses;
pub(crate) mod number;
pub(crate) mod read;
mod splitter;
pub(crate) mod title;
mod unanswered;
mod write;

use crate::diagnostics::Code;
use sixinto_core::bank::BankFile;

use crate::diagnostics::Finding;
use crate::plain_text::doc::Doc;
use crate::plain_text::label::{Label, label};
use crate::plain_text::splitter::split;
use crate::text::encoding::decode;
use crate::{Format, Imported, Input, Progress, Reading, Writing, Written};

/// A text paste.
#[derive(Debug)]
pub struct PlainText;

impl Format for PlainText {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "md"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        const LOOKED_AT: usize = 2000;
        let Ok(decoded) = decode(input) else { return false };
        let is_markup = decoded.text.trim_start().starts_with(['{', '<']);
        let mut lines = decoded.text.lines().take(LOOKED_AT).map(str::trim);
        !is_markup && lines.any(speaks_of_questions)
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        read(input.name, &decode(input)?.text, reading)
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        Ok(write::write(bank, writing))
    }
}

/// Whether a line stands in hardly any other text: a title, an answer, choices, an answer in brackets.
fn speaks_of_questions(line: &str) -> bool {
    let is_answer = matches!(label(line), Some((Label::Answer, ..)));
    let is_title = title::title(line).is_some_and(|title| title.stated != title::Stated::Nothing);
    let is_numbered = number::number(line).is_some();
    let has_answer = bracket::brackets(line).iter().any(|bracket| bracket.is_answer(0) || bracket.is_answer(4));
    is_answer || is_title || number::choices(line).len() > 1 || (is_numbered && has_answer)
}

/// Reads a text.
///
/// # Errors
/// Where it is longer than is read.
pub(crate) fn read(name: &str, text: &str, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
    const STEP: usize = 1000;
    let doc = Doc::new(name, text)?;
    let blocks = split(&doc);
    let mut imported = Imported { n_read: blocks.questions.len(), ..Imported::default() };
    for (done, block) in blocks.questions.iter().enumerate() {
        if done % STEP == 0 {
            (reading.progress)(Progress { done, of: Some(blocks.questions.len()) });
        }
        let (found, findings) = read::read(&doc, block, reading);
        imported.questions.extend(found);
        imported.findings.extend(findings);
    }
    let finding = |diagnostics::Problem { code, message, help }, at| {
        let make = if code == Code::NotAQuestion { Finding::note } else { Finding::warning };
        make(code, doc.place(at), message, help).quoting(Some(doc.quote(at)))
    };
    imported
        .findings
        .extend(blocks.unmatched_lines.iter().map(|(at, n)| finding(diagnostics::not_a_question(*n), *at)));
    imported.findings.extend(blocks.unmatched_answers.iter().map(|at| finding(diagnostics::unmatched_answer(), *at)));
    imported.title = blocks.title.map(|title| doc.text(title).trim_start_matches(['#', ' ']).to_owned());
    Ok(imported)
}
