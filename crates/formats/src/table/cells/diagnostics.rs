//! Spreadsheets that are not read at all, and why.

use crate::diagnostics::Code;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::limits::{MAX_CELL, MAX_COLUMNS, MAX_FILE, MAX_REPEATS, MAX_ROWS, MAX_STRINGS, MAX_TEXT, MAX_UNPACKED};

/// Why a spreadsheet is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The file is larger than [`MAX_FILE`].
    File,
    /// It unpacks to more than [`MAX_UNPACKED`].
    Unpacked,
    /// A row is below [`MAX_ROWS`].
    Rows,
    /// More than [`MAX_REPEATS`] rows say the same as the one above them.
    Repeats,
    /// Something stands right of [`MAX_COLUMNS`].
    Columns {
        /// In this row.
        row: u32,
        /// In this column.
        column: u32,
    },
    /// A cell is longer than [`MAX_CELL`].
    Cell {
        /// In this row.
        row: u32,
        /// In this column.
        column: u32,
    },
    /// A sheet has more text than [`MAX_TEXT`].
    Text,
    /// The workbook has more than [`MAX_STRINGS`] texts.
    Strings,
    /// A quote at the beginning of a cell has no end.
    Quote {
        /// In this row.
        row: u32,
        /// In this column.
        column: u32,
    },
    /// It is locked by a password.
    Locked,
    /// It is not what it should be.
    Broken(&'static str),
}

impl Refusal {
    /// What to tell the one who has the file, with the sheet where it is known.
    pub(crate) fn finding(&self, file: &str, sheet: Option<&str>) -> Box<Finding> {
        let (code, message, help) = self.words();
        let at = match *self {
            Self::Columns { row, column } | Self::Cell { row, column } | Self::Quote { row, column } => {
                Place::row(file, sheet, row).cell(column, None)
            }
            _ => Place { part: sheet.map(Into::into), ..Place::whole(file) },
        };
        Box::new(Finding::error(code, at, message, help))
    }

    fn words(&self) -> (Code, Words, Words) {
        let split = || Words::new("把它分成几个文件", "split it into several files");
        let fresh = || {
            Words::new(
                "把有题的单元格复制到一个新建的表格里再导入",
                "copy the cells with questions into a new spreadsheet and import that",
            )
        };
        match self {
            Self::File => {
                (Code::FileTooLarge, most("文件太大", "the file is too large", MAX_FILE >> 20, "MB"), split())
            }
            Self::Unpacked => {
                let most = most("解开以后太大", "it unpacks to too much", MAX_UNPACKED >> 20, "MB");
                (Code::TooMuchUnpacked, most, fresh())
            }
            Self::Cell { .. } => {
                let most = most("单元格里的字太多", "the cell is too long", MAX_CELL >> 10, "KB");
                (Code::CellTooLong, most, Words::new("把它改短", "make it shorter"))
            }
            Self::Rows => (Code::TooManyRows, most("行数太多", "too many rows", MAX_ROWS, ""), split()),
            Self::Repeats => {
                let most = most("和上一行一样的行太多", "too many rows are the same as the one above", MAX_REPEATS, "");
                (Code::TooManyRepeats, most, fresh())
            }
            Self::Columns { .. } => {
                (Code::TooManyColumns, most("列数太多", "too many columns", MAX_COLUMNS, ""), fresh())
            }
            Self::Text => (
                Code::TooMuchText,
                most("一张表里的字太多", "a sheet has too much text", MAX_TEXT >> 20, "MB"),
                split(),
            ),
            Self::Strings => (Code::TooManyTexts, most("字串太多", "too many texts", MAX_STRINGS, ""), split()),
            Self::Quote { .. } => (
                Code::QuoteWithoutEnd,
                Words::new(
                    "英文双引号 \" 只有前一半，后面的行都会被吞掉",
                    "a quote \" has no end and would swallow all rows after it",
                ),
                Words::new("补上后一半，或者改用中文引号“”", "add the closing quote, or use curly quotes"),
            ),
            Self::Locked => (
                Code::LockedFile,
                Words::new("文件有打开密码，读不了", "the file is locked by a password"),
                Words::new("用 Excel 或 WPS 打开，去掉密码再保存", "open it, take the password off and save it again"),
            ),
            Self::Broken(why) => (
                Code::BrokenSpreadsheet,
                Words::new(format!("表格文件坏了，读不了（{why}）"), format!("the spreadsheet is broken ({why})")),
                Words::new(
                    "用 Excel 或 WPS 打开，“另存为”.xlsx 再导入",
                    "open it in a spreadsheet program, save it as .xlsx and import that",
                ),
            ),
        }
    }
}

fn most(zh: &str, en: &str, limit: impl std::fmt::Display, unit: &str) -> Words {
    let gap = if unit.is_empty() { "" } else { " " };
    Words::new(format!("{zh}：最多 {limit}{gap}{unit}"), format!("{en}: at most {limit}{gap}{unit}"))
}
