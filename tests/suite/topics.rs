//! The labels of topics: who lacks one is told, nobody needs the file, and every shipped topic has one.

use std::collections::BTreeSet;

use sixinto_core::check::{self, Context};
use sixinto_core::json;
use sixinto_core::topic::TopicFile;
use sixinto_tests::{library, read};

use crate::findings::{context, render};

#[test]
fn without_the_file_no_topic_needs_a_label() {
    let files = [("bank.json".to_owned(), read("fixtures/findings/unknown-topic.json"))];
    let context = Context { topics: None, ..context() };
    assert_eq!(render(&check::check_files(&files, &context).findings), "");
}

#[test]
fn every_bank_is_told_once_of_each_topic_without_a_label() {
    let text = read("fixtures/findings/unknown-topic.json");
    // The same questions again, under other names and with other words.
    let others = ["smoke-door", "lift-fire", "horse-race", "horse-tired", "unknown-topic"];
    let again = others.iter().fold(text.clone(), |text, id| text.replace(id, &format!("{id}-again")));
    let files = [("one.json".to_owned(), text), ("two.json".to_owned(), again)];
    let findings = check::check_files(&files, &context()).findings;
    let of = |file: &str| {
        let own = findings.iter().filter(|finding| finding.code == "unknown-topic" && finding.at.file == file);
        own.map(|finding| finding.at.pointer.as_str()).collect::<Vec<_>>()
    };
    for file in ["one.json", "two.json"] {
        assert_eq!(of(file), ["/questions/1/topic", "/questions/2/topic"], "{file}");
    }
}

#[test]
fn every_shipped_topic_has_one_short_label_of_its_own_in_both_languages() {
    let (files, context) = library::shipped("2026-11-23");
    let banks = check::check_files(&files, &context).banks;
    let used: BTreeSet<&str> =
        banks.iter().flat_map(|bank| &bank.questions).map(|question| question.topic.as_str()).collect();
    let file: TopicFile = json::read(&read("../questions/topics.json")).expect("labels of topics");
    let known: BTreeSet<&str> = file.topics.iter().map(|topic| topic.id.as_str()).collect();
    // What `import` gives questions whose file names no topic.
    let used = &used | &BTreeSet::from(["general"]);
    assert_eq!(known, used, "the topics with a label and those that questions use");
    let mut labels = BTreeSet::new();
    for topic in &file.topics {
        let (zh, en) = (topic.label.get("zh-CN"), topic.label.get("en"));
        assert!(topic.label.has("zh-CN", "") && topic.label.has("en", ""), "{} lacks a language", topic.id);
        assert!((2..=6).contains(&zh.chars().count()), "{zh}");
        assert!((1..=3).contains(&en.split_whitespace().count()), "{en}");
        assert!(labels.insert(zh) && labels.insert(en), "{zh} / {en} is the label of two topics");
    }
    assert_eq!(known.len(), file.topics.len(), "a topic stands there twice");
}
