//! Sheets of every kind of spreadsheet, in one shape. All text of a sheet lies in one string and each cell is a span of
//! it, so that a hundred thousand rows are a few large pieces of memory and not millions of small ones.

use crate::limits::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_TEXT};
use crate::table::cells::diagnostics::Refusal;

/// A sheet: those of its rows that have something in them.
#[derive(Debug, Default)]
pub struct Sheet {
    /// What its tab says; none for a text file, which is one sheet without a tab.
    pub name: Option<String>,
    /// Whether the one who made the file hid it.
    pub is_hidden: bool,
    rows: Vec<Span>,
    cells: Vec<Stored>,
    text: String,
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// From 1, as the spreadsheet shows it; in a text file, the line that it begins in.
    pub number: u32,
    cells: &'a [Stored],
    text: &'a str,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// From 1: A is 1.
    pub column: u32,
    /// What it says, as the spreadsheet shows it: 1 and not 1.0, 50% and not 0.5, TRUE, 2026-01-02, #REF!.
    pub text: &'a str,
    /// What it is.
    pub content: Content,
    /// Whether a formula gave its value.
    pub is_formula: bool,
    /// Whether its value stands in a cell above that it is merged with.
    pub is_merged: bool,
}

/// What a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Nothing, or a formula that nobody worked out.
    #[default]
    Empty,
    /// Text; everything in a text file is.
    Text,
    /// A number.
    Number,
    /// TRUE or FALSE.
    Boolean,
    /// A day or a time.
    Date,
    /// An error such as #REF!.
    Error,
}

#[derive(Clone, Copy, Debug)]
struct Span {
    number: u32,
    from: u32,
    to: u32,
}

#[derive(Clone, Copy, Debug)]
struct Stored {
    from: u32,
    to: u32,
    column: u16,
    content: Content,
    is_formula: bool,
    is_merged: bool,
}

impl Sheet {
    /// A sheet with nothing in it yet.
    pub(crate) fn new(name: Option<String>, is_hidden: bool) -> Self {
        Self { name, is_hidden, ..Self::default() }
    }

    /// Its rows that have something in them, from the top.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().map(|row| Row {
            number: row.number,
            cells: self.cells.get(row.from as usize..row.to as usize).unwrap_or_default(),
            text: &self.text,
        })
    }

    /// Adds a cell right of or below the last one; columns beyond [`MAX_COLUMNS`] may be empty only.
    pub(crate) fn push(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        content: Content,
        is_formula: bool,
    ) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() && !is_formula {
            return Ok(());
        }
        if row as usize > MAX_ROWS {
            return Err(Refusal::Rows);
        }
        if text.len() > MAX_CELL {
            return Err(Refusal::Cell { row, column });
        }
        let within = u16::try_from(column).ok().filter(|column| usize::from(*column) <= MAX_COLUMNS);
        let column = within.ok_or(Refusal::Columns { row, column })?;
        if self.text.len() + text.len() > MAX_TEXT {
            return Err(Refusal::Text);
        }
        let from = index(self.text.len());
        self.text.push_str(text);
        let content = if text.is_empty() { Content::Empty } else { content };
        let to = index(self.text.len());
        self.put(row, Stored { from, to, column, content, is_formula, is_merged: false });
        Ok(())
    }

    /// Puts a cell into the last row, or into a new one below it. A file whose rows go backwards is put in order
    /// afterwards.
    fn put(&mut self, number: u32, cell: Stored) {
        let from = index(self.cells.len());
        self.cells.push(cell);
        match self.rows.last_mut() {
            Some(row) if row.number == number => row.to = from + 1,
            _ => self.rows.push(Span { number, from, to: from + 1 }),
        }
    }

    /// Sorts rows and cells, and gives the value of each merged range to the cells below its first one, in rows that
    /// have something in them. Not to those right of it: a stem drawn over three columns is one stem.
    pub(crate) fn finish(mut self, merges: &mut [Merge]) -> Self {
        self.rows.sort_by_key(|row| row.number);
        for row in &self.rows {
            let cells = self.cells.get_mut(row.from as usize..row.to as usize).unwrap_or_default();
            cells.sort_by_key(|cell| cell.column);
        }
        if !merges.is_empty() {
            merges.sort_unstable();
            self.fill(merges);
        }
        self
    }

    /// Goes down the rows with the merges that reach into each; of two for one column the later one holds.
    fn fill(&mut self, merges: &[Merge]) {
        let cells = std::mem::take(&mut self.cells);
        let mut filled = Vec::with_capacity(cells.len());
        let mut open: std::collections::BTreeMap<u32, (u32, Option<Stored>)> = std::collections::BTreeMap::new();
        let mut merges = merges.iter().peekable();
        for row in &mut self.rows {
            let own = cells.get(row.from as usize..row.to as usize).unwrap_or_default();
            let at = |column: u32| own.iter().find(|cell| u32::from(cell.column) == column);
            while let Some(merge) = merges.next_if(|merge| merge.first_row <= row.number) {
                let anchor = at(merge.column).filter(|_| merge.first_row == row.number);
                open.insert(merge.column, (merge.last_row, anchor.copied()));
            }
            open.retain(|_, (last, anchor)| *last >= row.number && anchor.is_some());
            row.from = index(filled.len());
            filled.extend_from_slice(own);
            let below = open.iter().filter(|(column, _)| at(**column).is_none());
            filled.extend(below.filter_map(|(_, (_, anchor))| *anchor).map(|cell| Stored { is_merged: true, ..cell }));
            row.to = index(filled.len());
            let cells = filled.get_mut(row.from as usize..).unwrap_or_default();
            cells.sort_by_key(|cell| cell.column);
        }
        self.cells = filled;
    }
}

/// A range of merged cells: its first column, from its first to its last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Merge {
    /// Where it begins, from 1.
    pub(crate) first_row: u32,
    /// Where it ends.
    pub(crate) last_row: u32,
    /// From 1.
    pub(crate) column: u32,
}

impl<'a> Row<'a> {
    /// Its cells that have something in them, from the left.
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        self.cells.iter().map(move |cell| self.shown(*cell))
    }

    /// The cell of a column, from 1; an empty one where there is nothing.
    pub fn cell(self, column: u32) -> Cell<'a> {
        let found = self.cells.binary_search_by_key(&column, |cell| u32::from(cell.column));
        let cell = found.ok().and_then(|at| self.cells.get(at)).map(|cell| self.shown(*cell));
        cell.unwrap_or(Cell { column, text: "", content: Content::Empty, is_formula: false, is_merged: false })
    }

    /// What the cell of a column says.
    pub fn text(self, column: u32) -> &'a str {
        self.cell(column).text
    }

    fn shown(self, cell: Stored) -> Cell<'a> {
        let Stored { from, to, column, content, is_formula, is_merged } = cell;
        let text = self.text.get(from as usize..to as usize).unwrap_or_default();
        Cell { column: column.into(), text, content, is_formula, is_merged }
    }
}

/// Texts and cells of a sheet are bounded by [`MAX_TEXT`] and by rows and columns, so their indexes fit.
fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a sheet has less than four billion bytes and cells")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: &[(u32, u32, &str)], merges: &[(u32, u32, u32)]) -> Vec<String> {
        let mut sheet = Sheet::new(None, false);
        for (row, column, text) in cells {
            sheet.push(*row, *column, text, Content::Text, false).expect("within bounds");
        }
        let merge = |&(first_row, last_row, column)| Merge { first_row, last_row, column };
        let mut merges: Vec<Merge> = merges.iter().map(merge).collect();
        let sheet = sheet.finish(&mut merges);
        let shown = |row: Row<'_>| row.cells().map(|cell| format!("{}{}", cell.column, cell.text)).collect::<Vec<_>>();
        sheet.rows().map(|row| format!("{}: {}", row.number, shown(row).join(" "))).collect()
    }

    #[test]
    fn a_merged_value_belongs_to_the_rows_that_have_something_in_them() {
        let cells = [(2, 1, "家庭"), (2, 2, "甲"), (3, 2, "乙"), (5, 2, "丙"), (7, 2, "丁")];
        assert_eq!(sheet(&cells, &[(2, 6, 1)]), ["2: 1家庭 2甲", "3: 1家庭 2乙", "5: 1家庭 2丙", "7: 2丁"]);
    }

    #[test]
    fn an_empty_merged_range_gives_nothing() {
        assert_eq!(sheet(&[(2, 2, "甲"), (3, 1, "乙")], &[(1, 4, 1), (2, 3, 3)]), ["2: 2甲", "3: 1乙"]);
    }

    #[test]
    fn cells_out_of_order_are_put_in_order() {
        assert_eq!(sheet(&[(3, 1, "乙"), (2, 2, "乙"), (2, 1, "甲")], &[]), ["2: 1甲 2乙", "3: 1乙"]);
    }

    #[test]
    fn a_cell_far_out_is_refused_and_takes_no_room() {
        let mut sheet = Sheet::new(None, false);
        assert!(sheet.push(1_048_576, 16_384, "x", Content::Text, false).is_err());
        assert!(sheet.push(1_048_576, 16_384, " ", Content::Text, false).is_ok());
        assert!(sheet.push(1_048_577, 1, "x", Content::Text, false).is_err());
        assert_eq!(sheet.rows().len(), 0);
    }
}
