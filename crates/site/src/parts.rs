//! A bank taken apart into what drawing looks at and the words, so that the first question waits for little of both.

use std::mem::take;

use serde::Serialize;
use sixinto_core::Text;
use sixinto_core::bank::kind::{Area, BlankSlot, Choice, Decimal, NumberKey, Pair, Step};
use sixinto_core::bank::{BankFile, Media, QuestionFields};
use sixinto_core::source::Source;

/// How many questions share a file of words.
pub const PER_PART: usize = 4;

/// The words and keys of one question: everything that drawing does not look at.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Words {
    stem: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    media: Option<Media>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<ChoiceWords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blanks: Option<Vec<BlankSlot>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<NumberWords>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<StepWords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pairs: Option<Vec<PairWords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    areas: Option<Vec<AreaWords>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

#[derive(Clone, Debug, Serialize)]
struct ChoiceWords {
    text: Text,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    correct: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<i16>,
}

#[derive(Clone, Debug, Serialize)]
struct NumberWords {
    value: Decimal,
    tolerance: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Text>,
}

#[derive(Clone, Debug, Serialize)]
struct StepWords {
    text: Text,
}

#[derive(Clone, Debug, Serialize)]
struct PairWords {
    left: Text,
    right: Text,
}

#[derive(Clone, Debug, Serialize)]
struct AreaWords {
    x: u16,
    y: u16,
    width: u16,
    height: u16,
    label: Text,
    hazard: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Text>,
}

/// Takes a bank apart: first everything that drawing a paper looks at, then the words and keys, a part for every
/// [`PER_PART`] questions in their order. The first is a bank itself, only that nobody says anything in it; a part is a
/// list with an entry of the same shape for each of its questions, for the page to lay over it.
pub(crate) fn apart(mut bank: BankFile) -> (BankFile, Vec<Vec<Words>>) {
    bank.questions = spread(bank.questions);
    let words: Vec<Words> = bank.questions.iter_mut().map(take_words).collect();
    (bank, words.chunks(PER_PART).map(<[Words]>::to_vec).collect())
}

/// A picture with areas has as many words as five other questions. It leads a part with the shortest ones, so that
/// whoever is asked one of them does not wait for twice as much as the others.
fn spread(questions: Vec<QuestionFields>) -> Vec<QuestionFields> {
    let (scenes, mut others): (Vec<_>, Vec<_>) = questions.into_iter().partition(|question| question.areas.is_some());
    let mut spread = Vec::new();
    for scene in scenes {
        spread.push(scene);
        spread.extend((1..PER_PART).map_while(|_| take_shortest(&mut others)));
    }
    spread.extend(others);
    spread
}

fn take_shortest(questions: &mut Vec<QuestionFields>) -> Option<QuestionFields> {
    let length = |question: &QuestionFields| serde_json::to_string(question).map_or(0, |text| text.len());
    let lengths = questions.iter().map(length).enumerate();
    lengths.min_by_key(|(_, length)| *length).map(|(at, _)| questions.remove(at))
}

/// Where a part of the words of a bank is served, `words/3.home.en-0123456789.json`.
pub fn part_place(bank: &str, number: usize) -> String {
    bank.replacen("banks/", &format!("words/{number}."), 1)
}

/// Takes the words out of a question. Where a bank may not go without a field, something empty stands in for it.
fn take_words(question: &mut QuestionFields) -> Words {
    Words {
        stem: take(&mut question.stem),
        media: question.media.take(),
        choices: take_each(&mut question.choices, |choice: &mut Choice| ChoiceWords {
            text: take(&mut choice.text),
            correct: take(&mut choice.correct),
            why: choice.why.take(),
            weight: choice.weight.take(),
        }),
        answer: question.answer.as_mut().map(take),
        blanks: question.blanks.as_mut().map(take),
        number: question.number.as_mut().map(|number| {
            let NumberKey { value, tolerance, unit } = take(number);
            NumberWords { value, tolerance, unit }
        }),
        steps: take_each(&mut question.steps, |step: &mut Step| StepWords { text: take(&mut step.text) }),
        pairs: take_each(&mut question.pairs, |pair: &mut Pair| PairWords {
            left: take(&mut pair.left),
            right: take(&mut pair.right),
        }),
        areas: take_each(&mut question.areas, |area: &mut Area| AreaWords {
            x: take(&mut area.x),
            y: take(&mut area.y),
            width: take(&mut area.width),
            height: take(&mut area.height),
            label: take(&mut area.label),
            hazard: take(&mut area.hazard),
            why: area.why.take(),
        }),
        explanation: question.explanation.take(),
        action: question.action.take(),
        source: question.source.take(),
    }
}

fn take_each<T, W>(parts: &mut Option<Vec<T>>, take: fn(&mut T) -> W) -> Option<Vec<W>> {
    parts.as_mut().map(|parts| parts.iter_mut().map(take).collect())
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use serde_json::{Value, json, to_value};
    use sixinto_core::json::read_value;

    use super::*;

    fn question(fields: &Value) -> QuestionFields {
        let mut question = json!({ "id": "q", "kind": "judge", "themes": ["home"], "topic": "gas", "difficulty": 1 });
        for (name, value) in fields.as_object().into_iter().flatten() {
            question[name] = value.clone();
        }
        read_value(&question.to_string()).expect("a question")
    }

    fn bank(questions: Vec<QuestionFields>) -> BankFile {
        BankFile { questions, format: 1, ..BankFile::default() }
    }

    /// The fields that every question has for drawing, and these.
    fn drawn(fields: &Value) -> Value {
        let mut question = json!({ "id": "q", "kind": "judge", "themes": ["home"], "topic": "gas", "difficulty": 1 });
        for (name, value) in fields.as_object().into_iter().flatten() {
            question[name] = value.clone();
        }
        question
    }

    #[test]
    fn words_and_keys_come_apart_from_what_drawing_looks_at() -> Result<()> {
        let choice = json!({
            "id": "q", "kind": "single", "stem": "s", "explanation": "because",
            "choices": [{ "id": "a", "text": "yes", "correct": true, "fixed": true }, { "id": "b", "text": "no" }],
        });
        let judge = json!({ "id": "r", "stem": "t", "answer": true });
        let (outline, parts) = apart(bank(vec![question(&choice), question(&judge)]));
        let choices = json!([{ "id": "a", "text": "", "fixed": true }, { "id": "b", "text": "" }]);
        let bare = json!([
            drawn(&json!({ "kind": "single", "stem": "", "choices": choices })),
            drawn(&json!({ "id": "r", "stem": "", "answer": false })),
        ]);
        assert_eq!(to_value(outline)?["questions"], bare);
        let choices = json!([{ "text": "yes", "correct": true }, { "text": "no" }]);
        let words =
            json!([{ "stem": "s", "explanation": "because", "choices": choices }, { "stem": "t", "answer": true }]);
        assert_eq!(to_value(parts)?, json!([words]));
        Ok(())
    }

    #[test]
    fn keys_of_every_kind_leave_something_empty() -> Result<()> {
        let area = json!({ "id": "a", "x": 1, "y": 2, "width": 3, "height": 4, "label": "door", "hazard": true });
        let kinds = json!({
            "stem": "s", "blanks": [{ "accept": ["119"] }], "number": { "value": 2.5, "tolerance": 1, "unit": "m" },
            "steps": [{ "id": "a", "text": "first" }], "pairs": [{ "id": "a", "left": "l", "right": "r" }],
            "areas": [area],
        });
        let (outline, _) = apart(bank(vec![question(&kinds)]));
        let area = json!({ "id": "a", "x": 0, "y": 0, "width": 0, "height": 0, "label": "" });
        let bare = drawn(&json!({
            "stem": "", "blanks": [], "number": { "value": 0 }, "steps": [{ "id": "a", "text": "" }],
            "pairs": [{ "id": "a", "left": "", "right": "" }], "areas": [area],
        }));
        assert_eq!(to_value(outline)?["questions"], json!([bare]));
        Ok(())
    }

    #[test]
    fn a_picture_with_areas_leads_a_part_of_short_questions() {
        let of_length = |length: usize| question(&json!({ "stem": "a".repeat(length) }));
        let scene = question(&json!({ "stem": "scene", "areas": [] }));
        let lengths = [9, 1, 8, 2, 7, 3, 6, 4];
        let questions = spread(lengths.map(of_length).into_iter().chain([scene.clone()]).collect());
        let shortest = 1..PER_PART;
        let others = lengths.into_iter().filter(|length| !shortest.contains(length));
        let expected: Vec<QuestionFields> =
            [scene].into_iter().chain(shortest.clone().chain(others).map(of_length)).collect();
        assert_eq!(questions, expected);
    }
}
