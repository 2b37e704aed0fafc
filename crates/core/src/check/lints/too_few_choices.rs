//! With fewer than two things to choose from there is nothing to choose.

use crate::check::parts::{Sort, parts};
use crate::check::{Context, Notes, QuestionRef, Words};

const FEWEST: usize = 2;

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let Some(sort) = Sort::of(&question_ref.question.body) else { return };
    let count = parts(&question_ref.question.body).take(FEWEST).count();
    if count < FEWEST {
        let (zh, en, several) = sort.names();
        let message = match count {
            0 => Words::new(format!("没有{zh}"), format!("there are no {several}")),
            _ => Words::new(format!("只有一个{zh}"), format!("there is only one {en}")),
        };
        notes.at(question_ref, format!("/{several}"), message, Words::new("至少写两个", "write at least two"));
    }
}
