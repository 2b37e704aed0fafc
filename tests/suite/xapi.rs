//! Statements that `sixinto mark --xapi` writes are read back as they were meant.

use sixinto_formats::{Input, xapi};

#[test]
fn what_mark_writes_is_read_back_with_its_points() {
    let text = sixinto_tests::read("../crates/cli/tests/expected/mark.xapi.jsonl");
    let statements = xapi::read(&Input { name: "mark.xapi.jsonl", bytes: text.as_bytes() }).expect("text");
    let codes: Vec<sixinto_formats::Code> = statements.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(
        (statements.n_read, statements.answers.len(), codes.as_slice()),
        (10, 8, &[sixinto_formats::Code::XapiOther][..])
    );
    let points: Vec<u64> = statements.answers.iter().filter_map(|answer| Some(answer.micropoints?.0)).collect();
    assert_eq!((points.len(), points.iter().sum()), (8, 25_000_000_u64));
    let oil = statements.answers.iter().find(|answer| answer.question.as_str() == "home-oil").expect("an answer");
    assert_eq!(oil.response, ["b"]);
    assert!(statements.answers.iter().all(|answer| answer.person == statements.answers[0].person));
}
