//! A question that does not say why its answer is right teaches nothing.

use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let says_why = seat.question.explanation.as_ref().is_some_and(|text| text.all().any(|text| !text.trim().is_empty()));
        if !says_why {
            notes.at(
                seat,
                "/explanation",
                Words::new("没有解析", "there is no explanation"),
                Words::new("加上 explanation：用一两句话说清为什么", "add `explanation`: a sentence or two on why the answer is right"),
            );
        }
    }
}
