//! The one error that crosses: JavaScript's own, with a `code` to choose words by.

use std::fmt::Display;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// JavaScript's `Error`.
    #[wasm_bindgen(js_name = Error)]
    pub type Thrown;

    #[wasm_bindgen(constructor, js_class = "Error")]
    fn new(message: &str) -> Thrown;

    #[wasm_bindgen(method, setter)]
    fn set_code(this: &Thrown, code: &str);
}

/// An error of the core's.
pub(crate) fn failed(name: &str, error: &dyn Display) -> Thrown {
    code(name, &error.to_string())
}

/// An error with a message of its own.
pub(crate) fn code(name: &str, message: &str) -> Thrown {
    let error = Thrown::new(message);
    error.set_code(name);
    error
}
