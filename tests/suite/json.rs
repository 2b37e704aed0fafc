//! Our reader of JSON holds what `serde_json` says of the same text.

use std::fmt::Write;

use proptest::prelude::*;
use serde_json::Value;
use sixinto_core::json::{Expected, Node};

fn same(node: &Node<'_>, value: &Value) -> bool {
    match (node, value) {
        (Node::Null, Value::Null) => true,
        (Node::Flag(one), Value::Bool(other)) => one == other,
        (Node::Number(one), Value::Number(other)) => other.as_f64().is_some_and(|other| one.total_cmp(&other).is_eq()),
        (Node::Text(one), Value::String(other)) => one == other,
        (Node::List(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(node, value)| same(node, value))
        }
        (Node::Object(one), Value::Object(other)) => {
            let member = |name: &str| one.iter().rfind(|(key, _)| key == name).map(|(_, node)| node);
            other.iter().all(|(name, value)| member(name).is_some_and(|node| same(node, value)))
        }
        _ => false,
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-999_999_999_i64..999_999_999).prop_map(Value::from),
        (-999_999_i64..999_999, 0..5)
            .prop_map(|(digits, scale)| format!("{digits}e-{scale}").parse::<f64>().expect("a number").into()),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(value in value()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).expect("a value")] {
            prop_assert!(same(&Node::parse(&text).expect("JSON"), &value), "{text}");
        }
    }

    #[test]
    fn escapes_are_read_as_the_standard_says(text in any::<String>()) {
        let escaped = text.encode_utf16().fold(String::new(), |mut all, unit| {
            write!(all, "\\u{unit:04X}").expect("a string takes everything");
            all
        });
        let quoted = format!("\"{escaped}\"");
        prop_assert_eq!(Node::parse(&quoted), Ok(Node::Text(text.into())));
    }

    #[test]
    fn damaged_text_is_taken_or_refused_as_by_others(value in value(), at in any::<prop::sample::Index>(), with in ".{0,2}") {
        let text = value.to_string();
        let place = text.floor_char_boundary(at.index(text.len() + 1));
        let end = text.ceil_char_boundary((place + 1).min(text.len()));
        let damaged = format!("{}{with}{}", &text[..place], &text[end..]);
        match (Node::parse(&damaged), serde_json::from_str::<Value>(&damaged)) {
            (Ok(node), Ok(value)) => prop_assert!(same(&node, &value), "{damaged}"),
            // Longer numbers than JavaScript keeps are refused on purpose.
            (Err(error), other) if error.expected == Expected::Number => prop_assert!(other.is_err() || damaged.len() > 15),
            (ours, theirs) => prop_assert_eq!(ours.is_err(), theirs.is_err(), "{}", damaged),
        }
    }
}

#[test]
fn brackets_that_go_too_deep_are_refused_before_they_hurt() {
    let deep = "[".repeat(100_000);
    let error = Node::parse(&deep).expect_err("too deep");
    assert_eq!((error.at, error.expected), (127, Expected::LessDepth));
    let fine = format!("{}{}", "[".repeat(127), "]".repeat(127));
    assert!(Node::parse(&fine).is_ok());
}

#[test]
fn a_number_that_cannot_be_kept_exactly_is_refused() {
    for text in ["1234567890123456", "0.1234567890123456", "1e400", "01", "1.", ".5", "-", "1e", "+1", "0x10", "NaN"] {
        assert!(Node::parse(text).is_err(), "{text}");
    }
    for (text, number) in
        [("0", 0.0), ("-0.5", -0.5), ("1E3", 1000.0), ("123456789012345", 123_456_789_012_345.0), ("19.6", 19.6)]
    {
        assert_eq!(Node::parse(text), Ok(Node::Number(number)), "{text}");
    }
}
