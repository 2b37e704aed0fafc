//! `.ods`: one file of XML in a package, with runs of equal cells and rows written once (ODF 1.2).
//!
//! Own code rather than `calamine`: that one writes out every run (a space repeated four billion times is one short
//! attribute) and does not tell merged cells.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use crate::limits::{MAX_CELL, MAX_REPEATS, MAX_ROWS};
use crate::package::Package;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::number;
use crate::table::cells::sheet::{Content, Merge, Sheet};
use crate::table::cells::xml_part::{attribute, broken, part, push_reference};

/// Whether a package is such a file.
pub(crate) fn is_workbook(package: &Package<'_>) -> bool {
    package.has("content.xml") && package.has("mimetype") && !package.has("word/document.xml")
}

/// Every sheet.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>, (Refusal, Option<String>)> {
    let mut reading = Reading::default();
    let result = reading.all(package);
    result.map_err(|refusal| (refusal, reading.sheet.and_then(|sheet| sheet.name)))?;
    Ok(reading.sheets)
}

#[derive(Default)]
struct Reading {
    sheets: Vec<Sheet>,
    hidden: BTreeSet<String>,
    style: Option<String>,
    sheet: Option<Sheet>,
    merges: Vec<Merge>,
    row: u32,
    row_repeat: u32,
    /// How many rows with something in them stood for more of the same.
    n_repeats: usize,
    column: u32,
    cells: Vec<Held>,
    cell: Option<Held>,
    /// How deep in notes and drawings, whose text is not the cell's.
    depth: usize,
    is_paragraph: bool,
}

/// A cell of the row that is being read.
struct Held {
    column: u32,
    repeat: u32,
    text: String,
    content: Content,
    is_formula: bool,
    /// Whether its text stands in an attribute, and what it holds is how that looks.
    is_known: bool,
    rows: u32,
    n_paragraphs: usize,
}

impl Reading {
    fn all(&mut self, package: &mut Package<'_>) -> Result<(), Refusal> {
        let mut part = part(package, "content.xml")?;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match part.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
                Event::Start(element) => self.enter(&element)?,
                Event::End(element) => self.leave(element.local_name().as_ref())?,
                Event::Text(text) => self.text(&text.xml10_content())?,
                Event::CData(text) => self.text(&text.xml10_content())?,
                Event::GeneralRef(reference) => {
                    let mut text = String::new();
                    push_reference(&reference, &mut text);
                    self.text(&text)?;
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn enter(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = element.local_name();
        match name.as_ref() {
            "annotation" | "shapes" | "frame" => self.depth += 1,
            _ if self.depth > 0 => {}
            "style" => self.style = attribute(element, "name"),
            "table-properties" if attribute(element, "display").is_some_and(|display| display == "false") => {
                self.hidden.extend(self.style.take());
            }
            "table" => {
                let is_hidden = attribute(element, "style-name").is_some_and(|style| self.hidden.contains(&style));
                self.sheet = Some(Sheet::new(attribute(element, "name"), is_hidden));
                (self.row, self.column) = (0, 0);
                self.merges.clear();
            }
            "table-row" => {
                self.row_repeat = repeat(element, "number-rows-repeated");
                (self.row, self.column) = (self.row.saturating_add(1), 0);
            }
            "table-cell" | "covered-table-cell" => {
                let held = held(element, self.column.saturating_add(1));
                self.column = self.column.saturating_add(held.repeat);
                self.cell = Some(held);
            }
            "p" => self.paragraph()?,
            "s" => {
                let n = repeat(element, "c") as usize;
                self.text(&" ".repeat(n.min(MAX_CELL + 1)))?;
            }
            "tab" => self.text("\t")?,
            "line-break" => self.text("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn paragraph(&mut self) -> Result<(), Refusal> {
        self.is_paragraph = true;
        let Some(cell) = &mut self.cell else { return Ok(()) };
        cell.n_paragraphs += 1;
        if cell.n_paragraphs > 1 { self.text("\n") } else { Ok(()) }
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        let Some(cell) = self.cell.as_mut().filter(|cell| !cell.is_known && self.is_paragraph && self.depth == 0)
        else {
            return Ok(());
        };
        cell.text.push_str(text);
        let fits = cell.text.len() <= MAX_CELL;
        fits.then_some(()).ok_or(Refusal::Cell { row: self.row, column: cell.column })
    }

    fn leave(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "annotation" | "shapes" | "frame" => self.depth = self.depth.saturating_sub(1),
            _ if self.depth > 0 => {}
            "p" => self.is_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                let cell = self.cell.take();
                self.cells.extend(cell.filter(|cell| !cell.text.trim().is_empty() || cell.is_formula));
            }
            "table-row" => self.end_row()?,
            "table" => {
                let merges = &mut self.merges;
                self.sheets.extend(self.sheet.take().map(|sheet| sheet.finish(merges)));
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts the cells of a row into the sheet as often as it is repeated.
    fn end_row(&mut self) -> Result<(), Refusal> {
        let cells = std::mem::take(&mut self.cells);
        // In a file that is cut up, a row may end that never began.
        let last = self.row.saturating_add(self.row_repeat.saturating_sub(1));
        if let Some(sheet) = self.sheet.as_mut().filter(|sheet| !sheet.is_hidden && !cells.is_empty()) {
            self.n_repeats += (last - self.row) as usize;
            if self.n_repeats > MAX_REPEATS {
                return Err(Refusal::Repeats);
            }
            for row in self.row..=last {
                for cell in &cells {
                    for column in cell.column..cell.column.saturating_add(cell.repeat) {
                        sheet.push(row, column, &cell.text, cell.content, cell.is_formula)?;
                    }
                }
            }
            let merged = cells.iter().filter(|cell| cell.rows > 1);
            self.merges.extend(merged.map(|cell| {
                let last_row = self.row.saturating_add(cell.rows - 1);
                Merge { first_row: self.row, last_row, column: cell.column }
            }));
        }
        self.row = last;
        if self.merges.len() > MAX_ROWS { Err(Refusal::Rows) } else { Ok(()) }
    }
}

fn held(element: &BytesStart<'_>, column: u32) -> Held {
    let get = |name| attribute(element, name);
    let (kind, error) = (get("value-type").unwrap_or_default(), get("value-type").is_some_and(|kind| kind == "error"));
    let (text, content) = match kind.as_str() {
        "float" | "currency" => (get("value").map(|value| plain(&value)), Content::Number),
        "percentage" => (None, Content::Number),
        "boolean" => (get("boolean-value").map(|value| value.to_uppercase()), Content::Boolean),
        "date" => (get("date-value").map(|value| value.replace("T00:00:00", "").replace('T', " ")), Content::Date),
        "time" => (None, Content::Date),
        _ if error => (None, Content::Error),
        _ => (get("string-value").filter(|text| !text.is_empty()), Content::Text),
    };
    Held {
        column,
        repeat: repeat(element, "number-columns-repeated"),
        is_known: text.is_some(),
        text: text.unwrap_or_default(),
        content,
        is_formula: get("formula").is_some(),
        rows: repeat(element, "number-rows-spanned"),
        n_paragraphs: 0,
    }
}

fn plain(value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), number::plain)
}

fn repeat(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
