//! Banks to tables: xlsx for people, csv and tsv for programs.

pub(crate) mod annotate;
mod columns;
mod copy_source;
mod examples;
mod losses;
pub(crate) mod template;

use std::collections::BTreeMap;

use crate::diagnostics::Code;
use rust_xlsxwriter::{Format as Look, FormatAlign, Workbook, Worksheet, XlsxError};
use sixinto_core::Id;
use sixinto_core::bank::{BankFile, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::date::Date;

use crate::diagnostics::{Finding, Place, Position};
use crate::table::write::columns::{Column, columns};
use crate::{Found, Input, Progress, Reading, Writing, Written};

/// Excel takes a text file for UTF-8 only where it begins with this.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A bank as a workbook of one sheet.
///
/// # Errors
/// Where a spreadsheet cannot hold it: too many rows, or a text that is too long.
pub(crate) fn xlsx(bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
    let Sorted { kept, losses, columns } = sort(bank, writing);
    let mut book = Workbook::new();
    let filled = fill(book.add_worksheet(), &columns, &kept, writing);
    let bytes = filled.and_then(|()| book.save_to_buffer()).map_err(|error| unwritable(&error))?;
    Ok(Written { bytes, losses })
}

/// A bank as lines of cells with a sign between them.
pub(crate) fn delimited(bank: &BankFile, writing: &Writing<'_>, delimiter: char) -> Written {
    let Sorted { kept, losses, columns } = sort(bank, writing);
    let text = lines(&kept, &columns, writing, delimiter);
    Written { bytes: text.into_bytes(), losses }
}

fn lines(questions: &[&QuestionFields], columns: &[Column], writing: &Writing<'_>, delimiter: char) -> String {
    let mut text = BYTE_ORDER_MARK.to_owned();
    push_line(&mut text, columns.iter().map(|column| column.header(writing.lang)), delimiter);
    for (at, question) in questions.iter().enumerate() {
        push_line(&mut text, columns.iter().map(|column| harmless(column.cell(question, writing))), delimiter);
        (writing.progress)(Progress { done: at + 1, of: Some(questions.len()) });
    }
    text
}

/// A line of cells, as RFC 4180 quotes them.
fn push_line(text: &mut String, cells: impl Iterator<Item = String>, delimiter: char) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(delimiter);
        }
        if cell.contains([delimiter, '"', '\n', '\r']) {
            text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// Writes the header and a row for each question, and sets the sheet up for reading.
pub(crate) fn fill(
    sheet: &mut Worksheet,
    columns: &[Column],
    questions: &[&QuestionFields],
    writing: &Writing<'_>,
) -> Result<(), XlsxError> {
    let wrapped = Look::new().set_text_wrap().set_align(FormatAlign::Top);
    head(sheet, columns, writing.lang)?;
    for (row, question) in (1_u32..).zip(questions) {
        for (at, column) in (0_u16..).zip(columns) {
            let cell = column.cell(question, writing);
            if !cell.is_empty() {
                sheet.write_string_with_format(row, at, cell, &wrapped)?;
            }
        }
        (writing.progress)(Progress { done: row as usize, of: Some(questions.len()) });
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, columns: &[Column], lang: &str) -> Result<(), XlsxError> {
    let bold = Look::new().set_bold().set_background_color(0x00DD_EBF7).set_align(FormatAlign::VerticalCenter);
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, at, column.header(lang), &bold)?;
        sheet.set_column_width(at, width(*column))?;
    }
    sheet.set_row_height(0, 24)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// How wide a column is, in letters: wide enough that a usual cell takes one or two lines.
fn width(column: Column) -> f64 {
    match column {
        Column::Stem | Column::Explanation => 48.0,
        Column::Choice(_) | Column::Why(_) | Column::Action | Column::Source => 26.0,
        Column::Id | Column::SourceId => 20.0,
        Column::AsOf | Column::ReviewBy | Column::Themes | Column::Topic => 14.0,
        Column::Kind | Column::Difficulty | Column::Answer | Column::Article => 10.0,
    }
}

/// A cell that no spreadsheet takes for a formula: a text that begins as one gets the apostrophe by which spreadsheets
/// mark texts. Reading takes it off.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\'']) { format!("'{cell}") } else { cell }
}

/// The questions that a table holds, what it does not, and the columns for that.
struct Sorted<'a> {
    kept: Vec<&'a QuestionFields>,
    losses: Vec<crate::Loss>,
    columns: Vec<Column>,
}

fn sort<'a>(bank: &'a BankFile, writing: &Writing<'_>) -> Sorted<'a> {
    let (mut tried, mut losses) = (Vec::new(), Vec::new());
    for question in &bank.questions {
        match losses::whole(question, writing) {
            Some(loss) => losses.push(loss),
            None => tried.push(question),
        }
    }
    let mut kept = Vec::with_capacity(tried.len());
    for (question, got) in tried.iter().zip(read_back(bank, &tried, writing)) {
        let lost = losses::on_the_way(question, got.as_ref(), writing);
        if !lost.iter().any(|loss| loss.whole) {
            losses.extend(losses::parts(bank, question, writing));
            kept.push(*question);
        }
        losses.extend(lost);
    }
    let columns = columns(&kept);
    Sorted { kept, losses, columns }
}

/// What the reading makes of each question: the surest way to know what a table holds.
fn read_back(bank: &BankFile, tried: &[&QuestionFields], writing: &Writing<'_>) -> Vec<Option<QuestionFields>> {
    let quiet = Writing { progress: &|_: Progress| {}, ..*writing };
    let text = lines(tried, &columns(tried), &quiet, ',');
    let reading = Reading {
        bank: &bank.id,
        lang: bank.lang.unwrap_or_default(),
        theme: None,
        topic: &Id::default(),
        themes: writing.themes,
        topics: writing.topics,
        type_codes: &BTreeMap::new(),
        today: Date::default(),
        progress: &|_: Progress| {},
    };
    let mut found = vec![None; tried.len()];
    let imported = crate::table::read::read(&Input { name: "", bytes: text.as_bytes() }, &reading);
    for Found { question, place, .. } in imported.map(|imported| imported.questions).unwrap_or_default() {
        // The first question stands in the second row, under the header.
        let at = if let Position::Cell { row, .. } = place.position { row as usize - 2 } else { continue };
        if let Some(seat) = found.get_mut(at) {
            *seat = Some(question);
        }
    }
    found
}

pub(crate) fn unwritable(error: &dyn std::error::Error) -> Box<Finding> {
    Box::new(Finding::error(
        Code::TableUnwritable,
        Place::whole(""),
        Words::new(format!("表格写不出来：{error}"), format!("the table cannot be written: {error}")),
        Words::new("把题库分成几个小的", "split the bank into smaller ones"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format as _;
    use crate::table::Spreadsheet;
    use crate::table::write::copy_source::sheets;
    use crate::table::write::examples::examples;

    fn bank() -> BankFile {
        let lang = Some("zh-CN".parse().expect("a language"));
        BankFile {
            format: 1,
            id: "trial".parse().expect("an id"),
            lang,
            questions: examples("zh-CN"),
            ..BankFile::default()
        }
    }

    /// What another hand reads in the cells of a table, row by row.
    fn rows(bank: &BankFile, table: Spreadsheet) -> Vec<Vec<String>> {
        let names = crate::Names::default();
        let writing = Writing { lang: "zh-CN", themes: &names, topics: &names, progress: &|_: Progress| {} };
        let bytes = table.write(bank, &writing).expect("a table").bytes;
        let sheet = sheets(&Input { name: "trial", bytes: &bytes }).expect("sheets").remove(0);
        let mut rows = Vec::new();
        for (row, column, cell) in sheet.cells {
            rows.resize(rows.len().max(row as usize + 1), Vec::new());
            let row: &mut Vec<String> = &mut rows[row as usize];
            row.resize(row.len().max(column as usize + 1), String::new());
            row[column as usize] = cell.to_string();
        }
        rows
    }

    #[test]
    fn every_kind_of_table_has_the_same_cells() {
        let rows_of = |table| rows(&bank(), table);
        let xlsx = rows_of(Spreadsheet::Xlsx);
        assert_eq!(rows_of(Spreadsheet::Csv), xlsx);
        assert_eq!(rows_of(Spreadsheet::Tsv), xlsx);
        assert_eq!(xlsx[0][..7], ["编号", "题型", "主题", "主题内分类", "难度", "题干", "选项A"]);
        let column = |header: &str| xlsx[0].iter().position(|cell| cell == header).expect("a column");
        let answers: Vec<&str> =
            xlsx[1..].iter().map(|row| row.get(column("正确答案")).map_or("", String::as_str)).collect();
        assert_eq!(answers, ["B", "ABD", "错", "119|120", "110±10 次", "ABCD", ""]);
        assert_eq!(xlsx[7][column("选项A")], "119 → 火警");
        assert_eq!(xlsx[1][column("选项A说明")], "开关会打火花，可能引爆燃气。");
    }

    #[test]
    fn a_column_that_no_question_needs_is_not_written() {
        let mut bank = bank();
        bank.questions.drain(..2);
        let header = rows(&bank, Spreadsheet::Xlsx).remove(0);
        assert!(!header.iter().any(|cell| cell == "怎么做" || cell == "依据" || cell.ends_with("说明")), "{header:?}");
    }

    #[test]
    fn a_text_that_begins_as_a_formula_stays_a_text() {
        assert_eq!(harmless("=1+1".to_owned()), "'=1+1");
        assert_eq!(harmless("119".to_owned()), "119");
        let mut bank = bank();
        bank.questions[2].stem = crate::builders::plain("=1+1");
        assert_eq!(rows(&bank, Spreadsheet::Xlsx)[3][5], "=1+1");
        assert_eq!(rows(&bank, Spreadsheet::Csv)[3][5], "=1+1");
    }
}
