//! Two stems that say nearly the same: on one paper they look like one question asked twice.

use crate::check::similar::{Sketch, most_alike};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let seats: Vec<_> = subject.seats().collect();
    let mut is_told = vec![false; seats.len()];
    for lang in &subject.context.langs {
        let mut sketches = Vec::new();
        for (asker, seat) in seats.iter().enumerate() {
            // The same words about another picture are another question.
            let picture = seat.question.media.as_ref().map_or("", |media| &media.file);
            let stem = strings(&seat.question.stem, seat.lang()).find(|(own, _)| own == lang);
            sketches.extend(stem.and_then(|(_, text)| Sketch::of(asker, picture, text)));
        }
        for (asker, other) in most_alike(&sketches) {
            if std::mem::replace(&mut is_told[asker], true) {
                continue;
            }
            let (seat, other) = (seats[asker], seats[other]);
            let (id, there) = (&other.question.id, subject.line_words(other));
            notes.at(
                seat,
                pointer_in("/stem", &seat.question.stem, *lang),
                Words::new(
                    format!("题干和“{id}”的差不多（{}）", there.zh),
                    format!("the stem is nearly that of `{id}` ({})", there.en),
                ),
                Words::new(
                    "如果问的是同一件事，删去一道；不是的话，把不同的地方写清楚",
                    "if both ask the same, remove one; if not, make the difference plain",
                ),
            );
        }
    }
}
