use serde_json::{Value, json};

use crate::run::{changed_questions, expect, sixinto, text_of};

const STATS: [&str; 3] = ["stats", "--today", "2026-11-23"];

#[test]
fn a_folder_is_counted_in_both_languages() {
    for lang in ["zh-CN", "en"] {
        let ran = sixinto(&[&["--lang", lang], &STATS[..]].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        expect(&format!("stats.{lang}.txt"), &ran.out);
    }
}

fn stats(args: &[&str]) -> Value {
    let ran = sixinto(&[&STATS[..], &["--json"], args].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).expect("JSON")
}

fn of_theme(report: &Value, field: &str, theme: &str) -> Value {
    let list = report[field].as_array().expect("a list");
    list.iter().find(|entry| entry["id"] == theme || entry["theme"] == theme).expect("the theme").clone()
}

#[test]
fn what_a_question_loses_is_missing_in_its_theme() {
    let before = of_theme(&stats(&[]), "coverage", "home");
    let changed = changed_questions("stats-less", "home.json", |text| {
        let mut bank: Value = serde_json::from_str(text).expect("a bank");
        let fields = bank["questions"][0].as_object_mut().expect("a question");
        assert!(fields.remove("explanation").is_some() && fields.remove("source").is_some());
        fields.insert("stem".to_owned(), json!({ "zh-CN": "只有中文？" }));
        fields.insert("review_by".to_owned(), json!("2026-11-22"));
        bank.to_string()
    });
    let after = of_theme(&stats(&[text_of(&changed)]), "coverage", "home");
    let number = |report: &Value, field: &str| report[field].as_u64().expect("a number");
    assert_eq!(number(&after, "questions"), number(&before, "questions"));
    for field in ["explanation", "source", "translated"] {
        assert_eq!(number(&after, field), number(&before, field) - 1, "{field}");
    }
    assert_eq!(number(&after, "overdue"), number(&before, "overdue") + 1);
}

#[test]
fn a_paper_that_asks_for_too_much_says_what_is_missing() {
    let changed = changed_questions("stats-short", "presets.json", |text| {
        let mut file: Value = serde_json::from_str(text).expect("presets");
        for preset in file["presets"].as_array_mut().expect("a list") {
            preset["sections"][0]["count"] = json!(999);
        }
        file.to_string()
    });
    let report = stats(&[text_of(&changed)]);
    let presets = report["presets"].as_array().expect("a list");
    assert!(!presets.is_empty());
    for preset in presets {
        assert_eq!((&preset["can_be_drawn"], &preset["short"]["wanted"]), (&json!(false), &json!(999)), "{preset}");
        assert!(preset["short"]["found"].as_u64().is_some_and(|found| found < 999));
    }
    assert!(
        stats(&[])["presets"].as_array().is_some_and(|all| all.iter().all(|preset| preset["can_be_drawn"] == true))
    );
}

#[test]
fn presets_in_disorder_are_a_failure() {
    let changed = changed_questions("stats-disorder", "presets.json", |text| text.replace("\"sections\"", "\"parts\""));
    let ran = sixinto(&["stats", text_of(&changed)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("presets.json 有错") && ran.err.contains("sixinto check"), "{}", ran.err);
}
