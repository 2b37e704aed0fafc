//! Answers are tied to the ids of choices: two of one id cannot be told apart.

use crate::check::parts::{Part, parts};
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let is_repeated = |part: &Part<'_>| parts(&seat.question.body).take(part.index).any(|earlier| earlier.id == part.id);
        for part in parts(&seat.question.body).filter(is_repeated) {
            let (zh, _, several) = part.sort.names();
            let id = part.id;
            notes.at(
                seat,
                part.pointer("id"),
                Words::new(format!("有两个{zh}的编号都是“{id}”"), format!("two {several} have the id `{id}`")),
                Words::new("一题之内，编号不能重复", "give each of them an id of its own"),
            );
        }
    }
}
