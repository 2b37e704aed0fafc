//! What a table cannot hold of a bank.

use sixinto_core::bank::kind::Choice;
use sixinto_core::bank::{BankFile, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use super::columns::{BELONGS, NEXT_BLANK, OR, can_follow_a_number};
use crate::draft::letter;
use crate::{Loss, Writing};

/// Why a whole question stays behind, if it does.
pub(super) fn whole(question: &QuestionFields, writing: &Writing<'_>) -> Option<Loss> {
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
pub(super) fn parts(bank: &BankFile, question: &QuestionFields, writing: &Writing<'_>) -> Vec<Loss> {
    let choices = question.choices.as_deref().unwrap_or_default();
    let any = |is_so: fn(&Choice) -> bool| choices.iter().any(is_so);
    let unit = question.number.as_ref().and_then(|key| key.unit.as_ref()).map(|unit| unit.get(writing.lang));
    let lost = [
        (question.media.is_some(), "media", "图片", "the picture"),
        (is_translated(bank, question, writing), "translation", "别的语言的文字", "its texts in other languages"),
        (!are_plain_letters(question), "part-id", "选项的编号（再导入时改叫 a、b、c）", "the ids of its parts"),
        (any(|choice| choice.fixed), "fixed", "选项“位置不变”的标记", "the mark that a choice keeps its place"),
        (any(|choice| choice.weight.is_some()), "weight", "选项的分值权重", "the weights of choices"),
        (unit.is_some_and(|unit| !can_follow_a_number(unit)), "unit", "数字的单位", "the unit of the number"),
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
