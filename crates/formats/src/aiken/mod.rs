//! Aiken: a line of stem, a line a choice, and `ANSWER: B`.
//!
//! Read is what Moodle 4.5 reads, and more that people write. Decisions where the two differ:
//! - An answer that has no choice is refused; Moodle takes it and nobody can get the question right.
//! - `ANSWER: AB` is refused; Moodle reads the A and forgets the B. `答案：AB`, which Moodle does not know, is a multiple
//!   choice.
//! - Letters must follow each other from A; Moodle takes any.
//! - The last question of a file is told of where its answer is missing; Moodle drops it in silence.
//! - Any encoding of [`encoding`](crate::text::encoding) is read; Moodle wants UTF-8. Letters may be full-width, and of
//!   any of the forms of `text`.
//! - 答案：, 解析：, 难度： and the other lines of `text` may follow the choices; a statement without choices and an answer
//!   of truth is a judge, and so are two choices of truth.
//!
//! A stem is one line, as in Moodle: a second one is an error. A file is taken for Aiken where it has a line
//! `ANSWER:` in capitals and no numbered questions; everything else is `text`.

mod write;

use crate::diagnostics::Code;
use sixinto_core::bank::{BankFile, Kind};
use sixinto_core::check::Words;

use crate::diagnostics::Finding;
use crate::plain_text::block::{Block, Choice};
use crate::plain_text::doc::{Doc, Slice};
use crate::plain_text::label::{Label, label};
use crate::plain_text::number::{mark, number};
use crate::plain_text::title::Stated;
use crate::text::encoding::decode;
use crate::{Format, Imported, Input, Reading, Writing, Written};

/// An Aiken file.
#[derive(Debug)]
pub struct Aiken;

impl Format for Aiken {
    fn name(&self) -> &'static str {
        "aiken"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["aiken", "txt"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let Ok(decoded) = decode(input) else { return false };
        let mut has_answer = false;
        for line in decoded.text.lines() {
            if number(line).is_some() {
                return false;
            }
            has_answer |= line.starts_with("ANSWER:");
        }
        has_answer && !decoded.text.trim_start().starts_with(['<', '{'])
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        read(input.name, &decode(input)?.text, reading)
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        Ok(write::write(bank, writing))
    }
}

pub(crate) fn read(name: &str, text: &str, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
    let doc = Doc::new(name, text)?;
    let mut reader = Reader { doc: &doc, reading, imported: Imported::default(), open: None, is_lost: false };
    for line in 0..doc.lines().len() {
        reader.line(doc.whole(line));
    }
    reader.close();
    Ok(reader.imported)
}

struct Reader<'d, 'a> {
    doc: &'d Doc<'a>,
    reading: &'d Reading<'d>,
    imported: Imported,
    open: Option<Block>,
    /// Whether the lines until the next stem belong to something that was told of already.
    is_lost: bool,
}

impl Reader<'_, '_> {
    fn line(&mut self, slice: Slice) {
        let text = self.doc.text(slice);
        if let Some((label, from, to)) = label(text) {
            return self.label(slice, label, slice.part(from, to));
        }
        match mark(text) {
            Some((index, from)) => self.choice(slice, index, from),
            None => self.stem(slice),
        }
    }

    fn label(&mut self, slice: Slice, label: Label, value: Slice) {
        let is_strict = label == Label::Answer && self.doc.text(slice).starts_with("ANSWER");
        let n_letters = crate::text::spellings::letters(self.doc.text(value)).map_or(0, |letters| letters.len());
        let Some(block) = self.open.as_mut() else { return self.orphan(slice) };
        if is_strict && n_letters > 1 && !block.choices.is_empty() {
            block.stated = Stated::Kind(Kind::Single);
        }
        block.fields.push((label, vec![self.doc.trim(value)]));
    }

    fn choice(&mut self, slice: Slice, index: usize, from: usize) {
        let to = self.doc.text(slice).len();
        match self.open.as_mut().filter(|block| block.fields.is_empty()) {
            Some(block) => {
                let text = vec![self.doc.trim(slice.part(from, to))];
                block.choices.push(Choice { index, mark: self.doc.trim(slice.part(0, from)), text });
            }
            None => self.orphan(slice),
        }
    }

    fn stem(&mut self, slice: Slice) {
        let is_second = self.open.as_ref().is_some_and(|block| block.choices.is_empty() && block.fields.is_empty());
        if is_second {
            self.open = None;
            let finding = two_lines(self.doc, slice);
            self.imported.n_read += 1;
            self.imported.findings.push(finding);
            self.is_lost = true;
            return;
        }
        if self.is_lost && self.is_next(slice) {
            return;
        }
        self.close();
        self.is_lost = false;
        self.open = Some(Block {
            number: 0,
            stated: Stated::Nothing,
            stem: vec![slice],
            choices: Vec::new(),
            fields: Vec::new(),
            listed: None,
            section: 0,
        });
    }

    /// Whether a line is one more of the stem that was told of just before.
    fn is_next(&self, slice: Slice) -> bool {
        let before = slice.line.checked_sub(1).map(|line| self.doc.text(self.doc.whole(line))).unwrap_or_default();
        label(before).is_none() && mark(before).is_none()
    }

    fn close(&mut self) {
        let Some(block) = self.open.take() else { return };
        let (found, findings) = crate::plain_text::read::read(self.doc, &block, self.reading);
        self.imported.n_read += 1;
        self.imported.questions.extend(found);
        self.imported.findings.extend(findings);
    }

    /// A choice or an answer that no stem stands before.
    fn orphan(&mut self, slice: Slice) {
        if self.is_lost {
            return;
        }
        self.close();
        self.is_lost = true;
        self.imported.n_read += 1;
        let finding = Finding::error(
            Code::NoStem,
            self.doc.place(slice),
            Words::new("前面没有题干", "there is no question before this choice"),
            Words::new(
                "在选项前面用一行写上题目；答案写在选项后面",
                "write the question on one line before its choices",
            ),
        );
        self.imported.findings.push(finding.quoting(Some(self.doc.quote(slice))));
    }
}

fn two_lines(doc: &Doc<'_>, slice: Slice) -> Finding {
    Finding::error(
        Code::AikenStemLines,
        doc.place(slice),
        Words::new("Aiken 的题干只能有一行", "a stem of Aiken is one line"),
        Words::new("把题干并成一行，或者用 --format text 读", "make it one line, or read it with --format text"),
    )
    .quoting(Some(doc.quote(slice)))
}
