//! Nobody has read a source tomorrow.

use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let Some(day) = seat.question.source.as_ref().map(|source| source.as_of) else { continue };
        if day > subject.context.today {
            notes.at(
                seat,
                "/source/as_of",
                Words::new(format!("核对来源的日子 {day} 还没有到"), format!("the day {day} on which the source was read is still to come")),
                Words::new("as_of 写真正核对来源的那一天", "put the day on which you read it into `as_of`"),
            );
        }
    }
}
