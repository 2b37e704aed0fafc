//! The cells of one sheet.

use crate::limits::MAX_ROWS;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::number::{self, Shown};
use crate::table::cells::sheet::{Content, Merge, Sheet};
use crate::table::cells::xls::bytes::{self, Records, f64_at, rk_at, u16_at, u32_at};
use crate::table::cells::xls::{Book, strings};

/// Where a cell is, from 1, and its style.
type Spot = (u32, u32, usize);

/// Reads the records of a sheet up to its end; charts within it are passed over.
pub(super) fn read(records: Records<'_>, book: &Book, mut sheet: Sheet) -> Result<Sheet, Refusal> {
    let mut merges = Vec::new();
    let mut formula = None;
    let mut depth = 0_usize;
    for (kind, data) in records {
        match kind {
            bytes::BOF => depth += 1,
            bytes::EOF if depth <= 1 => break,
            bytes::EOF => depth -= 1,
            _ if depth > 1 => {}
            bytes::MERGE_CELLS => merge(data, &mut merges)?,
            bytes::MUL_RK => mul_rk(data, book, &mut sheet)?,
            bytes::FORMULA => formula = formula_cell(data, book, &mut sheet)?,
            bytes::STRING => {
                if let Some((row, column)) = formula.take() {
                    sheet.push(row, column, &strings::long(data), Content::Text, true)?;
                }
            }
            _ => {
                if let (Some((row, column, style)), Some(data)) = (spot(data), data.get(6..)) {
                    single(kind, data, style, book, &mut |text, content| {
                        sheet.push(row, column, text, content, false)
                    })?;
                }
            }
        }
    }
    Ok(sheet.finish(&mut merges))
}

fn spot(data: &[u8]) -> Option<Spot> {
    Some((u32::from(u16_at(data, 0)?) + 1, u32::from(u16_at(data, 2)?) + 1, u16_at(data, 4)?.into()))
}

/// What a record of one cell says, after its place.
fn single(
    kind: u16,
    data: &[u8],
    style: usize,
    book: &Book,
    put: &mut dyn FnMut(&str, Content) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    match kind {
        bytes::LABEL_SST => {
            let text = u32_at(data, 0).and_then(|at| book.strings.get(at as usize));
            put(text.map_or("", String::as_str), Content::Text)
        }
        bytes::LABEL => put(&strings::long(data), Content::Text),
        bytes::BOOL_ERR => match (data.first(), data.get(1)) {
            (Some(code), Some(1)) => put(error(*code), Content::Error),
            (Some(value), _) => put(boolean(*value), Content::Boolean),
            _ => Ok(()),
        },
        bytes::NUMBER | bytes::RK => {
            let value = if kind == bytes::RK { rk_at(data, 0) } else { f64_at(data, 0) };
            let Some(value) = value else { return Ok(()) };
            let (text, content) = shown(value, style, book);
            put(&text, content)
        }
        _ => Ok(()),
    }
}

fn mul_rk(data: &[u8], book: &Book, sheet: &mut Sheet) -> Result<(), Refusal> {
    let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return Ok(()) };
    let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
    for (column, cell) in (u32::from(first) + 1..).zip(cells.chunks_exact(6)) {
        let (style, value) = (u16_at(cell, 0).unwrap_or(0), rk_at(cell, 2).unwrap_or(0.0));
        let (text, content) = shown(value, style.into(), book);
        sheet.push(u32::from(row) + 1, column, &text, content, false)?;
    }
    Ok(())
}

/// Puts what a formula was worked out to; where it is a text, that comes in the next record, and its place is given back.
fn formula_cell(data: &[u8], book: &Book, sheet: &mut Sheet) -> Result<Option<(u32, u32)>, Refusal> {
    let (Some((row, column, style)), Some(value)) = (spot(data), data.get(6..14)) else { return Ok(None) };
    let code = value.get(2).copied().unwrap_or(0);
    match (value.first(), u16_at(value, 6)) {
        (Some(0), Some(u16::MAX)) => return Ok(Some((row, column))),
        (Some(1), Some(u16::MAX)) => sheet.push(row, column, boolean(code), Content::Boolean, true)?,
        (Some(2), Some(u16::MAX)) => sheet.push(row, column, error(code), Content::Error, true)?,
        (Some(3), Some(u16::MAX)) => sheet.push(row, column, "", Content::Empty, true)?,
        _ => {
            let (text, content) = shown(f64_at(value, 0).unwrap_or(0.0), style, book);
            sheet.push(row, column, &text, content, true)?;
        }
    }
    Ok(None)
}

fn shown(value: f64, style: usize, book: &Book) -> (String, Content) {
    match book.styles.get(style).copied().unwrap_or_default() {
        Shown::Plain => (number::plain(value), Content::Number),
        Shown::Percent(decimals) => (number::percent(value, decimals), Content::Number),
        Shown::Date => (number::date(value, book.is_1904), Content::Date),
    }
}

fn merge(data: &[u8], merges: &mut Vec<Merge>) -> Result<(), Refusal> {
    for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
        let at = |at| u32::from(u16_at(range, at).unwrap_or(0)) + 1;
        merges.push(Merge { first_row: at(0), last_row: at(2), column: at(4) });
    }
    if merges.len() > MAX_ROWS { Err(Refusal::Rows) } else { Ok(()) }
}

fn boolean(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

/// The errors of MS-XLS 2.5.10.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
