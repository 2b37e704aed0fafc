//! The cells of one sheet.

use quick_xml::events::{BytesStart, Event};

use crate::limits::{MAX_CELL, MAX_ROWS};
use crate::package::Package;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::number::{self, Shown};
use crate::table::cells::sheet::{Content, Merge, Sheet};
use crate::table::cells::xlsx::Book;
use crate::table::cells::xlsx::fast_cells::{self, Plain};
use crate::table::cells::xlsx::strings::unescape;
use crate::table::cells::xml_part::{Pieces, attribute, attributes, broken, push_reference, reader};

/// The sheet being read, and the cell.
struct Cursor<'b> {
    book: &'b Book,
    sheet: Sheet,
    merges: Vec<Merge>,
    row: u32,
    column: u32,
    kind: Kind,
    style: usize,
    value: String,
    /// Whether text that comes now is the cell's.
    is_value: bool,
    /// Whether it is how a word is pronounced.
    is_reading: bool,
    is_formula: bool,
}

/// What the value of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    Date,
}

/// Reads the cells of the sheet that is in a part.
pub(super) fn read(package: &mut Package<'_>, name: &str, book: &Book, sheet: Sheet) -> Result<Sheet, Refusal> {
    let mut pieces = Pieces::of(package, name, "row>")?;
    let mut cursor = Cursor {
        book,
        sheet,
        merges: Vec::new(),
        row: 0,
        column: 0,
        kind: Kind::Number,
        style: 0,
        value: String::new(),
        is_value: false,
        is_reading: false,
        is_formula: false,
    };
    while let Some(piece) = pieces.next()? {
        cursor.go_through(piece)?;
    }
    Ok(cursor.sheet.finish(&mut cursor.merges))
}

impl Cursor<'_> {
    /// Takes plain cells as they stand, and goes through what is between them as XML.
    fn go_through(&mut self, piece: &str) -> Result<(), Refusal> {
        let mut rest = piece;
        loop {
            while let Some((cell, behind)) = fast_cells::cell(rest) {
                self.set(&cell);
                self.leave()?;
                rest = behind;
            }
            let mut reader = reader(rest);
            loop {
                let event = reader.read_event().map_err(|error| broken(&error))?;
                self.take(&event)?;
                match event {
                    Event::Eof => return Ok(()),
                    Event::Start(element) if element.local_name().as_ref() == "row" => break,
                    Event::End(element) if element.local_name().as_ref() == "c" => break,
                    _ => {}
                }
            }
            let read = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            rest = rest.get(read..).unwrap_or_default();
        }
    }

    fn set(&mut self, Plain { at, style, kind, value }: &Plain<'_>) {
        (self.row, self.column) = *at;
        (self.kind, self.style, self.is_formula) = (*kind, *style, false);
        self.value.clear();
        self.value.push_str(value);
    }

    fn take(&mut self, event: &Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(element) => self.enter(element)?,
            Event::End(element) => match element.local_name().as_ref() {
                "v" | "t" => self.is_value = false,
                "rPh" => self.is_reading = false,
                "c" => self.leave()?,
                _ => {}
            },
            Event::Text(text) if self.is_value => unescape(&text.xml10_content(), &mut self.value),
            Event::CData(text) if self.is_value => self.value.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if self.is_value => push_reference(reference, &mut self.value),
            _ => {}
        }
        if self.value.len() > MAX_CELL {
            return Err(Refusal::Cell { row: self.row, column: self.column });
        }
        Ok(())
    }

    fn enter(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.local_name().as_ref() {
            "row" => {
                let number = attribute(element, "r").and_then(|row| row.parse().ok());
                self.row = number.unwrap_or(self.row.saturating_add(1));
                self.column = 0;
            }
            "c" => self.begin(element),
            "f" => self.is_formula = true,
            "v" => self.is_value = self.kind != Kind::Text || self.value.is_empty(),
            "t" => self.is_value = !self.is_reading,
            "rPh" => self.is_reading = true,
            "mergeCell" => self.merges.extend(attribute(element, "ref").and_then(|range| merge(&range))),
            _ => {}
        }
        if self.merges.len() > MAX_ROWS { Err(Refusal::Rows) } else { Ok(()) }
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        self.value.clear();
        (self.kind, self.style, self.is_formula) = (Kind::Number, 0, false);
        self.column = self.column.saturating_add(1);
        for (name, attribute) in attributes(element) {
            match name {
                "r" => {
                    if let Some((row, column)) = position(&attribute.value) {
                        (self.row, self.column) = (row, column);
                    }
                }
                "s" => self.style = attribute.value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match attribute.value.as_ref() {
                        "s" => Kind::Shared,
                        "str" | "inlineStr" => Kind::Text,
                        "b" => Kind::Boolean,
                        "e" => Kind::Error,
                        "d" => Kind::Date,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
    }

    fn leave(&mut self) -> Result<(), Refusal> {
        let (row, column, is_formula) = (self.row, self.column, self.is_formula);
        let value = self.value.as_str();
        let (text, content) = match self.kind {
            _ if value.is_empty() => (String::new(), Content::Empty),
            Kind::Shared => {
                let text = value.parse().ok().and_then(|at| self.book.strings.get(at)).unwrap_or_default();
                return self.sheet.push(row, column, text, Content::Text, is_formula);
            }
            Kind::Text => return self.sheet.push(row, column, value, Content::Text, is_formula),
            Kind::Error => return self.sheet.push(row, column, value, Content::Error, is_formula),
            Kind::Boolean => {
                let shown = if matches!(value, "1" | "true") { "TRUE" } else { "FALSE" };
                return self.sheet.push(row, column, shown, Content::Boolean, is_formula);
            }
            Kind::Date => return self.sheet.push(row, column, value, Content::Date, is_formula),
            Kind::Number => self.number(),
        };
        self.sheet.push(row, column, &text, content, is_formula)
    }

    fn number(&self) -> (String, Content) {
        let Ok(value) = self.value.trim().parse::<f64>() else { return (self.value.clone(), Content::Text) };
        match self.book.styles.get(self.style).copied().unwrap_or_default() {
            Shown::Plain => (number::plain(value), Content::Number),
            Shown::Percent(decimals) => (number::percent(value, decimals), Content::Number),
            Shown::Date => (number::date(value, self.book.is_1904), Content::Date),
        }
    }
}

/// The row and column of a name such as `F37`.
pub(super) fn position(name: &str) -> Option<(u32, u32)> {
    let split = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(split);
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let digit = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?) + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    Some((row.parse().ok()?, column)).filter(|(row, column)| *row > 0 && *column > 0)
}

/// The rows and the first column of a range such as `B3:B22`.
fn merge(range: &str) -> Option<Merge> {
    let (from, to) = range.split_once(':')?;
    let ((first_row, column), (last_row, _)) = (position(from)?, position(to)?);
    Some(Merge { first_row, last_row, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_are_rows_and_columns() {
        for (name, wanted) in [
            ("A1", Some((1, 1))),
            ("F37", Some((37, 6))),
            ("XFD1048576", Some((1_048_576, 16_384))),
            ("aa3", Some((3, 27))),
        ] {
            assert_eq!(position(name), wanted, "{name}");
        }
        for name in ["", "A", "37", "A0", "Ä1", "ZZZZZZZZZZ1", "A99999999999"] {
            assert_eq!(position(name), None, "{name}");
        }
    }
}
