//! A bank as Aiken, as Moodle reads it: questions with one answer and at most 26 choices. A judge becomes two choices.

use std::collections::BTreeMap;
use std::fmt::Write;

use sixinto_core::bank::{BankFile, Difficulty, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Lang;

use crate::builders::plain;
use crate::plain_text::losses::{Lost, flat};
use crate::text::spellings::letter;
use crate::{Loss, Progress, Reading, Writing, Written};

pub(super) fn write(bank: &BankFile, writing: &Writing<'_>) -> Written {
    let mut written = Written::default();
    for (done, question) in bank.questions.iter().enumerate() {
        (writing.progress)(Progress { done, of: Some(bank.questions.len()) });
        let mut lost = Vec::new();
        let held = held(question, writing.lang, &mut lost);
        let text = block(&held, writing.lang).filter(|text| comes_back(&held, text, writing));
        match text {
            Some(text) => {
                written.bytes.extend_from_slice(text.as_bytes());
                let stated = |(field, (zh, en)): Lost| Loss {
                    question: question.id.clone(),
                    whole: false,
                    field,
                    words: Words::new(*zh, *en),
                };
                written.losses.extend(lost.into_iter().map(stated));
            }
            None => written.losses.push(whole(question)),
        }
    }
    written
}

/// What of a question Aiken can hold: stem, choices and answer.
fn held(question: &QuestionFields, lang: &str, lost: &mut Vec<Lost>) -> QuestionFields {
    let flat = flat(question, lang, lost);
    for (is_lost, field, words) in [
        (flat.explanation.is_some(), "explanation", &("解析写不进去", "the explanation is not kept")),
        (flat.action.is_some(), "action", &("“怎么做”写不进去", "the action is not kept")),
        (flat.source.is_some(), "source", &("依据写不进去", "the source is not kept")),
        (flat.review_by.is_some(), "review-by", &("复核日期写不进去", "the day of review is not kept")),
        (flat.difficulty != Difficulty::Middling, "difficulty", &("难度写不进去", "the difficulty is not kept")),
        (true, "id", &("编号、主题和知识点写不进去", "id, themes and topic are not kept")),
    ] {
        if is_lost {
            lost.push((field, words));
        }
    }
    let QuestionFields { kind, stem, choices, answer, .. } = flat;
    let mut held =
        QuestionFields { kind, stem, choices, answer, difficulty: Difficulty::Middling, ..QuestionFields::default() };
    let mut is_broken = false;
    let texts = std::iter::once(&mut held.stem).chain(held.choices.iter_mut().flatten().map(|choice| &mut choice.text));
    for text in texts {
        let joined = text.get(lang).replace('\n', " ");
        is_broken |= joined != text.get(lang);
        *text = plain(joined);
    }
    if is_broken && !lost.iter().any(|(field, _)| *field == "line-break") {
        lost.push(("line-break", &("换行变成空格", "line breaks become spaces")));
    }
    held
}

fn block(question: &QuestionFields, lang: &str) -> Option<String> {
    let truth = if lang.starts_with("zh") { ["正确", "错误"] } else { ["True", "False"] };
    let (texts, right): (Vec<&str>, usize) = match question.kind {
        Kind::Single => {
            let choices = question.choices.as_deref().filter(|choices| choices.len() <= 26)?;
            let right = choices.iter().position(|choice| choice.correct)?;
            (choices.iter().map(|choice| choice.text.get(lang)).collect(), right)
        }
        Kind::Judge => (truth.to_vec(), usize::from(!question.answer?)),
        _ => return None,
    };
    let mut block = format!("{}\n", question.stem.get(lang));
    for (at, text) in texts.iter().enumerate() {
        let _ = writeln!(block, "{}. {text}", letter(at));
    }
    let _ = writeln!(block, "ANSWER: {}\n", letter(right));
    Some(block)
}

fn comes_back(held: &QuestionFields, text: &str, writing: &Writing<'_>) -> bool {
    let none = held.id.clone();
    let reading = Reading {
        bank: &none,
        lang: writing.lang.parse::<Lang>().unwrap_or_default(),
        theme: None,
        topic: &none,
        themes: writing.themes,
        topics: writing.topics,
        type_codes: &BTreeMap::new(),
        today: sixinto_core::date::Date::default(),
        progress: &|_| {},
    };
    // A number at the beginning of any line would make the whole file look like text.
    let is_numbered = text.lines().any(|line| crate::plain_text::number::number(line).is_some());
    let imported = crate::aiken::read("", text, &reading).ok().filter(|_| !is_numbered);
    imported.is_some_and(|imported| matches!(imported.questions.as_slice(), [found] if found.question == *held))
}

fn whole(question: &QuestionFields) -> Loss {
    Loss {
        question: question.id.clone(),
        whole: true,
        field: question.kind.name(),
        words: Words::new(
            "Aiken 只能写单选题和判断题，最多 26 个选项，题干一行",
            "Aiken holds single choices and judges only, of at most 26 choices and a stem of one line",
        ),
    }
}
