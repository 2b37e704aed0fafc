//! A text that says nothing. Explanations, descriptions of pictures and titles of sources have rules of their own.

use crate::check::texts::{Field, each_text, is_empty};
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        each_text(seat.question, &mut |at| {
            let help = match at.field {
                Field::Explanation | Field::Alt | Field::SourceTitle => return,
                Field::Unit | Field::Action | Field::Why => {
                    Words::new("写上文字，或者删去这个字段", "write something, or leave the field out")
                }
                Field::Stem => Words::new("写上要问的话", "write what is asked"),
                _ => Words::new("写上文字，或者整项删去", "write something, or remove it altogether"),
            };
            if is_empty(at.text) {
                let Words { zh, en } = at.name();
                notes.at(seat, at.pointer(), Words::new(format!("{zh}是空的"), format!("{en} is empty")), help);
            }
        });
    }
}
