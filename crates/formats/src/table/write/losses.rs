//! What a table cannot hold of a bank.
//!
//! What a kind of question or a field has no column for is known beforehand. Whether a text comes back as it was is not
//! guessed from its letters: the table is read, and what differs is lost.

use sixinto_core::bank::kind::Choice;
use sixinto_core::bank::{BankFile, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::builders::letter;
use crate::table::write::columns::{BELONGS, NEXT_BLANK, OR};
use crate::{Loss, Writing};

/// Why a whole question stays behind, if it does.
pub(crate) fn whole(question: &QuestionFields, writing: &Writing<'_>) -> Option<Loss> {
    let loss = |words| Some(Loss { question: question.id.clone(), whole: true, field: question.kind.name(), words });
    match question.kind {
        Kind::Spot => loss(Words::new(
            "看图找隐患的题要有图，表格里放不下",
            "a question that asks to find hazards needs its picture, which a table does not hold",
        )),
        Kind::Blank if has_sign(blank_texts(question), &[OR, '；', NEXT_BLANK, '｜'], writing) => loss(Words::new(
            "填空的答案里有分号或竖线，表格里这两个符号用来隔开答案",
            "an answer has a semicolon or a bar in it, which separate answers in a table",
        )),
        Kind::Match if has_sign(pair_texts(question), &[BELONGS], writing) => loss(Words::new(
            "连线的内容里有箭头，表格里箭头用来连左右两边",
            "a side of a pair has an arrow in it, which joins the two sides in a table",
        )),
        _ => None,
    }
}

/// What is lost of the questions that are written.
pub(crate) fn parts(bank: &BankFile, question: &QuestionFields, writing: &Writing<'_>) -> Vec<Loss> {
    let choices = question.choices.as_deref().unwrap_or_default();
    let any = |is_so: fn(&Choice) -> bool| choices.iter().any(is_so);
    let lost = [
        (question.media.is_some(), "media", "图片", "the picture"),
        (is_translated(bank, question, writing), "translation", "别的语言的文字", "its texts in other languages"),
        (!are_plain_letters(question), "part-id", "选项的编号（再导入时改叫 a、b、c）", "the ids of its parts"),
        (any(|choice| choice.fixed), "fixed", "选项“位置不变”的标记", "the mark that a choice keeps its place"),
        (any(|choice| choice.weight.is_some()), "weight", "选项的分值权重", "the weights of choices"),
        (question.revision.is_some(), "revision", "版本号", "its revision"),
    ];
    let lost = lost.into_iter().filter(|(is_lost, ..)| *is_lost);
    lost.map(|(_, field, zh, en)| Loss {
        question: question.id.clone(),
        whole: false,
        field,
        words: Words::new(zh, en),
    })
    .collect()
}

/// What is lost of a question that is read as `got` where it was `question`; the whole of it where what is asked differs.
pub(crate) fn on_the_way(question: &QuestionFields, got: Option<&QuestionFields>, writing: &Writing<'_>) -> Vec<Loss> {
    let want = held(question, writing);
    let loss = |whole: bool, field: &'static str, zh: &str, en: &str| Loss {
        question: question.id.clone(),
        whole,
        field,
        words: Words::new(zh, en),
    };
    let mut losses = Vec::new();
    let mut same = got.cloned().unwrap_or_default();
    let mut other = |is_other: bool, field, zh, en| losses.extend(is_other.then(|| loss(false, field, zh, en)));
    other(same.id != want.id, "id", "编号（没有字母）", "its id, which has no letter");
    other(same.themes != want.themes, "themes", "不认识的主题", "themes that are not known");
    other(same.topic != want.topic, "topic", "不认识的小类", "a topic that is not known");
    other(same.source != want.source, "source", "依据的一部分", "a part of its source");
    same.id.clone_from(&want.id);
    same.themes.clone_from(&want.themes);
    same.topic.clone_from(&want.topic);
    same.source.clone_from(&want.source);
    if same == want {
        return losses;
    }
    let (zh, en) =
        ("题里的文字在表格里会被当成别的意思", "a table would take something in its texts for something else");
    vec![loss(true, question.kind.name(), zh, en)]
}

/// A question without what a table has no column for.
fn held(question: &QuestionFields, writing: &Writing<'_>) -> QuestionFields {
    let one = |text: &Text| Text::Plain(text.get(writing.lang).into());
    let mut held = QuestionFields { media: None, revision: None, stem: one(&question.stem), ..question.clone() };
    held.explanation = question.explanation.as_ref().map(one);
    held.action = question.action.as_ref().map(one);
    if let Some(title) = held.source.as_mut().and_then(|source| source.title.as_mut()) {
        *title = one(title);
    }
    for (at, choice) in held.choices.iter_mut().flatten().enumerate() {
        let (text, why) = (one(&choice.text), choice.why.as_ref().map(one));
        *choice = Choice { id: letter(at), text, correct: choice.correct, why, ..Choice::default() };
    }
    for (at, step) in held.steps.iter_mut().flatten().enumerate() {
        (step.id, step.text) = (letter(at), one(&step.text));
    }
    for (at, pair) in held.pairs.iter_mut().flatten().enumerate() {
        (pair.id, pair.left, pair.right) = (letter(at), one(&pair.left), one(&pair.right));
    }
    for text in held.blanks.iter_mut().flatten().flat_map(|blank| &mut blank.accept) {
        *text = one(text);
    }
    if let Some(unit) = held.number.as_mut().and_then(|key| key.unit.as_mut()) {
        *unit = one(unit);
    }
    held
}

/// Whether a text says something in another language than the one that is written.
fn is_translated(bank: &BankFile, question: &QuestionFields, writing: &Writing<'_>) -> bool {
    let is_other = |text: &Text| match text {
        Text::Plain(_) => bank.lang.is_some_and(|lang| lang.as_str() != writing.lang),
        Text::Map(map) => map.iter().any(|(lang, _)| lang.as_str() != writing.lang),
    };
    texts(question).any(is_other)
}

/// Whether parts are named as reading names them: a, b, c in their order.
fn are_plain_letters(question: &QuestionFields) -> bool {
    let choices = question.choices.iter().flatten().map(|choice| &choice.id).enumerate();
    let steps = question.steps.iter().flatten().map(|step| &step.id).enumerate();
    let pairs = question.pairs.iter().flatten().map(|pair| &pair.id).enumerate();
    choices.chain(steps).chain(pairs).all(|(at, id)| *id == letter(at))
}

fn texts(question: &QuestionFields) -> impl Iterator<Item = &Text> {
    let source = question.source.iter().filter_map(|source| source.title.as_ref());
    let choices = question.choices.iter().flatten();
    let choices = choices.flat_map(|choice| [Some(&choice.text), choice.why.as_ref()]).flatten();
    let steps = question.steps.iter().flatten().map(|step| &step.text);
    let unit = question.number.iter().filter_map(|key| key.unit.as_ref());
    let own = [Some(&question.stem), question.explanation.as_ref(), question.action.as_ref()].into_iter().flatten();
    own.chain(source).chain(choices).chain(steps).chain(unit).chain(blank_texts(question)).chain(pair_texts(question))
}

fn blank_texts(question: &QuestionFields) -> impl Iterator<Item = &Text> {
    question.blanks.iter().flatten().flat_map(|blank| &blank.accept)
}

fn pair_texts(question: &QuestionFields) -> impl Iterator<Item = &Text> {
    question.pairs.iter().flatten().flat_map(|pair| [&pair.left, &pair.right])
}

fn has_sign<'a>(mut texts: impl Iterator<Item = &'a Text>, signs: &[char], writing: &Writing<'_>) -> bool {
    texts.any(|text| text.get(writing.lang).contains(signs))
}
