//! The same question under two ids is asked twice on one paper.

use crate::check::fold::{fingerprint, fold, is_blank};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, Seat, Subject, Words};

/// One string of a stem: its question, by index, and which of the stem's strings it is.
struct Said {
    print: u64,
    asker: usize,
    nth: usize,
}

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let seats: Vec<Seat<'_>> = subject.seats().collect();
    let mut all: Vec<Said> = Vec::with_capacity(2 * seats.len());
    for (asker, seat) in seats.iter().enumerate() {
        // The same words about another picture are another question.
        let picture = seat.question.media.as_ref().map_or("", |media| &media.file);
        for (nth, (lang, text)) in strings(&seat.question.stem, seat.lang()).enumerate() {
            if !is_blank(text) {
                all.push(Said { print: fingerprint(&[lang.as_str(), picture, text]), asker, nth });
            }
        }
    }
    all.sort_unstable_by_key(|said| (said.print, said.asker, said.nth));
    let mut found = Vec::new();
    for same in all.chunk_by(|one, other| one.print == other.print).filter(|same| same.len() > 1) {
        repeated(&seats, same, &mut found);
    }
    // A question that repeats another in several languages is noted once.
    found.sort_unstable();
    found.dedup_by_key(|(asker, ..)| *asker);
    for (asker, nth, other) in found {
        note(subject, seats[asker], nth, seats[other], notes);
    }
}

/// Pairs each question with the first of another id: questions of one id are another rule's matter.
fn repeated(seats: &[Seat<'_>], same: &[Said], found: &mut Vec<(usize, usize, usize)>) {
    let id = |said: &Said| &seats[said.asker].question.id;
    let Some(first) = same.first() else { return };
    let second = same.iter().find(|said| id(said) != id(first));
    for said in same {
        let other = if id(said) == id(first) { second } else { Some(first) };
        if let Some(other) = other.filter(|other| other.asker < said.asker && is_same(seats, said, other)) {
            found.push((said.asker, said.nth, other.asker));
        }
    }
}

/// Fingerprints agree by chance once in many lifetimes, but nobody should be told of that as a duplicate.
fn is_same(seats: &[Seat<'_>], one: &Said, other: &Said) -> bool {
    let text = |said: &Said| {
        let seat = seats[said.asker];
        strings(&seat.question.stem, seat.lang()).nth(said.nth).map(|(_, text)| fold(text))
    };
    text(one) == text(other)
}

fn note(subject: &Subject<'_>, seat: Seat<'_>, nth: usize, other: Seat<'_>, notes: &mut Notes) {
    let stem = &seat.question.stem;
    let lang = strings(stem, seat.lang()).nth(nth).map_or_else(|| seat.lang(), |(lang, _)| lang);
    let (id, there) = (&other.question.id, subject.line_words(other));
    notes.at(
        seat,
        pointer_in("/stem", stem, lang),
        Words::new(
            format!("题干和“{id}”的一样（{}）", there.zh),
            format!("the stem is the same as that of `{id}` ({})", there.en),
        ),
        Words::new("删去其中一道，或者改写题干", "remove one of the two, or reword the stem"),
    );
}
