//! `.xls` as written since Excel 97: records in the stream `Workbook` of a compound file (MS-XLS, BIFF8). Older ones are
//! refused with the advice to save them anew.
//!
//! Own code over the `cfb` crate rather than `calamine`: that one takes a file's word for how much memory it will need.

mod bytes;
mod cells;
mod strings;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::limits::MAX_FILE;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::number::{Shown, built_in, shown};
use crate::table::cells::sheet::Sheet;
use crate::table::cells::xls::bytes::Records;

/// What cells point into.
#[derive(Default)]
struct Book {
    strings: Vec<String>,
    styles: Vec<Shown>,
    is_1904: bool,
}

/// A sheet as the workbook lists it, with the place of its records.
struct Listed {
    name: String,
    is_hidden: bool,
    at: usize,
}

/// Every sheet of cells.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, (Refusal, Option<String>)> {
    let bare = |refusal| (refusal, None);
    let stream = workbook(bytes).map_err(bare)?;
    let (book, listed) = globals(&stream).map_err(bare)?;
    let mut sheets = Vec::new();
    for Listed { name, is_hidden, at } in listed {
        let sheet = Sheet::new(Some(name.clone()), is_hidden);
        let records = Records { stream: stream.get(at..).unwrap_or_default() };
        let read = if is_hidden { Ok(sheet) } else { cells::read(records, &book, sheet) };
        sheets.push(read.map_err(|refusal| (refusal, Some(name)))?);
    }
    Ok(sheets)
}

fn workbook(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    if bytes.len() > MAX_FILE {
        return Err(Refusal::File);
    }
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Broken("CFB"))?;
    if file.exists("/EncryptedPackage") {
        return Err(Refusal::Locked);
    }
    let stream = file.open_stream("/Workbook").map_err(|_| Refusal::Broken("Workbook"))?;
    let mut workbook = Vec::new();
    stream.take(MAX_FILE as u64).read_to_end(&mut workbook).map_err(|_| Refusal::Broken("CFB"))?;
    Ok(workbook)
}

fn globals(stream: &[u8]) -> Result<(Book, Vec<Listed>), Refusal> {
    const BIFF8: u16 = 0x600;
    let (mut book, mut listed) = (Book::default(), Vec::new());
    let (mut formats, mut own) = (Vec::new(), BTreeMap::new());
    let mut records = Records { stream };
    while let Some((kind, data)) = records.next() {
        match kind {
            bytes::BOF if bytes::u16_at(data, 0) != Some(BIFF8) => return Err(Refusal::Broken("BIFF8")),
            bytes::FILE_PASS => return Err(Refusal::Locked),
            bytes::DATE_MODE => book.is_1904 = bytes::u16_at(data, 0) == Some(1),
            bytes::FORMAT => {
                let code = strings::long(data.get(2..).unwrap_or_default());
                own.insert(bytes::u16_at(data, 0).unwrap_or(0), shown(&code));
            }
            bytes::XF => formats.push(bytes::u16_at(data, 2).unwrap_or(0)),
            bytes::BOUND_SHEET => listed.extend(listing(data)),
            bytes::SST => book.strings = strings::shared(data, &mut records)?,
            bytes::EOF => break,
            _ => {}
        }
    }
    book.styles = formats.iter().map(|id| own.get(id).copied().unwrap_or_else(|| built_in((*id).into()))).collect();
    Ok((book, listed))
}

/// The sheet that a record lists; nothing for charts and macros.
fn listing(data: &[u8]) -> Option<Listed> {
    let at = bytes::u32_at(data, 0)?;
    let (state, kind) = (data.get(4)? & 3, *data.get(5)?);
    let name = strings::short(data.get(6..)?);
    (kind == 0).then_some(Listed { name, is_hidden: state != 0, at: at as usize })
}
