//! A bank as a text paste that reads back the same. What it is must be seen by reading it back: each question is
//! written, read, and compared, and what differs is a loss.

use std::fmt::Write;

use sixinto_core::Text;
use sixinto_core::bank::{BankFile, Difficulty, Kind, QuestionFields};

use crate::plain_text::label::Label;
use crate::plain_text::losses::hold;
use crate::text::spellings;
use crate::{Progress, Writing, Written};

/// Writes a bank.
pub(super) fn write(bank: &BankFile, writing: &Writing<'_>) -> Written {
    let mut losses = Vec::new();
    let mut kept: Vec<(QuestionFields, &QuestionFields)> = Vec::new();
    for (done, question) in bank.questions.iter().enumerate() {
        (writing.progress)(Progress { done, of: Some(bank.questions.len()) });
        kept.extend(hold(question, writing, &mut losses).map(|held| (held, question)));
    }
    let titled = is_grouped(kept.iter().map(|(question, _)| question.kind));
    let mut text = format!("{}\n", bank.title.get(writing.lang).lines().next().unwrap_or_default().trim());
    let mut section = None;
    let mut n_sections = 0;
    for (number, (question, _)) in (1..).zip(&kept) {
        if titled && section != Some(question.kind) {
            section = Some(question.kind);
            n_sections += 1;
            text.push_str(&heading(n_sections, question.kind, writing.lang));
        }
        text.push_str(&block(number, question, writing, !titled));
    }
    Written { bytes: text.into_bytes(), losses }
}

/// Whether each kind stands together, so that a title can stand above it.
fn is_grouped(kinds: impl Iterator<Item = Kind>) -> bool {
    let mut runs: Vec<Kind> = kinds.collect();
    runs.dedup();
    let n_runs = runs.len();
    runs.sort_unstable();
    runs.dedup();
    runs.len() == n_runs
}

pub(super) fn heading(number: usize, kind: Kind, lang: &str) -> String {
    const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let numeral = number.checked_sub(1).and_then(|at| NUMERALS.get(at)).unwrap_or(&"十");
    let (zh, en) = kind_name(kind);
    if lang.starts_with("zh") { format!("\n{numeral}、{zh}\n") } else { format!("\nPart {number}: {en}\n") }
}

fn kind_name(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Single => ("单选题", "Single choice"),
        Kind::Multiple => ("多选题", "Multiple choice"),
        Kind::Judge => ("判断题", "True/false"),
        Kind::Blank => ("填空题", "Blank"),
        Kind::Number => ("数字题", "Number"),
        Kind::Order => ("排序题", "Ordering"),
        Kind::Match => ("连线题", "Matching"),
        Kind::Spot => ("看图题", "Spot"),
    }
}

/// A question with everything that is said of it.
pub(super) fn block(number: usize, question: &QuestionFields, writing: &Writing<'_>, with_kind: bool) -> String {
    let lang = writing.lang;
    let zh = lang.starts_with("zh");
    let text = |text: &Text| text.get(lang).to_owned();
    let mut block = format!("\n{number}. {}\n", text(&question.stem));
    for (at, line) in lines_of_parts(question, lang).into_iter().enumerate() {
        let _ = writeln!(block, "{}. {line}", spellings::letter(at));
    }
    let mut say = |label: Label, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let sign = if zh { "：" } else { ": " };
            let _ = writeln!(block, "{}{sign}{value}", label.name(lang));
        }
    };
    say(
        Label::Kind,
        with_kind.then(|| if zh { kind_name(question.kind).0 } else { kind_name(question.kind).1 }.to_owned()),
    );
    say(Label::Answer, answer(question, lang));
    say(Label::Tolerance, question.number.as_ref().map(|key| key.tolerance.to_string()).filter(|text| text != "0"));
    say(Label::Unit, question.number.as_ref().and_then(|key| key.unit.as_ref()).map(text));
    say(Label::Difficulty, difficulty(question.difficulty, zh).map(str::to_owned));
    let themes: Vec<&str> = question.themes.as_slice().iter().map(|id| writing.themes.label(id, lang)).collect();
    say(Label::Theme, Some(themes.join(if zh { "、" } else { "; " })));
    say(Label::Topic, Some(writing.topics.label(&question.topic, lang).to_owned()));
    say(Label::Id, Some(question.id.to_string()));
    say(Label::ReviewBy, question.review_by.map(|date| date.to_string()));
    say(Label::Explanation, question.explanation.as_ref().map(text));
    say(Label::Action, question.action.as_ref().map(text));
    say(
        Label::Source,
        question.source.as_ref().map(|source| {
            let name = source.id.as_ref().map(ToString::to_string).or_else(|| source.title.as_ref().map(text));
            let article = source.article.as_ref().map(|article| format!("第{article}条"));
            let parts = name.into_iter().chain(article).chain([source.as_of.to_string()]);
            parts.collect::<Vec<_>>().join("，")
        }),
    );
    block
}

fn lines_of_parts(question: &QuestionFields, lang: &str) -> Vec<String> {
    let choices = question.choices.iter().flatten().map(|choice| choice.text.get(lang).to_owned());
    let steps = question.steps.iter().flatten().map(|step| step.text.get(lang).to_owned());
    let pairs = question.pairs.iter().flatten();
    let pairs = pairs.map(|pair| format!("{} —— {}", pair.left.get(lang), pair.right.get(lang)));
    choices.chain(steps).chain(pairs).collect()
}

fn answer(question: &QuestionFields, lang: &str) -> Option<String> {
    let zh = lang.starts_with("zh");
    match question.kind {
        Kind::Single | Kind::Multiple => {
            let right = question.choices.iter().flatten().enumerate().filter(|(_, choice)| choice.correct);
            Some(right.map(|(at, _)| spellings::letter(at)).collect())
        }
        Kind::Order => Some((0..question.steps.as_ref()?.len()).map(spellings::letter).collect()),
        Kind::Judge => Some(
            match (question.answer?, zh) {
                (true, true) => "正确",
                (false, true) => "错误",
                (true, false) => "True",
                (false, false) => "False",
            }
            .to_owned(),
        ),
        Kind::Blank => {
            let one = |accept: &[Text]| accept.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("; ");
            let slots: Vec<String> = question.blanks.iter().flatten().map(|blank| one(&blank.accept)).collect();
            Some(slots.join(" | "))
        }
        Kind::Number => question.number.as_ref().map(|key| key.value.to_string()),
        Kind::Match | Kind::Spot => None,
    }
}

fn difficulty(difficulty: Difficulty, zh: bool) -> Option<&'static str> {
    match (difficulty, zh) {
        (Difficulty::Easy, true) => Some("简单"),
        (Difficulty::Easy, false) => Some("easy"),
        (Difficulty::Middling, _) => None,
        (Difficulty::Hard, true) => Some("困难"),
        (Difficulty::Hard, false) => Some("hard"),
    }
}
