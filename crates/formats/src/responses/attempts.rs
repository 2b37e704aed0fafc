//! Attempts as the page and the command store them.

use std::collections::BTreeSet;

use sixinto_core::analysis::Response;
use sixinto_core::attempt::Attempt;
use sixinto_core::bank::Question;
use sixinto_core::paper::{BankChanged, PaperQuestion};
use sixinto_core::{json, memory, score};

use crate::Input;
use crate::diagnostics::{Finding, Place};
use crate::responses::mark::{chosen, item, label};
use crate::responses::{Asked, Responses, Sitting, Tries, diagnostics};
use crate::text::encoding::decode;

/// The attempts that were read already, so that a file that is there twice counts once.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeSet<String>);

/// Whether a file is JSON: no table begins with a brace.
pub(super) fn recognises(input: &Input<'_>) -> bool {
    let head = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input.bytes);
    head.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

impl Seen {
    /// Reads a file with an attempt in it, or with all that a phone remembers: of that, what was finished last.
    pub(super) fn read(
        &mut self,
        input: &Input<'_>,
        asked: &Asked<'_>,
        sittings: &mut Vec<Sitting>,
        responses: &mut Responses,
    ) -> Result<(), Box<Finding>> {
        let text = decode(input)?.text;
        responses.n_read += 1;
        let outcome = attempt_in(&text).and_then(|attempt| self.mark(&attempt, asked));
        match outcome {
            Ok(sitting) => sittings.push(sitting),
            Err(why) => responses.findings.push(diagnostics::bad_attempt(Place::whole(input.name), why)),
        }
        Ok(())
    }

    fn mark(&mut self, attempt: &Attempt, asked: &Asked<'_>) -> Result<Sitting, &'static str> {
        let pool = asked.pool.ok_or("no-questions")?;
        let same = serde_json::to_string(attempt).expect("an attempt has names for keys, so it has a JSON form");
        if !self.0.insert(same) && asked.tries == Tries::First {
            return Err("twice");
        }
        let attempt = attempt.clone().resume(pool, 0).map_err(sixinto_core::attempt::Error::code)?;
        let report = score::mark(pool, &attempt, asked.lang).map_err(score::Error::code)?;
        let questions = attempt.paper.questions(pool).map_err(BankChanged::code)?;
        let response = |(line, (own, question)): (&score::MarkLine<'_>, &(&PaperQuestion, &Question))| {
            let answer = attempt.answers.get(&own.id);
            let chosen = answer.map(|answer| chosen(question, answer)).unwrap_or_default();
            let response = Response { micropoints: line.micropoints, is_blank: answer.is_none(), chosen };
            (label(question, asked.lang), item(own, question, &attempt.paper), Some(response))
        };
        Ok(Sitting { group: None, responses: report.marks.iter().zip(&questions).map(response).collect() })
    }
}

fn attempt_in(text: &str) -> Result<Attempt, &'static str> {
    let text = text.trim_start_matches('\u{feff}');
    if let Ok(attempt) = json::read_value::<Attempt>(text) {
        return Ok(attempt);
    }
    let memory = memory::read(text).map_err(|_| "no-attempt")?;
    memory.done.ok_or("not-finished")
}
