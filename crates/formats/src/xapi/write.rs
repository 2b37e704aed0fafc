//! A marked attempt to statements.

use std::borrow::Cow;

use serde_json::{Map, Value, json};
use sixinto_core::answer::Answer;
use sixinto_core::attempt::{Attempt, Millis};
use sixinto_core::bank::Revision;
use sixinto_core::day::Day;
use sixinto_core::json::Node;
use sixinto_core::score::{MarkLine, Outcome, ScoreReport};

use crate::xapi::{QUESTION, VERBS};

/// What every statement of an attempt has in common.
struct Teller<'a> {
    attempt: &'a Attempt,
    report: &'a ScoreReport<'a>,
    actor: Value,
    /// Who, and the attempt as a text: what ids are made of.
    seal: String,
    time: String,
}

/// The statements of a finished attempt, one a line: each question, then that it was completed, then whether it was
/// passed, where there was anything to pass. `person` is what somebody typed; nobody is named without it.
///
/// # Panics
/// Never: an attempt has names for keys, so it has a JSON form.
pub fn statements(attempt: &Attempt, report: &ScoreReport<'_>, person: Option<&str>) -> String {
    let seal = serde_json::to_string(attempt).expect("an attempt has names for keys");
    let anonymous = format!("anonymous-{}", hash(&seal, ""));
    let name = person.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(&anonymous);
    let seal = format!("{name}\n{seal}");
    let actor = json!({ "objectType": "Agent", "account": { "homePage": "urn:sixinto", "name": name } });
    let time = iso(attempt.finished.unwrap_or(attempt.started));
    let teller = Teller { attempt, report, actor, seal, time };
    let mut lines: Vec<Value> = report.marks.iter().map(|mark| teller.answered(mark)).collect();
    lines.push(teller.whole("completed", "完成了"));
    match report.passed {
        Some(true) => lines.push(teller.whole("passed", "通过了")),
        Some(false) => lines.push(teller.whole("failed", "没有通过")),
        None => {}
    }
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    lines.join("\n") + "\n"
}

impl Teller<'_> {
    fn answered(&self, mark: &MarkLine<'_>) -> Value {
        let answer = self.attempt.answers.get(mark.id);
        let mut definition = json!({ "type": "http://adlnet.gov/expapi/activities/cmi.interaction" });
        let mut result =
            json!({ "success": mark.outcome == Outcome::Right, "score": score(mark.micropoints, mark.of) });
        if let Some((kind, response)) = answer.map(interaction) {
            definition["interactionType"] = kind.into();
            result["response"] = response.into();
        } else {
            definition["interactionType"] = "other".into();
        }
        let object =
            json!({ "objectType": "Activity", "id": format!("{QUESTION}{}", mark.id), "definition": definition });
        let mut statement = self.statement("answered", "回答了", object, result);
        statement["context"]["contextActivities"] = json!({ "parent": [{ "id": self.paper() }] });
        statement
    }

    fn whole(&self, verb: &str, chinese: &str) -> Value {
        let mut result = json!({
            "completion": true,
            "score": score(self.report.micropoints, self.report.of),
            "duration": format!("PT{}S", self.report.used / 1000),
        });
        if let Some(passed) = self.report.passed {
            result["success"] = passed.into();
        }
        let definition = json!({ "type": "http://adlnet.gov/expapi/activities/assessment" });
        let object = json!({ "objectType": "Activity", "id": self.paper(), "definition": definition });
        self.statement(verb, chinese, object, result)
    }

    fn statement(&self, verb: &str, chinese: &str, object: Value, result: Value) -> Value {
        let about = format!("{verb}{}", object["id"]);
        let mut statement = Map::new();
        statement.insert("id".to_owned(), self.uuid(&about).into());
        statement.insert("actor".to_owned(), self.actor.clone());
        let display = json!({ "en": verb, "zh-CN": chinese });
        statement.insert("verb".to_owned(), json!({ "id": format!("{VERBS}{verb}"), "display": display }));
        statement.insert("object".to_owned(), object);
        statement.insert("result".to_owned(), result);
        statement.insert("context".to_owned(), json!({ "registration": self.uuid(""), "platform": "Sixinto" }));
        statement.insert("timestamp".to_owned(), self.time.clone().into());
        Value::Object(statement)
    }

    /// The paper: its preset and seed, from which it can be drawn again.
    fn paper(&self) -> String {
        format!("urn:sixinto:paper:{}:{}", self.report.preset, json!(self.attempt.paper.seed))
    }

    /// A UUID of the form that leaves its bits to whoever makes it (RFC 9562, version 8).
    fn uuid(&self, about: &str) -> String {
        let bits: String =
            ["a", "b", "c", "d"].iter().map(|salt| hash(&self.seal, &format!("{salt}{about}"))).collect();
        let piece = |from: usize, to: usize| bits.get(from..to).unwrap_or_default();
        format!("{}-{}-8{}-8{}-{}", piece(0, 8), piece(8, 12), piece(13, 16), piece(17, 20), piece(20, 32))
    }
}

fn hash(seal: &str, salt: &str) -> String {
    Revision::of(&Node::Text(Cow::Owned(format!("{salt}\n{seal}")))).to_string()
}

/// Points as decimals: `scaled` is between 0 and 1.
#[expect(clippy::cast_precision_loss, reason = "points have far fewer digits than a double")]
fn score(micropoints: u64, of: u64) -> Value {
    let points = |micropoints: u64| micropoints as f64 / 1e6;
    let scaled = if of == 0 { 0.0 } else { micropoints as f64 / of as f64 };
    json!({ "scaled": scaled, "raw": points(micropoints), "min": 0, "max": points(of) })
}

/// An answer as SCORM's run-time environment writes it, which xAPI took over.
fn interaction(answer: &Answer) -> (&'static str, String) {
    let list = |ids: &mut dyn Iterator<Item = &str>| ids.collect::<Vec<_>>().join("[,]");
    match answer {
        Answer::Single(id) => ("choice", id.to_string()),
        Answer::Multiple(ids) | Answer::Spot(ids) => ("choice", list(&mut ids.iter().map(sixinto_core::Id::as_str))),
        Answer::Judge(answer) => ("true-false", answer.to_string()),
        Answer::Blank(typed) => ("fill-in", list(&mut typed.iter().map(AsRef::as_ref))),
        Answer::Number(typed) => ("numeric", typed.to_string()),
        Answer::Order(ids) => ("sequencing", list(&mut ids.iter().map(sixinto_core::Id::as_str))),
        Answer::Match(pairs) => {
            let pairs: Vec<String> = pairs.iter().map(|(left, right)| format!("{left}[.]{right}")).collect();
            ("matching", pairs.join("[,]"))
        }
    }
}

/// A moment by the clocks of China, `2026-11-24T08:30:00.000+08:00` (ISO 8601).
fn iso(moment: Millis) -> String {
    const HOUR: Millis = 3_600_000;
    let of_day = (moment.saturating_add(8 * HOUR)) % (24 * HOUR);
    let (hours, minutes) = (of_day / HOUR, of_day / 60_000 % 60);
    let (seconds, rest) = (of_day / 1000 % 60, of_day % 1000);
    format!("{}T{hours:02}:{minutes:02}:{seconds:02}.{rest:03}+08:00", Day::of(moment).date())
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn a_moment_is_written_by_the_clocks_of_china() {
        assert_eq!(iso(0), "1970-01-01T08:00:00.000+08:00");
        assert_eq!(iso(1_795_480_192_007), "2026-11-24T08:29:52.007+08:00");
    }
}
