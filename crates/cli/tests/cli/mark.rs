use serde_json::Value;

use crate::run::{changed_questions, expect, fresh, sixinto, text_of};

#[test]
fn a_score_says_what_was_right_and_why() {
    for lang in ["zh-CN", "en"] {
        let ran = sixinto(&["--lang", lang, "mark", "attempts/finished.json"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        expect(&format!("mark.{lang}.txt"), &ran.out);
    }
}

#[test]
fn json_is_the_score_report_of_the_core() {
    let ran = sixinto(&["mark", "attempts/finished.json", "--json"]);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&report["micropoints"], &report["passed"]), (&25_000_000.into(), &false.into()));
    let outcomes: Vec<&str> =
        report["marks"].as_array().into_iter().flatten().filter_map(|mark| mark["outcome"].as_str()).collect();
    assert_eq!(outcomes, ["wrong", "partial", "wrong", "partial", "right", "wrong", "partial", "blank"]);
}

#[test]
fn what_cannot_be_marked_is_a_failure_that_says_why() {
    let reworded = changed_questions("reworded", "home.json", |text| text.replace("盖上锅盖", "盖好锅盖"));
    let check = |args: &[&str], chinese: &str, english: &str| {
        for (lang, words) in [("zh-CN", chinese), ("en", english)] {
            let ran = sixinto(&[&["--lang", lang, "mark"], args].concat());
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
            assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
        }
    };
    check(&["attempts/unfinished.json"], "还没交卷", "is not handed in yet");
    check(&["attempts/broken.json"], "不是完整的答卷", "is not a whole attempt");
    check(&["questions/home.json"], "不是完整的答卷", "is not a whole attempt");
    check(&["attempts/none.json"], "找不到 attempts/none.json", "there is no attempts/none.json");
    check(
        &["attempts/finished.json", "--folder", text_of(&reworded)],
        "题库里已经改了或删了",
        "have been changed or removed",
    );
}

#[test]
fn statements_say_what_was_answered_and_name_nobody_unasked() {
    let (unnamed, named) = (fresh("unnamed.jsonl"), fresh("named.jsonl"));
    let ran = sixinto(&["mark", "attempts/finished.json", "--xapi", text_of(&unnamed)]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    expect("mark.xapi.jsonl", &std::fs::read_to_string(&unnamed).expect("a file that was written"));
    sixinto(&["mark", "attempts/finished.json", "--xapi", text_of(&named), "--name", "张三"]);
    let lines = std::fs::read_to_string(&named).expect("a file that was written");
    let people = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["actor"].clone());
    assert!(people.into_iter().all(|actor| actor["account"]["name"] == "张三"), "{lines}");
}

#[test]
fn a_file_that_exists_is_replaced_only_when_asked_for() {
    let path = fresh("again.jsonl");
    let args = ["mark", "attempts/finished.json", "--xapi", text_of(&path)];
    assert_eq!(sixinto(&args).code, Some(0));
    let again = sixinto(&args);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("已经有了"), "{}", again.err);
    assert_eq!(sixinto(&[&args[..], &["--force"]].concat()).code, Some(0));
}
