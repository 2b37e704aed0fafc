//! A text that says nothing. Explanations, descriptions of pictures and titles of sources have lints of their own.

use crate::check::texts::{Field, each_text, is_empty};
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    each_text(question_ref.question, &mut |at| {
        let has_own_lint = matches!(at.field, Field::Explanation | Field::Alt | Field::SourceTitle);
        if !has_own_lint && is_empty(at.text) {
            let Words { zh, en } = at.name();
            let message = Words::new(format!("{zh}是空的"), format!("{en} is empty"));
            notes.at(question_ref, at.pointer(), message, help(at.field));
        }
    });
}

fn help(field: Field) -> Words {
    match field {
        Field::Unit | Field::Action | Field::Why => {
            Words::new("写上文字，或者删去这个字段", "write something, or leave the field out")
        }
        Field::Stem => Words::new("写上要问的话", "write what is asked"),
        _ => Words::new("写上文字，或者整项删去", "write something, or remove the whole of it"),
    }
}
