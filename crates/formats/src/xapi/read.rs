//! Lines of statements to answers.

use crate::diagnostics::Code;
use serde_json::Value;
use sixinto_core::Id;
use sixinto_core::check::Words;

use crate::Input;
use crate::diagnostics::{Finding, Place, Quote};
use crate::text::ellipsis;
use crate::text::encoding::decode;
use crate::xapi::VERBS;

/// What lines of statements say.
#[derive(Debug, Default)]
pub struct Statements {
    /// Every answer that could be read.
    pub answers: Vec<Answered>,
    /// An error for each line that could not, and a note of what else there was.
    pub findings: Vec<Finding>,
    /// How many lines there were, without empty ones.
    pub n_read: usize,
}

/// That somebody answered a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// Who, by whatever the statement names them.
    pub person: String,
    /// Which attempt, where the statement says so.
    pub attempt: Option<String>,
    /// Which question.
    pub question: Id,
    /// What was answered: choices, steps, pairs as `left[.]right`, or what was typed. None where nothing was.
    pub response: Vec<String>,
    /// What was earned and what could be, in millionths of a point.
    pub micropoints: Option<(u64, u64)>,
    /// When.
    pub time: Option<String>,
    /// Where it is said.
    pub place: Place,
}

/// Reads statements, one a line.
///
/// # Errors
/// Where the file is no text.
pub fn read(input: &Input<'_>) -> Result<Statements, Box<Finding>> {
    let text = decode(input)?.text;
    let (mut statements, mut n_other) = (Statements::default(), 0);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        statements.n_read += 1;
        match statement(input.name, number, line) {
            Ok(Some(answer)) => statements.answers.push(answer),
            Ok(None) => n_other += 1,
            Err(finding) => statements.findings.push(*finding),
        }
    }
    if n_other > 0 {
        statements.findings.push(other(input.name, n_other));
    }
    Ok(statements)
}

/// The answer that a line tells of; nothing where it tells of something else.
fn statement(file: &str, number: u32, line: &str) -> Result<Option<Answered>, Box<Finding>> {
    let value: Value = serde_json::from_str(line).map_err(|error| not_json(file, number, line, &error))?;
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
    let place = Place::text(file, number, 1);
    let wrong = |code, zh: &str, en: &str| Box::new(wrong(code, place.clone(), line, Words::new(zh, en)));
    let verb = text("/verb/id").ok_or_else(|| {
        wrong(Code::XapiNoStatement, "这一行不是 xAPI 记录：没有 verb.id", "this is no statement: it has no verb.id")
    })?;
    if verb.strip_prefix(VERBS) != Some("answered") {
        return Ok(None);
    }
    let person = ["/actor/account/name", "/actor/mbox", "/actor/mbox_sha1sum", "/actor/openid", "/actor/name"];
    let person = person.into_iter().find_map(text);
    let person = person
        .ok_or_else(|| wrong(Code::XapiNobody, "没有写是谁答的（actor）", "it does not say who answered (actor)"))?;
    let object = text("/object/id").unwrap_or_default();
    let question = object.rsplit([':', '/', '#', '=']).next().and_then(|name| name.parse::<Id>().ok());
    let question = question.ok_or_else(|| {
        wrong(
            Code::XapiQuestion,
            "看不出答的是哪道题（object.id）",
            "it does not say which question was answered (object.id)",
        )
    })?;
    let response = text("/result/response").filter(|response| !response.is_empty());
    Ok(Some(Answered {
        person: person.to_owned(),
        attempt: text("/context/registration").map(str::to_owned),
        question,
        response: response.map(|response| response.split("[,]").map(str::to_owned).collect()).unwrap_or_default(),
        micropoints: micropoints(&value),
        time: text("/timestamp").map(str::to_owned),
        place,
    }))
}

/// Points from the score, or else one for what is right.
fn micropoints(value: &Value) -> Option<(u64, u64)> {
    let number = |name: &str| value.pointer(&format!("/result/score/{name}")).and_then(Value::as_f64);
    let scored = match (number("raw"), number("max"), number("scaled")) {
        (Some(raw), Some(max), _) => micro(raw).zip(micro(max)),
        (_, _, Some(scaled)) => micro(scaled).map(|micropoints| (micropoints, 1_000_000)),
        _ => None,
    };
    let success = || {
        value.pointer("/result/success").and_then(Value::as_bool).map(|right| (u64::from(right) * 1_000_000, 1_000_000))
    };
    scored.filter(|(points, of)| points <= of && *of > 0).or_else(success)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is between 0 and a million")]
fn micro(points: f64) -> Option<u64> {
    // Less than nothing is nothing, as under every rule of this project.
    (points <= 1e6).then(|| (points.max(0.0) * 1e6).round() as u64)
}

fn not_json(file: &str, number: u32, line: &str, error: &serde_json::Error) -> Box<Finding> {
    let column = u32::try_from(error.column()).unwrap_or(u32::MAX).max(1);
    let from = line.floor_char_boundary((column as usize - 1).min(line.len()));
    let message = Words::new("这一行不是完整的 JSON", format!("this line is not JSON: {error}"));
    let help =
        Words::new("一行写一条记录，不要换行；重新导出一份", "write one statement a line, or export the file again");
    Box::new(
        Finding::error(Code::XapiNotJson, Place::text(file, number, column), message, help).quoting(near(line, from)),
    )
}

fn wrong(code: Code, at: Place, line: &str, message: Words) -> Finding {
    let help = Words::new(
        "要 xAPI 的 answered 记录，写明 actor、object.id 和 result",
        "take statements `answered` that have actor, object.id and result",
    );
    Finding::error(code, at, message, help).quoting(near(line, 0))
}

/// Of a line of any length what is near.
fn near(line: &str, from: usize) -> Option<Quote> {
    const NEAR: usize = 100;
    let start = line.ceil_char_boundary(from.saturating_sub(NEAR));
    let end = line.floor_char_boundary((from + NEAR).min(line.len()));
    let shown = line.get(start..end)?;
    Some(Quote::new(shown, from - start.min(from), shown.len()))
}

fn other(file: &str, n: usize) -> Finding {
    let file = ellipsis(file);
    Finding::note(
        Code::XapiOther,
        Place::whole(&file),
        Words::new(
            format!("{n} 条不是答题的记录（如完成、通过），没有用到"),
            format!("{n} statements are no answers (such as completed or passed) and were not used"),
        ),
        Words::new("不用改", "nothing has to be done"),
    )
}
