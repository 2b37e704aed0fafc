//! The same question under two ids is asked twice on one paper.

use std::collections::HashMap;

use crate::check::fold::{fingerprint, fold};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, Seat, Subject, Words};
use crate::text::Lang;

/// What makes two stems the same: language, picture and wording.
type Key<'a> = (Lang, Option<&'a str>, u64);

/// The first question of a stem, and the first of another id: questions of one id are another rule's matter.
struct Askers<'a> {
    first: Seat<'a>,
    second: Option<Seat<'a>>,
}

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let mut known: HashMap<Key<'_>, Askers<'_>> = HashMap::new();
    for seat in subject.seats() {
        let stem = &seat.question.stem;
        let picture = seat.question.media.as_ref().map(|media| media.file.as_ref());
        let mut is_noted = false;
        for (lang, text) in strings(stem, seat.lang()) {
            let print = fingerprint(text);
            if print == 0 {
                continue;
            }
            let askers = known.entry((lang, picture, print)).or_insert(Askers { first: seat, second: None });
            let Some(other) = askers.other_than(seat) else { continue };
            if !is_noted && says(other, lang, text) {
                is_noted = true;
                note(subject, seat, other, pointer_in("/stem", stem, lang), notes);
            }
        }
    }
}

fn note(subject: &Subject<'_>, seat: Seat<'_>, other: Seat<'_>, pointer: String, notes: &mut Notes) {
    let (id, there) = (&other.question.id, subject.line_words(other));
    notes.at(
        seat,
        pointer,
        Words::new(
            format!("题干和“{id}”的一样（{}）", there.zh),
            format!("the stem is the same as that of `{id}` ({})", there.en),
        ),
        Words::new("删去其中一道，或者改写题干", "remove one of the two, or reword the stem"),
    );
}

/// Fingerprints agree by chance once in many lifetimes; then nothing is said.
fn says(other: Seat<'_>, lang: Lang, text: &str) -> bool {
    let mut theirs = strings(&other.question.stem, other.lang()).filter(|(known, _)| *known == lang);
    theirs.any(|(_, theirs)| fold(theirs) == fold(text))
}

impl<'a> Askers<'a> {
    /// The first asker of another id.
    fn other_than(&mut self, seat: Seat<'a>) -> Option<Seat<'a>> {
        if self.first.question.id != seat.question.id {
            self.second.get_or_insert(seat);
            return Some(self.first);
        }
        self.second
    }
}
