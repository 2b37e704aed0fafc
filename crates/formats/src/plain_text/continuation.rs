//! Lines that may begin a question or go on with one: numbered ones, and those without any sign.

use crate::plain_text::block::{has_answer, starts_choices};
use crate::plain_text::doc::Slice;
use crate::plain_text::label::{Label, label, later};
use crate::plain_text::number::{choices, choices_inside, digits, number};
use crate::plain_text::splitter::Splitter;
use crate::plain_text::title::{Stated, heading, title};

impl Splitter<'_, '_> {
    pub(super) fn numbered(&mut self, slice: Slice, number: u32, from: usize) {
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

    pub(super) fn plain(&mut self, slice: Slice) {
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
        let Some(block) = self.blocks.questions.last() else { return };
        let is_whole = !block.fields.is_empty() || block.choices.len() > 1;
        let is_unanswered = block
            .fields
            .last()
            .is_some_and(|(label, value)| *label == Label::Answer && value.iter().all(|slice| slice.from == slice.to));
        let field = block.fields.last().map(|field| field.0);
        let is_answered = block.stem.last().is_some_and(|slice| has_answer(self.doc.text(*slice)));
        if is_unanswered {
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
            // No choice goes on below an empty line: what stands there lacks its number, or is no question.
            None if is_whole && is_after_gap => self.outside(slice, false),
            None | Some(Label::Explanation | Label::Action | Label::Source) => self.go_on(slice),
            Some(_) if is_before_choices || is_after_gap => self.begin(number, slice),
            Some(_) => self.unmatched_line(slice),
        }
    }

    /// A line between questions: the name of the whole, a heading, or something that is told of.
    fn outside(&mut self, slice: Slice, is_heading: bool) {
        self.is_open = false;
        if is_heading {
            self.stated = Stated::Nothing;
        }
        let is_first = self.blocks.questions.is_empty() && self.sections.is_empty() && slice.line == 0;
        if is_first && !is_heading {
            self.blocks.title = Some(slice);
        } else {
            self.unmatched_line(slice);
        }
    }

    pub(super) fn unmatched_line(&mut self, slice: Slice) {
        match self.blocks.unmatched_lines.last_mut() {
            Some((first, n)) if first.line + *n == slice.line => *n += 1,
            _ => self.blocks.unmatched_lines.push((slice, 1)),
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
