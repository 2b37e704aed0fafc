//! The cells of one sheet.

use quick_xml::events::{BytesStart, Event};

use super::super::number::{self, Shown};
use super::super::part::{attribute, attributes, broken, part, push_reference};
use super::super::refuse::Refusal;
use super::super::sheet::{Content, Merge, Sheet};
use super::Book;
use super::strings::unescape;
use crate::limits::{MAX_CELL, MAX_ROWS};
use crate::package::Package;

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    Date,
}

/// Reads the cells of the sheet that is in a part.
pub(super) fn read(package: &mut Package<'_>, name: &str, book: &Book, sheet: Sheet) -> Result<Sheet, Refusal> {
    let mut part = part(package, name)?;
    let mut buffer = Vec::new();
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
    loop {
        buffer.clear();
        match part.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(element) => cursor.enter(&element)?,
            Event::End(element) => match element.local_name().as_ref() {
                "v" | "t" => cursor.is_value = false,
                "rPh" => cursor.is_reading = false,
                "c" => cursor.leave()?,
                _ => {}
            },
            Event::Text(text) if cursor.is_value => unescape(&text.xml10_content(), &mut cursor.value),
            Event::CData(text) if cursor.is_value => cursor.value.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if cursor.is_value => push_reference(&reference, &mut cursor.value),
            Event::Eof => break,
            _ => {}
        }
        if cursor.value.len() > MAX_CELL {
            return Err(Refusal::Cell { row: cursor.row, column: cursor.column });
        }
    }
    Ok(cursor.sheet.finish(&mut cursor.merges))
}

impl Cursor<'_> {
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
fn position(name: &str) -> Option<(u32, u32)> {
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
