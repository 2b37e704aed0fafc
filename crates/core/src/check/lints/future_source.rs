//! Nobody has read a source tomorrow.

use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let day = question_ref.question.source.as_ref().map(|source| source.as_of);
    let Some(day) = day.filter(|day| *day > context.today) else { return };
    notes.at(
        question_ref,
        "/source/as_of",
        Words::new(
            format!("核对来源的日期 {day} 还没有到"),
            format!("the source is said to have been read on {day}, which is still to come"),
        ),
        Words::new("as_of 写真正核对来源的那一天", "set `as_of` to the day on which the source was read"),
    );
}
