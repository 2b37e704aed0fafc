//! Answers are tied to ids: two questions of one id cannot be told apart.

use std::collections::HashMap;

use crate::Id;
use crate::check::{Notes, Seat, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let mut known: HashMap<&Id, Seat<'_>> = HashMap::new();
    for seat in subject.seats() {
        let id = &seat.question.id;
        let first = *known.entry(id).or_insert(seat);
        if first.is(seat) {
            continue;
        }
        let there = subject.line_words(first);
        let message = Words::new(
            format!("编号“{id}”已经用过（{}）", there.zh),
            format!("the id `{id}` is taken already ({})", there.en),
        );
        let help = if first.question.revision == seat.question.revision {
            Words::new("两处是同一道题：删去一处", "it is the same question twice: remove one of them")
        } else {
            Words::new("给这道题换一个没有用过的编号", "give this question an id that no other has")
        };
        notes.at(seat, "/id", message, help);
    }
}
