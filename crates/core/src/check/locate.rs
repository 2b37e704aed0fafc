//! Places of findings, worked out once a file and only when there is something to find.

use std::cell::OnceCell;

use super::finding::Location;
use super::problem::{Locate, Reference, Target};
use crate::place::{self, LineColumn};

/// Turns pointers into one file into places.
#[derive(Debug)]
pub(super) struct Locator<'a> {
    name: &'a str,
    text: &'a str,
    /// For each question that could be read, its index in the file.
    indexes: Vec<usize>,
    /// Where each question of the file starts, so that one place costs no more than the length of its question.
    starts: OnceCell<Vec<(usize, LineColumn)>>,
}

impl<'a> Locator<'a> {
    pub(super) fn new(name: &'a str, text: &'a str, indexes: Vec<usize>) -> Self {
        Self { name, text: text.strip_prefix('\u{feff}').unwrap_or(text), indexes, starts: OnceCell::new() }
    }

    /// The place of any part of the file.
    pub(super) fn at(&self, pointer: String) -> Location {
        let (start, place, rest) = self.question_start(&pointer).unwrap_or((0, LineColumn::START, &pointer));
        let part = self.text.get(start..).unwrap_or_default();
        let before = part.get(..place::offset_of(part, rest)).unwrap_or_default();
        let place = place.after(before);
        Location::new(self.name, pointer, place)
    }

    /// The start of the question that a pointer leads into, and the rest of the pointer.
    fn question_start<'p>(&self, pointer: &'p str) -> Option<(usize, LineColumn, &'p str)> {
        let path = pointer.strip_prefix("/questions/")?;
        let index = path.split('/').next()?;
        let (start, place) = *self.starts().get(index.parse::<usize>().ok()?)?;
        Some((start, place, path.get(index.len()..)?))
    }

    fn starts(&self) -> &[(usize, LineColumn)] {
        self.starts.get_or_init(|| place::places_of_elements(self.text, "/questions"))
    }
}

impl Locate for Locator<'_> {
    type Place = Location;

    fn place(&self, target: Target, pointer: &str) -> Location {
        self.at(match target {
            Target::Question { question, .. } => {
                let index = self.indexes.get(question).copied().unwrap_or(question);
                format!("/questions/{index}{pointer}")
            }
            Target::Preset(index) => format!("/presets/{index}{pointer}"),
            Target::Promise(index) => format!("/promises/{index}{pointer}"),
            Target::File => pointer.to_owned(),
        })
    }

    fn reference(&self, target: Target) -> Reference {
        Reference::ById(self.place(target, "").line_words())
    }
}

#[cfg(test)]
mod tests {
    use super::Locator;
    use crate::place::{LineColumn, offset_of};

    #[test]
    fn a_place_found_from_its_question_is_the_one_counted_from_the_top() {
        let text =
            "\u{feff}{ \"灯\": 1,\n\"questions\": [ {\"a\": \"亮\"}, {\n \"亮\": [1, 2] },\n{\"b\": [\"灯\", {}]}] }";
        let locator = Locator::new("bank.json", text, Vec::new());
        let text = &text[3..];
        let pointers =
            ["", "/灯", "/questions", "/questions/0/a", "/questions/1/亮/1", "/questions/2/b/1", "/questions/9/b"];
        for pointer in pointers {
            let spot = locator.at(pointer.to_owned());
            assert_eq!(
                LineColumn::at(text, offset_of(text, pointer)),
                LineColumn { line: spot.line, column: spot.column },
                "{pointer}"
            );
        }
    }
}
