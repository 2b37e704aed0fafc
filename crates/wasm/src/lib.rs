//! Shows `sixinto-core` to the page. Everything structured crosses as JSON text; nothing is decided here.
//!
//! It is built twice: with the feature `quiz`, for what the first question needs, and with `book`, for what a person
//! comes back for, which the page fetches later. The shapes that cross are written down in `quiz.d.ts` and `book.d.ts`,
//! which are part of the generated declarations.

#[cfg(feature = "book")]
pub mod book;
#[cfg(feature = "quiz")]
mod browser;
mod error;
#[cfg(feature = "book")]
pub mod memory;
#[cfg(feature = "quiz")]
pub mod quiz;
#[cfg(feature = "trainer")]
pub mod trainer;

use serde::Serialize;
use sixinto_core::attempt::Millis;
use sixinto_core::json::{self, Read};
use wasm_bindgen::prelude::wasm_bindgen;

use error::{Thrown, code, failed};

/// Smaller by 2 kB than the standard library's, and faster; both count on a phone.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Sets up the panic message, so that a trap says where it came from.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

fn from_js<T: Read>(text: &str) -> Result<T, Thrown> {
    json::read_value(text).map_err(|failure| failed("input", &failure))
}

fn to_js<T: Serialize>(value: &T) -> Result<String, Thrown> {
    // No value of the core's fails to be written; words for why it did would cost every resident 1 kB.
    serde_json::to_string(value).map_err(|_| code("input", "cannot be written"))
}

/// JavaScript has no whole numbers, and would turn -1 or NaN into some other one if it were let.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
fn millis(number: f64) -> Result<Millis, Thrown> {
    let is_whole = (0.0..=9_007_199_254_740_991.0).contains(&number) && number.fract() == 0.0;
    if is_whole { Ok(number as Millis) } else { Err(code("input", "not a whole number")) }
}
