//! Answers are tied to ids: two questions of one id cannot be told apart.

use crate::check::fold::fingerprint;
use crate::check::{Notes, Seat, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let seats: Vec<Seat<'_>> = subject.seats().collect();
    // Numbers sort many times faster than ids, which begin alike.
    let print = |(at, seat): (usize, &Seat<'_>)| (fingerprint(&[seat.question.id.as_str()]), at);
    let mut prints: Vec<(u64, usize)> = seats.iter().enumerate().map(print).collect();
    prints.sort_unstable();
    for same in prints.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
        for (_, at) in same {
            let seat = seats[*at];
            let mut all = same.iter().map(|(_, at)| (*at, seats[*at]));
            let first = all.find(|(_, other)| other.question.id == seat.question.id).filter(|(first, _)| first < at);
            if let Some((_, first)) = first {
                note(subject, seat, first, notes);
            }
        }
    }
}

fn note(subject: &Subject<'_>, seat: Seat<'_>, first: Seat<'_>, notes: &mut Notes) {
    let (id, there) = (&seat.question.id, subject.line_words(first));
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
