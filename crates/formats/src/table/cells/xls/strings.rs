//! Texts: counted letters of one or two bytes (MS-XLS 2.5.293, 2.5.294).

use crate::limits::{MAX_CELL, MAX_STRINGS};
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::xls::bytes::{Records, u16_at, u32_at};

/// A text whose count is one byte.
pub(super) fn short(data: &[u8]) -> String {
    let count = data.first().copied().unwrap_or(0);
    letters(count.into(), data.get(1..).unwrap_or_default())
}

/// A text whose count is two bytes.
pub(super) fn long(data: &[u8]) -> String {
    letters(u16_at(data, 0).unwrap_or(0).into(), data.get(2..).unwrap_or_default())
}

fn letters(count: usize, data: &[u8]) -> String {
    let Some((flags, data)) = data.split_first() else { return String::new() };
    let width = if flags & 1 == 0 { 1 } else { 2 };
    let bytes = data.get(..(count * width).min(data.len())).unwrap_or_default();
    decode(bytes, width)
}

/// Letters of one byte are those of Latin-1.
fn decode(bytes: &[u8], width: usize) -> String {
    let units = bytes.chunks_exact(width).map(|unit| match *unit {
        [low, high] => u16::from_le_bytes([low, high]),
        _ => unit.first().copied().unwrap_or(0).into(),
    });
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The texts that cells share, from a record and those that go on with it.
pub(super) fn shared<'s>(data: &'s [u8], records: &mut Records<'s>) -> Result<Vec<String>, Refusal> {
    let n = u32_at(data, 4).unwrap_or(0) as usize;
    if n > MAX_STRINGS {
        return Err(Refusal::Strings);
    }
    let mut pieces = Pieces { data: data.get(8..).unwrap_or_default(), records };
    let mut strings = Vec::new();
    while strings.len() < n {
        let Some(text) = pieces.text() else { break };
        if text.len() > MAX_CELL {
            return Err(Refusal::Strings);
        }
        strings.push(text);
    }
    Ok(strings)
}

/// Bytes that go on from one record to the next.
struct Pieces<'r, 's> {
    data: &'s [u8],
    records: &'r mut Records<'s>,
}

impl Pieces<'_, '_> {
    fn text(&mut self) -> Option<String> {
        let mut left = usize::from(u16::from_le_bytes([self.byte()?, self.byte()?]));
        let mut flags = self.byte()?;
        let mut skipped = 0;
        if flags & 8 != 0 {
            skipped += 4 * usize::from(u16::from_le_bytes([self.byte()?, self.byte()?]));
        }
        if flags & 4 != 0 {
            let length = u32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]);
            skipped += length as usize;
        }
        let mut text = String::new();
        while left > 0 {
            if self.data.is_empty() {
                // Where letters go on in the next record, that begins with how wide they are there.
                self.data = self.records.continued()?;
                flags = self.byte()?;
            }
            let width = if flags & 1 == 0 { 1 } else { 2 };
            let n = left.min(self.data.len() / width);
            let (letters, rest) = self.data.split_at_checked(n * width)?;
            text.push_str(&decode(letters, width));
            self.data = if n == 0 { &[] } else { rest };
            left -= n;
        }
        self.skip(skipped)?;
        Some(text)
    }

    fn byte(&mut self) -> Option<u8> {
        while self.data.is_empty() {
            self.data = self.records.continued()?;
        }
        let (byte, rest) = self.data.split_first()?;
        self.data = rest;
        Some(*byte)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > self.data.len() {
            length -= self.data.len();
            self.data = self.records.continued()?;
        }
        self.data = self.data.get(length..)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_go_on_in_the_next_record_with_letters_of_another_width() {
        // Five letters, narrow: "ab", then wide: 火 and "!", then one text more.
        let first = [1, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, b'a', b'b'];
        let second = [0x3c, 0, 9, 0, 1, 0x6b, 0x70, b'!', 0, 1, 0, 0, b'c'];
        let strings = shared(&first, &mut Records { stream: &second }).expect("texts");
        assert_eq!(strings, ["ab火!", "c"]);
    }

    #[test]
    fn texts_that_are_promised_and_do_not_come_are_left_out() {
        let strings = shared(&[0, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, b'a', 7, 0, 0, b'b'], &mut Records { stream: &[] });
        assert_eq!(strings, Ok(vec!["a".to_owned()]));
    }
}
