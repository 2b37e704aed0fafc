//! Two stems that say nearly the same: on one paper they look like one question asked twice.

use crate::check::similar::{Sketch, most_alike};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, Sentence, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let question_refs: Vec<_> = subject.questions().collect();
    let mut is_told = vec![false; question_refs.len()];
    for lang in &subject.context.langs {
        let mut sketches = Vec::new();
        for (asker, question_ref) in question_refs.iter().enumerate() {
            // The same words about another picture are another question.
            let picture = question_ref.question.media.as_ref().map_or("", |media| &media.file);
            let stem = strings(&question_ref.question.stem, question_ref.lang()).find(|(own, _)| own == lang);
            sketches.extend(stem.and_then(|(_, text)| Sketch::of(asker, picture, text)));
        }
        for (asker, other) in most_alike(&sketches) {
            if std::mem::replace(&mut is_told[asker], true) {
                continue;
            }
            let (question_ref, other) = (question_refs[asker], question_refs[other]);
            let before = Words::new("题干和", "the stem is nearly that of ");
            notes.at(
                question_ref,
                pointer_in("/stem", &question_ref.question.stem, *lang),
                Sentence::naming(before, other, Words::new("的差不多", "")),
                Words::new(
                    "如果问的是同一件事，删去一道；不是的话，把不同的地方写清楚",
                    "if both ask the same, remove one; if not, make the difference plain",
                ),
            );
        }
    }
}
