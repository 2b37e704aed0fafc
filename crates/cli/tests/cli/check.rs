use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use crate::run::{changed_questions, expect, sixinto, sixinto_in, text_of};

const CANTEEN: [&str; 4] = ["check", "alone/canteen.json", "--today", "2026-11-23"];

fn in_english(args: &[&str]) -> Vec<String> {
    ["--lang", "en"].iter().chain(args).map(|arg| (*arg).to_owned()).collect()
}

#[test]
fn a_folder_in_order_is_counted_and_ends_with_0() {
    let ran = sixinto(&["check", "--today", "2026-11-23"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    expect("check-fine.txt", &ran.out);
}

#[test]
fn findings_are_shown_at_their_place_and_end_with_1() {
    let ran = sixinto(&CANTEEN);
    assert_eq!(ran.code, Some(1));
    expect("check.zh-CN.txt", &ran.out);
    let english = in_english(&CANTEEN);
    let ran = sixinto(&english.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(ran.code, Some(1));
    expect("check.en.txt", &ran.out);
}

#[test]
fn the_mark_stands_under_wide_letters() {
    let out = sixinto(&CANTEEN).out;
    let lines: Vec<&str> = out.lines().collect();
    let at = lines.iter().position(|line| line.contains("[\"食堂\"]")).expect("the line is quoted");
    let (quoted, marked) = (lines[at], lines[at + 1]);
    let before = &quoted[..quoted.find("\"食堂\"").expect("the value is quoted")];
    assert_eq!(marked.find('^'), Some(before.width()), "{quoted}\n{marked}");
    assert_eq!(marked.matches('^').count(), "\"食堂\"".width());
}

#[test]
fn json_has_every_finding_in_both_languages_and_is_the_same_each_time() {
    let args = [&CANTEEN[..], &["--json"]].concat();
    let ran = sixinto(&args);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.out, sixinto(&args).out);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    assert_eq!(Value::from(findings.len()), report["errors"]);
    let first = &findings[0];
    assert_eq!(
        (&first["code"], &first["severity"], &first["file"]),
        (&"bank-shape".into(), &"error".into(), &"alone/canteen.json".into())
    );
    assert_eq!((&first["line"], &report["today"]), (&8.into(), &"2026-11-23".into()));
    assert!(
        findings.iter().all(|finding| finding["message"]["zh-CN"].is_string() && finding["help"]["en"].is_string())
    );
    assert_eq!(report["banks"][0]["by_kind"]["judge"], 2);
    assert_eq!(report["themes"][0]["id"], "school");
}

#[test]
fn files_that_stand_alone_are_held_against_the_other_folder_and_that_is_said() {
    let ran = sixinto(&CANTEEN);
    assert!(ran.err.contains("alone 里没有主题、预设和来源的文件，按放进 questions 来检查。"), "{}", ran.err);
    let ran = sixinto(&["check", "alone/canteen.json", "--with", "attempts"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("attempts 不是题库文件夹"), "{}", ran.err);
}

#[test]
fn a_named_file_is_checked_beside_its_neighbours_and_only_it_is_reported_on() {
    let folder = changed_questions("neighbours", "school.json", |text| text.replace("school-drill", "home-lift"));
    let ran = sixinto(&["check", "--json", text_of(&folder.join("school.json"))]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    assert!(findings.iter().any(|finding| finding["code"] == "duplicate-id"), "{findings:?}");
    assert!(findings.iter().all(|finding| finding["file"] == text_of(&folder.join("school.json"))));
}

#[test]
fn a_file_that_is_not_utf_8_is_a_failure_that_says_what_to_do() {
    let ran = sixinto(&["check", "alone/gbk.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("alone/gbk.json 不是 UTF-8 文字：第 47 个字节（第 4 行）读不出来"), "{}", ran.err);
    assert!(ran.err.contains("“编码”选 UTF-8"), "{}", ran.err);
    let ran = sixinto(&["--lang", "en", "check", "alone/gbk.json"]);
    assert!(ran.err.contains("byte 47 (line 4)") && ran.err.contains("set Encoding to UTF-8"), "{}", ran.err);
}

#[test]
fn a_list_of_themes_in_disorder_is_a_finding_and_hides_what_follows_from_it() {
    let folder = changed_questions("no-themes", "themes.json", |text| text.replace("\"label\"", "\"lable\""));
    let ran = sixinto(&["check", "--json", text_of(&folder)]);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    assert_eq!(ran.code, Some(1));
    assert!(findings.iter().all(|finding| finding["file"] == text_of(&folder.join("themes.json"))), "{findings:?}");
    assert!(ran.err.contains("这些文件改好以前，题目的内容没有检查。"), "{}", ran.err);
}

/// The codes of what is found, each with the end of its file's name.
fn found(args: &[&str]) -> BTreeSet<(String, String)> {
    let ran = sixinto(&[&["check", "--json", "--today", "2026-11-23"], args].concat());
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["findings"].as_array().expect("a list").iter();
    let name = |finding: &Value| finding["file"].as_str().and_then(|file| file.rsplit('/').next()).map(str::to_owned);
    let code = |finding: &Value| finding["code"].as_str().map(str::to_owned);
    findings.filter_map(|finding| Some((code(finding)?, name(finding)?))).collect()
}

#[test]
fn topics_and_promises_of_a_folder_are_no_banks_and_have_rules_of_their_own() {
    let folder = changed_questions("extras", "home.json", str::to_owned);
    assert_eq!(found(&[text_of(&folder)]), BTreeSet::new());
    fs::write(folder.join("topics.json"), r#"{ "format": 1, "topics": [] }"#).expect("a new file");
    fs::write(folder.join("pledges.json"), r#"{ "format": 1, "promises": [] }"#).expect("a new file");
    let both = |code: &str, file: &str| (code.to_owned(), file.to_owned());
    let topics = both("unknown-topic", "home.json");
    let expected = [topics.clone(), both("unknown-topic", "school.json"), both("no-promise", "pledges.json")];
    assert_eq!(found(&[text_of(&folder)]), BTreeSet::from(expected));
    assert_eq!(found(&[text_of(&folder.join("home.json"))]), BTreeSet::from([topics]));
    let ran = sixinto(&["check", text_of(&folder)]);
    assert!(ran.out.contains(r#"1 | { "format": 1, "promises": [] }"#), "{}", ran.out);
    fs::write(folder.join("topics.json"), r#"{ "format": 1, "topcis": [] }"#).expect("a changed file");
    assert_eq!(found(&[text_of(&folder)]), BTreeSet::from([both("bank-shape", "topics.json")]));
}

#[test]
fn a_set_that_does_not_exist_is_a_failure_that_names_those_that_do() {
    let ran = sixinto(&["check", "--set", "national"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("没有“national”这组主题") && ran.err.contains("可以写：default"), "{}", ran.err);
}

#[test]
fn colours_are_for_terminals() {
    assert!(!sixinto(&CANTEEN).out.contains('\u{1b}'));
    assert!(sixinto_in(&[("CLICOLOR_FORCE", "1")], &CANTEEN).out.contains('\u{1b}'));
}
