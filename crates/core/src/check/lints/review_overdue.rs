//! Laws and numbers change: somebody promised to read the question again.

use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let Some(day) = question_ref.question.review_by.filter(|day| *day < context.today) else { return };
    notes.at(
        question_ref,
        "/review_by",
        Words::new(
            format!("这道题应在 {day} 以前复核，已经过期"),
            format!("this question was to be read again by {day}"),
        ),
        Words::new(
            "对照来源再读一遍；没有问题，就把 review_by 改成下次复核的日子",
            "read it again beside its source; if it still holds, set `review_by` to the next time",
        ),
    );
}
