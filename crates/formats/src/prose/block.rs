//! From lines to blocks: a question with its choices and what is said of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::prose::doc::{Doc, Slice};
use crate::prose::label::{Label, label, later};
use crate::prose::list::list;
use crate::prose::number::{Lettered, choices, choices_inside, digits, number};
use crate::prose::title::{Title, Told, heading, title};

/// Everything that a text was cut into.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    /// The questions.
    pub(crate) blocks: Vec<Block>,
    /// The first line, where it is the name of the whole.
    pub(crate) title: Option<Slice>,
    /// Lines that belong to no question, and how many follow each other.
    pub(crate) strays: Vec<(Slice, usize)>,
    /// Lines of lists with answers for which there is no question, or no single one.
    pub(crate) homeless: Vec<Slice>,
}

/// A question as it stands in the text.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) number: u32,
    pub(crate) told: Told,
    pub(crate) stem: Vec<Slice>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) fields: Vec<(Label, Vec<Slice>)>,
    /// The answer that a list gives it.
    pub(crate) listed: Option<Slice>,
    pub(crate) section: usize,
}

/// A choice as it stands in the text.
#[derive(Debug)]
pub(crate) struct Choice {
    /// Which letter it has: 0 for A.
    pub(crate) index: usize,
    /// Where the letter stands.
    pub(crate) mark: Slice,
    /// What it says.
    pub(crate) text: Vec<Slice>,
}

impl Block {
    /// The values that a label has.
    pub(crate) fn values(&self, label: Label) -> impl Iterator<Item = &[Slice]> {
        self.fields.iter().filter(move |field| field.0 == label).map(|field| field.1.as_slice())
    }
}

/// Cuts a text into blocks.
pub(crate) fn cut(doc: &Doc<'_>) -> Cut {
    let mut knife = Knife::new(doc);
    for line in 0..doc.lines().len() {
        knife.line(line);
    }
    knife.cut
}

/// The answers of a list belong to the questions before it: with a title above it, to those of that section.
#[derive(Clone, Copy, Debug)]
enum Listing {
    All,
    Section(usize),
}

struct Knife<'d, 'a> {
    doc: &'d Doc<'a>,
    cut: Cut,
    is_open: bool,
    sections: Vec<Title>,
    told: Told,
    listing: Option<Listing>,
    /// The questions of a number that no list has answered yet.
    waiting: BTreeMap<u32, BTreeSet<usize>>,
    /// The same within a section.
    waiting_in: BTreeMap<(usize, u32), BTreeSet<usize>>,
    /// The last number of a list inside an explanation.
    item: u32,
}

impl<'d, 'a> Knife<'d, 'a> {
    fn new(doc: &'d Doc<'a>) -> Self {
        Self {
            doc,
            cut: Cut::default(),
            is_open: false,
            sections: Vec::new(),
            told: Told::Nothing,
            listing: None,
            waiting: BTreeMap::new(),
            waiting_in: BTreeMap::new(),
            item: 0,
        }
    }

    fn open(&mut self) -> Option<&mut Block> {
        self.cut.blocks.last_mut().filter(|_| self.is_open)
    }

    fn last_number(&self) -> u32 {
        let section = self.sections.len();
        self.cut.blocks.last().filter(|block| block.section == section).map_or(0, |block| block.number)
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
        let known = self.sections.iter().position(|known| known.told == title.told && title.told != Told::Nothing);
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
        self.told = title.told;
    }

    /// Whether a list of answers stands at a line, or a title that one follows.
    fn lists_at(&self, line: usize) -> bool {
        let text = |line| self.doc.text(self.doc.whole(line));
        list(text(line)).is_some() || title(text(line)).is_some()
    }

    fn list(&mut self, slice: Slice) {
        self.is_open = false;
        let mut is_homeless = false;
        for entry in list(self.doc.text(slice)).into_iter().flatten() {
            is_homeless |= self.give(entry.number, slice.part(entry.from, entry.to)).is_none();
        }
        if is_homeless {
            self.cut.homeless.push(slice);
        }
    }

    /// Gives an answer to the one question that it can be for.
    fn give(&mut self, number: u32, answer: Slice) -> Option<()> {
        let waiting = match self.listing {
            Some(Listing::Section(section)) => self.waiting_in.get(&(section, number)),
            _ => self.waiting.get(&number),
        };
        let index = waiting.filter(|waiting| waiting.len() == 1).and_then(|waiting| waiting.first().copied())?;
        let block = self.cut.blocks.get_mut(index)?;
        block.listed = Some(answer);
        let section = block.section;
        self.settle(index, section, number);
        Some(())
    }

    fn settle(&mut self, index: usize, section: usize, number: u32) {
        for waiting in [self.waiting.get_mut(&number), self.waiting_in.get_mut(&(section, number))] {
            waiting.map(|waiting| waiting.remove(&index));
        }
    }

    fn begin(&mut self, number: u32, stem: Slice) {
        let (index, section) = (self.cut.blocks.len(), self.sections.len());
        self.waiting.entry(number).or_default().insert(index);
        self.waiting_in.entry((section, number)).or_default().insert(index);
        let told = self.told;
        let empty =
            Block { number, told, stem: Vec::new(), choices: Vec::new(), fields: Vec::new(), listed: None, section };
        self.cut.blocks.push(empty);
        self.is_open = true;
        self.listing = None;
        self.item = 0;
        self.stem(stem);
    }

    /// A line of a stem, which may go on with choices or an answer.
    fn stem(&mut self, slice: Slice) {
        let text = self.doc.text(slice);
        let end = text.len();
        let cut = later(text).into_iter().chain(choices_inside(text)).min();
        let own = self.doc.trim(slice.part(0, cut.unwrap_or(end)));
        if let Some(block) = self.open() {
            block.stem.push(own);
        }
        let Some(rest) = cut.map(|cut| self.doc.trim(slice.part(cut, end))) else { return };
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
        let index = self.cut.blocks.len();
        let text = self.doc.text(value);
        let next = later(text);
        let own = self.doc.trim(value.part(0, next.unwrap_or(text.len())));
        let Some(block) = self.open() else { return self.stray(slice) };
        block.fields.push((label, vec![own]));
        let number = block.number;
        if label == Label::Answer {
            self.settle(index - 1, section, number);
        }
        let Some(rest) = next.map(|next| self.doc.trim(value.part(next, text.len()))) else { return };
        if let Some((label, from, to)) = crate::prose::label::label(self.doc.text(rest)) {
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

    fn numbered(&mut self, slice: Slice, number: u32, from: usize) {
        let text = self.doc.text(slice);
        let last = self.last_number();
        let field = self.open().and_then(|block| block.fields.last()).map(|field| field.0);
        let stem = slice.part(from, text.len());
        if self.listing.is_some() && !self.is_question(slice.line) && self.give(number, stem).is_some() {
            return;
        }
        // `1.5 米` at the beginning of a line is a number in a sentence, unless it is the next question's turn.
        let is_decimal = digits(self.doc.text(stem)).is_some() && !text.contains(['、', '（', '第']);
        let is_item = number == self.item + 1 && (number == 1 || self.item > 0);
        let is_prose = matches!(field, Some(Label::Explanation | Label::Action | Label::Source));
        let goes_on = match field {
            _ if !self.is_open => false,
            Some(_) if is_prose => !self.is_question(slice.line) && (is_item || number != last + 1),
            Some(_) => false,
            None => is_decimal && number != last + 1,
        };
        if goes_on {
            self.item = number;
            return self.go_on(slice);
        }
        self.begin(number, stem);
    }

    /// Whether what begins at a line has what only a question has, before the next number.
    fn is_question(&self, line: usize) -> bool {
        let text = |line| self.doc.text(self.doc.whole(line));
        let answers = |text: &str| matches!(label(text), Some((Label::Answer, ..)));
        let own = text(line);
        if has_answer(own) || choices_inside(own).is_some() || later(own).is_some() {
            return true;
        }
        let following = (line + 1..self.doc.lines().len()).map(text);
        let mut own = following.take_while(|text| number(text).is_none() && title(text).is_none());
        own.any(|text| choices(text).len() > 1 || starts_choices(text) || answers(text))
    }

    fn plain(&mut self, slice: Slice) {
        let line = slice.line;
        let text = self.doc.text(slice);
        let next = self.doc.text(self.doc.whole(line + 1));
        let is_before_choices = starts_choices(next) || matches!(label(next), Some((Label::Answer, ..)));
        let is_after_gap = self.doc.lines().get(line).is_some_and(|line| line.is_after_gap);
        let number = self.last_number() + 1;
        let named = heading(text);
        if !self.is_open {
            if is_before_choices || has_answer(text) {
                return self.begin(number, slice.part(named.unwrap_or(0), text.len()));
            }
            return self.outside(slice, named.is_some());
        }
        let Some(block) = self.cut.blocks.last() else { return };
        let is_whole = !block.fields.is_empty() || block.choices.len() > 1;
        let waits = block
            .fields
            .last()
            .is_some_and(|(label, value)| *label == Label::Answer && value.iter().all(|slice| slice.from == slice.to));
        let field = block.fields.last().map(|field| field.0);
        let is_answered = block.stem.last().is_some_and(|slice| has_answer(self.doc.text(*slice)));
        if waits {
            return self.go_on(slice);
        }
        if (is_whole && (starts_choices(next) || has_answer(text)))
            || (is_answered && !is_whole && !starts_choices(next))
        {
            return self.begin(number, slice.part(named.unwrap_or(0), text.len()));
        }
        if named.is_some() && is_whole && !text.starts_with(['（', '(']) {
            return self.outside(slice, true);
        }
        match field {
            Some(Label::Explanation | Label::Action | Label::Source) if is_after_gap && is_before_choices => {
                self.begin(number, slice);
            }
            None | Some(Label::Explanation | Label::Action | Label::Source) => self.go_on(slice),
            Some(_) if is_before_choices || is_after_gap => self.begin(number, slice),
            Some(_) => self.stray(slice),
        }
    }

    /// A line between questions: the name of the whole, a heading, or something that is told of.
    fn outside(&mut self, slice: Slice, is_heading: bool) {
        self.is_open = false;
        if is_heading {
            self.told = Told::Nothing;
        }
        let is_first = self.cut.blocks.is_empty() && self.sections.is_empty() && slice.line == 0;
        if is_first && !is_heading {
            self.cut.title = Some(slice);
        } else {
            self.stray(slice);
        }
    }

    fn stray(&mut self, slice: Slice) {
        match self.cut.strays.last_mut() {
            Some((first, n)) if first.line + *n == slice.line => *n += 1,
            _ => self.cut.strays.push((slice, 1)),
        }
    }

    /// One more line of whatever the open question had last.
    fn go_on(&mut self, slice: Slice) {
        let Some(block) = self.open() else { return };
        if let Some((_, value)) = block.fields.last_mut() {
            value.push(slice);
        } else if let Some(choice) = block.choices.last_mut() {
            choice.text.push(slice);
        } else {
            self.stem(slice);
        }
    }
}

/// Whether a line begins the choices of a question: with an A.
fn starts_choices(text: &str) -> bool {
    choices(text).first().is_some_and(|choice| choice.index == 0)
}

/// Whether a line ends with an answer in brackets.
fn has_answer(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '.', '；', ';', ' ', '\u{3000}']);
    let last = crate::prose::bracket::brackets(text).pop();
    last.is_some_and(|bracket| bracket.to == text.len() && bracket.is_answer(0))
}

/// Whether a line announces a list of answers.
fn is_answer_heading(text: &str) -> bool {
    let name = text.trim_matches(|sign: char| sign.is_whitespace() || "#*【】[]：:（）()".contains(sign));
    let name = heading(name).and_then(|at| name.get(at..)).unwrap_or(name);
    let name = name.strip_suffix("如下").or_else(|| name.strip_suffix("部分")).unwrap_or(name);
    matches!(name.to_lowercase().as_str(), "answers" | "answer key" | "keys" | "答案页" | "答案与解析")
        || crate::prose::label::Label::named(name) == Some(Label::Answer)
}
