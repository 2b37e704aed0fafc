//! Spreadsheets: `.xlsx`, `.xls`, `.ods`, `.csv` and `.tsv`.

mod delimited;
mod number;
mod ods;
mod package;
mod refuse;
mod sheet;
mod xls;
mod xlsx;

pub use sheet::{Cell, Content, Row, Sheet};

use crate::Input;
use crate::encoding::decode;
use crate::finding::Finding;
use package::Package;
use refuse::Refusal;

/// The sheets of a spreadsheet of any kind, by what is in it. Hidden sheets are told but not read.
///
/// # Errors
/// A finding where it is no spreadsheet, is broken or locked, or is beyond the bounds in [`crate::limits`].
pub fn open(input: &Input<'_>) -> Result<Vec<Sheet>, Box<Finding>> {
    let told = |(refusal, sheet): (Refusal, Option<String>)| refusal.finding(input.name, sheet.as_deref());
    let bare = |refusal: Refusal| refusal.finding(input.name, None);
    match container(input.bytes) {
        Container::Zip => {
            let mut package = Package::open(input.bytes).map_err(bare)?;
            if xlsx::is_workbook(&package) {
                xlsx::read(&mut package).map_err(told)
            } else if ods::is_workbook(&package) {
                ods::read(&mut package).map_err(told)
            } else {
                Err(bare(Refusal::Broken("workbook")))
            }
        }
        Container::Compound => xls::read(input.bytes).map_err(told),
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
