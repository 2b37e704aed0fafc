//! What files of other kinds cannot hold of a question.

use sixinto_core::Id;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::{Loss, builders};

/// A loss of a part of a question.
pub(crate) fn part(question: &Id, field: &'static str) -> Loss {
    let (zh, en) = match field {
        "translation" => ("其他语言的文字", "the texts in other languages"),
        "media" => ("图片", "the picture"),
        "action" => ("“怎么做”", "what to do"),
        "source" => ("出处", "the source"),
        "review_by" => ("复核日期", "the day of the next review"),
        "fixed" => ("选项位置固定", "which choices keep their place"),
        "weight" => ("选项的分值", "the weights of the choices"),
        "unit" => ("单位", "the unit"),
        "ids" => ("选项的代号", "the names of the choices"),
        "accept" => ("一部分算对的答案", "some of the accepted answers"),
        "difficulty" => ("难度", "the difficulty"),
        _ => ("一部分文字", "a part of the text"),
    };
    Loss { question: question.clone(), whole: false, field, words: Words::new(zh, en) }
}

/// A question that stays behind because of its kind.
pub(crate) fn of_kind(question: &Id, kind: Kind) -> Loss {
    let words = Words::new("这种格式里没有这种题型", "the format has no questions of this kind");
    Loss { question: question.clone(), whole: true, field: kind.name(), words }
}

/// A question that stays behind because of what is in it.
pub(crate) fn whole(question: &Id, field: &'static str, words: Words) -> Loss {
    Loss { question: question.clone(), whole: true, field, words }
}

/// What of a question no format but our own holds, except for `kept`.
pub(crate) fn usual(question: &QuestionFields, kept: &[&str]) -> Vec<Loss> {
    let choices = || question.choices.iter().flatten();
    let lost = [
        ("translation", texts(question).any(|text| matches!(text, Text::Map(_)))),
        ("media", question.media.is_some()),
        ("action", question.action.is_some()),
        ("source", question.source.is_some()),
        ("review_by", question.review_by.is_some()),
        ("fixed", choices().any(|choice| choice.fixed)),
        ("unit", question.number.as_ref().is_some_and(|number| number.unit.is_some())),
        ("ids", part_ids(question).enumerate().any(|(at, id)| *id != builders::letter(at))),
    ];
    let lost = lost.into_iter().filter(|(field, is_lost)| *is_lost && !kept.contains(field));
    lost.map(|(field, _)| part(&question.id, field)).collect()
}

/// Every text that a format of questions holds.
pub(crate) fn texts(question: &QuestionFields) -> impl Iterator<Item = &Text> {
    let choices = question.choices.iter().flatten().flat_map(|choice| choice.why.iter().chain([&choice.text]));
    let accepted = question.blanks.iter().flatten().flat_map(|blank| &blank.accept);
    let steps = question.steps.iter().flatten().map(|step| &step.text);
    let pairs = question.pairs.iter().flatten().flat_map(|pair| [&pair.left, &pair.right]);
    let unit = question.number.iter().filter_map(|number| number.unit.as_ref());
    let own = [Some(&question.stem), question.explanation.as_ref()].into_iter().flatten();
    own.chain(choices).chain(accepted).chain(steps).chain(pairs).chain(unit)
}

fn part_ids(question: &QuestionFields) -> impl Iterator<Item = &Id> {
    let choices = question.choices.iter().flatten().map(|choice| &choice.id);
    let steps = question.steps.iter().flatten().map(|step| &step.id);
    let pairs = question.pairs.iter().flatten().map(|pair| &pair.id);
    choices.chain(steps).chain(pairs)
}
