//! `.csv` and `.tsv`: rows as lines, cells between commas, tabs, semicolons or full-width commas.
//!
//! Own code rather than the `csv` crate: a full-width comma is three bytes, rows are numbered as a spreadsheet numbers
//! them (blank lines count, line breaks inside quotes do not), and a quote that never ends is told and not swallowed
//! with all the rows after it.

use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::sheet::{Content, Sheet};

/// What may stand between cells.
const DELIMITERS: [char; 4] = ['\t', ',', ';', '，'];

/// The one sheet that a text is.
pub(crate) fn read(text: &str) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::new(None, false);
    fill(&mut sheet, text)?;
    Ok(sheet.finish(&mut []))
}

/// The rows at the beginning of a text, up to where it breaks off or something is wrong.
pub(crate) fn beginning(text: &str) -> Sheet {
    let mut sheet = Sheet::new(None, false);
    // Whatever is wrong is told when all of it is read.
    let _ = fill(&mut sheet, text);
    sheet.finish(&mut [])
}

fn fill(sheet: &mut Sheet, text: &str) -> Result<(), Refusal> {
    let mut scanner = Scanner { text, at: 0, delimiter: delimiter(text) };
    let mut value = String::new();
    let (mut row, mut column) = (1, 1);
    while scanner.at < text.len() {
        let end = scanner.cell(&mut value).ok_or(Refusal::Quote { row, column })?;
        sheet.push(row, column, unguarded(&value), Content::Text, false)?;
        match end {
            End::Cell => column += 1,
            End::Row => (row, column) = (row + 1, 1),
        }
    }
    Ok(())
}

/// A text without the apostrophe by which spreadsheets, and our own writing, keep it from being a formula.
fn unguarded(value: &str) -> &str {
    let rest = value.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\'']));
    rest.unwrap_or(value)
}

/// The sign that splits the first lines into the most cells, outside of quotes; the stricter one where two do.
fn delimiter(text: &str) -> char {
    const LINES: usize = 20;
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut is_quoted = false;
    let mut lines = 0;
    for letter in text.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => lines += 1,
            _ if is_quoted => {}
            _ => {
                if let Some(count) =
                    DELIMITERS.iter().position(|known| *known == letter).and_then(|at| counts.get_mut(at))
                {
                    *count += 1;
                }
            }
        }
        if lines == LINES {
            break;
        }
    }
    // A full-width comma is also what a Chinese sentence has in it, so it is believed only where no other sign is.
    let ascii = DELIMITERS.into_iter().zip(counts).take(3).rev().max_by_key(|(_, count)| *count);
    ascii.filter(|(_, count)| *count > 0).map_or_else(|| if counts[3] > 0 { '，' } else { ',' }, |(sign, _)| sign)
}

/// Whether it is one of these signs that cells of a text stand between.
pub(crate) fn is_between(text: &str, signs: &[char]) -> bool {
    let sign = delimiter(text);
    signs.contains(&sign) && text.contains(sign)
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    delimiter: char,
}

enum End {
    Cell,
    Row,
}

impl Scanner<'_> {
    /// Reads the next cell; none if it begins with a quote that never ends.
    fn cell(&mut self, value: &mut String) -> Option<End> {
        value.clear();
        let rest = self.rest();
        let indent = rest.len() - rest.trim_start_matches([' ', '\u{feff}']).len();
        if rest.get(indent..).is_some_and(|rest| rest.starts_with('"')) {
            self.at += indent + 1;
            self.quoted(value)?;
        }
        let stop = |letter: char| letter == self.delimiter || letter == '\n' || letter == '\r';
        let rest = self.rest();
        let length = rest.find(stop).unwrap_or(rest.len());
        value.push_str(rest.get(..length).unwrap_or_default());
        self.at += length;
        let rest = self.rest();
        let letter = rest.chars().next();
        self.at += if rest.starts_with("\r\n") { 2 } else { letter.map_or(0, char::len_utf8) };
        Some(if letter == Some(self.delimiter) { End::Cell } else { End::Row })
    }

    /// Reads to the quote that ends a cell; a doubled one is one of the text.
    fn quoted(&mut self, value: &mut String) -> Option<()> {
        loop {
            let rest = self.rest();
            let length = rest.find('"')?;
            value.push_str(rest.get(..length).unwrap_or_default());
            self.at += length + 1;
            if !self.rest().starts_with('"') {
                return Some(());
            }
            value.push('"');
            self.at += 1;
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let sheet = read(text).expect("a table");
        let shown = |row: crate::table::cells::sheet::Row<'_>| {
            let cells: Vec<String> = row.cells().map(|cell| format!("{}{}", cell.column, cell.text)).collect();
            format!("{}: {}", row.number, cells.join(" "))
        };
        sheet.rows().map(shown).collect()
    }

    #[test]
    fn cells_are_between_whatever_splits_the_most() {
        for text in [
            "甲,乙\n丙,丁",
            "甲\t乙\n丙\t丁",
            "甲;乙\n丙;丁",
            "甲，乙\n丙，丁",
            "甲,乙\r\n丙,丁\r\n",
            "甲,\"乙\"\n \"丙\",丁",
        ] {
            assert_eq!(rows(text), ["1: 1甲 2乙", "2: 1丙 2丁"], "{text}");
        }
    }

    #[test]
    fn a_full_width_comma_is_text_where_others_split() {
        assert_eq!(rows("甲，乙,丙\n丁，戊,己"), ["1: 1甲，乙 2丙", "2: 1丁，戊 2己"]);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        assert_eq!(rows("a,b\n\n\"c\nd\",e\nf,\n"), ["1: 1a 2b", "3: 1c\nd 2e", "4: 1f"]);
    }

    #[test]
    fn quotes_within_a_cell_are_text() {
        assert_eq!(rows("a\"b,\"c\"\"d\"\n"), ["1: 1a\"b 2c\"d"]);
    }

    #[test]
    fn the_apostrophe_before_a_formula_is_no_text() {
        assert_eq!(rows("'=1+1,'quoted'\n'-5,''tis"), ["1: 1=1+1 2'quoted'", "2: 1-5 2'tis"]);
    }

    #[test]
    fn a_quote_without_an_end_is_told() {
        assert_eq!(read("a,b\nc,\"d\ne,f\n").map(|_| ()), Err(Refusal::Quote { row: 2, column: 2 }));
    }
}
