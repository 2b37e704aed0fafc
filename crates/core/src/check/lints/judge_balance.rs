//! Nearly all statements to judge are true, or nearly all are false: one answer to all of them scores well.

use crate::bank::Body;
use crate::check::statistics::by_theme;
use crate::check::{Notes, QuestionRef, Subject, Words};

/// Percent of the statements that may be of one sort.
const MOST: usize = 60;

/// With fewer statements one more or less tips the balance.
const ENOUGH: usize = 16;

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (theme, question_refs) in by_theme(subject) {
        let judged = |question_ref: &QuestionRef<'_>| match &question_ref.question.body {
            Body::Judge(judge) => Some(judge.answer),
            _ => None,
        };
        let of = question_refs.iter().filter_map(judged).count();
        for (answer, zh, en) in [(true, "对", "true"), (false, "错", "false")] {
            let mut same = question_refs.iter().filter(|question_ref| judged(question_ref) == Some(answer));
            let hits = same.clone().count();
            if of < ENOUGH || 100 * hits <= MOST * of {
                continue;
            }
            let Some(first) = same.next() else { continue };
            notes.at(
                *first,
                "/answer",
                Words::new(
                    format!("主题“{theme}”的 {of} 道判断题里，{hits} 道的答案是“{zh}”"),
                    format!("{hits} of the {of} statements to judge of the theme `{theme}` are {en}"),
                ),
                Words::new(
                    format!("改写一些题，让对错各占一半左右（最多 {MOST}%）"),
                    format!("reword some, so that about half are true and half are false (at most {MOST} %)"),
                ),
            );
        }
    }
}
