//! The review book, and what else a person comes back for.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, code};
use crate::to_js;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("book.d.ts");

/// A text as a QR code.
#[wasm_bindgen(unchecked_return_type = "Json<Drawing>")]
pub fn qr(text: &str) -> Result<String, Thrown> {
    to_js(&sixinto_core::qr::draw(text).map_err(|_| code("input", "too long for a QR code"))?)
}
