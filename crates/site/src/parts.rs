//! A bank taken apart into what drawing looks at and the words, so that the first question waits for little of both.

use serde_json::{Map, Value, json};

/// How many questions share a file of words.
pub const PER_PART: usize = 4;

/// Takes a bank apart: first everything that drawing a paper looks at, then the words and keys, a part for every
/// [`PER_PART`] questions in their order. The first is a bank itself, only that nobody says anything in it; a part is a
/// list with an entry of the same shape for each of its questions, for the page to lay over it.
pub fn apart(mut bank: Value) -> (Value, Vec<Value>) {
    let Some(questions) = bank["questions"].as_array_mut() else {
        return (bank, Vec::new());
    };
    *questions = spread(std::mem::take(questions));
    let words: Vec<Value> = questions.iter_mut().map(take_words).collect();
    let parts = words.chunks(PER_PART).map(|part| Value::Array(part.to_vec())).collect();
    (bank, parts)
}

/// A picture with areas has as many words as five other questions. It leads a part with the shortest ones, so that
/// whoever is asked one of them does not wait for twice as much as the others.
fn spread(questions: Vec<Value>) -> Vec<Value> {
    let (scenes, mut others): (Vec<Value>, Vec<Value>) =
        questions.into_iter().partition(|question| question.get("areas").is_some());
    let mut spread = Vec::new();
    for scene in scenes {
        spread.push(scene);
        spread.extend((1..PER_PART).map_while(|_| take_shortest(&mut others)));
    }
    spread.extend(others);
    spread
}

fn take_shortest(questions: &mut Vec<Value>) -> Option<Value> {
    let lengths = questions.iter().map(|question| question.to_string().len()).enumerate();
    lengths.min_by_key(|(_, length)| *length).map(|(at, _)| questions.remove(at))
}

/// Where a part of the words of a bank is served, `words/3.home.en-0123456789.json`.
pub fn part_place(bank: &str, number: usize) -> String {
    bank.replacen("banks/", &format!("words/{number}."), 1)
}

/// Fields that drawing looks at.
const DRAWN: [&str; 11] =
    ["id", "kind", "themes", "topic", "difficulty", "revision", "fixed", "choices", "steps", "pairs", "areas"];

/// Fields that a bank may not go without, so that something empty stands in for them.
const NEEDED: [&str; 13] =
    ["stem", "text", "left", "right", "label", "answer", "blanks", "number", "value", "x", "y", "width", "height"];

/// Takes the words out of a question or a part of one.
fn take_words(part: &mut Value) -> Value {
    match part {
        Value::Object(fields) => {
            let mut words = Map::new();
            for (name, mut value) in std::mem::take(fields) {
                let is_drawn = DRAWN.contains(&name.as_str());
                let taken = if is_drawn { take_words(&mut value) } else { value.clone() };
                if is_drawn {
                    fields.insert(name.clone(), value);
                } else if NEEDED.contains(&name.as_str()) {
                    fields.insert(name.clone(), nothing(&value));
                }
                if !taken.is_null() {
                    words.insert(name, taken);
                }
            }
            if words.is_empty() { Value::Null } else { Value::Object(words) }
        }
        Value::Array(list) => {
            let words: Vec<Value> = list.iter_mut().map(take_words).collect();
            if words.iter().all(Value::is_null) { Value::Null } else { Value::Array(words) }
        }
        _ => Value::Null,
    }
}

/// The emptiest value that can be read in place of another.
fn nothing(value: &Value) -> Value {
    match value {
        Value::String(_) => "".into(),
        Value::Bool(_) => false.into(),
        Value::Number(_) => 0.into(),
        Value::Array(_) => Value::Array(Vec::new()),
        Value::Object(_) => json!({ "value": 0 }),
        Value::Null => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_keys_come_apart_from_what_drawing_looks_at() {
        let question = json!({
            "id": "q", "stem": "s", "explanation": "because",
            "choices": [{ "id": "a", "text": "yes", "correct": true, "fixed": true }, { "id": "b", "text": "no" }],
        });
        let (outline, parts) = apart(json!({ "format": 1, "questions": [question, { "id": "r", "answer": true }] }));
        let choices = json!([{ "id": "a", "text": "", "fixed": true }, { "id": "b", "text": "" }]);
        let bare = json!([{ "id": "q", "stem": "", "choices": choices }, { "id": "r", "answer": false }]);
        assert_eq!(outline, json!({ "format": 1, "questions": bare }));
        let choices = json!([{ "text": "yes", "correct": true }, { "text": "no" }]);
        let words = json!([{ "stem": "s", "explanation": "because", "choices": choices }, { "answer": true }]);
        assert_eq!(parts, [words]);
    }

    #[test]
    fn a_picture_with_areas_leads_a_part_of_short_questions() {
        let question = |length: usize| json!({ "stem": "a".repeat(length) });
        let scene = json!({ "stem": "scene", "areas": [] });
        let lengths = [9, 1, 8, 2, 7, 3, 6, 4];
        let questions = spread(lengths.map(question).into_iter().chain([scene.clone()]).collect());
        let shortest = 1..PER_PART;
        let others = lengths.into_iter().filter(|length| !shortest.contains(length));
        let expected: Vec<Value> = [scene].into_iter().chain(shortest.clone().chain(others).map(question)).collect();
        assert_eq!(questions, expected);
    }
}
