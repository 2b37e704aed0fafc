//! Tables of every kind as rows of texts.

use crate::Input;
use crate::diagnostics::{Finding, Place, Quote};
use crate::table::{self, Sheet};

/// A sheet.
#[derive(Debug)]
pub(super) struct Grid {
    file: String,
    sheet: Option<String>,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) cells: Vec<String>,
}

/// The sheets of a file that can be seen.
pub(super) fn open(input: &Input<'_>) -> Result<Vec<Grid>, Box<Finding>> {
    let sheets = table::open(input)?.into_iter().filter(|sheet| !sheet.is_hidden);
    let grid = |sheet: Sheet| {
        let rows = sheet.rows().map(|row| Row { number: row.number, cells: texts(row) }).collect();
        Grid { file: input.name.to_owned(), sheet: sheet.name, rows }
    };
    Ok(sheets.map(grid).collect())
}

/// What the cells of a row say, with empty ones between them.
fn texts(row: table::Row<'_>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for cell in row.cells() {
        let at = cell.column.saturating_sub(1) as usize;
        texts.resize(at.max(texts.len()), String::new());
        texts.push(cell.text.to_owned());
    }
    texts
}

impl Grid {
    /// The place of a row.
    pub(super) fn place(&self, row: &Row) -> Place {
        Place::row(&self.file, self.sheet.as_deref(), row.number)
    }

    /// The place of all of it.
    pub(super) fn whole(&self) -> Place {
        Place { part: self.sheet.as_deref().map(Into::into), ..Place::whole(&self.file) }
    }
}

impl Row {
    /// What stands in a column, from 0.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The row in one line, with a cell marked.
    pub(super) fn quote(&self, column: usize) -> Quote {
        let joined = self.cells.join(" │ ");
        let from: usize = self.cells.iter().take(column).map(|cell| cell.len() + " │ ".len()).sum();
        let to = from + self.cells.get(column).map_or(0, String::len);
        Quote::new(&joined, from.min(joined.len()), to.min(joined.len()))
    }
}
