//! Values written down without saying anything twice, because a phone keeps every byte of them.
//!
//! An object is a list of the number of its field names and its values, a list is the same with the number 0, and what
//! is repeated stands once, in a table, and is meant by `[-1]`, `[-2]` and so on. `www/content/unpack.js` reads it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The shortest text that is longer than what would point to it.
const WORTH_SHARING: usize = 7;

/// The field names of objects; the first are number 1.
#[derive(Default)]
pub(crate) struct Names(Vec<Vec<String>>);

impl Names {
    fn number(&mut self, names: Vec<String>) -> usize {
        let known = self.0.iter().position(|known| *known == names);
        1 + known.unwrap_or_else(|| {
            self.0.push(names);
            self.0.len() - 1
        })
    }

    /// The names themselves, for the file that carries them.
    pub(crate) fn to_value(&self) -> Value {
        json!(self.0)
    }
}

/// A value and the table of what is repeated in it; field names that are new are added.
pub(crate) fn pack(value: &Value, names: &mut Names) -> (Value, Value) {
    let packed = numbered(value, names);
    let mut counts = BTreeMap::new();
    count(&packed, &mut counts);
    counts.retain(|text, count| *count > 1 && text.len() >= WORTH_SHARING);
    let mut table = Table { shared: counts, places: BTreeMap::new(), values: Vec::new() };
    let packed = table.shorten(packed);
    (packed, Value::Array(table.values))
}

fn numbered(value: &Value, names: &mut Names) -> Value {
    let (number, values): (usize, Vec<&Value>) = match value {
        Value::Object(fields) => (names.number(fields.keys().cloned().collect()), fields.values().collect()),
        Value::Array(list) => (0, list.iter().collect()),
        _ => return value.clone(),
    };
    let values = values.into_iter().map(|value| numbered(value, names));
    std::iter::once(number.into()).chain(values).collect()
}

/// Counts how often each list occurs; what is inside of a repeated one is counted once.
fn count(value: &Value, counts: &mut BTreeMap<String, usize>) {
    let Value::Array(list) = value else {
        return;
    };
    let count_so_far = counts.entry(value.to_string()).or_default();
    *count_so_far += 1;
    if *count_so_far == 1 {
        for value in list {
            count(value, counts);
        }
    }
}

struct Table {
    /// Texts of the lists that are worth sharing.
    shared: BTreeMap<String, usize>,
    places: BTreeMap<String, usize>,
    values: Vec<Value>,
}

impl Table {
    fn shorten(&mut self, value: Value) -> Value {
        let Value::Array(list) = value else {
            return value;
        };
        let text = Value::Array(list.clone()).to_string();
        if let Some(place) = self.places.get(&text) {
            return pointer(*place);
        }
        let short = list.into_iter().map(|value| self.shorten(value)).collect();
        if !self.shared.contains_key(&text) {
            return short;
        }
        self.values.push(short);
        self.places.insert(text, self.values.len());
        pointer(self.values.len())
    }
}

/// What stands for the value at a place of the table, counted from 1.
fn pointer(place: usize) -> Value {
    serde_json::from_str(&format!("[-{place}]")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_is_repeated_are_written_once() {
        let choices = json!([{ "id": "a", "text": "" }, { "id": "b", "text": "" }]);
        let value = json!([{ "choices": choices, "id": "x" }, { "choices": choices, "id": "y" }, 7, null]);
        let mut names = Names::default();
        let (packed, again) = pack(&value, &mut names);
        assert_eq!(names.to_value(), json!([["choices", "id"], ["id", "text"]]));
        assert_eq!(packed, json!([0, [1, [-1], "x"], [1, [-1], "y"], 7, null]));
        assert_eq!(again, json!([[0, [2, "a", ""], [2, "b", ""]]]));
    }

    #[test]
    fn names_that_are_known_keep_their_number() {
        let mut names = Names::default();
        pack(&json!({ "id": 1 }), &mut names);
        let (packed, again) = pack(&json!({ "words": { "id": 2 } }), &mut names);
        assert_eq!(packed, json!([2, [1, 2]]));
        assert_eq!(again, json!([]));
        assert_eq!(names.to_value(), json!([["id"], ["words"]]));
    }
}
