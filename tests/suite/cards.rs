//! The cards of job posts: what is wrong with a set is found, and the shipped ones are in order.

use std::collections::BTreeSet;
use std::path::Path;

use sixinto_core::card::{CardNames, CardSet};
use sixinto_core::check::{self, CARD_CODES, Code};
use sixinto_core::folder::Role;
use sixinto_core::json;
use sixinto_tests::{expect_file, library, path, read};

use crate::findings::{context, render};

#[test]
fn every_fault_of_a_set_is_found_at_its_place() {
    let banks = vec![("several-correct.json".to_owned(), read("fixtures/findings/several-correct.json"))];
    let cards = vec![("everything.json".to_owned(), read("fixtures/cards/everything.json"))];
    let context = context();
    let banks = check::check_files(&banks, &context).banks;
    let findings = check::check_cards(&cards, &banks, &context);
    let found: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(found, BTreeSet::from(CARD_CODES));
    expect_file("fixtures/cards/everything.txt", &render(&findings));
}

#[test]
fn a_set_that_cannot_be_read_says_where() {
    let cards = vec![("typo.json".to_owned(), r#"{ "format": 1, "id": "x", "rik": [] }"#.to_owned())];
    let findings = check::check_cards(&cards, &[], &context());
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["bank-shape"]);
    assert!(findings[0].help.en.contains("risk"), "{:?}", findings[0].help);
}

#[test]
fn the_shipped_cards_have_no_finding_and_are_named_after_their_files() {
    let (banks, context) = library::shipped("2026-11-23");
    let banks = check::check_files(&banks, &context).banks;
    let folder = library::open(&path("../questions"));
    let files = folder.texts(Role::Cards).expect("texts");
    assert!(files.len() >= 20, "{} job posts", files.len());
    assert_eq!(render(&check::check_cards(&files, &banks, &context)), "");
    for (name, text) in files {
        let set: CardSet = json::read(&text).expect("a card set");
        assert_eq!(Path::new("cards").join(format!("{}.json", set.id)), Path::new(&name));
        assert!(!set.questions.is_empty() && !set.sources.is_empty(), "{name}");
    }
    let names: CardNames = folder.load().expect("names").value;
    assert_ne!(names.risk, names.emergency);
}
