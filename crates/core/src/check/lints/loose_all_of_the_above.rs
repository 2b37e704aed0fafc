//! "All of the above" means nothing once choices are shuffled, unless it keeps its place.

use crate::check::fold::fold;
use crate::check::parts::parts;
use crate::check::{Context, Notes, QuestionRef, Words};

/// The longest folded text that can be meant, in bytes.
const LONGEST: usize = 60;

/// Ways to say it, slot by slot, each slot filled by one of its words.
const PATTERNS: [&[&[&str]]; 8] = [
    // 以上都对，前三项说法都不正确，两种都可以，全部正确
    &[HEAD, COUNT, MEASURE, THING, &["都", "皆", "均", "全", "全部", "全都"], &["", "不", "没"], VERDICT],
    // 以上全部，以上所有做法
    &[&["以上", "上述", "上面"], MEASURE, THING, &["都", "皆", "全", "全部", "所有", "全都"]],
    &[&["以上", "上述", "上面"], &["所有", "全部", "各", "几"], MEASURE, THING],
    // 以上没有一项正确
    &[HEAD, &["没有", "无", "没"], &["一", "任何一"], MEASURE, THING, &["", "是"], VERDICT],
    // all of the above, none of these answers are correct
    &[ALL, &["of"], &["", "the"], &["above", "these", "aboveanswers", "abovechoices", "aboveoptions"], THINGS, TAIL],
    &[
        ALL,
        &["of"],
        &["the", "them", "my"],
        &["other", ""],
        &["answers", "choices", "options", "statements"],
        &["", "above"],
        TAIL,
    ],
    // all the above, all answers are correct
    &[&["all", "both"], &["", "the"], &["above", "answers", "choices", "options", "statements"], &["", "above"], TAIL],
    // both are right, neither
    &[
        &["both", "neither", "allthree", "allfour", "all", "none"],
        &["arecorrect", "areright", "aretrue", "iscorrect", "isright", "istrue", "arewrong", "apply"],
    ],
];

const HEAD: &[&str] = &["", "以上", "上述", "上面", "前面", "前", "这"];
const COUNT: &[&str] = &["", "所有", "全部", "两", "二", "三", "四", "五", "几", "些", "各"];
const MEASURE: &[&str] = &["", "个", "种", "者", "样", "项", "条", "类"];
const THING: &[&str] = &["", "选项", "答案", "说法", "做法", "行为", "情况", "内容", "方法", "措施", "原因"];
const VERDICT: &[&str] = &[
    "对",
    "是",
    "正确",
    "错",
    "错误",
    "非",
    "可",
    "可以",
    "行",
    "能",
    "会",
    "有",
    "要",
    "需要",
    "应该",
    "必须",
    "包括",
    "属于",
    "合适",
    "安全",
    "危险",
    "错误的",
    "正确的",
    "对的",
    "错的",
];
const ALL: &[&str] =
    &["all", "none", "both", "neither", "either", "any", "each", "every", "noneofthese", "allthree", "allfour"];
const THINGS: &[&str] = &["", "answers", "choices", "options", "statements", "things", "three", "two"];
const TAIL: &[&str] = &[
    "",
    "arecorrect",
    "areright",
    "aretrue",
    "arewrong",
    "iscorrect",
    "isright",
    "istrue",
    "iswrong",
    "apply",
    "applies",
];

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let choices = question_ref.question.body.choices().iter().zip(parts(&question_ref.question.body));
    for (_, part) in choices.filter(|(choice, _)| !choice.fixed && choice.text.all().any(is_about_others)) {
        let Words { zh, en } = part.name();
        notes.at(
            question_ref,
            part.pointer("text"),
            Words::new(
                format!("{zh}说的是别的选项，可是选项的次序会打乱"),
                format!("{en} speaks of the other choices, but choices are shuffled"),
            ),
            Words::new(
                "给它加上 \"fixed\": true，让它留在原处",
                "add \"fixed\": true to it, so that it keeps its place",
            ),
        );
    }
}

fn is_about_others(text: &str) -> bool {
    if text.len() > LONGEST || !text.chars().find(|letter| letter.is_alphanumeric()).is_some_and(may_begin) {
        return false;
    }
    let folded = fold(text);
    PATTERNS.iter().any(|slots| is_made_of(&folded, slots))
}

/// Whether a pattern begins with this letter, as few other choices do.
fn may_begin(letter: char) -> bool {
    matches!(letter, 'a' | 'b' | 'e' | 'n' | 'A' | 'B' | 'E' | 'N' | '\u{ff01}'..='\u{ff5e}')
        || matches!(
            letter,
            '以' | '上' | '前' | '这' | '所' | '全' | '两' | '二' | '三' | '四' | '五' | '几' | '些' | '各'
        )
        || matches!(
            letter,
            '都' | '皆' | '均' | '没' | '无' | '选' | '答' | '说' | '做' | '行' | '情' | '内' | '方' | '措' | '原'
        )
}

/// Whether a text is one word of the first slot, then one of the second, and so on to its end.
fn is_made_of(text: &str, slots: &[&[&str]]) -> bool {
    let Some((words, rest)) = slots.split_first() else { return text.is_empty() };
    words.iter().any(|word| text.strip_prefix(word).is_some_and(|text| is_made_of(text, rest)))
}

#[cfg(test)]
mod tests {
    use super::is_about_others;

    #[test]
    fn ways_to_speak_of_the_other_choices() {
        let chinese = [
            "以上都对",
            "以上都是",
            "以上皆是",
            "以上皆非",
            "以上都不对",
            "以上都不是。",
            "全部正确",
            "都不是",
            "以上选项都对",
            "上述做法均不正确",
            "前三项都是",
            "两种都可以",
            "以上全部",
            "以上几种说法都错误",
            "以上没有一项正确",
            "全都要",
            "以上所有选项",
        ];
        let english = [
            "All of the above",
            "None of the above.",
            "Both of the above",
            "all of these",
            "None of these",
            "All the above",
            "ALL OF THESE ARE CORRECT",
            "None of the answers is correct",
            "All are correct",
            "None of the other options",
            "Neither of these",
        ];
        for text in chinese.into_iter().chain(english) {
            assert!(is_about_others(text), "{text}");
        }
    }

    #[test]
    fn every_pattern_begins_with_a_letter_that_is_looked_for() {
        let is_made = |text: &String| super::PATTERNS.iter().any(|slots| super::is_made_of(text, slots));
        for first in ('\u{4e00}'..='\u{9fff}').filter(|letter| !"个种者样项条类".contains(*letter)) {
            for rest in
                ["", "面", "上", "述", "些", "有", "部", "项", "法", "为", "容", "况", "施", "因", "案", "没有一项"]
            {
                let text = format!("{first}{rest}都对");
                assert!(!is_made(&text) || super::may_begin(first), "{text}");
            }
        }
    }

    #[test]
    fn words_of_that_sort_that_speak_of_something_else() {
        for text in [
            "以上人员都要撤离",
            "都打开窗户",
            "全部人员撤到楼外",
            "前两个出口都堵住了",
            "All of these people must leave",
            "All windows open",
            "Both hands on the wheel",
            "None",
            "把以上三样都带上",
            "",
            "？",
            "对",
            "不对",
        ] {
            assert!(!is_about_others(text), "{text}");
        }
    }
}
