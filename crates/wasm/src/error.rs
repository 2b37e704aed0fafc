//! The one error that crosses: JavaScript's own, with a `code` to choose words by.

use std::fmt::Display;

use wasm_bindgen::JsValue;

/// An error of the core's.
pub(crate) fn failed(name: &str, error: &impl Display) -> js_sys::Error {
    code(name, &error.to_string())
}

/// An error with a message of its own.
pub(crate) fn code(name: &str, message: &str) -> js_sys::Error {
    let error = js_sys::Error::new(message);
    // Setting a property of a new object cannot fail.
    let _ = js_sys::Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(name));
    error
}
