//! The safety pledge: what is wrong with promises is found, and the shipped ones are in order.

use std::collections::{BTreeMap, BTreeSet};

use sixinto_core::check::{self, Code, PLEDGE_CODES, Severity};
use sixinto_core::json;
use sixinto_core::pledge::Pledges;
use sixinto_tests::{expect_file, library, read};

use crate::findings::{context, render};

const SHIPPED: &str = "../questions/pledges.json";

#[test]
fn every_fault_of_a_promise_is_found_at_its_place() {
    let findings = check::check_pledges("everything.json", &read("fixtures/pledges/everything.json"), &context());
    let found: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(found, BTreeSet::from(PLEDGE_CODES));
    expect_file("fixtures/pledges/everything.txt", &render(&findings));
}

#[test]
fn promises_that_cannot_be_read_say_where() {
    let text = r#"{ "format": 1, "promises": [{ "id": "x", "theme": "home", "txt": "我", "sources": [] }] }"#;
    let findings = check::check_pledges("typo.json", text, &context());
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["bank-shape"]);
    assert_eq!(findings[0].at.pointer, "/promises/0/txt");
    assert!(findings[0].help.en.contains("text"), "{:?}", findings[0].help);
}

#[test]
fn a_promise_of_exactly_the_longest_length_has_its_line() {
    let promise = |zh: usize, en: usize| {
        let (zh, en) = ("我".repeat(zh), "I".repeat(en));
        let one = |theme: &str| {
            format!(
                r#"{{ "id": "{theme}", "theme": "{theme}", "text": {{ "zh-CN": "{zh}", "en": "{en}" }},
                "sources": [{{ "id": "fire-law", "as_of": "2026-11-23" }}] }}"#
            )
        };
        let text = format!(r#"{{ "format": 1, "promises": [{}, {}] }}"#, one("home"), one("school"));
        let findings = check::check_pledges("made.json", &text, &context());
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning), "{}", render(&findings));
        findings.iter().map(|finding| finding.at.pointer.clone()).collect::<Vec<_>>()
    };
    assert_eq!(promise(30, 90), [""; 0]);
    assert_eq!(promise(31, 90), ["/promises/0/text/zh-CN", "/promises/1/text/zh-CN"]);
    assert_eq!(promise(30, 91), ["/promises/0/text/en", "/promises/1/text/en"]);
}

#[test]
fn the_shipped_promises_have_no_finding_and_every_theme_offers_six() {
    let (_, context) = library::shipped("2026-11-26");
    let text = read(SHIPPED);
    assert_eq!(render(&check::check_pledges(SHIPPED, &text, &context)), "");
    let pledges: Pledges = json::read(&text).expect("promises");
    let mut themes: BTreeMap<&str, usize> = BTreeMap::new();
    for promise in &pledges.promises {
        *themes.entry(promise.theme.as_str()).or_default() += 1;
        assert!(promise.id.as_str().starts_with(promise.theme.as_str()), "{}", promise.id);
    }
    let set = context.themes.value.set("default").expect("the set that the page shows");
    assert_eq!(themes, set.themes.iter().map(|theme| (theme.as_str(), 6)).collect());
}

#[test]
fn every_shipped_promise_is_of_the_person_who_makes_it() {
    let pledges: Pledges = json::read(&read(SHIPPED)).expect("promises");
    let mut texts = BTreeSet::new();
    for promise in &pledges.promises {
        let (zh, en) = (promise.text.get("zh-CN"), promise.text.get("en"));
        assert!(zh.contains('我') && zh.ends_with('。'), "{zh}");
        let is_own = |word: &str| word == "I" || word == "we";
        assert!(en.split([' ', ',']).any(is_own) && en.ends_with('.'), "{en}");
        assert!(texts.insert(zh) && texts.insert(en), "{zh} / {en} stands there twice");
    }
}
