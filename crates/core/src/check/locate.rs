//! Places of findings, worked out once a file and only when there is something to find.

use super::finding::Spot;
use crate::place::{self, Place};

/// Turns pointers into one file into places.
pub(super) struct Locator<'a> {
    name: &'a str,
    text: &'a str,
    /// For each question that could be read, its index in the file.
    indexes: Vec<usize>,
    starts: Option<Starts>,
}

/// Byte offsets of lines and of questions.
struct Starts {
    lines: Vec<usize>,
    questions: Vec<usize>,
}

impl<'a> Locator<'a> {
    pub(super) fn new(name: &'a str, text: &'a str, indexes: Vec<usize>) -> Self {
        Self { name, text: text.strip_prefix('\u{feff}').unwrap_or(text), indexes, starts: None }
    }

    /// The place of a part of a question.
    pub(super) fn question_place(&mut self, question: usize, pointer: &str) -> Spot {
        let index = self.indexes.get(question).copied().unwrap_or(question);
        let starts = self.starts();
        let start = starts.questions.get(index).copied().unwrap_or(0);
        let text = self.text;
        let part = text.get(start..).unwrap_or_default();
        self.spot(start + place::offset_of(part, pointer), format!("/questions/{index}{pointer}"))
    }

    /// The place of any part of the file.
    pub(super) fn place(&mut self, pointer: &str) -> Spot {
        self.spot(place::offset_of(self.text, pointer), pointer.to_owned())
    }

    fn spot(&mut self, offset: usize, pointer: String) -> Spot {
        let text = self.text;
        let lines = &self.starts().lines;
        let line = lines.partition_point(|start| *start <= offset).max(1);
        let before = text.get(lines[line - 1]..offset).unwrap_or_default();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let place = Place { line: count(line), column: count(before.chars().count() + 1) };
        Spot::new(self.name, pointer, place)
    }

    fn starts(&mut self) -> &Starts {
        let text = self.text;
        self.starts.get_or_insert_with(|| Starts {
            lines: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect(),
            questions: place::elements_of(text, "/questions"),
        })
    }
}
