//! Answers are tied to the ids of choices: two of one id cannot be told apart.

use crate::check::parts::parts;
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let all = || parts(&question_ref.question.body);
    for part in all().filter(|part| all().take(part.index).any(|earlier| earlier.id == part.id)) {
        let (zh, en, several) = part.sort.names();
        let id = part.id;
        notes.at(
            question_ref,
            part.pointer("id"),
            Words::new(format!("有两个{zh}的编号都是“{id}”"), format!("two {several} have the id `{id}`")),
            Words::new(
                format!("一道题里，每个{zh}要有自己的编号"),
                format!("give each {en} of a question an id of its own"),
            ),
        );
    }
}
