//! Verdicts in plain words.

use sixinto_core::analysis::{FEW_PEOPLE, TestStatistics, Verdict};

use super::report::ItemReport;
use crate::lang::{Lang, say};
use crate::prompt_text::letter;

/// What to make of a question, in a sentence.
pub(super) fn sentence(verdict: &Verdict, item: &ItemReport, lang: Lang) -> String {
    match verdict {
        Verdict::CheckKey { choice: Some(choice) } => {
            let choice = named(*choice, item, lang);
            say!(lang, "强的人选 {choice}的更多：查一查答案", "strong people choose {choice}: check the key")
        }
        Verdict::CheckKey { choice: None } => lang
            .say(
                "强的人反而错得多：查一查答案，看看题目是不是容易误解",
                "strong people get it wrong more often: check the key, and whether it can be misread",
            )
            .to_owned(),
        Verdict::TooEasy => {
            lang.say("几乎人人都会：这道题学不到什么", "almost everyone is right: nothing is learnt from it").to_owned()
        }
        Verdict::TooHard => lang
            .say(
                "太难：会的人太少，先讲一讲，或者换一道",
                "too hard: hardly anybody knows it; teach it first, or ask another",
            )
            .to_owned(),
        Verdict::LikeGuessing => lang
            .say(
                "不比瞎猜好：没讲过，或者题目看不懂",
                "no better than guessing: it was not taught, or is not understood",
            )
            .to_owned(),
        Verdict::DoesNotSeparate => lang
            .say("分不出强弱：会的和不会的答得差不多", "does not tell strong from weak: both answer it about alike")
            .to_owned(),
        Verdict::UnusedChoices { choices } => {
            let names: Vec<String> =
                choices.iter().map(|choice| named(*choice, item, lang).trim_end().to_owned()).collect();
            let names = names.join(lang.say("、", ", "));
            say!(
                lang,
                "没有人选 {names}：换成人们真会犯的错",
                "nobody chooses {names}: offer a mistake that people really make"
            )
        }
    }
}

/// A choice by its letter, and by what it says where that is known: papers have it under other letters.
fn named(choice: usize, item: &ItemReport, lang: Lang) -> String {
    let letter = letter(choice);
    match item.choices.get(choice).filter(|text| !text.is_empty()) {
        Some(text) => say!(lang, "{letter}“{text}”", "{letter} (\"{text}\")"),
        None => say!(lang, "{letter} ", "{letter}"),
    }
}

/// What to make of the test as a whole.
pub(super) fn about_test(test: &TestStatistics, lang: Lang) -> Vec<String> {
    let mut told = Vec::new();
    if test.people < FEW_PEOPLE {
        told.push(say!(
            lang,
            "不到 {FEW_PEOPLE} 个人：区分度这些指数碰运气的成分大，只作参考。",
            "Fewer than {FEW_PEOPLE} people: chance plays a large part in the indexes; read them with care."
        ));
    }
    if !test.same_items {
        told.push(
            lang.say(
                "大家答的题不完全一样：每道题和答过它的人的总分比，信度不算。",
                "People were asked different questions: each is held against the totals of those who had it, and reliability is not reckoned.",
            )
            .to_owned(),
        );
    }
    told.extend(test.internal_consistency.map(|it| reliability(it, lang).to_owned()));
    told.extend(test.mean_percent.and_then(|it| level(it, lang)).map(str::to_owned));
    told
}

/// The bounds are those of Moodle's guide.
fn reliability(percent: f64, lang: Lang) -> &'static str {
    if percent > 75.0 {
        lang.say("信度好：再考一次，名次差不多。", "Reliable: another such test would rank people much the same.")
    } else if percent >= 64.0 {
        lang.say(
            "信度一般：成绩差得不多的人，不要分高下。",
            "Fairly reliable: do not rank people whose scores are close.",
        )
    } else {
        lang.say(
            "信度差：单凭这次成绩不要分高下，先改下面列出的题。",
            "Not reliable: do not rank people by it; mend the questions listed below first.",
        )
    }
}

fn level(mean: f64, lang: Lang) -> Option<&'static str> {
    if mean < 50.0 {
        Some(
            lang.say("平均分偏低：题偏难，或者还没教会。", "The mean is low: the test is hard, or was not taught yet."),
        )
    } else if mean > 75.0 {
        Some(lang.say(
            "平均分偏高：大家掌握得好；想分出强弱，要加难一些的题。",
            "The mean is high: people know this; to tell strong from weak, add harder questions.",
        ))
    } else {
        None
    }
}
