//! A copy of a trainer's table with the wrong cells coloured and the reason in a column beside them.
//!
//! The copy has every sheet, cell, formula and merged range of the file. It does not have its colours, fonts and
//! pictures: it is for mending the questions, and the file itself is not touched.

use std::collections::{BTreeMap, BTreeSet};

use calamine::Data;
use rust_xlsxwriter::{Format as Look, FormatAlign, Formula, Workbook, Worksheet, XlsxError};

use crate::diagnostics::{Code, Finding, Position};
use crate::table::write::copy_source::{Sheet, sheets};
use crate::table::write::unwritable;
use crate::{Input, Severity};

/// What stands above the column of reasons. Importing the copy passes over it, and marking it again writes over it.
pub(crate) const PROBLEMS: [&str; 2] = ["导入时发现的问题", "problems found by import"];
/// A warning of one sort that stands on more rows than this marks nothing any more.
const MOST_OF_A_SORT: usize = 20;
/// Cells are as wide as their text, up to this many letters.
const WIDEST: usize = 40;

/// The marked copy, as xlsx.
///
/// # Errors
/// Where the file cannot be read as a table.
pub fn annotated(input: &Input<'_>, findings: &[Finding], lang: &str) -> Result<Vec<u8>, Box<Finding>> {
    let marks = marks(findings, lang);
    let mut book = Workbook::new();
    for sheet in sheets(input)? {
        let own = marks.get(&sheet.name).cloned().unwrap_or_default();
        copy(book.add_worksheet(), &sheet, &own, lang).map_err(|error| unwritable(&error))?;
    }
    book.save_to_buffer().map_err(|error| unwritable(&error))
}

/// What is wrong with the rows of a sheet, by row, from 0.
type Marks = BTreeMap<u32, Mark>;

/// What is wrong with a row.
#[derive(Clone, Debug, Default)]
struct Mark {
    is_error: bool,
    columns: BTreeSet<u32>,
    reasons: Vec<String>,
}

fn marks(findings: &[Finding], lang: &str) -> BTreeMap<Option<String>, Marks> {
    let mut n_of: BTreeMap<Code, usize> = BTreeMap::new();
    for finding in findings {
        *n_of.entry(finding.code).or_default() += 1;
    }
    let is_shown = |finding: &&Finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => n_of.get(&finding.code).is_some_and(|n| *n <= MOST_OF_A_SORT),
        Severity::Note => false,
    };
    let mut marks: BTreeMap<Option<String>, Marks> = BTreeMap::new();
    for finding in findings.iter().filter(is_shown) {
        let Position::Cell { row, column, .. } = finding.at.position else { continue };
        let mark = marks
            .entry(finding.at.part.as_deref().map(str::to_owned))
            .or_default()
            .entry(row.saturating_sub(1))
            .or_default();
        mark.is_error |= finding.severity == Severity::Error;
        mark.columns.extend(column.map(|column| column.saturating_sub(1)));
        let (what, how) = (finding.message.get(lang), finding.help.get(lang));
        mark.reasons.push(if lang.starts_with("en") { format!("{what}: {how}") } else { format!("{what}。{how}") });
    }
    marks
}

fn copy(target: &mut Worksheet, sheet: &Sheet, marks: &Marks, lang: &str) -> Result<(), XlsxError> {
    if let Some(name) = &sheet.name {
        target.set_name(name)?;
    }
    target.set_hidden(sheet.is_hidden);
    for range in &sheet.merged {
        let (first, last) = (range.start, range.end);
        if first != last {
            target.merge_range(
                first.0,
                at(first.1),
                last.0,
                at(last.1),
                "",
                &Look::new().set_align(FormatAlign::Top),
            )?;
        }
    }
    let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
    let old = old_reasons(sheet);
    for (row, column, cell) in &sheet.cells {
        if old.is_some_and(|(head, own)| *row > head && *column == own) {
            continue;
        }
        let look = look(marks.get(row), Some(*column));
        match sheet.formulas.get(&(*row, *column)) {
            None => put(target, *row, *column, cell, &look)?,
            Some(formula) => {
                let formula = Formula::new(formula).set_result(cell.to_string());
                target.write_formula_with_format(*row, at(*column), formula, &look)?;
            }
        }
        let width = cell.to_string().chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>() + 2;
        let widest = widths.entry(*column).or_default();
        *widest = width.clamp(*widest, WIDEST.max(*widest));
    }
    for (column, width) in widths {
        target.set_column_width(at(column), f64::from(u32::try_from(width).unwrap_or(10)))?;
    }
    if marks.is_empty() { Ok(()) } else { reasons(target, sheet, marks, lang) }
}

/// The column of reasons, in the place of one that is there already or else behind everything.
fn reasons(target: &mut Worksheet, sheet: &Sheet, marks: &Marks, lang: &str) -> Result<(), XlsxError> {
    let behind = sheet.cells.iter().map(|(_, column, _)| column + 1).max().unwrap_or(0);
    let (head, column) = old_reasons(sheet).unwrap_or_else(|| (head_row(sheet, marks), behind));
    let bold = Look::new().set_bold();
    let title = if lang.starts_with("en") { PROBLEMS[1] } else { PROBLEMS[0] };
    target.write_string_with_format(head, at(column), title, &bold)?;
    target.set_column_width(at(column), 60)?;
    for (row, mark) in marks {
        target.write_string_with_format(*row, at(column), mark.reasons.join("\n"), &look(Some(mark), None))?;
    }
    let last = marks.keys().next_back().copied().unwrap_or(head).max(head);
    target.autofilter(head, 0, last, at(column))?;
    Ok(())
}

/// Where an earlier marking has put its column: row and column of the header.
fn old_reasons(sheet: &Sheet) -> Option<(u32, u32)> {
    let is_header = |cell: &Data| PROBLEMS.contains(&cell.to_string().as_str());
    sheet.cells.iter().find(|(.., cell)| is_header(cell)).map(|(row, column, _)| (*row, *column))
}

/// The header: the first row above everything marked in which most columns have something.
fn head_row(sheet: &Sheet, marks: &Marks) -> u32 {
    let mut filled: BTreeMap<u32, usize> = BTreeMap::new();
    for (row, ..) in &sheet.cells {
        *filled.entry(*row).or_default() += 1;
    }
    let first = marks.keys().next().copied().unwrap_or(0);
    let most = filled.range(..first).map(|(_, n)| *n).max().unwrap_or(0);
    filled.range(..first).find(|(_, n)| **n == most).map_or(0, |(row, _)| *row)
}

/// Red for what was left out, yellow for what somebody should look at, and only where that is; without a column the
/// look of the reason itself.
fn look(mark: Option<&Mark>, column: Option<u32>) -> Look {
    let look = Look::new().set_text_wrap().set_align(FormatAlign::Top);
    let Some(mark) = mark else { return look };
    let is_wrong = column.is_none_or(|column| mark.columns.contains(&column));
    match (is_wrong, mark.is_error) {
        (true, true) => look.set_background_color(0x00FF_C7CE),
        (true, false) => look.set_background_color(0x00FF_EB9C),
        (false, _) => look,
    }
}

fn put(target: &mut Worksheet, row: u32, column: u32, cell: &Data, look: &Look) -> Result<(), XlsxError> {
    let column = at(column);
    match cell {
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds every number as a float")]
        Data::Int(number) => target.write_number_with_format(row, column, *number as f64, look)?,
        Data::Float(number) => target.write_number_with_format(row, column, *number, look)?,
        Data::Bool(flag) => target.write_boolean_with_format(row, column, *flag, look)?,
        Data::DateTime(day) => {
            let look = look.clone().set_num_format("yyyy-mm-dd");
            target.write_number_with_format(row, column, day.as_f64(), &look)?
        }
        Data::Empty => target.write_blank(row, column, look)?,
        other => target.write_string_with_format(row, column, other.to_string(), look)?,
    };
    Ok(())
}

/// Sheets have fewer columns than 65536; what lies beyond does not fit and is refused by the writer.
fn at(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use sixinto_core::check::Words;

    use super::*;
    use crate::diagnostics::Place;

    const TABLE: &str = "题干,正确答案\n火警电话是多少？,E\n急救电话是多少？,A\n";

    fn finding(row: u32, column: u32) -> Finding {
        let at = Place::row("题库.csv", None, row).cell(column, None);
        Finding::error(
            Code::AnswerWithoutChoice,
            at,
            Words::new("没有 E", "there is no E"),
            Words::new("改掉", "mend it"),
        )
    }

    fn marked(name: &str, bytes: &[u8], findings: &[Finding]) -> Vec<u8> {
        annotated(&Input { name, bytes }, findings, "zh-CN").expect("a copy")
    }

    fn cells(bytes: &[u8]) -> Vec<(u32, u32, String)> {
        let sheet = sheets(&Input { name: "copy.xlsx", bytes }).expect("sheets").remove(0);
        sheet.cells.into_iter().map(|(row, column, cell)| (row, column, cell.to_string())).collect()
    }

    #[test]
    fn a_copy_has_every_cell_and_the_reason_beside_the_wrong_one() {
        let copy = marked("题库.csv", TABLE.as_bytes(), &[finding(2, 2)]);
        let cells = cells(&copy);
        let own =
            ["题干", "正确答案", "导入时发现的问题", "火警电话是多少？", "E", "没有 E。改掉", "急救电话是多少？", "A"];
        assert_eq!(cells.iter().map(|(.., text)| text.as_str()).collect::<Vec<_>>(), own);
        assert!(cells.contains(&(1, 2, "没有 E。改掉".to_owned())), "{cells:?}");
    }

    #[test]
    fn a_copy_of_a_copy_has_one_column_of_reasons_and_only_the_new_ones() {
        let copy = marked("题库.csv", TABLE.as_bytes(), &[finding(2, 2)]);
        let in_sheet =
            |finding: Finding| Finding { at: Place { part: Some("Sheet1".into()), ..finding.at.clone() }, ..finding };
        let again = marked("题库.xlsx", &copy, &[in_sheet(finding(3, 2))]);
        let reasons: Vec<_> = cells(&again).into_iter().filter(|(_, column, _)| *column >= 2).collect();
        let wanted = [(0, 2, PROBLEMS[0].to_owned()), (2, 2, "没有 E。改掉".to_owned())];
        assert_eq!(reasons, wanted);
    }

    #[test]
    fn a_warning_that_every_row_has_marks_nothing() {
        let warnings: Vec<Finding> =
            (2..40).map(|row| Finding { severity: Severity::Warning, ..finding(row, 1) }).collect();
        assert!(marks(&warnings, "zh-CN").is_empty());
        assert_eq!(marks(&warnings[..3], "zh-CN").values().map(BTreeMap::len).sum::<usize>(), 3);
    }
}
