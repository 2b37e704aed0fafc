//! Attempts that were exported as xAPI statements, one a line. They bring their points with them, so that they are
//! analysed without the questions too; with them, the choices are counted.

use std::collections::{BTreeMap, BTreeSet};

use sixinto_core::analysis::{Item, Response, random_guess_percent, right_items};
use sixinto_core::check::fold;

use crate::Input;
use crate::diagnostics::Finding;
use crate::responses::mark::label;
use crate::responses::{Asked, Label, Responses, Sitting, Tries, diagnostics};
use crate::text::encoding::decode;
use crate::xapi::{self, Answered};

/// The people who were met already, in this file or one before it.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeSet<String>);

/// Whether the first line of a file is a statement.
pub(super) fn recognises(input: &Input<'_>) -> bool {
    let Ok(text) = decode(input).map(|decoded| decoded.text) else { return false };
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let statement = serde_json::from_str::<serde_json::Value>(first);
    statement.is_ok_and(|value| value.get("verb").is_some() || value.get("actor").is_some())
}

impl Seen {
    pub(super) fn read(
        &mut self,
        input: &Input<'_>,
        asked: &Asked<'_>,
        sittings: &mut Vec<Sitting>,
        responses: &mut Responses,
    ) -> Result<(), Box<Finding>> {
        let statements = xapi::read(input)?;
        responses.findings.extend(statements.findings);
        for answers in attempts(statements.answers) {
            let Some(first) = answers.first() else { continue };
            responses.n_read += 1;
            if !self.0.insert(fold(&first.person)) && asked.tries == Tries::First {
                responses.findings.push(diagnostics::repeated_person(first.place.clone(), &first.person));
                continue;
            }
            let mut known = BTreeSet::new();
            let answers = answers.iter().filter(|answer| known.insert(&answer.question));
            let sitting = answers.filter_map(|answer| responded(answer, asked, &mut responses.findings));
            sittings.push(Sitting { group: None, responses: sitting.collect() });
        }
        Ok(())
    }
}

/// The answers of each attempt, by time where that is told: a store gives its statements in any order, often the
/// latest first.
fn attempts(mut answers: Vec<Answered>) -> Vec<Vec<Answered>> {
    answers.sort_by(|one, other| one.time.cmp(&other.time));
    let mut places: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    let mut attempts: Vec<Vec<Answered>> = Vec::new();
    for answer in answers {
        let at = *places.entry((fold(&answer.person), answer.attempt.clone())).or_insert_with(|| {
            attempts.push(Vec::new());
            attempts.len() - 1
        });
        attempts[at].push(answer);
    }
    attempts
}

/// What an answer earned; nothing, and an error, where the statement does not say.
fn responded(
    answer: &Answered,
    asked: &Asked<'_>,
    findings: &mut Vec<Finding>,
) -> Option<(Label, Item, Option<Response>)> {
    let Some((micropoints, of)) = answer.micropoints else {
        findings.push(diagnostics::no_result(answer.place.clone(), answer.question.as_str()));
        return None;
    };
    let is_blank = answer.response.is_empty();
    let Some(question) = asked.pool.and_then(|pool| pool.question(&answer.question)) else {
        let label = Label { name: answer.question.to_string(), ..Label::default() };
        let item = Item { of, random_guess: None, choices: Vec::new() };
        return Some((label, item, Some(Response { micropoints, is_blank, chosen: Vec::new() })));
    };
    let items = right_items(question);
    let took = |id: &str| answer.response.iter().any(|taken| taken == id);
    let chosen = items.iter().enumerate().filter(|(_, (id, _))| took(id.as_str())).map(|(at, _)| at).collect();
    let item = Item {
        of,
        random_guess: random_guess_percent(question, asked.rule),
        choices: items.iter().map(|(_, is_right)| *is_right).collect(),
    };
    Some((label(question, asked.lang), item, Some(Response { micropoints, is_blank, chosen })))
}
