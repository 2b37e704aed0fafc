//! What of a question a format of one language and few fields can hold, and what is lost.

use sixinto_core::Text;
use sixinto_core::bank::kind::Choice;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Lang;

use crate::builders::{letter, plain};
use crate::plain_text::write::{block, heading};
use crate::{Loss, Reading, Writing};

/// The question as it can be held, if it can.
pub(super) fn hold(question: &QuestionFields, writing: &Writing<'_>, losses: &mut Vec<Loss>) -> Option<QuestionFields> {
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
            let stated = |(field, (zh, en)): (&'static str, &(&str, &str))| Loss {
                question: question.id.clone(),
                whole: false,
                field,
                words: Words::new(*zh, *en),
            };
            losses.extend(lost.into_iter().map(stated));
            return Some(held);
        }
    }
    let words = Words::new(
        "文字里写不下这道题：题型不同，或者有的行会被当成选项、答案",
        "a text cannot hold this question: not this kind, or a line of it would be read as a choice or an answer",
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
        *text = plain(joined);
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
        today: sixinto_core::date::Date::default(),
        progress: &|_| {},
    };
    let text = heading(1, question.kind, writing.lang) + &block(7, question, writing, true);
    let Ok(imported) = crate::plain_text::read("", &text, &reading) else { return false };
    // Longer texts would be refused by the bank that they are read into.
    let [found] = imported.questions.as_slice() else { return false };
    imported.n_read == 1 && imported.title.is_none() && found.question == *question
}
