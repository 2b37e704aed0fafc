//! A bank as a text paste that reads back the same. What it is must be seen by reading it back: each question is
//! written, read, and compared, and what differs is a loss.

use std::fmt::Write;

use sixinto_core::Text;
use sixinto_core::bank::kind::Choice;
use sixinto_core::bank::{BankFile, Difficulty, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Lang;

use crate::draft::{letter, plain};
use crate::forms;
use crate::prose::label::Label;
use crate::{Loss, Progress, Reading, Writing, Written};

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

/// The question as it can be held, if it can.
fn hold(question: &QuestionFields, writing: &Writing<'_>, losses: &mut Vec<Loss>) -> Option<QuestionFields> {
    let mut lost = Vec::new();
    let mut held = flat(question, writing.lang, &mut lost);
    let is_same = |held: &QuestionFields| comes_back(held, writing);
    if question.kind != Kind::Spot {
        for (field, words, drop) in OPTIONAL {
            if is_same(&held) {
                break;
            }
            if drop(&mut held) {
                lost.push((*field, words));
            }
        }
        if is_same(&held) {
            let told = |(field, (zh, en)): (&'static str, &(&str, &str))| Loss {
                question: question.id.clone(),
                whole: false,
                field,
                words: Words::new(*zh, *en),
            };
            losses.extend(lost.into_iter().map(told));
            return Some(held);
        }
    }
    let words = Words::new(
        "文字里写不下这道题：题型不同，或者有的行会被当成选项、答案",
        "text cannot hold this question: its kind is none of text's, or a line of it would be taken for a choice or an answer",
    );
    losses.push(Loss { question: question.id.clone(), whole: true, field: question.kind.name(), words });
    None
}

/// A field that is lost, and that in Chinese and English.
pub(crate) type Lost = (&'static str, &'static (&'static str, &'static str));

type Drop = fn(&mut QuestionFields) -> bool;

/// What a question can do without, in the order in which it is given up where it does not read back.
static OPTIONAL: &[(&str, (&str, &str), Drop)] = &[
    (
        "explanation",
        ("解析里有的行会被当成题目", "a line of the explanation would be taken for a question"),
        |held| held.explanation.take().is_some(),
    ),
    (
        "action",
        ("“怎么做”里有的行会被当成题目", "a line of the action would be taken for a question"),
        |held| held.action.take().is_some(),
    ),
    ("source", ("依据写成一行后读不回来", "the source does not read back from one line"), |held| {
        held.source.take().is_some()
    }),
    ("topic", ("知识点的名称认不出来", "the topic is not known by its name"), |held| {
        !std::mem::take(&mut held.topic).as_str().is_empty()
    }),
    ("themes", ("主题的名称认不出来", "a theme is not known by its name"), |held| {
        !std::mem::take(&mut held.themes).as_slice().is_empty()
    }),
];

/// The question in one language, without what text has no line for.
pub(crate) fn flat(question: &QuestionFields, lang: &str, lost: &mut Vec<Lost>) -> QuestionFields {
    let mut held = question.clone();
    let mut has_more = false;
    let mut is_broken = false;
    let mut say = |text: &mut Text| {
        has_more |= text.all().nth(1).is_some();
        let own = text.get(lang);
        let lines: Vec<&str> = own.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let joined = lines.join("\n");
        is_broken |= joined != own;
        *text = plain(&joined);
    };
    each_text(&mut held, &mut say);
    let is_plain = |choice: &Choice| choice.why.is_none() && choice.weight.is_none() && !choice.fixed;
    let has_extras = held.choices.iter().flatten().any(|choice| !is_plain(choice));
    for (at, choice) in held.choices.iter_mut().flatten().enumerate() {
        *choice = Choice { id: letter(at), text: choice.text.clone(), correct: choice.correct, ..Choice::default() };
    }
    held.steps.iter_mut().flatten().enumerate().for_each(|(at, step)| step.id = letter(at));
    held.pairs.iter_mut().flatten().enumerate().for_each(|(at, pair)| pair.id = letter(at));
    let ids = |question: &QuestionFields| -> Vec<String> {
        let choices = question.choices.iter().flatten().map(|choice| choice.id.to_string());
        let steps = question.steps.iter().flatten().map(|step| step.id.to_string());
        choices.chain(steps).chain(question.pairs.iter().flatten().map(|pair| pair.id.to_string())).collect()
    };
    let has_ids = ids(&held) != ids(question);
    let has_media = held.media.take().is_some();
    held.revision = None;
    for (is_lost, field, words) in [
        (has_more, "translation", &("只写一种语言，其他语言的译文写不进去", "only one language is written")),
        (
            is_broken,
            "line-break",
            &("空行和行首行尾的空格写不进去", "empty lines and spaces at the ends of lines are not kept"),
        ),
        (
            has_extras,
            "choice-details",
            &("选项的说明、固定位置和权重写不进去", "reasons, fixed places and weights of choices are not kept"),
        ),
        (has_ids, "part-id", &("选项的编号改成字母", "the ids of the parts become letters")),
        (has_media, "media", &("图片写不进去", "pictures are not kept")),
    ] {
        if is_lost {
            lost.push((field, words));
        }
    }
    held
}

fn each_text(question: &mut QuestionFields, say: &mut impl FnMut(&mut Text)) {
    say(&mut question.stem);
    question.choices.iter_mut().flatten().for_each(|choice| say(&mut choice.text));
    question.blanks.iter_mut().flatten().flat_map(|blank| &mut blank.accept).for_each(&mut *say);
    question.steps.iter_mut().flatten().for_each(|step| say(&mut step.text));
    for pair in question.pairs.iter_mut().flatten() {
        say(&mut pair.left);
        say(&mut pair.right);
    }
    question.number.iter_mut().filter_map(|number| number.unit.as_mut()).for_each(&mut *say);
    question.explanation.iter_mut().chain(&mut question.action).for_each(&mut *say);
    question.source.iter_mut().filter_map(|source| source.title.as_mut()).for_each(&mut *say);
}

/// Whether a question is the same after writing and reading, with its title above it and after another question.
fn comes_back(question: &QuestionFields, writing: &Writing<'_>) -> bool {
    let lang = writing.lang.parse::<Lang>().unwrap_or_default();
    let none = question.id.clone();
    let reading = Reading {
        bank: &none,
        lang,
        theme: None,
        topic: &none,
        themes: writing.themes,
        topics: writing.topics,
        type_codes: &std::collections::BTreeMap::new(),
        progress: &|_| {},
    };
    let text = heading(1, question.kind, writing.lang) + &block(7, question, writing, true);
    let Ok(imported) = super::read("", &text, &reading) else { return false };
    // Longer texts would be refused by the bank that they are read into.
    let [found] = imported.questions.as_slice() else { return false };
    imported.n_read == 1 && imported.title.is_none() && found.question == *question
}

fn heading(number: usize, kind: Kind, lang: &str) -> String {
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
fn block(number: usize, question: &QuestionFields, writing: &Writing<'_>, with_kind: bool) -> String {
    let lang = writing.lang;
    let zh = lang.starts_with("zh");
    let text = |text: &Text| text.get(lang).to_owned();
    let mut block = format!("\n{number}. {}\n", text(&question.stem));
    for (at, line) in lines_of_parts(question, lang).into_iter().enumerate() {
        let _ = writeln!(block, "{}. {line}", forms::letter(at));
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
            Some(right.map(|(at, _)| forms::letter(at)).collect())
        }
        Kind::Order => Some((0..question.steps.as_ref()?.len()).map(forms::letter).collect()),
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
