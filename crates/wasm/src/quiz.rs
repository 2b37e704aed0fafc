//! Papers, attempts and scores.

use sixinto_core::attempt::{Action, Attempt, Millis};
use sixinto_core::json::{Fields, Node, Read, Reader};
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::score::{self, Rule};
use sixinto_core::{Blueprint, Id, Pool, Seed, bank};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, code, failed};
use crate::{browser, from_js, millis, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("quiz.d.ts");

/// A seed from the browser's own randomness.
#[wasm_bindgen(js_name = freshSeed)]
pub fn fresh_seed() -> Result<u32, Thrown> {
    browser::fresh_seed().ok_or_else(|| code("input", "no randomness"))
}

/// A scoring rule in one line.
#[wasm_bindgen(js_name = ruleText)]
pub fn rule_text(rule: &str, lang: &str) -> Result<String, Thrown> {
    let rule = Rule::ALL.into_iter().find(|known| known.name() == rule);
    rule.map(|rule| rule.text(lang).to_owned()).ok_or_else(|| code("input", "no such rule"))
}

/// One or several bank files, read and put together.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bank {
    pool: Pool,
}

#[derive(Default)]
struct StartRequest {
    blueprint: Blueprint,
    themes: Vec<Id>,
    seed: Seed,
    seen: Seen,
    questions: Option<Vec<Id>>,
    now: Millis,
}

impl Read for StartRequest {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["blueprint", "themes", "seed", "seen", "questions", "now"], reader);
        let request = Self {
            blueprint: fields.take("blueprint", reader),
            themes: fields.take("themes", reader),
            seed: fields.take("seed", reader),
            seen: fields.take("seen", reader),
            questions: fields.take("questions", reader),
            now: fields.take("now", reader),
        };
        fields.end(reader);
        request
    }
}

#[wasm_bindgen]
impl Bank {
    /// Reads bank files.
    #[wasm_bindgen(constructor)]
    pub fn new(texts: Vec<String>) -> Result<Bank, Thrown> {
        let mut banks = Vec::with_capacity(texts.len());
        for text in texts {
            banks.push(bank::parse(&text).map_err(|failure| failed(failure.code(), &failure))?);
        }
        let pool = Pool::new(banks).map_err(|duplicate| failed("bank-duplicate", &duplicate))?;
        Ok(Self { pool })
    }

    /// Draws a paper, or puts one together of questions that are named, and begins it.
    #[wasm_bindgen(unchecked_return_type = "Json<Attempt>")]
    pub fn start(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<StartRequest>")] request: &str,
    ) -> Result<String, Thrown> {
        let StartRequest { blueprint, themes, seed, seen, questions, now } = from_js(request)?;
        let request = Request { blueprint: &blueprint, themes: &themes, seed, seen: &seen };
        let paper = match questions {
            Some(ids) => paper::draw_these(&self.pool, request, &ids),
            None => paper::draw(&self.pool, request),
        };
        let paper = paper.map_err(|quota| failed(quota.code(), &quota))?;
        to_js(&Attempt::start(paper, now))
    }

    /// Takes a stored attempt up again.
    #[wasm_bindgen(unchecked_return_type = "Json<Attempt>")]
    pub fn resume(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Attempt>")] attempt: &str,
        now: f64,
    ) -> Result<String, Thrown> {
        let attempt: Attempt = from_js(attempt)?;
        to_js(&attempt.resume(&self.pool, millis(now)?).map_err(|error| failed(error.code(), &error))?)
    }

    /// Does what a resident did, and gives the attempt as it is then.
    #[wasm_bindgen(unchecked_return_type = "Json<Attempt>")]
    pub fn act(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Attempt>")] attempt: &str,
        #[wasm_bindgen(unchecked_param_type = "Json<Action>")] action: &str,
        now: f64,
    ) -> Result<String, Thrown> {
        let mut attempt: Attempt = from_js(attempt)?;
        let action: Action = from_js(action)?;
        attempt.act(&self.pool, action, millis(now)?).map_err(|error| failed(error.code(), &error))?;
        to_js(&attempt)
    }

    /// A question of the paper as the resident sees it.
    #[wasm_bindgen(unchecked_return_type = "Json<Prompt>")]
    pub fn prompt(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Attempt>")] attempt: &str,
        index: f64,
        lang: &str,
    ) -> Result<String, Thrown> {
        let attempt: Attempt = from_js(attempt)?;
        let index = usize::try_from(millis(index)?).map_err(|_| code("unknown-question", "no such question"))?;
        let prompt = paper::prompt(&self.pool, &attempt.paper, index, lang);
        let prompt = prompt.map_err(|error| failed(error.code(), &error))?;
        to_js(&prompt.ok_or_else(|| code("unknown-question", "no such question"))?)
    }

    /// What was right about a question, and why.
    #[wasm_bindgen(unchecked_return_type = "Json<Feedback>")]
    pub fn feedback(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Attempt>")] attempt: &str,
        question: &str,
        lang: &str,
    ) -> Result<String, Thrown> {
        let attempt: Attempt = from_js(attempt)?;
        let question: Id = question.parse().map_err(|error| failed("unknown-question", &error))?;
        let feedback = score::feedback(&self.pool, &attempt, &question, lang);
        to_js(&feedback.map_err(|error| failed(error.code(), &error))?)
    }

    /// The score of a finished attempt.
    #[wasm_bindgen(unchecked_return_type = "Json<ScoreReport>")]
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Json<Attempt>")] attempt: &str,
        lang: &str,
    ) -> Result<String, Thrown> {
        let attempt: Attempt = from_js(attempt)?;
        to_js(&score::mark(&self.pool, &attempt, lang).map_err(|error| failed(error.code(), &error))?)
    }
}
