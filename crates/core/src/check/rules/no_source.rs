//! A question that rests on nothing cannot be checked by anybody.

use crate::check::texts::is_empty;
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let Some(source) = &seat.question.source else {
            notes.at(
                seat,
                "",
                Words::new("没有来源", "there is no source"),
                Words::new(
                    "加上 source：依据什么、哪一条、哪天核对的，如 { \"id\": \"fire-law\", \"article\": \"5\", \"as_of\": \"2026-11-23\" }",
                    "add `source`: what the answer rests on, which article, and the day you read it, such as { \"id\": \"fire-law\", \"article\": \"5\", \"as_of\": \"2026-11-23\" }",
                ),
            );
            continue;
        };
        if source.id.is_none() && source.title.as_ref().is_none_or(is_empty) {
            notes.at(
                seat,
                "/source",
                Words::new("来源没有写是什么", "the source does not say what it is"),
                Words::new("写上 id（sources.json 里的编号）；那里没有的，写 title", "add the `id` of an entry in sources.json or, if there is none, a `title`"),
            );
        }
    }
}
