//! Banks of every kind, made at random with texts that files of one kind or another could take for something else.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use sixinto_core::bank::kind::{Area, BlankSlot, Choice, Decimal, NumberKey};
use sixinto_core::bank::{BankFile, Difficulty, FORMAT, Kind, Media, QuestionFields};
use sixinto_core::map::IdSet;
use sixinto_core::source::Source;
use sixinto_core::text::Text;
use sixinto_formats::builders;

use crate::make::id;

/// What texts are made of: plain words, and what some format gives a meaning to.
const PIECES: &[&str] = &[
    "先关阀门",
    "再开窗",
    "灭火器",
    "拨打119",
    "gas",
    "The exit",
    "３楼",
    "Ａ、",
    "（Ｂ）",
    "😀",
    "👩‍🚒",
    "é",
    " ",
    " ",
    "\n",
    "//",
    "0",
    "{",
    "}",
    "~",
    "=",
    "#",
    "####",
    ":",
    "::",
    "\\",
    "\\n",
    "->",
    "%50%",
    "[html]",
    "[plain]",
    "$CATEGORY:",
    "<b>",
    "</p>",
    "<",
    ">",
    "&",
    "&amp;",
    "&#65;",
    "]]>",
    "\"",
    "'",
    ",",
    ";",
    "\t",
    "|",
    "│",
    "答案：",
    "A.",
    "1.",
    "一、",
    "ANSWER: A",
    "*",
    "\\*",
    "@",
    "=1+1",
    "+",
    "-",
    "50℃",
    "10%",
    "TRUE",
    "错",
];

/// A text with anything in it, never empty and without white space at its ends.
pub fn text() -> impl Strategy<Value = String> {
    let pieces = vec(select(PIECES), 1..6);
    pieces.prop_map(|pieces| {
        let text = pieces.concat();
        let text = text.trim();
        if text.is_empty() { "水".to_owned() } else { text.to_owned() }
    })
}

/// A text in the bank's language.
pub fn plain() -> impl Strategy<Value = Text> {
    text().prop_map(builders::plain)
}

/// A text in the bank's language, or now and then in two.
pub fn translated() -> impl Strategy<Value = Text> {
    let lang = |tag: &str| tag.parse().expect("a language");
    let both =
        (text(), text()).prop_map(move |(zh, en)| Text::Map(vec![(lang("zh-CN"), zh.into()), (lang("en"), en.into())]));
    prop_oneof![9 => plain(), 1 => both]
}

/// A bank of questions of these kinds that have nothing but what every question needs, and explanations.
pub fn bare_bank(kinds: &'static [Kind]) -> impl Strategy<Value = BankFile> {
    vec(select(kinds).prop_flat_map(bare), 1..6).prop_map(bank_of)
}

/// A bank of questions of every kind with everything that a question can have.
pub fn rich_bank() -> impl Strategy<Value = BankFile> {
    vec(select(&Kind::ALL[..]).prop_flat_map(rich), 1..6).prop_map(bank_of)
}

fn bank_of(mut questions: Vec<QuestionFields>) -> BankFile {
    for (at, question) in questions.iter_mut().enumerate() {
        question.id = id(&format!("trial-{at}"));
    }
    let lang = Some("zh-CN".parse().expect("a language"));
    BankFile { schema: None, format: FORMAT, id: id("trial"), lang, title: builders::plain("trial"), questions }
}

fn bare(kind: Kind) -> impl Strategy<Value = QuestionFields> {
    let themes = subsequence(vec!["enterprise", "home", "school", "village"], 1..3);
    let topic = select(&["gas", "fire", "first-aid", "general"][..]);
    let difficulty = select(&[Difficulty::Easy, Difficulty::Middling, Difficulty::Hard][..]);
    (body(kind), themes, topic, difficulty, weighted(0.5, plain())).prop_map(
        |(question, themes, topic, difficulty, explanation)| {
            let mut set = IdSet::default();
            for theme in themes {
                set.insert(id(theme));
            }
            QuestionFields { themes: set, topic: id(topic), difficulty, explanation, ..question }
        },
    )
}

/// A question that may have everything, and texts in two languages.
fn rich(kind: Kind) -> impl Strategy<Value = QuestionFields> {
    let source = weighted(0.2, plain()).prop_map(|title| title.map(source));
    let media = text().prop_map(|alt| Media { file: "pictures/exit.svg".into(), alt: builders::plain(alt) });
    let media = if kind == Kind::Spot { media.prop_map(Some).boxed() } else { weighted(0.2, media).boxed() };
    let choices = (vec(weighted(0.3, translated()), 6), vec(any::<bool>(), 6), weights());
    let stem = weighted(0.2, translated());
    (bare(kind), stem, weighted(0.2, translated()), source, media, weighted(0.2, plain()), choices).prop_map(
        |(mut question, stem, action, source, media, unit, (whys, fixed, weights))| {
            let whys = whys.into_iter().zip(fixed).zip(weights);
            for (choice, ((why, fixed), weight)) in question.choices.iter_mut().flatten().zip(whys) {
                *choice = Choice { why, fixed, weight, ..choice.clone() };
            }
            if let Some(number) = &mut question.number {
                number.unit = unit;
            }
            // The gaps of a `blank` stand in its stem.
            let stem = stem.filter(|_| question.kind != Kind::Blank).unwrap_or(question.stem);
            let review_by = source.as_ref().map(|source: &Source| source.as_of);
            QuestionFields { stem, action, source, media, review_by, ..question }
        },
    )
}

fn source(title: Text) -> Source {
    let as_of = "2026-11-20".parse().expect("a date");
    Source { id: None, title: Some(title), article: Some("59".into()), as_of }
}

/// No weights, or one for each of six choices.
fn weights() -> impl Strategy<Value = Vec<Option<i16>>> {
    let weight = select(&[100_i16, 75, 67, 50, 50, 37, 33, 25, 0, 0, -50, -100][..]);
    prop_oneof![2 => Just(vec![None; 6]), 1 => vec(weight.prop_map(Some), 6)]
}

fn body(kind: Kind) -> BoxedStrategy<QuestionFields> {
    let question = move |stem: String| builders::question(kind, stem);
    match kind {
        Kind::Single => (text(), texts(2..6), any::<Index>())
            .prop_map(move |(stem, texts, right)| {
                let right = right.index(texts.len());
                let texts = texts.iter().enumerate().map(|(at, text)| (text.as_str(), at == right));
                QuestionFields { choices: Some(builders::choices(texts)), ..question(stem) }
            })
            .boxed(),
        Kind::Multiple => (text(), texts(2..6), vec(any::<bool>(), 6), any::<Index>())
            .prop_map(move |(stem, texts, right, sure)| {
                let sure = sure.index(texts.len());
                let texts = texts.iter().zip(right).enumerate();
                let texts = texts.map(|(at, (text, right))| (text.as_str(), right || at == sure));
                QuestionFields { choices: Some(builders::choices(texts)), ..question(stem) }
            })
            .boxed(),
        Kind::Judge => (text(), any::<bool>())
            .prop_map(move |(stem, answer)| QuestionFields { answer: Some(answer), ..question(stem) })
            .boxed(),
        Kind::Blank => (text(), vec((texts(1..4), text()), 1..3))
            .prop_map(move |(stem, blanks)| {
                let stem = blanks.iter().fold(stem, |stem, (_, after)| format!("{stem}____{after}"));
                let slot = |(accept, _): &(Vec<String>, String)| builders::blank(accept.iter().map(String::as_str));
                let blanks: Vec<BlankSlot> = blanks.iter().map(slot).collect();
                QuestionFields { blanks: Some(blanks), ..question(stem) }
            })
            .boxed(),
        Kind::Number => (text(), decimal(), prop_oneof![Just(0), 1..2_000_000_000_i64])
            .prop_map(move |(stem, value, micro)| {
                let key = NumberKey { value, tolerance: Decimal { micro }, unit: None };
                QuestionFields { number: Some(key), ..question(stem) }
            })
            .boxed(),
        Kind::Order => (text(), texts(2..6))
            .prop_map(move |(stem, texts)| QuestionFields {
                steps: Some(builders::steps(texts.iter().map(String::as_str))),
                ..question(stem)
            })
            .boxed(),
        Kind::Match => (text(), texts(2..6), texts(6..7))
            .prop_map(move |(stem, left, right)| {
                let pairs = left.iter().map(String::as_str).zip(right.iter().map(String::as_str));
                QuestionFields { pairs: Some(builders::pairs(pairs)), ..question(stem) }
            })
            .boxed(),
        Kind::Spot => (text(), vec(any::<bool>(), 2..4))
            .prop_map(move |(stem, hazards)| QuestionFields { areas: Some(areas(&hazards)), ..question(stem) })
            .boxed(),
    }
}

fn areas(hazards: &[bool]) -> Vec<Area> {
    let area = |(at, hazard): (usize, &bool)| {
        let x = u16::try_from(at).expect("few areas") * 20;
        let label = builders::plain(format!("area {at}"));
        Area { id: builders::letter(at), x, y: 5, width: 10, height: 10, label, hazard: *hazard, why: None }
    };
    hazards.iter().enumerate().map(area).collect()
}

/// So many texts, no two alike.
fn texts(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    vec(text(), n).prop_map(|mut texts| {
        let mut seen = BTreeSet::new();
        for (at, text) in texts.iter_mut().enumerate() {
            if !seen.insert(text.clone()) {
                *text = format!("{text}之{at}");
            }
        }
        texts
    })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let whole = (-2000_i64..2000).prop_map(|whole| whole * 1_000_000);
    prop_oneof![whole, -5_000_000_000_i64..5_000_000_000].prop_map(|micro| Decimal { micro })
}
