//! A trainer's table as it stands, cell by cell: for copying it, not for understanding it.

use std::collections::BTreeMap;
use std::io::Cursor;

use crate::diagnostics::Code;
use calamine::{Data, Dimensions, Reader as _, SheetVisible, Sheets, open_workbook_auto_from_rs};
use sixinto_core::check::Words;

use crate::Input;
use crate::diagnostics::{Finding, Place};
use crate::table::{Container, container};

/// A sheet of the file; a text file is one sheet.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Nothing for a text file.
    pub(crate) name: Option<String>,
    pub(crate) is_hidden: bool,
    /// Rows and columns count from 0 in the sheet.
    pub(crate) cells: Vec<(u32, u32, Data)>,
    /// By row and column.
    pub(crate) formulas: BTreeMap<(u32, u32), String>,
    pub(crate) merged: Vec<Dimensions>,
}

type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// All sheets of a file.
///
/// # Errors
/// Where it is no table that can be read.
pub(crate) fn sheets(input: &Input<'_>) -> Result<Vec<Sheet>, Box<Finding>> {
    if let Container::None = container(input.bytes) {
        return Ok(vec![delimited(input)?]);
    }
    let book = open_workbook_auto_from_rs(Cursor::new(input.bytes));
    let mut book: Book<'_> = book.map_err(|error| unreadable(input, &error))?;
    let hidden: Vec<bool> = book.sheets_metadata().iter().map(|sheet| sheet.visible != SheetVisible::Visible).collect();
    let names = book.sheet_names();
    names.into_iter().zip(hidden).map(|(name, is_hidden)| sheet(&mut book, name, is_hidden, input)).collect()
}

fn sheet(book: &mut Book<'_>, name: String, is_hidden: bool, input: &Input<'_>) -> Result<Sheet, Box<Finding>> {
    let range = book.worksheet_range(&name).map_err(|error| unreadable(input, &error))?;
    let (top, left) = range.start().unwrap_or_default();
    let cells = range.used_cells().map(|(row, column, cell)| (top + size(row), left + size(column), cell.clone()));
    let cells = cells.collect();
    let formulas = book.worksheet_formula(&name).unwrap_or_default();
    let (top, left) = formulas.start().unwrap_or_default();
    let formulas = formulas.used_cells().filter(|(.., formula)| !formula.is_empty());
    let formulas = formulas.map(|(row, column, formula)| ((top + size(row), left + size(column)), formula.clone()));
    let formulas = formulas.collect();
    let merged = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(&name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(&name).unwrap_or_default(),
        _ => Vec::new(),
    };
    Ok(Sheet { name: Some(name), is_hidden, cells, formulas, merged })
}

fn delimited(input: &Input<'_>) -> Result<Sheet, Box<Finding>> {
    let mut sheet = Sheet::default();
    for row in crate::table::open(input)?.iter().flat_map(crate::table::Sheet::rows) {
        let cells = row.cells().map(|cell| (row.number - 1, cell.column - 1, Data::String(cell.text.to_owned())));
        sheet.cells.extend(cells);
    }
    Ok(sheet)
}

fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn unreadable(input: &Input<'_>, error: &dyn std::error::Error) -> Box<Finding> {
    Box::new(Finding::error(
        Code::TableUnreadable,
        Place::whole(input.name),
        Words::new(format!("表格读不出来：{error}"), format!("the table cannot be read: {error}")),
        Words::new("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in a spreadsheet program and save it as .xlsx"),
    ))
}
