//! Links as squares that a phone reads.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// Light modules that a reader needs on every side (ISO/IEC 18004).
const QUIET: i32 = 4;

/// Around a code in a terminal, whose other side is light too or as far away as the next letter: phones read it.
const TERMINAL_QUIET: i32 = 2;

/// A QR code, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drawing {
    /// Width and height in modules, the quiet zone included.
    pub size: i32,
    /// The dark modules as the path of an SVG whose unit is a module.
    pub path: String,
}

/// The text is longer than a code holds, about 2 300 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Draws a text as a QR code that can still be read where a seventh of it is dirty.
///
/// # Errors
/// [`TooLong`].
pub fn draw(text: &str) -> Result<Drawing, TooLong> {
    let code = encode(text)?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let width = i32::try_from(dark).unwrap_or_default();
            if width > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{width}v1h-{width}z", x + QUIET, y + QUIET);
            }
            x += width.max(1);
        }
    }
    Ok(Drawing { size: code.size() + 2 * QUIET, path })
}

/// The same code for a terminal, two modules above each other a letter: the light ones are drawn, as most terminals are
/// dark, with a quiet zone around them.
///
/// # Errors
/// [`TooLong`].
pub fn in_letters(text: &str) -> Result<String, TooLong> {
    let code = encode(text)?;
    let is_light = |x: i32, y: i32| !code.get_module(x, y);
    let edge = code.size() + TERMINAL_QUIET;
    let mut letters = String::new();
    for y in (-TERMINAL_QUIET..edge).step_by(2) {
        letters.extend((-TERMINAL_QUIET..edge).map(|x| match (is_light(x, y), y + 1 < edge && is_light(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        }));
        letters.push('\n');
    }
    Ok(letters)
}

fn encode(text: &str) -> Result<QrCode, TooLong> {
    // As bytes: our links have small letters, which the shorter alphabets of a code lack, and looking into those is 12 kB.
    QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).map_err(|_| TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_the_three_corners_that_a_reader_looks_for() {
        let Drawing { size, path } = draw("https://example.org/#/quiz/home?seed=7").expect("a short text");
        assert_eq!(size, 29 + 2 * QUIET);
        let (near, far) = (QUIET, size - QUIET - 7);
        for (x, y) in [(near, near), (far, near), (near, far)] {
            assert!(path.contains(&format!("M{x} {y}h7v1h-7z")), "{x} {y}: {path}");
            assert!(path.contains(&format!("M{x} {}h7v1h-7z", y + 6)), "{x} {y}: {path}");
        }
    }

    #[test]
    fn a_text_that_no_code_holds_is_refused() {
        assert_eq!(draw(&"六".repeat(1000)), Err(TooLong));
    }
}
