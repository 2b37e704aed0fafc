//! Everything that is remembered, as a file for another phone.

use serde::Serialize;
use sixinto_core::check::{self, Explanation};
use sixinto_core::json::Failure;
use sixinto_core::memory::{self, Memory};
use sixinto_core::place::LineColumn;
use sixinto_core::review::Try;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, code};
use crate::{from_js, millis, to_js};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, setter, js_name = fault)]
    fn set_fault(this: &Thrown, fault: &str);
}

/// The text of a file with all that is remembered; `tries` are not in the book yet.
#[wasm_bindgen(js_name = exportMemory, unchecked_return_type = "Json<Memory>")]
pub fn export_memory(
    #[wasm_bindgen(unchecked_param_type = "Json<Memory>")] mine: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<Try[]>")] tries: &str,
    now: f64,
) -> Result<String, Thrown> {
    to_js(&remembered(mine, tries, now)?)
}

/// What is remembered with what a file says. A file that is refused throws an error with a `fault`, which is a `Fault`
/// as JSON.
#[wasm_bindgen(js_name = importMemory, unchecked_return_type = "Json<Memory>")]
pub fn import_memory(
    #[wasm_bindgen(unchecked_param_type = "Json<Memory>")] mine: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<Try[]>")] tries: &str,
    now: f64,
    text: &str,
) -> Result<String, Thrown> {
    let mine = remembered(mine, tries, now)?;
    match memory::read(text) {
        Ok(theirs) => to_js(&mine.merge(theirs)),
        Err(failures) => Err(refused(text, &failures)),
    }
}

fn remembered(mine: &str, tries: &str, now: f64) -> Result<Memory, Thrown> {
    let tries: Vec<Try> = from_js(tries)?;
    Ok(from_js::<Memory>(mine)?.with_tries(&tries, millis(now)?))
}

/// The first thing that is wrong with a file, where it is and what to do.
#[derive(Serialize)]
struct Fault {
    line: u32,
    column: u32,
    pointer: String,
    message: check::Words,
    help: check::Words,
}

fn refused(text: &str, failures: &[Failure]) -> Thrown {
    let Some(failure) = failures.first() else { return code("input", "no fault") };
    let LineColumn { line, column } = failure.place(text);
    let Explanation { message, help } = check::explain(failure, text);
    let error = code(failure.code(), &message.en);
    let fault = Fault { line, column, pointer: failure.pointer.clone(), message, help };
    if let Ok(fault) = to_js(&fault) {
        error.set_fault(&fault);
    }
    error
}
