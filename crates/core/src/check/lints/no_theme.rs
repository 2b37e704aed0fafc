//! A question without a theme is asked nowhere.

use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    if question_ref.question.themes.is_empty() {
        let themes: Vec<&str> = context.themes.value.themes.iter().map(|theme| theme.id.as_str()).collect();
        notes.at(
            question_ref,
            "/themes",
            Words::new("这道题没有主题，哪里都不会出它", "the question has no theme, so it is asked nowhere"),
            Words::new(
                format!("至少写一个主题：{}", themes.join("、")),
                format!("give it at least one theme: {}", themes.join(", ")),
            ),
        );
    }
}
