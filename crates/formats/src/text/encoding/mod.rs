//! Bytes to text. Chinese spreadsheets save text as GBK without saying so, English ones as windows-1252; others as
//! UTF-8 or UTF-16.

mod chinese;

use std::borrow::Cow;

use crate::diagnostics::Code;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, Encoding, GB18030, GBK, ISO_8859_2, ISO_8859_4, ISO_8859_13, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258,
};
use sixinto_core::check::Words;

use crate::Input;
use crate::diagnostics::{Finding, Place};
use crate::limits::MAX_FILE;

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// What it says, without a byte order mark.
    pub text: Cow<'a, str>,
    /// What it was written in, by the name that browsers use: `UTF-8`, `gb18030`, `windows-1252`.
    pub encoding: &'static str,
}

/// Takes the byte order mark's word for it; else UTF-8 where all of it is, or nearly all; else UTF-16 where every other
/// byte of the beginning is zero; else what a browser would guess.
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
    let is_spoilt = || text.chars().filter(|letter| is_none(*letter)).count() > text.chars().count() / 100;
    if text.contains('\0') || (encoding != UTF_8 && is_spoilt()) {
        return Err(no_text(name));
    }
    Ok(Decoded { text, encoding: encoding.name() })
}

/// Whether a letter stands for bytes that are none, as they become in the encodings that allow any byte.
fn is_none(letter: char) -> bool {
    letter == '\u{fffd}' || letter.is_control() && !letter.is_ascii_whitespace()
}

fn text(bytes: &[u8]) -> (Cow<'_, str>, &'static Encoding) {
    let encoding = match (is_every_other_zero(bytes, 1), is_every_other_zero(bytes, 0)) {
        _ if let Some((encoding, _)) = Encoding::for_bom(bytes) => encoding,
        (false, false) if let Ok(text) = std::str::from_utf8(bytes) => return (Cow::Borrowed(text), UTF_8),
        (true, false) => UTF_16LE,
        (false, true) => UTF_16BE,
        _ if is_damaged_utf_8(bytes) => UTF_8,
        _ => guess(bytes),
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

/// Whether a text is UTF-8 but for a few bytes, such as one that was cut off in the middle of a letter. In other
/// encodings hardly any two bytes are a letter of UTF-8.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut n_letters, mut n_breaks) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        n_breaks += usize::from(!chunk.invalid().is_empty());
    }
    n_letters > 20 * n_breaks
}

/// What a browser guesses, unless the text is Chinese at a glance: the detector knows no language beforehand, and of a
/// few letters, or of a text with a broken one, it says anything.
fn guess(bytes: &[u8]) -> &'static Encoding {
    /// With so many bytes beyond ASCII the detector is nearly always right.
    const MANY: usize = 32;
    if chinese::is_likely(bytes) {
        return GB18030;
    }
    let guess = detect(bytes);
    let is_short = bytes.iter().filter(|byte| !byte.is_ascii()).take(MANY).count() < MANY;
    match guess {
        // The same and more.
        _ if guess == GBK => GB18030,
        _ if !is_short || [BIG5, SHIFT_JIS, WINDOWS_1252].contains(&guess) => guess,
        // They differ from it in a few letters, which decide nothing where there are only a few.
        _ if LATIN.contains(&guess) => WINDOWS_1252,
        _ => GB18030,
    }
}

/// Encodings of languages that are written in Latin letters.
const LATIN: [&Encoding; 7] =
    [ISO_8859_2, ISO_8859_4, ISO_8859_13, WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258];

fn detect(bytes: &[u8]) -> &'static Encoding {
    /// Enough to go by; the detector follows two dozen encodings at once.
    const MOST: usize = 256 * 1024;
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(1);
    let rest = &bytes[from..];
    let head = &rest[..rest.len().min(MOST)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, head.len() == rest.len());
    detector.guess(None, Utf8Detection::Deny)
}

fn too_large(name: &str) -> Box<Finding> {
    let most = MAX_FILE / (1024 * 1024);
    Box::new(Finding::error(
        Code::FileTooLarge,
        Place::whole(name),
        Words::new(format!("文件太大：最多读 {most} MB"), format!("the file is too large: at most {most} MB are read")),
        Words::new("把它分成几个文件", "split it into several files"),
    ))
}

fn no_text(name: &str) -> Box<Finding> {
    Box::new(Finding::error(
        Code::NotText,
        Place::whole(name),
        Words::new("这不是文字文件，或者编码认不出来", "this is not a text file, or its encoding is not known"),
        Words::new("用“另存为”存成 UTF-8 编码的文本，或者存成 .xlsx", "save it as UTF-8 text, or as .xlsx"),
    ))
}

#[cfg(test)]
mod tests {
    use encoding_rs::{EUC_KR, WINDOWS_1251};

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

    fn assert_read(encoding: &'static Encoding, texts: &[&str]) {
        for text in texts {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(decoded(&bytes), ((*text).to_owned(), encoding.name()));
        }
    }

    #[test]
    fn what_an_english_spreadsheet_saves_is_read() {
        assert_read(
            WINDOWS_1252,
            &[
                "stem,answer\nWhat is the fire brigade’s number?,119",
                "“Stop” means stop",
                "Don’t use the lift – take the stairs…",
                "Water boils at 100 °C",
                "±5 mm",
                "Cost: £5, or 6 €",
                "The café is closed to naïve people",
                "L’élève doit évacuer l’école",
                "Größe der Straße",
                "¿Qué número se marca?",
            ],
        );
    }

    #[test]
    fn a_few_chinese_letters_are_chinese() {
        let gbk =
            ["火", "一人", "下井", "连线", "判断", "锂电池冒", "Things that belong together (连线).", "对,×", "风筝"];
        assert_read(GB18030, &gbk);
    }

    #[test]
    fn a_broken_letter_makes_no_other_language_of_a_text() {
        let text = "题干,选项,答案\n发生火灾时应该先做什么？,拨打电话,A\n".repeat(20);
        let (mut gbk, _, _) = GB18030.encode(&text);
        gbk.to_mut().extend([b',', 0xff, b',', 0xb0]);
        assert_eq!(decoded(&gbk).1, "gb18030");
        let mut utf_8 = text.clone().into_bytes();
        utf_8.truncate(utf_8.len() - 4);
        utf_8.pop();
        utf_8.extend([0xe7, 0xad]);
        assert_eq!(decoded(&utf_8).1, "UTF-8");
    }

    #[test]
    fn neighbours_are_read_in_their_own_letters() {
        assert_read(
            BIG5,
            &["火災", "題目,選項A,選項B,答案", "發生火災時應該怎麼辦？", "煤氣洩漏時，應先關閉閥門，再打開窗戶"],
        );
        assert_read(
            SHIFT_JIS,
            &["火災のとき、エレベーターを使ってはいけません。", "問題,選択肢A,選択肢B,正解", "ガス漏れ"],
        );
        assert_read(EUC_KR, &["화재가 발생하면 엘리베이터를 타지 않는다. 지진이 일어나면 책상 아래로 숨는다."]);
        assert_read(WINDOWS_1251, &["При пожаре нельзя пользоваться лифтом, спускайтесь по лестнице"]);
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
        assert_eq!(decode(&Input { name: "a.png", bytes: &bytes }).map_err(|finding| finding.code), Err(Code::NotText));
        let bytes: Vec<u8> = bytes.into_iter().filter(|byte| *byte != 0).collect();
        assert_eq!(decode(&Input { name: "a.png", bytes: &bytes }).map_err(|finding| finding.code), Err(Code::NotText));
    }
}
