//! A question that does not say why its answer is right teaches nothing.

use crate::check::texts::is_empty;
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    if question_ref.question.explanation.as_ref().is_none_or(is_empty) {
        notes.at(
            question_ref,
            "/explanation",
            Words::new("没有解析", "there is no explanation"),
            Words::new(
                "加上 explanation：用一两句话说清为什么",
                "add `explanation`: a sentence or two on why the answer is right",
            ),
        );
    }
}
