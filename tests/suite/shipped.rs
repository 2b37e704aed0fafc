//! The question files that are shipped with the page.

use sixinto_core::check;
use sixinto_tests::library;

#[test]
fn the_shipped_banks_have_no_finding() {
    let (files, context) = library::shipped("2026-11-23");
    assert!(!files.is_empty());
    let findings = check::check(&files, &context).findings;
    let lines = findings.iter().map(|finding| {
        let (at, question) = (&finding.at, finding.question.as_ref().map_or("-", |id| id.as_str()));
        format!("{}:{}:{} {} {question}: {}\n", at.file, at.line, at.column, finding.code, finding.message.en)
    });
    assert!(findings.is_empty(), "\n{}", lines.collect::<String>());
}
