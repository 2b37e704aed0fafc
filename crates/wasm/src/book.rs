//! The review book, and what else a person comes back for.

use serde::Serialize;
use sixinto_core::attempt::Attempt;
use sixinto_core::calendar::Calendar;
use sixinto_core::certificate::{self, Reached};
use sixinto_core::date::{Date, Month};
use sixinto_core::day::Day;
use sixinto_core::json::{Fields, Node, Read, Reader};
use sixinto_core::review::{self, About, ReviewBook, Try};
use sixinto_core::{Id, qr as squares};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, code, failed};
use crate::{from_js, millis, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("book.d.ts");

/// What is in the book on a day.
#[derive(Serialize)]
struct Contents<'a> {
    due: Vec<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_due: Option<Date>,
    mistakes: Vec<&'a Id>,
}

/// One question of those that progress is about.
#[derive(Default)]
struct Asked {
    id: Id,
    themes: Vec<Id>,
    topic: Id,
}

impl Read for Asked {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["id", "themes", "topic"], reader);
        let asked = Self {
            id: fields.take("id", reader),
            themes: fields.take("themes", reader),
            topic: fields.take("topic", reader),
        };
        fields.end(reader);
        asked
    }
}

/// What a person does to one question of the book by hand.
#[derive(Default)]
struct Change {
    remove: Option<Id>,
    keep: Option<Id>,
    favourite: Option<Id>,
    unfavourite: Option<Id>,
}

impl Read for Change {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["remove", "keep", "favourite", "unfavourite"], reader);
        let change = Self {
            remove: fields.take("remove", reader),
            keep: fields.take("keep", reader),
            favourite: fields.take("favourite", reader),
            unfavourite: fields.take("unfavourite", reader),
        };
        fields.end(reader);
        change
    }
}

/// The book after some tries.
#[wasm_bindgen(unchecked_return_type = "Json<ReviewBook>")]
pub fn record(
    #[wasm_bindgen(unchecked_param_type = "Json<ReviewBook>")] book: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<Try[]>")] tries: &str,
    now: f64,
) -> Result<String, Thrown> {
    let mut book: ReviewBook = from_js(book)?;
    book.record(&from_js::<Vec<Try>>(tries)?, millis(now)?);
    to_js(&book)
}

/// The book after something was done to it by hand.
#[wasm_bindgen(unchecked_return_type = "Json<ReviewBook>")]
pub fn change(
    #[wasm_bindgen(unchecked_param_type = "Json<ReviewBook>")] book: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<Change>")] change: &str,
    now: f64,
) -> Result<String, Thrown> {
    let mut book: ReviewBook = from_js(book)?;
    let Change { remove, keep, favourite, unfavourite } = from_js(change)?;
    let now = millis(now)?;
    if let Some(question) = remove {
        book.remove(&question, now);
    }
    if let Some(question) = keep {
        book.keep(&question, now);
    }
    if let Some(question) = favourite {
        book.favourite(question);
    }
    if let Some(question) = unfavourite {
        book.unfavourite(&question);
    }
    to_js(&book)
}

/// What is in the book today.
#[wasm_bindgen(unchecked_return_type = "Json<Contents>")]
pub fn contents(
    #[wasm_bindgen(unchecked_param_type = "Json<ReviewBook>")] book: &str,
    now: f64,
) -> Result<String, Thrown> {
    let book: ReviewBook = from_js(book)?;
    let today = Day::of(millis(now)?);
    to_js(&Contents { due: book.due(today), next_due: book.next_due(today).map(Day::date), mistakes: book.mistakes() })
}

/// How far a person has come with some questions.
#[wasm_bindgen(unchecked_return_type = "Json<Standing>")]
pub fn progress(
    #[wasm_bindgen(unchecked_param_type = "Json<ReviewBook>")] book: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<Asked[]>")] questions: &str,
    now: f64,
) -> Result<String, Thrown> {
    let book: ReviewBook = from_js(book)?;
    let questions: Vec<Asked> = from_js(questions)?;
    let about = questions.iter().map(|Asked { id, themes, topic }| About { id, themes, topic });
    to_js(&review::progress(&book, about, Day::of(millis(now)?)))
}

/// A month of the daily papers.
#[wasm_bindgen(unchecked_return_type = "Json<Sheet>")]
pub fn month(
    #[wasm_bindgen(unchecked_param_type = "Json<Calendar>")] calendar: &str,
    month: &str,
    now: f64,
) -> Result<String, Thrown> {
    let calendar: Calendar = from_js(calendar)?;
    let month: Month = month.parse().map_err(|error| failed("input", &error))?;
    to_js(&calendar.sheet(month, Day::of(millis(now)?).date()))
}

/// The code of the certificate that an attempt has earned by what it reached.
#[wasm_bindgen]
pub fn certificate(
    #[wasm_bindgen(unchecked_param_type = "Json<Attempt>")] attempt: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<Reached>")] reached: &str,
) -> Result<String, Thrown> {
    let attempt: Attempt = from_js(attempt)?;
    let reached: Reached = from_js(reached)?;
    match certificate::earned(&attempt, reached) {
        Ok(code) => Ok(code.to_string()),
        Err(unearned) => Err(code(unearned.code(), "no certificate")),
    }
}

/// A text as a QR code.
#[wasm_bindgen(unchecked_return_type = "Json<Drawing>")]
pub fn qr(text: &str) -> Result<String, Thrown> {
    to_js(&squares::draw(text).map_err(|_| code("input", "too long for a QR code"))?)
}
