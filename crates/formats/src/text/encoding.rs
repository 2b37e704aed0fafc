//! Bytes to text. Chinese spreadsheets save text as GBK without saying so; others as UTF-8 or UTF-16.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use sixinto_core::check::Words;

use crate::Input;
use crate::finding::Finding;
use crate::limits::MAX_FILE;
use crate::place::Place;

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// What it says, without a byte order mark.
    pub text: Cow<'a, str>,
    /// What it was written in: `UTF-8`, `UTF-16LE`, `UTF-16BE` or `gb18030`.
    pub encoding: &'static str,
}

/// Takes the byte order mark's word for it; else UTF-8 where all of it is; else UTF-16 where every other byte of the
/// beginning is zero; else GB18030, which holds GBK and GB 2312.
///
/// # Errors
/// A finding where the file is too large, or is no text in any of them.
pub fn decode<'a>(input: &Input<'a>) -> Result<Decoded<'a>, Box<Finding>> {
    let Input { name, bytes } = *input;
    if bytes.len() > MAX_FILE {
        return Err(too_large(name));
    }
    let (text, encoding) = text(bytes);
    // A letter that is none now and then is somebody's typo; more of them are another encoding, or no text.
    let is_spoilt = || text.matches('\u{fffd}').count() > text.chars().count() / 100;
    if text.contains('\0') || (encoding != UTF_8 && is_spoilt()) {
        return Err(no_text(name));
    }
    Ok(Decoded { text, encoding: encoding.name() })
}

fn text(bytes: &[u8]) -> (Cow<'_, str>, &'static Encoding) {
    let encoding = match (is_every_other_zero(bytes, 1), is_every_other_zero(bytes, 0)) {
        _ if let Some((encoding, _)) = Encoding::for_bom(bytes) => encoding,
        (false, false) if let Ok(text) = std::str::from_utf8(bytes) => return (Cow::Borrowed(text), UTF_8),
        (true, false) => UTF_16LE,
        (false, true) => UTF_16BE,
        _ => GB18030,
    };
    (encoding.decode_with_bom_removal(bytes).0, encoding)
}

/// Whether many of the bytes at even or odd places are zero and hardly any of the others: ASCII in UTF-16.
fn is_every_other_zero(bytes: &[u8], odd: usize) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (own, other) = (zeros(odd), zeros(1 - odd));
    own > head.len() / 20 && other * 10 < own
}

fn too_large(name: &str) -> Box<Finding> {
    let most = MAX_FILE / (1024 * 1024);
    Box::new(Finding::error(
        "file-too-large",
        Place::whole(name),
        Words::new(format!("文件太大：最多读 {most} MB"), format!("the file is too large: at most {most} MB are read")),
        Words::new("把它分成几个文件", "split it into several files"),
    ))
}

fn no_text(name: &str) -> Box<Finding> {
    Box::new(Finding::error(
        "not-text",
        Place::whole(name),
        Words::new("这不是文字文件，或者编码认不出来", "this is not a text file, or its encoding is not known"),
        Words::new("用“另存为”存成 UTF-8 编码的文本，或者存成 .xlsx", "save it as UTF-8 text, or as .xlsx"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(&Input { name: "a.csv", bytes }).expect("text");
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn what_a_chinese_spreadsheet_saves_is_read() {
        let (gbk, _, _) = GB18030.encode("题干,答案\n灭火器,A");
        assert_eq!(decoded(&gbk), ("题干,答案\n灭火器,A".to_owned(), "gb18030"));
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let little: Vec<u8> = "a,b,题\n1,2,3\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}题,b".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(&little), ("a,b,题\n1,2,3\n".to_owned(), "UTF-16LE"));
        assert_eq!(decoded(&big), ("题,b".to_owned(), "UTF-16BE"));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decoded("\u{feff}题".as_bytes()), ("题".to_owned(), "UTF-8"));
    }

    #[test]
    fn a_picture_is_no_text() {
        let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert_eq!(decode(&Input { name: "a.png", bytes: &bytes }).map_err(|finding| finding.code), Err("not-text"));
    }
}
