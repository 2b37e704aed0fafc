//! A question without a theme is asked nowhere.

use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats().filter(|seat| seat.question.themes.is_empty()) {
        let themes: Vec<&str> = subject.context.themes.value.themes.iter().map(|theme| theme.id.as_str()).collect();
        notes.at(
            seat,
            "/themes",
            Words::new("没有主题，哪里都不会出这道题", "the question has no theme, so that it is asked nowhere"),
            Words::new(
                format!("至少写一个主题：{}", themes.join("、")),
                format!("give it at least one theme: {}", themes.join(", ")),
            ),
        );
    }
}
