use serde_json::Value;
use sixinto_core::json;
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::preset::PresetFile;
use sixinto_core::{Id, Pool, Seed, bank};

use crate::run::{changed_questions, expect, fresh, read, sixinto, text_of};

fn drawn(args: &[&str]) -> Value {
    let ran = sixinto(&[&["draw", "--json"], args].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).expect("JSON")
}

fn ids(paper: &Value) -> Vec<&str> {
    let questions = paper["questions"].as_array().expect("a list");
    questions.iter().filter_map(|question| question["id"].as_str()).collect()
}

#[test]
fn a_paper_is_printed_with_letters_and_points() {
    for lang in ["zh-CN", "en"] {
        let ran = sixinto(&["--lang", lang, "draw", "--preset", "every-kind", "--seed", "1"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        expect(&format!("draw.{lang}.txt"), &ran.out);
    }
}

#[test]
fn json_is_the_paper_of_the_core_from_all_banks_together() {
    let banks = ["questions/home.json", "questions/school.json"].map(|path| bank::parse(&read(path)).expect("a bank"));
    let pool = Pool::new(banks.into()).expect("a pool");
    let presets: PresetFile = json::read(&read("questions/presets.json")).expect("presets");
    let check = |preset: &str, themes: &[&str], args: &[&str]| {
        let themes: Vec<Id> = themes.iter().map(|theme| theme.parse().expect("an id")).collect();
        let blueprint = presets.preset(preset).expect("a preset");
        let request = Request { blueprint, themes: &themes, seed: Seed(42), seen: &Seen::default() };
        let paper = paper::draw(&pool, request).expect("a paper");
        let ran = sixinto(&[&["draw", "--json", "--seed", "42", "--preset", preset], args].concat());
        assert_eq!(ran.out.trim_end(), serde_json::to_string(&paper).expect("JSON"));
    };
    check("practice", &["home"], &["--theme", "home"]);
    check("exam", &["school", "home"], &[]);
    check("every-kind", &["school", "home"], &[]);
}

#[test]
fn a_seed_is_made_and_told_where_none_is_given() {
    let args = ["--preset", "practice", "--theme", "home"];
    assert_ne!(drawn(&args)["seed"], drawn(&args)["seed"]);
    let ran = sixinto(&["draw", "--preset", "practice", "--theme", "home"]);
    assert!(ran.out.contains("再出同一份"), "{}", ran.out);
}

#[test]
fn a_daily_paper_is_that_of_its_day() {
    let paper = drawn(&["--preset", "daily", "--day", "2026-06-01"]);
    assert_eq!(paper["seed"], 20_260_601);
    let ran = sixinto(&["draw", "--preset", "exam", "--day", "2026-06-01"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("预设“exam”不是每日题"), "{}", ran.err);
}

#[test]
fn what_was_seen_comes_last() {
    let seen = fresh("seen.json");
    std::fs::write(&seen, r#"{ "home-door": 1, "home-lift": 2, "school-drill": 1 }"#).expect("a file");
    for seed in ["1", "2", "3"] {
        let paper = drawn(&["--preset", "exam", "--seed", seed, "--seen", text_of(&seen)]);
        assert!(ids(&paper).contains(&"school-stairs"), "{paper}");
        assert!(!ids(&paper).contains(&"home-lift"), "{paper}");
    }
    std::fs::write(&seen, "[]").expect("a file");
    let ran = sixinto(&["draw", "--preset", "exam", "--seen", text_of(&seen)]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("不是做题记录"), "{}", ran.err);
}

#[test]
fn too_few_questions_are_a_failure_that_names_the_section() {
    let folder = changed_questions("too-few", "presets.json", |text| text.replace("\"count\": 3", "\"count\": 30"));
    let ran = sixinto(&["draw", "--preset", "exam", "--folder", text_of(&folder)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("题不够：第 1 部分要 30 道题（判断题），只有 4 道"), "{}", ran.err);
}

#[test]
fn names_that_do_not_exist_are_failures_that_name_those_that_do() {
    let check = |args: &[&str], words: &str| {
        let ran = sixinto(&[&["--lang", "en", "draw"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
    };
    check(&["--preset", "exma"], "possible: practice, every-kind, exam, bell, daily");
    check(&["--preset", "review"], "the preset `review` asks questions that are given, and draws none");
    check(&["--preset", "practice"], "possible: home, school");
    check(&["--preset", "practice", "--theme", "hoem"], "there is no theme `hoem`");
    check(&["--preset", "exam", "--theme", "home"], "the preset `exam` asks every theme, not one");
    check(&["--preset", "exam", "--set", "other"], "there is no set of themes `other`");
    check(&["--preset", "exam", "--folder", "alone"], "alone is no question folder");
}

#[test]
fn a_bank_in_disorder_is_shown_at_its_first_fault() {
    let folder = changed_questions("disorder", "home.json", |text| text.replace("\"stem\"", "\"stme\""));
    let ran = sixinto(&["draw", "--preset", "exam", "--folder", text_of(&folder)]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("没有“stme”这个字段") && ran.err.contains("home.json:8:"), "{}", ran.err);
    assert!(ran.err.contains("sixinto check"), "{}", ran.err);
}
