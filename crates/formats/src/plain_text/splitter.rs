//! From lines to blocks.

use crate::plain_text::block::{Block, Blocks, Choice, is_answer_heading};
use crate::plain_text::doc::{Doc, Slice};
use crate::plain_text::label::{Label, label, later};
use crate::plain_text::list::list;
use crate::plain_text::number::{Lettered, bare_choice, choices, choices_inside, number};
use crate::plain_text::title::{Stated, Title, title};
use crate::plain_text::unanswered::Unanswered;

/// Splits a text into blocks.
pub(crate) fn split(doc: &Doc<'_>) -> Blocks {
    let mut splitter = Splitter::new(doc);
    for line in 0..doc.lines().len() {
        splitter.line(line);
    }
    splitter.blocks
}

/// The answers of a list belong to the questions before it: with a title above it, to those of that section.
#[derive(Clone, Copy, Debug)]
pub(super) enum Listing {
    All,
    Section(usize),
}

pub(super) struct Splitter<'d, 'a> {
    pub(super) doc: &'d Doc<'a>,
    pub(super) blocks: Blocks,
    pub(super) is_open: bool,
    pub(super) sections: Vec<Title>,
    pub(super) stated: Stated,
    pub(super) listing: Option<Listing>,
    pub(super) unanswered: Unanswered,
    /// The last number of a list inside an explanation.
    pub(super) item: u32,
}

impl<'d, 'a> Splitter<'d, 'a> {
    fn new(doc: &'d Doc<'a>) -> Self {
        Self {
            doc,
            blocks: Blocks::default(),
            is_open: false,
            sections: Vec::new(),
            stated: Stated::Nothing,
            listing: None,
            unanswered: Unanswered::default(),
            item: 0,
        }
    }

    pub(super) fn open(&mut self) -> Option<&mut Block> {
        self.blocks.questions.last_mut().filter(|_| self.is_open)
    }

    pub(super) fn last_number(&self) -> u32 {
        let section = self.sections.len();
        self.blocks.questions.last().filter(|block| block.section == section).map_or(0, |block| block.number)
    }

    fn line(&mut self, line: usize) {
        let slice = self.doc.whole(line);
        let text = self.doc.text(slice);
        if let Some(found) = title(text) {
            return self.title(slice, found);
        }
        if is_answer_heading(text) && self.lists_at(line + 1) {
            self.is_open = false;
            self.listing = Some(Listing::All);
            return;
        }
        if list(text).is_some() {
            return self.list(slice);
        }
        if let Some((label, from, to)) = label(text) {
            return self.label(slice, label, slice.part(from, to));
        }
        let lettered = choices(text);
        if !lettered.is_empty() && self.takes_choices(&lettered) {
            return self.choices(slice, &lettered);
        }
        if let Some(bare) = bare_choice(text).filter(|bare| self.takes_bare(line, bare.index)) {
            return self.choices(slice, &[bare]);
        }
        match number(text) {
            Some((number, from)) => self.numbered(slice, number, from),
            None => self.plain(slice),
        }
    }

    fn title(&mut self, slice: Slice, title: Title) {
        let rest = self.doc.trim(slice.part(title.rest, slice.to - slice.from));
        let behind = self.doc.text(rest).trim_start_matches([':', '：', ' ', '\u{3000}']);
        let rest = Slice { from: rest.to - behind.len(), ..rest };
        let has_list = list(behind).is_some();
        let known =
            self.sections.iter().position(|known| known.stated == title.stated && title.stated != Stated::Nothing);
        if has_list || (self.listing.is_some() && known.is_some()) {
            self.is_open = false;
            self.listing = known.map(|at| Listing::Section(at + 1)).or(Some(Listing::All));
            if has_list {
                self.list(rest);
            }
            return;
        }
        self.is_open = false;
        self.listing = None;
        self.sections.push(title);
        self.stated = title.stated;
    }

    /// Whether a list of answers stands at a line, or a title that one follows.
    fn lists_at(&self, line: usize) -> bool {
        let text = |line| self.doc.text(self.doc.whole(line));
        list(text(line)).is_some() || title(text(line)).is_some()
    }

    fn list(&mut self, slice: Slice) {
        self.is_open = false;
        let mut is_unmatched = false;
        for entry in list(self.doc.text(slice)).into_iter().flatten() {
            is_unmatched |= self.give(entry.number, slice.part(entry.from, entry.to)).is_none();
        }
        if is_unmatched {
            self.blocks.unmatched_answers.push(slice);
        }
    }

    /// Gives an answer to the one question that it can be for.
    pub(super) fn give(&mut self, number: u32, answer: Slice) -> Option<()> {
        let section = match self.listing {
            Some(Listing::Section(section)) => Some(section),
            _ => None,
        };
        let index = self.unanswered.only(section, number)?;
        let block = self.blocks.questions.get_mut(index)?;
        block.listed = Some(answer);
        self.unanswered.settle(index, block.section, number);
        Some(())
    }

    pub(super) fn begin(&mut self, number: u32, stem: Slice) {
        let (index, section) = (self.blocks.questions.len(), self.sections.len());
        self.unanswered.add(index, section, number);
        let stated = self.stated;
        let empty =
            Block { number, stated, stem: Vec::new(), choices: Vec::new(), fields: Vec::new(), listed: None, section };
        self.blocks.questions.push(empty);
        self.is_open = true;
        self.listing = None;
        self.item = 0;
        self.stem(stem);
    }

    /// A line of a stem, which may go on with choices or an answer.
    pub(super) fn stem(&mut self, slice: Slice) {
        let text = self.doc.text(slice);
        let end = text.len();
        let end_of_stem = later(text).into_iter().chain(choices_inside(text)).min();
        let own = self.doc.trim(slice.part(0, end_of_stem.unwrap_or(end)));
        if let Some(block) = self.open() {
            block.stem.push(own);
        }
        let Some(rest) = end_of_stem.map(|from| self.doc.trim(slice.part(from, end))) else { return };
        let text = self.doc.text(rest);
        match label(text) {
            Some((label, from, to)) => self.label(rest, label, rest.part(from, to)),
            None => self.choices(rest, &choices(text)),
        }
    }

    fn label(&mut self, slice: Slice, label: Label, value: Slice) {
        if label == Label::Answer && list(self.doc.text(value)).is_some() {
            return self.list(value);
        }
        let section = self.sections.len();
        let index = self.blocks.questions.len();
        let text = self.doc.text(value);
        let next = later(text);
        let own = self.doc.trim(value.part(0, next.unwrap_or(text.len())));
        let Some(block) = self.open() else { return self.unmatched_line(slice) };
        block.fields.push((label, vec![own]));
        let number = block.number;
        if label == Label::Answer {
            self.unanswered.settle(index - 1, section, number);
        }
        let Some(rest) = next.map(|next| self.doc.trim(value.part(next, text.len()))) else { return };
        if let Some((label, from, to)) = crate::plain_text::label::label(self.doc.text(rest)) {
            self.label(rest, label, rest.part(from, to));
        }
    }

    /// Choices go with the open question until its explanation begins, where letters are talked about.
    fn takes_choices(&mut self, lettered: &[Lettered]) -> bool {
        let first = lettered.first().map_or(0, |choice| choice.index);
        let Some(block) = self.open() else { return false };
        match block.fields.last() {
            None => true,
            Some((Label::Explanation | Label::Action | Label::Source, _)) => false,
            Some(_) => block.choices.is_empty() && first == 0,
        }
    }

    /// Whether a letter without a sign is the next choice: the first only where a second follows.
    fn takes_bare(&mut self, line: usize, index: usize) -> bool {
        let next = bare_choice(self.doc.text(self.doc.whole(line + 1)));
        let has_next = index > 0 || next.is_some_and(|next| next.index == 1);
        has_next && self.open().is_some_and(|block| block.fields.is_empty() && block.choices.len() == index)
    }

    fn choices(&mut self, slice: Slice, lettered: &[Lettered]) {
        let doc = self.doc;
        let Some(block) = self.open() else { return };
        for choice in lettered {
            let (mark, text) = (slice.part(choice.mark, choice.from), slice.part(choice.from, choice.to));
            block.choices.push(Choice { index: choice.index, mark: doc.trim(mark), text: vec![doc.trim(text)] });
        }
        // An answer may stand behind the last choice.
        let Some(last) = block.choices.last_mut().and_then(|choice| choice.text.first_mut()) else { return };
        let text = doc.text(*last);
        let Some(next) = later(text) else { return };
        let rest = last.part(next, text.len());
        *last = doc.trim(last.part(0, next));
        if let Some((label, from, to)) = label(doc.text(rest)) {
            self.label(rest, label, rest.part(from, to));
        }
    }
}
