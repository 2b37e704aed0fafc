//! Spreadsheets: `.xlsx`, `.xls`, `.ods`, `.csv` and `.tsv`, in the layouts that trainers' programs write and in those
//! that they make up.
//!
//! ```text
//! bytes  --open-->  sheets of cells  --header-->  columns with roles  --line by line-->  questions
//! ```
//!
//! [`open`] serves whoever wants cells; everything behind it is about questions. What is decided here:
//!
//! - The header is looked for in the first 20 rows and known by the names of its columns. What stands above it, sheets
//!   that are hidden and sheets without questions are notes; a column that is not understood is a warning. A row of
//!   letters under a 选项 that is drawn over several columns is its second row.
//! - The kind of a row is what its cell says; else what the title of its section or sheet says; else what follows from
//!   its choices and its answer beyond doubt, with a note. A number for a kind is never guessed.
//! - A cell counts as what the spreadsheet shows: `50%` and not 0.5. A date where words belong was something like `1-2`
//!   once and leaves the question out; so do errors, and formulas without a value.
//! - The value of merged cells belongs to all rows of the range that have something in them, and to its first column.
//! - An answer is letters, the texts of choices, or both; one that names anything that is not there leaves the question
//!   out. Without an answer, columns of isCorrect or ticks on the choices tell what is right.
//! - Between the answers of two blanks stands `|`, between two answers for one of them `;`. A pair is `left → right`.
//! - Points are not read, since the preset of a paper gives them. A row's number is no id.
//!
//! Pictures, comments, colours and rich text are not read.

mod cells;
mod read;
mod write;

pub use cells::sheet::{Cell, Content, Row, Sheet};
pub use write::annotate::annotated;
pub use write::template::template;

use crate::diagnostics::Code;
use sixinto_core::bank::BankFile;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::text::encoding::decode;
use crate::{Format, Imported, Input, Reading, Writing, Written, package};
use cells::diagnostics::Refusal;
use cells::{delimited, ods, xls, xlsx};

/// The names of the formats that are tables.
pub const NAMES: [&str; 5] = ["xlsx", "xls", "ods", "csv", "tsv"];

/// The sheets of a spreadsheet of any kind, by what is in it. Hidden sheets are told but not read.
///
/// # Errors
/// A finding where it is no spreadsheet, is broken or locked, or is beyond the bounds in [`crate::limits`].
pub fn open(input: &Input<'_>) -> Result<Vec<Sheet>, Box<Finding>> {
    let in_sheet = |(refusal, sheet): (Refusal, Option<String>)| refusal.finding(input.name, sheet.as_deref());
    let bare = |refusal: Refusal| refusal.finding(input.name, None);
    match container(input.bytes) {
        Container::Zip => {
            let mut package = package::open(input)?;
            if xlsx::is_workbook(&package) {
                xlsx::read(&mut package).map_err(in_sheet)
            } else if ods::is_workbook(&package) {
                ods::read(&mut package).map_err(in_sheet)
            } else {
                Err(bare(Refusal::Broken("workbook")))
            }
        }
        Container::Compound => xls::read(input.bytes).map_err(in_sheet),
        Container::None => Ok(vec![delimited::read(&decode(input)?.text).map_err(bare)?]),
    }
}

/// What a file is in, by its first bytes.
enum Container {
    Zip,
    Compound,
    None,
}

fn container(bytes: &[u8]) -> Container {
    match bytes {
        [b'P', b'K', 3, 4, ..] => Container::Zip,
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Container::Compound,
        _ => Container::None,
    }
}

/// A kind of spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spreadsheet {
    /// Excel since 2007, and WPS.
    Xlsx,
    /// Excel since 97.
    Xls,
    /// `LibreOffice` and others.
    Ods,
    /// Text between tabs.
    Tsv,
    /// Text between commas, semicolons or full-width commas.
    Csv,
}

impl Format for Spreadsheet {
    fn name(&self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Tsv => "tsv",
            Self::Csv => "csv",
        }
    }

    fn extensions(&self) -> &'static [&'static str] {
        match self {
            Self::Xlsx => &["xlsx", "xlsm", "xltx"],
            Self::Xls => &["xls", "et"],
            Self::Ods => &["ods"],
            Self::Tsv => &["tsv", "tab"],
            Self::Csv => &["csv"],
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        // Why a package is not to be opened is told by whoever its name belongs to.
        let is_named =
            || self.extensions().iter().any(|end| input.name.to_ascii_lowercase().ends_with(&format!(".{end}")));
        let is = |is_workbook: fn(&package::Package<'_>) -> bool| {
            package::open(input).map_or_else(|_| is_named(), |package| is_workbook(&package))
        };
        match (self, container(input.bytes)) {
            (Self::Xlsx, Container::Zip) => is(xlsx::is_workbook),
            (Self::Ods, Container::Zip) => is(ods::is_workbook),
            (Self::Xls, Container::Compound) => true,
            (Self::Tsv | Self::Csv, Container::None) => {
                let Ok(decoded) = decode(input) else { return false };
                let head = head(&decoded.text);
                let signs: &[char] = if *self == Self::Tsv { &['\t'] } else { &[',', ';', '，'] };
                delimited::is_between(head, signs) && read::header::Header::find(&delimited::beginning(head)).is_some()
            }
            _ => false,
        }
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        read::read(input, reading)
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        match self {
            Self::Xlsx => write::xlsx(bank, writing),
            Self::Csv => Ok(write::delimited(bank, writing, ',')),
            Self::Tsv => Ok(write::delimited(bank, writing, '\t')),
            Self::Xls | Self::Ods => Err(Box::new(Finding::error(
                Code::ReadOnlyFormat,
                Place::whole(self.name()),
                Words::new("这种格式只能读，不能写", "this format is only read and not written"),
                Words::new(
                    "导出成 xlsx，用 Excel、WPS 或 LibreOffice 另存",
                    "export to xlsx, open that in Excel, WPS or LibreOffice, and save it in this format",
                ),
            ))),
        }
    }
}

/// The first lines of a text, which are enough to know a table by.
fn head(text: &str) -> &str {
    const LINES: usize = 40;
    let end = text.match_indices('\n').nth(LINES).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}
