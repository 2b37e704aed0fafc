//! Files that are larger or deeper than any honest one.

use sixinto_core::bank::{MAX_PARTS, MAX_QUESTIONS};
use sixinto_core::check::{Finding, unreadable};
use sixinto_core::{bank, json, text};

fn check(text: &str, pointer: &str, message: &str) {
    let failures = bank::parse_all(text).map_or_else(|failure| vec![failure], |parsed| parsed.failures);
    let findings: Vec<Finding> = unreadable("bank.json", text, &failures).collect();
    let [finding] = findings.as_slice() else { panic!("not one finding but {findings:#?}") };
    assert_eq!(
        (finding.code.as_str(), finding.at.pointer.as_str(), finding.message.en.as_str()),
        ("bank-limit", pointer, message)
    );
}

fn bank(questions: &str) -> String {
    format!(r#"{{"format":1,"id":"big","title":"big","questions":[{questions}]}}"#)
}

fn judge(stem: &str) -> String {
    bank(&format!(
        r#"{{"id":"q","kind":"judge","themes":["t"],"topic":"t","difficulty":1,"stem":"{stem}","answer":true}}"#
    ))
}

#[test]
fn brackets_may_be_so_deep_and_no_deeper() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    check(&nested(json::MAX_DEPTH + 1), "", "brackets are nested more than 127 deep");
    check(&"[".repeat(1_000_000), "", "brackets are nested more than 127 deep");
    assert!(json::Node::parse(&nested(json::MAX_DEPTH)).is_ok());
}

#[test]
fn a_bank_may_have_so_many_questions_and_no_more() {
    let text = bank(&vec!["{}"; MAX_QUESTIONS + 1].join(","));
    check(&text, "/questions", "there are more than 200000 questions in the file");
}

#[test]
fn a_text_may_be_so_long_and_no_longer() {
    assert!(bank::parse(&judge(&"长".repeat(text::MAX_LENGTH / 3))).is_ok());
    let message = "the text is longer than 4000 bytes, which is some 1333 Chinese characters";
    check(&judge(&"长".repeat(text::MAX_LENGTH / 3 + 1)), "/questions/0/stem", message);
}

#[test]
fn a_question_may_have_so_many_parts_and_no_more() {
    let text = |count: usize| {
        let steps: Vec<String> = (0..count).map(|at| format!(r#"{{"id":"s{at}","text":"{at}"}}"#)).collect();
        let steps = steps.join(",");
        bank(&format!(
            r#"{{"id":"q","kind":"order","themes":["t"],"topic":"t","difficulty":1,"stem":"s","steps":[{steps}]}}"#
        ))
    };
    assert!(bank::parse(&text(MAX_PARTS)).is_ok());
    check(
        &text(MAX_PARTS + 1),
        "/questions/0/steps",
        "the question has more than 26 choices, blanks, steps, pairs or areas",
    );
}

#[test]
fn many_faults_cost_no_more_than_as_many_questions() {
    let text = bank(&vec![r#"{"stme":1}"#; 5_000].join(","));
    let failures = bank::parse_all(&text).map(|parsed| parsed.failures).expect("a file that can be read on");
    let findings: Vec<Finding> = unreadable("bank.json", &text, &failures).collect();
    assert_eq!(findings.len(), failures.len());
    assert!(findings.is_sorted_by_key(|finding| finding.at.column));
}
