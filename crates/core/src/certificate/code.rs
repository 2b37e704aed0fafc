//! The code of a certificate, as people copy it.

use std::fmt::{self, Write};
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::sum;
use crate::Attempt;
use crate::answer::narrow;

/// Crockford's base 32: no I, L, O, which look like digits, and no U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many of them a code has, the last of which checks the others.
const LENGTH: usize = 12;

/// Twelve letters in groups of four, such as `7K2M-9QXA-40TM`: 55 bits of a hash, and a letter by which one that was
/// mistyped is told from one that belongs to other answers.
///
/// The letters are numbers of the field of 32 elements (modulo x⁵ + x² + 1), and each counts for twice what the next
/// one does; all together are nothing. One wrong letter, or any two that changed places, never are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(u64);

/// The text is no code: a letter is missing, too many or wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistyped;

impl Code {
    /// The code of a finished attempt and the micropoints that it reached, whether or not it has earned a certificate.
    pub fn of(attempt: &Attempt, micropoints: u64) -> Self {
        Self(sum::of(attempt, micropoints) >> 9)
    }

    /// The values of its letters.
    fn values(self) -> [u8; LENGTH] {
        let mut values = [0; LENGTH];
        let mut rest = self.0;
        for value in values[..LENGTH - 1].iter_mut().rev() {
            *value = five_bits(rest);
            rest >>= 5;
        }
        // What makes the whole nothing.
        values[LENGTH - 1] = together(&values);
        values
    }
}

/// What letters are together, the first counting most.
fn together(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| twice(sum) ^ value)
}

/// A number of the field times x.
fn twice(value: u8) -> u8 {
    let carried = if value & 0b1_0000 == 0 { 0 } else { 0b10_0101 };
    (value << 1) ^ carried
}

#[expect(clippy::cast_possible_truncation, reason = "five bits are what is wanted")]
fn five_bits(number: u64) -> u8 {
    number as u8 & 31
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, value) in self.values().into_iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_char('-')?;
            }
            f.write_char(char::from(LETTERS[usize::from(value)]))?;
        }
        Ok(())
    }
}

/// Reads what a person typed: in either case, in full width, with spaces and any hyphens, with O for 0 and I or L
/// for 1.
impl FromStr for Code {
    type Err = Mistyped;

    fn from_str(text: &str) -> Result<Self, Mistyped> {
        let typed = narrow(text);
        let letters = typed.chars().filter(|letter| !is_hyphen(*letter));
        let values: Vec<u8> = letters.map(value_of).collect::<Option<_>>().ok_or(Mistyped)?;
        if values.len() != LENGTH || together(&values) != 0 {
            return Err(Mistyped);
        }
        Ok(Self(values[..LENGTH - 1].iter().fold(0, |code, value| code << 5 | u64::from(*value))))
    }
}

fn is_hyphen(letter: char) -> bool {
    // The second are the dashes of Unicode's general punctuation.
    letter == '-' || ('\u{2010}'..='\u{2015}').contains(&letter)
}

fn value_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    let at = LETTERS.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(at).ok()
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Mistyped {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        "mistyped"
    }
}

impl fmt::Display for Mistyped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code has 12 letters and digits, and these are not the ones of any")
    }
}

impl std::error::Error for Mistyped {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes with nothing, with everything, and with this and that in them.
    fn codes() -> impl Iterator<Item = Code> {
        let mixed = (1..40_u64).map(|n| n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 9);
        [0, (1 << 55) - 1].into_iter().chain(mixed).map(Code)
    }

    fn text(values: [u8; LENGTH]) -> String {
        values.iter().map(|value| char::from(LETTERS[usize::from(*value)])).collect()
    }

    #[test]
    fn a_code_reads_back_as_it_was_written() {
        for code in codes() {
            assert_eq!(code.to_string().parse(), Ok(code));
        }
        assert_eq!(Code(0).to_string(), "0000-0000-0000");
        assert_eq!(Code(1).to_string(), "0000-0000-0012");
    }

    #[test]
    fn one_wrong_letter_is_noticed_wherever_it_is() {
        for code in codes() {
            for at in 0..LENGTH {
                for other in 1..32 {
                    let mut values = code.values();
                    values[at] ^= other;
                    assert_eq!(text(values).parse::<Code>(), Err(Mistyped), "{code}, letter {at}");
                }
            }
        }
    }

    #[test]
    fn any_two_letters_that_changed_places_are_noticed() {
        for code in codes() {
            for one in 0..LENGTH {
                for other in 0..one {
                    let mut values = code.values();
                    values.swap(one, other);
                    let fits = values == code.values();
                    assert_eq!(text(values).parse::<Code>().is_ok(), fits, "{code}, letters {other} and {one}");
                }
            }
        }
    }

    #[test]
    fn reading_is_lenient_about_what_looks_alike() {
        let code = Code(0b00001 << 50 | 0b10100);
        assert_eq!(code.to_string(), "1000-0000-00MA");
        for typed in [
            "1000000000ma",
            " i000 0000 00MA ",
            "l0o0-oooo-o0ma",
            "１０００－００００－００ＭＡ",
            "1000—0000–00ma",
            "1000\u{3000}0000\u{2011}00Ma",
        ] {
            assert_eq!(typed.parse(), Ok(code), "{typed}");
        }
        for typed in ["", "1000-0000-00M", "1000-0000-00MA0", "1000-0000-00UA", "1000-0000-00MA!", "一零零零"] {
            assert_eq!(typed.parse::<Code>(), Err(Mistyped), "{typed}");
        }
    }
}
