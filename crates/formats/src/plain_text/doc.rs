//! The lines of a text, and places in them.

use crate::diagnostics::Code;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place, Quote};
use crate::limits::MAX_LINES;

/// A text in lines, those left out that have nothing in them.
#[derive(Debug)]
pub(crate) struct Doc<'a> {
    name: &'a str,
    lines: Vec<Line<'a>>,
}

/// A line that has something in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// As an editor counts, from 1.
    pub(crate) number: u32,
    /// Whether an empty line stands before it.
    pub(crate) is_after_gap: bool,
    /// Without its end.
    pub(crate) text: &'a str,
}

/// Part of a line, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    /// Which of the lines.
    pub(crate) line: usize,
    /// Where it begins.
    pub(crate) from: usize,
    /// Where it ends.
    pub(crate) to: usize,
}

impl<'a> Doc<'a> {
    /// # Errors
    /// A finding where the text has more lines than are read.
    pub(crate) fn new(name: &'a str, text: &'a str) -> Result<Self, Box<Finding>> {
        // Word and old programs end lines in ways of their own.
        let ends: &[char] =
            if text.contains('\n') { &['\n', '\u{b}', '\u{2028}'] } else { &['\r', '\u{b}', '\u{2028}'] };
        let mut lines = Vec::new();
        let mut is_after_gap = false;
        for (number, line) in (1..).zip(text.split(ends)) {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.trim().is_empty() {
                is_after_gap = true;
            } else {
                lines.push(Line { number, is_after_gap, text: line });
                is_after_gap = false;
            }
            if lines.len() > MAX_LINES {
                return Err(too_many_lines(name));
            }
        }
        Ok(Self { name, lines })
    }

    pub(crate) fn lines(&self) -> &[Line<'a>] {
        &self.lines
    }

    /// The text of a line; nothing after the last.
    pub(crate) fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).map_or("", |line| line.text)
    }

    /// A line without the white space around it.
    pub(crate) fn whole(&self, line: usize) -> Slice {
        self.trim(Slice { line, from: 0, to: self.line(line).len() })
    }

    /// What stands there.
    pub(crate) fn text(&self, slice: Slice) -> &'a str {
        self.line(slice.line).get(slice.from..slice.to).unwrap_or_default()
    }

    /// The slice without the white space around it.
    pub(crate) fn trim(&self, slice: Slice) -> Slice {
        let text = self.text(slice);
        let from = slice.from + text.len() - text.trim_start().len();
        Slice { from, to: from + text.trim().len(), ..slice }
    }

    /// Several slices as one text of as many lines.
    pub(crate) fn join(&self, slices: &[Slice]) -> String {
        let texts: Vec<&str> = slices.iter().map(|slice| self.text(*slice)).filter(|text| !text.is_empty()).collect();
        texts.join("\n")
    }

    /// Where a slice begins.
    pub(crate) fn place(&self, slice: Slice) -> Place {
        let number = self.lines.get(slice.line).map_or(1, |line| line.number);
        let before = self.line(slice.line).get(..slice.from).unwrap_or_default();
        let column = u32::try_from(before.chars().count()).unwrap_or(u32::MAX).saturating_add(1);
        Place::text(self.name, number, column)
    }

    /// The line of a slice with the slice marked; of a line that is very long, what is around it.
    pub(crate) fn quote(&self, slice: Slice) -> Quote {
        const AROUND: usize = 200;
        let line = self.line(slice.line);
        let from = line.floor_char_boundary(slice.from.saturating_sub(AROUND));
        let to = line.ceil_char_boundary(slice.from.saturating_add(2 * AROUND).min(line.len()));
        let shown = line.get(from..to).unwrap_or_default();
        Quote::new(shown, slice.from - from, (slice.to - from).min(shown.len()))
    }
}

impl Slice {
    /// A part of it, in bytes from its beginning.
    pub(crate) fn part(self, from: usize, to: usize) -> Self {
        Self { from: self.from + from, to: self.from + to, ..self }
    }
}

fn too_many_lines(name: &str) -> Box<Finding> {
    Box::new(Finding::error(
        Code::TooManyLines,
        Place::whole(name),
        Words::new(format!("文字太长：最多读 {MAX_LINES} 行"), format!("too long: at most {MAX_LINES} lines are read")),
        Words::new("把它分成几个文件", "split it into several files"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_with_the_empty_ones_and_places_in_characters() {
        let doc = Doc::new("a.txt", "一\r\n\r\n答案：E").expect("a short text");
        let slice = Slice { line: 1, from: "答案：".len(), to: "答案：E".len() };
        assert_eq!(doc.text(slice), "E");
        assert_eq!(doc.place(slice), Place::text("a.txt", 3, 4));
        assert!(doc.lines()[1].is_after_gap);
    }

    #[test]
    fn of_a_long_line_only_what_is_around_the_place_is_quoted() {
        let text = format!("{}E{}", "题".repeat(5000), "。".repeat(5000));
        let doc = Doc::new("a.txt", &text).expect("one line");
        let quote = doc.quote(Slice { line: 0, from: 15_000, to: 15_001 });
        assert!(quote.line.len() < 700);
        assert_eq!(quote.line.get(quote.from..quote.to), Some("E"));
    }
}
