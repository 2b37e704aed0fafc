use serde_json::Value;

use crate::run::{expect, fresh, sixinto, text_of};

/// Numbers of a table that brings its own key.
fn analysed(args: &[&str]) -> Value {
    let ran = sixinto(&[&["analyse", "responses/month.csv", "--folder", "none", "--json"], args].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn a_report_says_which_questions_to_look_at() {
    for lang in ["zh-CN", "en"] {
        let ran = sixinto(&["--lang", lang, "analyse", "responses/month.csv", "--folder", "none"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        expect(&format!("analyse.{lang}.txt"), &ran.out);
    }
}

#[test]
fn findings_stand_beside_the_report() {
    let ran = sixinto(&["analyse", "responses/month.csv", "--folder", "none"]);
    for words in ["说明[repeated-person]: 「人1」前面有过，只算第一次", "--> responses/month.csv 第 27 行", "怎么办: "]
    {
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
    let report = analysed(&[]);
    assert_eq!(report["findings"][0]["code"], "repeated-person");
    assert_eq!((&report["read"], &report["test"]["people"]), (&25.into(), &24.into()));
    assert_eq!(analysed(&["--all-tries"])["test"]["people"], 25);
}

#[test]
fn a_workbook_gives_what_its_table_gives_as_text() {
    let ran = sixinto(&["analyse", "responses/month.xlsx", "--folder", "none", "--json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    for part in ["test", "items", "groups", "histogram"] {
        assert_eq!(report[part], analysed(&[])[part], "{part}");
    }
    let codes: Vec<&str> =
        report["findings"].as_array().into_iter().flatten().filter_map(|finding| finding["code"].as_str()).collect();
    assert_eq!(codes, ["repeated-person", "sheet-ignored"]);
}

#[test]
fn a_wrong_key_and_an_easy_question_are_found() {
    let report = analysed(&[]);
    let verdicts = |at: usize| report["items"][at]["statistics"]["verdicts"].clone();
    assert_eq!(verdicts(0)[0], serde_json::json!({ "code": "check-key", "choice": 1 }));
    assert_eq!(verdicts(1)[0]["code"], "too-easy");
    assert_eq!(verdicts(2), serde_json::json!([]));
    assert_eq!(report["test"]["is_kr20"], true);
}

#[test]
fn nothing_is_told_about_few_people() {
    let report = analysed(&[]);
    // Three people of the canteen are too few, and the next smallest group would give them away.
    let names: Vec<&str> =
        report["groups"]["shown"].as_array().into_iter().flatten().filter_map(|group| group["name"].as_str()).collect();
    assert_eq!((names, &report["groups"]["withheld"]), (vec!["一车间"], &2.into()));
    assert!(!report.to_string().contains("食堂"), "{report}");
    let shown = analysed(&["--min-group", "3"]);
    assert_eq!(shown["groups"]["shown"].as_array().map(Vec::len), Some(3));
    let ran = sixinto(&["analyse", "responses/four.csv", "--folder", "none"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("只有 4 个人的成绩，不到 5 个人不报告"), "{}", ran.err);
}

#[test]
fn a_page_stands_alone_and_has_charts() {
    let out = fresh("report.html");
    let args = ["analyse", "responses/month.csv", "--folder", "none", "--html", text_of(&out)];
    assert_eq!(sixinto(&args).code, Some(0));
    let page = std::fs::read_to_string(&out).expect("a page");
    assert!(page.contains("<svg") && page.contains("强的人选 B 的更多：查一查答案"), "{page}");
    for foreign in ["<script", "http://", "https://", "食堂"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    let again = sixinto(&args);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("已经有了"), "{}", again.err);
    assert_eq!(sixinto(&[&args[..], &["--force"]].concat()).code, Some(0));
}

#[test]
fn csv_has_a_row_a_question() {
    let ran = sixinto(&["--lang", "en", "analyse", "responses/month.csv", "--folder", "none", "--csv"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 9, "{}", ran.out);
    assert!(lines[0].starts_with("No.,Question,Stem,People,Facility"), "{}", lines[0]);
    assert!(lines[1].contains("strong people choose B: check the key"), "{}", lines[1]);
}

#[test]
fn a_printed_paper_is_marked_by_its_versions() {
    let (page, set) = (fresh("round.html"), fresh("round.json"));
    let made = sixinto(&[
        "paper",
        "--preset",
        "every-kind",
        "--seed",
        "1",
        "--versions",
        "2",
        "--out",
        text_of(&page),
        "--json",
    ]);
    let versions: Value = serde_json::from_str(&made.out).expect("JSON");
    // Everybody chooses what the bank calls `a` in the first question, under whatever letter it has.
    let letter = |version: usize| {
        let items = versions["versions"][version]["paper"]["questions"][0]["items"].as_array().expect("choices");
        let at = items.iter().position(|item| item == "a").expect("the choice");
        ["A", "B", "C"][at]
    };
    let rows: Vec<String> = (0..6).map(|at| format!("{},{}\n", ["A", "B"][at % 2], letter(at % 2))).collect();
    let table = fresh("round.csv");
    std::fs::write(&table, format!("version,1\n{}", rows.concat())).expect("a file");
    let ran = sixinto(&["analyse", text_of(&table), "--paper", text_of(&set), "--json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    assert_eq!(report["items"][0]["question"], "home-oil");
    assert_eq!(report["items"][0]["statistics"]["facility"], 100.0);
}

#[test]
fn attempts_are_analysed_with_the_questions_of_the_folder() {
    let ran = sixinto(&[
        "analyse",
        "attempts/finished.json",
        "attempts/passed.json",
        "attempts/unfinished.json",
        "--min-group",
        "2",
        "--json",
    ]);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    assert_eq!((&report["read"], &report["test"]["people"]), (&3.into(), &2.into()), "{report}");
    assert_eq!(report["findings"][0]["code"], "attempt-left-out");
}

#[test]
fn a_cell_that_is_no_answer_is_shown_in_its_row() {
    let table = fresh("slip.csv");
    std::fs::write(&table, "姓名,home-oil\n甲,A\n乙,A\n丙,A\n丁,Z\n戊,B\n").expect("a file");
    let ran = sixinto(&["analyse", text_of(&table)]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("5 | 丁 │ Z\n  |      ^"), "{}", ran.err);
}

#[test]
fn statements_give_what_the_attempts_give_that_they_were_made_of() {
    let attempts = ["attempts/passed.json", "attempts/finished.json"];
    let all = fresh("statements.jsonl");
    let mut lines = Vec::new();
    for (at, attempt) in attempts.iter().enumerate() {
        let one = fresh(&format!("statements-{at}.jsonl"));
        assert_eq!(sixinto(&["mark", attempt, "--xapi", text_of(&one)]).code, Some(0));
        lines.push(std::fs::read_to_string(&one).expect("statements"));
    }
    std::fs::write(&all, lines.concat()).expect("a file");
    let report = |args: &[&str]| -> Value {
        let ran = sixinto(&[&["analyse", "--min-group", "2", "--json"], args].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        serde_json::from_str(&ran.out).expect("JSON")
    };
    let told = report(&[text_of(&all)]);
    let sorted = |report: &Value| {
        let mut items = report["items"].as_array().expect("a list").clone();
        items.sort_by_key(|item| item["question"].to_string());
        let items: Vec<(Value, Value)> =
            items.iter().map(|item| (item["question"].clone(), item["statistics"]["facility"].clone())).collect();
        (report["test"]["people"].clone(), report["test"]["mean"].clone(), items)
    };
    assert_eq!(sorted(&told), sorted(&report(&attempts)));
    let codes: Vec<&Value> = told["findings"].as_array().expect("a list").iter().map(|found| &found["code"]).collect();
    assert_eq!(codes, ["xapi-other"]);
    // The points are in the statements, so that no question folder is needed; the same file twice is the same people.
    let alone = report(&[text_of(&all), text_of(&all), "--folder", "none"]);
    assert_eq!((&alone["test"]["mean"], &alone["read"]), (&told["test"]["mean"], &4.into()));
    assert_eq!(alone["test"]["people"], 2);
}

#[test]
fn what_cannot_be_read_is_a_failure_that_says_why() {
    let check = |args: &[&str], words: &str| {
        let ran = sixinto(&[&["--lang", "en", "analyse"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
    };
    check(&["responses/none.csv"], "there is no responses/none.csv");
    check(&["responses/month.csv", "--paper", "questions/home.json"], "is not a file that `paper` wrote");
    check(&["questions/pictures/room.svg", "--folder", "none"], "no header was found");
    let pdf = fresh("responses.pdf");
    std::fs::write(&pdf, "%PDF-1.7").expect("a file");
    check(&[text_of(&pdf)], "error[foreign-file]: this is in PDF format");
    check(&["responses"], "responses is a folder");
}
