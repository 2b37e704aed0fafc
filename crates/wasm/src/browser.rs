//! What only a browser has. Nothing else uses web-sys.
//!
//! Storage is not here: the page looks into it before this module has arrived, to offer an unfinished quiz at once.

/// 32 bits of the browser's randomness, if it has any to give.
pub(crate) fn fresh_seed() -> Option<u32> {
    let mut bytes = [0_u8; 4];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(u32::from_le_bytes(bytes))
}
