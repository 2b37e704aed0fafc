//! Answers are tied to ids: two questions of one id cannot be told apart.

use crate::check::fold::fingerprint;
use crate::check::{Notes, QuestionRef, Sentence, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let question_refs: Vec<QuestionRef<'_>> = subject.questions().collect();
    // Numbers sort many times faster than ids, which begin alike.
    let print = |(at, question_ref): (usize, &QuestionRef<'_>)| (fingerprint(&[question_ref.question.id.as_str()]), at);
    let mut prints: Vec<(u64, usize)> = question_refs.iter().enumerate().map(print).collect();
    prints.sort_unstable();
    for same in prints.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
        for (_, at) in same {
            let question_ref = question_refs[*at];
            let mut all = same.iter().map(|(_, at)| (*at, question_refs[*at]));
            let first =
                all.find(|(_, other)| other.question.id == question_ref.question.id).filter(|(first, _)| first < at);
            if let Some((_, first)) = first {
                note(question_ref, first, notes);
            }
        }
    }
}

fn note(question_ref: QuestionRef<'_>, first: QuestionRef<'_>, notes: &mut Notes) {
    let id = &question_ref.question.id;
    let words = Words::new(format!("编号“{id}”已经用过"), format!("the id `{id}` is taken already"));
    let help = if first.question.says_the_same(question_ref.question) {
        Words::new("两处是同一道题：删去一处", "it is the same question twice: remove one of them")
    } else {
        Words::new("给这道题换一个没有用过的编号", "give this question an id that no other has")
    };
    notes.at(question_ref, "/id", Sentence::PointingTo { words, other: first.target }, help);
}
