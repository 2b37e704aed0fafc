use serde_json::Value;
use sixinto_core::json;
use sixinto_core::paper::PaperSet;

use crate::run::{fresh, sixinto, text_of};

fn printed(name: &str, args: &[&str]) -> (String, String) {
    let out = fresh(&format!("{name}.html"));
    let beside = fresh(&format!("{name}.json"));
    let ran = sixinto(&[&["paper", "--out", text_of(&out)], args].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
    let read = |path| std::fs::read_to_string(path).expect("a file that was written");
    (read(&out), read(&beside))
}

#[test]
fn versions_ask_the_same_in_other_orders_and_can_be_read_back() {
    let (page, beside) = printed("versions", &["--preset", "every-kind", "--seed", "1", "--versions", "3"]);
    let set: PaperSet = json::read_value(&beside).expect("a set of papers");
    let names: Vec<&str> = set.versions.iter().map(|version| &*version.name).collect();
    assert_eq!(names, ["A", "B", "C"]);
    assert_ne!(set.versions[0].paper.questions, set.versions[1].paper.questions);
    for words in ["A 卷", "B 卷", "C 卷", "答题卡", "油锅起火", "没有空气，火就灭了。", "data:image/svg+xml;base64,"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("<script"), "a page to print needs none");
}

#[test]
fn a_paper_is_the_same_for_the_same_seed() {
    let args = ["--preset", "exam", "--seed", "5", "--versions", "2", "--title", "<b>月考</b>", "--unit", "一车间"];
    let (page, beside) = printed("same-1", &args);
    assert_eq!((&page, &beside), (&printed("same-2", &args).0, &printed("same-3", &args).1));
    assert!(page.contains("&lt;b&gt;月考&lt;/b&gt;") && page.contains("<b>一车间</b>"), "{page}");
}

#[test]
fn a_code_leads_to_the_same_questions_only_where_there_is_a_site() {
    let exam = ["--preset", "practice", "--theme", "home", "--seed", "5"];
    let (page, _) = printed("no-site", &exam);
    assert!(!page.contains("class=\"qr\""));
    let (page, _) = printed("site", &[&exam[..], &["--site", "https://example.org/quiz/"]].concat());
    assert!(page.contains("aria-label=\"https://example.org/quiz/#/quiz/home?preset=practice&amp;seed=5\""), "{page}");
}

#[test]
fn questions_may_come_from_some_banks_only() {
    let args = ["questions/school.json", "--preset", "practice", "--theme", "school", "--seed", "5", "--json"];
    let out = fresh("some.html");
    let ran = sixinto(&[&["paper", "--out", text_of(&out), "--force"], &args[..]].concat());
    let set: Value = serde_json::from_str(&ran.out).expect("JSON");
    let asked = set["versions"][0]["paper"]["questions"].as_array().expect("a list");
    assert!(
        !asked.is_empty() && asked.iter().all(|asked| asked["id"].as_str().is_some_and(|id| id.starts_with("school-")))
    );
}

#[test]
fn a_file_that_exists_is_kept() {
    let out = fresh("kept.html");
    std::fs::write(&out, "mine").expect("a file");
    let ran = sixinto(&["--lang", "en", "paper", "--preset", "exam", "--out", text_of(&out)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("exists already") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&out).expect("the file"), "mine");
}
