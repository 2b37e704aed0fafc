//! The project's own files: nothing is lost in them.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostics::Code;
use sixinto_core::bank::{BankFile, parse_fields};
use sixinto_core::check::{Explanation, explain};
use sixinto_core::place::{LineColumn, byte_at, places_of_elements};

use crate::diagnostics::{Finding, Place, Quote};
use crate::text::encoding::decode;
use crate::{Format, Found, Imported, Input, Progress, Reading, Writing, Written};

/// A bank as JSON.
#[derive(Debug)]
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let text = decode(input).map_or(Cow::Borrowed(""), |decoded| decoded.text);
        // One that is called so and is broken is told where.
        let is_called = input.name.to_ascii_lowercase().ends_with(".json");
        text.trim_start().starts_with('{') && (is_called || text.contains("\"questions\""))
    }

    fn read(&self, input: &Input<'_>, _reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        let text = decode(input)?.text;
        let file = parse_fields(&text).map_err(|failure| {
            let LineColumn { line, column } = failure.place(&text);
            let Explanation { message, help } = explain(&failure, &text);
            let whole = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
            let quote = Quote::new(whole, byte_at(whole, column), whole.len());
            let at = Place::text(input.name, line, column);
            Box::new(Finding::error(Code::Check((&failure).into()), at, message, help).quoting(Some(quote)))
        })?;
        let places = places_of_elements(&text, "/questions");
        let n_read = file.questions.len();
        let name: Arc<str> = input.name.into();
        let title = file.title.all().next().map(str::to_owned);
        let questions = file.questions.into_iter().zip(places).map(|(question, (_, LineColumn { line, column }))| {
            Found { question, place: Place::text(name.clone(), line, column), quote: None }
        });
        Ok(Imported { questions: questions.collect(), findings: Vec::new(), n_read, title })
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        let bytes = to_json(bank);
        let n = bank.questions.len();
        (writing.progress)(Progress { done: n, of: Some(n) });
        Ok(Written { bytes, losses: Vec::new() })
    }
}

/// A bank as its own file has it.
pub fn to_json(bank: &BankFile) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(bank).expect("a bank has names for keys, so it has a JSON form");
    bytes.push(b'\n');
    bytes
}
