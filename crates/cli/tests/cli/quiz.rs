use std::fs;

use serde_json::Value;

use crate::run::{fresh, silent, sixinto, text_of, typing};

const EVERY_KIND: [&str; 5] = ["quiz", "--preset", "every-kind", "--seed", "1"];

#[test]
fn every_kind_can_be_answered_by_typing() {
    let ran = typing("a\nA、B\n对\n电源；灭火器\n１８ 分钟\ncab\na2 b1\nb\n", &EVERY_KIND);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("各种题型：80 / 80 分（100%），通过了（48 分合格）"), "{}", ran.out);
}

#[test]
fn practice_tells_the_reason_after_each_answer() {
    let ran = typing("b\n", &EVERY_KIND);
    for words in [
        "× 不正确（0 / 10 分）",
        "正确答案：A. 盖上锅盖",
        "B：水会让着火的油溅开。",
        "为什么：没有空气，火就灭了。",
        "怎么做：盖盖子，关火。",
        "依据：安全常识（2026-11-23 查阅）",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert!(ran.out.contains("2. [多选题 · 10 分]"), "{}", ran.out);
}

#[test]
fn what_is_no_answer_is_asked_for_again() {
    let ran = typing(
        "\n?\nd\nab\n<\na\n-\nperhaps\ny\na;b;c\n-\nmany\n-\naab\n-\na3\na\na1a2\n",
        &["--lang", "en", "quiz", "--preset", "every-kind", "--seed", "1"],
    );
    let replies = [
        "answer first; type - if you do not know",
        "Type the answer after > and press Enter.",
        "there is no `d`: type letters from A to C",
        "pick just one",
        "what was explained stays as it is",
        "√ Right (10 / 10 points)",
        "○ Not answered (0 / 10 points)",
        "type y (right) or n (not right)",
        "there are 2 blanks and you filled 3",
        "type a number, such as 119 or 1.5",
        "type all 3 letters, each once",
        "there is no `3`: the numbers are 1 to 2",
        "type letters with numbers, such as a2 b1",
        "give each letter just one number",
    ];
    let mut rest = ran.out.as_str();
    for reply in replies {
        let at = rest.find(reply).unwrap_or_else(|| panic!("no {reply:?} in its turn: {}", ran.out));
        rest = &rest[at + reply.len()..];
    }
}

#[test]
fn an_attempt_is_kept_after_each_answer_and_gone_on_with() {
    let path = fresh("kept.json");
    let save = ["--save", text_of(&path)];
    let ran = typing("a\nab\n", &[&EVERY_KIND[..], &save].concat());
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("停下了。接着做：sixinto quiz --save"), "{}", ran.out);
    let kept: Value = serde_json::from_str(&fs::read_to_string(&path).expect("the attempt")).expect("JSON");
    assert_eq!((&kept["current"], &kept["answers"]["home-oil"]["single"]), (&2.into(), &"a".into()));

    let ran = typing("y\n电源;灭火器\n20\ncab\na2b1\nb\n", &[&["quiz"][..], &save].concat());
    assert!(ran.out.contains("3. [判断题 · 10 分]") && !ran.out.contains("2. [多选题 · 10 分]"), "{}", ran.out);
    assert!(ran.out.contains("80 / 80 分"), "{}", ran.out);
    let marked = sixinto(&["mark", text_of(&path)]);
    assert!(marked.out.starts_with("各种题型：80 / 80 分（100%），通过了"), "{}", marked.out);

    let again = typing("", &[&["quiz"][..], &save].concat());
    assert!(again.out.contains("这份卷子已经交了"), "{}", again.out);
    let other = typing("", &[&["quiz", "--preset", "exam"][..], &save].concat());
    assert_eq!(other.code, Some(2));
    assert!(other.err.contains("里是另一份卷子：预设 every-kind，种子 1"), "{}", other.err);
}

#[test]
fn q_asks_before_it_stops() {
    let ran = typing("q\nn\na\nq\ny\n", &EVERY_KIND);
    assert_eq!(ran.code, Some(0));
    assert_eq!(ran.out.matches("停下吗？没有用 --save，答过的不会留下。").count(), 2, "{}", ran.out);
    assert!(
        ran.out.contains("√ 正确") && ran.out.ends_with("停下了。没有用 --save，这次答的没有留下。\n"),
        "{}",
        ran.out
    );
}

#[test]
fn an_exam_can_be_gone_over_before_it_is_handed_in() {
    let exam = ["quiz", "--preset", "exam", "--seed", "1"];
    let ran = typing("y\n\n<\n\nn\n2\ny\n\n\n", &exam);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("还剩 10:00") || ran.out.contains("还剩 9:5"), "{}", ran.out);
    assert!(ran.out.contains("还有 1 题没答：第 2 题。没答的不得分。"), "{}", ran.out);
    assert!(ran.out.contains("每题都答了。"), "{}", ran.out);
    // Nothing is given away before the end.
    let (asked, told) = ran.out.split_once("每题都答了。").expect("the end");
    assert!(!asked.contains("为什么：") && told.contains("为什么："), "{}", ran.out);
}

#[test]
fn an_answer_in_an_exam_can_be_changed_and_taken_back() {
    let exam = ["quiz", "--preset", "exam", "--seed", "1"];
    let ran = typing("y\n<\n-\n\n\n", &exam);
    assert!(ran.out.contains("现在的答案：对"), "{}", ran.out);
    assert!(ran.out.contains("还有 3 题没答：第 1、2、3 题。"), "{}", ran.out);
}

#[test]
fn the_bell_hands_in() {
    let ran = silent(&["quiz", "--preset", "bell", "--seed", "1"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("时间到，交卷了。") && ran.out.contains("0 / 4 分"), "{}", ran.out);
}

#[test]
fn a_theme_is_chosen_where_none_is_given() {
    let ran = typing("9\n1\n", &["quiz"]);
    assert!(
        ran.out.contains("1. 学校\n2. 家庭\n> ") && ran.out.contains("练习 · 学校\n2 题 · 20 分 · 不限时"),
        "{}",
        ran.out
    );
    assert_eq!(typing("", &["quiz"]).code, Some(0));
}
