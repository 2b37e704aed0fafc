//! A row under a header, and what there is to say of it.

use crate::diagnostics::Code;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place, Quote};
use crate::table::cells::sheet::{Cell, Content, Row};
use crate::table::read::aliases::Role;
use crate::table::read::header::{Column, Header};
use crate::text::truncated;

/// A row with the header above it.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The whole of the sheet.
    pub(crate) whole: &'a Place,
    /// The header.
    pub(crate) header: &'a Header,
    /// The row.
    pub(crate) row: Row<'a>,
}

/// A question that is left out, and why.
pub(crate) type LeftOut = Box<Finding>;

impl<'a> Context<'a> {
    /// The cell of a role; none where the sheet has no such column.
    pub(crate) fn cell(self, role: Role) -> Option<Cell<'a>> {
        self.header.column(role).map(|column| self.row.cell(column.at))
    }

    /// What the cell of a role says; nothing where there is none.
    pub(crate) fn text(self, role: Role) -> &'a str {
        self.cell(role).map_or("", |cell| cell.text)
    }

    /// The text that a question needs from a cell.
    pub(crate) fn needed(self, column: &Column) -> Result<&'a str, LeftOut> {
        let cell = self.row.cell(column.at);
        match self.spoilt(column) {
            Some(finding) => Err(Box::new(finding)),
            None => Ok(cell.text),
        }
    }

    /// What is wrong with a cell, whatever it is for: a date that once was 1-2, an error, a formula without a value.
    pub(crate) fn spoilt(self, column: &Column) -> Option<Finding> {
        let cell = self.row.cell(column.at);
        let (code, message, help) = match cell.content {
            Content::Date => (
                Code::CellBecameDate,
                Words::new(
                    format!("表格软件把写的内容改成了日期 {}", cell.text),
                    format!("the spreadsheet made a date of what was typed: {}", cell.text),
                ),
                Words::new(
                    "把单元格格式改成“文本”，再重新写一遍（比如 1-2）",
                    "set the format of the cell to \"Text\" and type it again, such as 1-2",
                ),
            ),
            Content::Error => (
                Code::CellError,
                Words::new(format!("公式出错：{}", cell.text), format!("a formula that fails: {}", cell.text)),
                Words::new("改正公式，或者直接写文字", "mend the formula, or type the text itself"),
            ),
            Content::Empty if cell.is_formula => (
                Code::FormulaWithoutValue,
                Words::new("公式还没有算出结果", "a formula that has not been worked out"),
                Words::new(
                    "用 Excel 或 WPS 打开，保存一次再导入",
                    "open it in a spreadsheet program, save it and import it again",
                ),
            ),
            _ => return None,
        };
        Some(self.error(code, column, message, help))
    }

    /// A problem for which the row is left out, at a cell.
    pub(crate) fn error(self, code: Code, column: &Column, message: Words, help: Words) -> Finding {
        self.seen(Finding::error(code, self.at(column), message, help), column)
    }

    /// A problem that somebody should look at, at a cell.
    pub(crate) fn warning(self, code: Code, column: &Column, message: Words, help: Words) -> Finding {
        self.seen(Finding::warning(code, self.at(column), message, help), column)
    }

    fn seen(self, finding: Finding, column: &Column) -> Finding {
        finding.about(self.text(Role::Stem)).quoting(Some(self.quote(Some(column.at))))
    }

    /// Where the row is.
    pub(crate) fn place(self) -> Place {
        self.whole.at_row(self.row.number)
    }

    fn at(self, column: &Column) -> Place {
        self.place().cell(column.at, Some(&column.title).filter(|title| !title.is_empty()).map(String::as_str))
    }

    /// The cells of the row with lines between them; that of a column is marked.
    pub(crate) fn quote(self, marked: Option<u32>) -> Quote {
        const LINE: &str = " │ ";
        let last = self.header.columns.iter().map(|column| column.at).max().unwrap_or(0);
        // Room for all of it at once: a hundred thousand rows would each grow step by step.
        let texts: usize = self.row.cells().map(|cell| truncated(cell.text).0.len()).sum();
        let room = texts + self.header.columns.len() * LINE.len();
        let mut quote = Quote { line: String::with_capacity(room), from: 0, to: 0 };
        for column in 1..=last.max(marked.unwrap_or(0)) {
            if column > 1 {
                quote.line.push_str(LINE);
            }
            let from = quote.line.len();
            let (begin, rest) = truncated(self.row.text(column));
            quote.line.extend([begin, rest]);
            if marked == Some(column) {
                (quote.from, quote.to) = (from, quote.line.len());
            }
        }
        if quote.line.contains('\t') {
            // As many bytes, so that the mark stays where it is.
            quote.line = quote.line.replace('\t', " ");
        }
        quote
    }
}
