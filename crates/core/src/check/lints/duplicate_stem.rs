//! The same question under two ids is asked twice on one paper.

use crate::check::fold::{fingerprint, fold, is_blank};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, QuestionRef, Sentence, Subject, Words};

/// One string of a stem: its question, by index, and which of the stem's strings it is.
struct Said {
    print: u64,
    asker: usize,
    nth: usize,
}

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let question_refs: Vec<QuestionRef<'_>> = subject.questions().collect();
    let mut all: Vec<Said> = Vec::with_capacity(2 * question_refs.len());
    for (asker, question_ref) in question_refs.iter().enumerate() {
        // The same words about another picture are another question.
        let picture = question_ref.question.media.as_ref().map_or("", |media| &media.file);
        for (nth, (lang, text)) in strings(&question_ref.question.stem, question_ref.lang()).enumerate() {
            if !is_blank(text) {
                all.push(Said { print: fingerprint(&[lang.as_str(), picture, text]), asker, nth });
            }
        }
    }
    all.sort_unstable_by_key(|said| (said.print, said.asker, said.nth));
    let mut found = Vec::new();
    for same in all.chunk_by(|one, other| one.print == other.print).filter(|same| same.len() > 1) {
        repeated(&question_refs, same, &mut found);
    }
    // A question that repeats another in several languages is noted once.
    found.sort_unstable();
    found.dedup_by_key(|(asker, ..)| *asker);
    for (asker, nth, other) in found {
        note(question_refs[asker], nth, question_refs[other], notes);
    }
}

/// Pairs each question with the first of another id: questions of one id are another lint's matter.
fn repeated(question_refs: &[QuestionRef<'_>], same: &[Said], found: &mut Vec<(usize, usize, usize)>) {
    let id = |said: &Said| &question_refs[said.asker].question.id;
    let Some(first) = same.first() else { return };
    let second = same.iter().find(|said| id(said) != id(first));
    for said in same {
        let other = if id(said) == id(first) { second } else { Some(first) };
        if let Some(other) = other.filter(|other| other.asker < said.asker && is_same(question_refs, said, other)) {
            found.push((said.asker, said.nth, other.asker));
        }
    }
}

/// Fingerprints agree by chance once in many lifetimes, but nobody should be told of that as a duplicate.
fn is_same(question_refs: &[QuestionRef<'_>], one: &Said, other: &Said) -> bool {
    let text = |said: &Said| {
        let question_ref = question_refs[said.asker];
        strings(&question_ref.question.stem, question_ref.lang()).nth(said.nth).map(|(_, text)| fold(text))
    };
    text(one) == text(other)
}

fn note(question_ref: QuestionRef<'_>, nth: usize, other: QuestionRef<'_>, notes: &mut Notes) {
    let stem = &question_ref.question.stem;
    let lang = strings(stem, question_ref.lang()).nth(nth).map_or_else(|| question_ref.lang(), |(lang, _)| lang);
    let before = Words::new("题干和", "the stem is the same as that of ");
    let message = Sentence::naming(before, other, Words::new("的一样", ""));
    let help = Words::new("删去其中一道，或者改写题干", "remove one of the two, or reword the stem");
    notes.at(question_ref, pointer_in("/stem", stem, lang), message, help);
}
