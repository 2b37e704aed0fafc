//! A file that is not what a phone remembers is refused at its place.

use sixinto_core::check::unreadable;
use sixinto_core::memory::{self, MAX_BYTES, MAX_ENTRIES, MAX_NAME, Memory};
use sixinto_tests::read;

use super::memory::{attempt, text_of, whole};

/// Holds what is wrong with a file against its code, pointer, English message and help.
fn check(text: &str, expected: [&str; 4]) {
    let failures = memory::read(text).expect_err("a file that is refused");
    let finding = unreadable("", text, &failures).next().expect("a finding");
    let found = [finding.code.as_str(), &finding.at.pointer, &finding.message.en, &finding.help.en];
    assert_eq!(found, expected, "{}", &text[..text.len().min(200)]);
}

/// The file with something else in it.
fn with(old: &str, new: &str) -> String {
    let text = read("fixtures/memory/whole.json");
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

#[test]
fn a_file_of_another_kind_is_refused() {
    let shape = "bank-shape";
    check("", ["bank-syntax", "", "not correct JSON: a value should stand here", LOOK]);
    check("六进", ["bank-syntax", "", "not correct JSON: a value should stand here", LOOK]);
    check("[]", [shape, "", "this value does not fit here", "write fields in braces { ... }"]);
    check("{}", [shape, "", "the field `format` is missing", "add \"format\": ..."]);
    let known =
        "possible here: format, made, lang, open, done, seen, daily, book, certificates, pledges, settings, study";
    check(r#"{"title": 1}"#, [shape, "/title", "there is no field `title`", known]);
    let version = "this file is in format 2, and this program reads only format 1";
    check(
        &with(r#""format": 1"#, r#""format": 2"#),
        ["bank-version", "/format", version, "use a newer version of the program"],
    );
}

const LOOK: &str =
    "look here and at the line above: most often a comma is missing or left over, or a bracket or quote has no partner";

const WHOLE_NUMBER: &str = "write a whole number without quotes, not negative and not too large";

#[test]
fn values_that_do_not_fit_are_refused_at_their_place() {
    let check = |old: &str, new: &str, pointer: &str, help: &str| {
        check(&with(old, new), ["bank-shape", pointer, "this value does not fit here", help]);
    };
    check(r#""made": 1795000000000"#, r#""made": -1"#, "/made", WHOLE_NUMBER);
    check(r#""made": 1795000000000"#, r#""made": "now""#, "/made", WHOLE_NUMBER);
    check(r#""percent": 80"#, r#""percent": 101"#, "/daily/2026-06-01/percent", WHOLE_NUMBER);
    check(r#""on_time": true"#, r#""on_time": 1"#, "/daily/2026-06-01/on_time", "write true or false, without quotes");
    check("2026-06-01", "2026-06-31", "/daily/2026-06-31", "write a day such as \"2026-11-23\"");
    check(r#""q0": 2"#, r#""q0": 2.5"#, "/seen/q0", WHOLE_NUMBER);
    let an_id = "write an id: lower-case letters, digits and hyphens, at most 64 of them";
    check(r#""q0": 2"#, r#""__proto__": 2"#, "/seen/__proto__", an_id);
    check(r#""stability": "#, r#""stability": -"#, "/book/cards/q0/stability", WHOLE_NUMBER);
    check(r#""large": true"#, r#""large": "yes""#, "/settings/large", "write true or false, without quotes");
    let a_place = "write the id of a theme, or those of a theme and a topic, such as \"home\" or \"home/gas\"";
    check(r#""home/gas": "q2""#, r#""home/gas/co": "q2""#, "/study/home~1gas~1co", a_place);
    check(r#""home/gas": "q2""#, r#""home/": "q2""#, "/study/home~1", a_place);
    check(r#""home/gas": "q2""#, r#""home/gas": 2"#, "/study/home~1gas", an_id);
    check(r#""current": 0"#, r#""current": 5"#, "/open/0/current", WHOLE_NUMBER);
    check(r#""flagged": []"#, r#""flagged": ["q9"]"#, "/open/0/flagged", "write ids of questions that the paper asks");
    check(r#""micropoints": 4000000"#, r#""micropoints": 5000001"#, "/certificates/0/micropoints", WHOLE_NUMBER);
    let code = "write the code of a certificate: 12 letters and digits";
    check("0000-0000-0012", "0000-0000-0013", "/certificates/0/code", code);
    let points = "write x and y by turns, each from 0 to 1000";
    check("          500,\n", "", "/pledges/0/strokes/0", points);
    check("          500,\n", "          1001,\n", "/pledges/0/strokes/0", points);
}

#[test]
fn a_name_with_a_slash_is_found_where_it_stands() {
    let text = with(r#""home/gas": "q2""#, r#""home/gas": 2"#);
    let failures = memory::read(&text).expect_err("no question");
    let line = text.lines().position(|line| line.contains("home/gas")).expect("a line") + 1;
    assert_eq!(failures[0].place(&text).line as usize, line);
}

#[test]
fn a_file_from_before_study_was_in_it_is_read() {
    let (text, study) = (read("fixtures/memory/whole.json"), ",\n  \"study\": {");
    let end = text.find(study).expect("the last field");
    let before = format!("{}}}", &text[..end]);
    assert_eq!(memory::read(&before), Ok(Memory { study: [].into_iter().collect(), ..whole() }));
}

#[test]
fn an_attempt_of_another_format_or_not_over_is_refused() {
    let (before, after) = (r#""open": ["#, r#""open": [{"format": 7},"#);
    let failures = memory::read(&with(before, after)).expect_err("another format");
    assert!(failures.iter().any(|failure| failure.pointer == "/open/0/format"), "{failures:?}");
    let text = text_of(&Memory { done: Some(attempt(1, 1, 0)), ..whole() });
    check(&text, ["bank-shape", "/done", "the field `finished` is missing", "add \"finished\": ..."]);
}

#[test]
fn more_than_anybody_has_is_refused() {
    let long = "名".repeat(MAX_NAME + 1);
    let message = "the text is longer than 40 characters";
    check(&with("扎西", &long), ["bank-limit", "/certificates/0/name", message, "shorten it"]);
    check(&with("卓玛", &long), ["bank-limit", "/pledges/0/name", message, "shorten it"]);
    assert!(memory::read(&with("扎西", &"名".repeat(MAX_NAME))).is_ok());
    let promises = vec![r#""gas""#; MAX_ENTRIES + 1].join(",");
    let message = "there are more than 10000 entries here";
    check(&with(r#""gas""#, &promises), ["bank-limit", "/pledges/0/promises", message, "remove some"]);
    let deep = "brackets are nested more than 127 deep";
    let unclosed = "look for brackets before it that were never closed";
    check(&with(r#""gas""#, &"[".repeat(1000)), ["bank-limit", "", deep, unclosed]);
    let large = text_of(&whole()) + &" ".repeat(MAX_BYTES);
    check(&large, ["bank-limit", "", "the file is larger than 4 MB", "divide it into several files"]);
}
