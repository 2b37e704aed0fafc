//! A single question takes one answer.

use crate::bank::Body;
use crate::check::parts::parts;
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let Body::Single(single) = &question_ref.question.body else { return };
    let correct = || single.choices.iter().zip(parts(&question_ref.question.body)).filter(|(choice, _)| choice.correct);
    let Some((_, second)) = correct().nth(1) else { return };
    let ids: Vec<&str> = correct().map(|(choice, _)| choice.id.as_str()).collect();
    notes.at(
        question_ref,
        second.pointer("correct"),
        Words::new(
            format!("单选题标了 {} 个正确选项：{}", ids.len(), ids.join("、")),
            format!("{} choices of a `single` question are marked as correct: {}", ids.len(), ids.join(", ")),
        ),
        Words::new(
            "只留一个 \"correct\": true；真有几个对的，就把 kind 改成 multiple",
            "keep one \"correct\": true; if several are right, change the kind to `multiple`",
        ),
    );
}
