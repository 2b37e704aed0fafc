//! What only a browser has.
//!
//! One function is bound by hand: `web-sys` goes to it through the window, which costs every resident 1 kB. Storage is
//! not here: the page looks into it before this module has arrived, to offer an unfinished quiz at once.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Thrown;

#[wasm_bindgen]
extern "C" {
    /// Fills the bytes with the browser's randomness.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn fill(bytes: &mut [u8]) -> Result<(), Thrown>;
}

/// 32 bits of the browser's randomness, if it has any to give.
pub(crate) fn fresh_seed() -> Option<u32> {
    let mut bytes = [0; 4];
    fill(&mut bytes).ok()?;
    Some(u32::from_le_bytes(bytes))
}
