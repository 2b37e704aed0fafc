//! The texts that cells share.

use quick_xml::events::Event;

use crate::limits::MAX_STRINGS;
use crate::package::Package;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::xml_part::{Pieces, broken, push_reference, reader};

/// All of them in one string, and where each ends.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// The text of an index.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(from..*self.ends.get(at)?)
    }
}

/// Reads `sharedStrings.xml`, where there is one. How a word is pronounced (`rPh`) is no part of it.
pub(super) fn read(package: &mut Package<'_>) -> Result<Strings, Refusal> {
    const PART: &str = "xl/sharedStrings.xml";
    let mut strings = Strings::default();
    if !package.has(PART) {
        return Ok(strings);
    }
    let mut pieces = Pieces::of(package, PART, "si>")?;
    let (mut is_text, mut is_reading) = (false, false);
    while let Some(piece) = pieces.next()? {
        let mut reader = reader(piece);
        loop {
            match reader.read_event().map_err(|error| broken(&error))? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "t" => is_text = !is_reading,
                    "rPh" => is_reading = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "t" => is_text = false,
                    "rPh" => is_reading = false,
                    "si" => strings.ends.push(strings.text.len()),
                    _ => {}
                },
                Event::Text(text) if is_text => unescape(&text.xml10_content(), &mut strings.text),
                Event::CData(text) if is_text => strings.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if is_text => push_reference(&reference, &mut strings.text),
                Event::Eof => break,
                _ => {}
            }
            if strings.ends.len() > MAX_STRINGS {
                return Err(Refusal::Strings);
            }
        }
    }
    Ok(strings)
}

/// Adds a text in which `_x000D_` stands for a letter that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
pub(super) fn unescape(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        into.push_str(before);
        let code = after.get(2..6).filter(|_| after.get(6..7) == Some("_"));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        // A carriage return is half of a line break, and the other half follows.
        into.extend(letter.filter(|letter| *letter != '\r'));
        let length = if letter.is_some() { 7 } else { 2 };
        if letter.is_none() {
            into.push_str("_x");
        }
        rest = after.get(length..).unwrap_or_default();
    }
    into.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_cannot_hold_are_restored() {
        for (text, wanted) in [("甲_x000D_\n乙", "甲\n乙"), ("a_x0041_b", "aAb"), ("_x", "_x"), ("_xGGGG_", "_xGGGG_")]
        {
            let mut into = String::new();
            unescape(text, &mut into);
            assert_eq!(into, wanted);
        }
    }
}
