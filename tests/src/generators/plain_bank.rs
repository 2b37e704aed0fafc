//! Banks of every kind of question, made by chance: for what a format must give back as it got it.

use proptest::collection::vec;
use proptest::prelude::*;
use sixinto_core::bank::kind::{Decimal, NumberKey};
use sixinto_core::bank::{BankFile, Difficulty, FORMAT, Kind, QuestionFields};
use sixinto_core::map::IdSet;
use sixinto_core::source::Source;
use sixinto_formats::builders;

use crate::make::id;

/// Texts as a bank has them: words of safety, numbers, signs and Latin letters, one line each.
pub fn text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 16] = [
        "灭火器",
        "关阀门",
        "119",
        "燃气",
        "lift",
        "stairs",
        "湿毛巾",
        "（红色）",
        "《消防法》",
        "3.5 米",
        "AED",
        "门窗",
        "“安全出口”",
        "50%",
        "逃生",
        "楼梯",
    ];
    vec(prop::sample::select(WORDS.as_slice()), 1..5).prop_map(|words| format!("先{}后", words.join("，")))
}

/// Questions of these kinds, with one of the shipped themes and topics each.
pub fn question(kinds: &'static [Kind]) -> impl Strategy<Value = QuestionFields> {
    let details = (prop::option::of(text()), prop::option::of(text()), any::<bool>(), 0..3_usize);
    (prop::sample::select(kinds), text(), vec(text(), 2..6), any::<u32>(), details).prop_map(
        |(kind, stem, texts, pick, (explanation, action, has_source, hardness))| {
            let mut question = builders::question(kind, stem);
            body(&mut question, &texts, pick);
            question.difficulty = [Difficulty::Easy, Difficulty::Middling, Difficulty::Hard][hardness];
            question.themes = IdSet::default();
            question.themes.insert(id(["home", "school", "community"][pick as usize % 3]));
            question.topic = id(["fire", "charging"][pick as usize % 2]);
            question.explanation = explanation.map(builders::plain);
            question.action = action.map(builders::plain);
            question.source = has_source.then(|| Source {
                id: Some(id("home-safety-basics")),
                title: None,
                article: (pick % 2 == 0).then(|| "28".into()),
                as_of: "2026-11-23".parse().expect("a day"),
            });
            question
        },
    )
}

/// Banks of up to nine questions of these kinds.
pub fn bank(kinds: &'static [Kind]) -> impl Strategy<Value = BankFile> {
    vec(question(kinds), 1..10).prop_map(|mut questions| {
        for (at, question) in questions.iter_mut().enumerate() {
            question.id = id(&format!("trial-q{at}"));
        }
        BankFile {
            schema: None,
            format: FORMAT,
            id: id("trial"),
            lang: Some("zh-CN".parse().expect("a language")),
            title: builders::plain("安全知识题库"),
            questions,
        }
    })
}

fn body(question: &mut QuestionFields, texts: &[String], pick: u32) {
    let numbered: Vec<String> = texts.iter().enumerate().map(|(at, text)| format!("{text}{}", at + 1)).collect();
    let n = numbered.len();
    let right = pick as usize % n;
    let choices = |is_right: &dyn Fn(usize) -> bool| {
        builders::choices(numbered.iter().enumerate().map(|(at, text)| (text.as_str(), is_right(at))))
    };
    match question.kind {
        Kind::Single => question.choices = Some(choices(&|at| at == right)),
        Kind::Multiple => question.choices = Some(choices(&|at| at == right || at == (right + 1) % n)),
        Kind::Judge => question.answer = Some(pick.is_multiple_of(2)),
        Kind::Blank => {
            let gaps = "____、".repeat(n);
            let stem = question.stem.all().next().unwrap_or_default().to_owned();
            question.stem = builders::plain(format!("{stem}{gaps}完"));
            question.blanks = Some(numbered.iter().map(|text| builders::blank([text.as_str(), "别的"])).collect());
        }
        Kind::Number => {
            let value = Decimal { micro: i64::from(pick) * 1000 };
            let tolerance = Decimal { micro: i64::from(pick % 3) * 500_000 };
            let unit = pick.is_multiple_of(2).then(|| builders::plain("米"));
            question.number = Some(NumberKey { value, tolerance, unit });
        }
        Kind::Order => question.steps = Some(builders::steps(numbered.iter().map(String::as_str))),
        _ => question.pairs = Some(builders::pairs(numbered.iter().map(|text| (text.as_str(), "右边")))),
    }
}
