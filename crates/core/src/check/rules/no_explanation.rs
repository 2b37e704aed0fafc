//! A question that does not say why its answer is right teaches nothing.

use crate::check::texts::is_empty;
use crate::check::{Context, Notes, Seat, Words};

pub(super) fn run(seat: Seat<'_>, _: &Context, notes: &mut Notes) {
    if seat.question.explanation.as_ref().is_none_or(is_empty) {
        notes.at(
            seat,
            "/explanation",
            Words::new("没有解析", "there is no explanation"),
            Words::new(
                "加上 explanation：用一两句话说清为什么",
                "add `explanation`: a sentence or two on why the answer is right",
            ),
        );
    }
}
