//! A question that rests on nothing cannot be checked by anybody.

use crate::check::texts::is_empty;
use crate::check::{Context, Notes, QuestionRef, Words};

const EXAMPLE: &str = r#"{ "id": "fire-law", "article": "5", "as_of": "2026-11-23" }"#;

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let source = question_ref.question.source.as_ref();
    let (message, help) = match source {
        None => (
            Words::new("没有来源", "there is no source"),
            Words::new(
                format!("加上 source：依据什么、第几条、哪天核对的，如 {EXAMPLE}"),
                format!(
                    "add `source`: what the answer rests on, which article, and the day you read it, as in {EXAMPLE}"
                ),
            ),
        ),
        Some(source) if source.id.is_none() && source.title.as_ref().is_none_or(is_empty) => (
            Words::new("来源没有写明是哪一个", "the source does not say what it is"),
            Words::new(
                "加上 id（sources.json 里的编号）；那里没有的，加上 title",
                "add the `id` of an entry in sources.json or, if there is none, a `title`",
            ),
        ),
        Some(_) => return,
    };
    notes.at(question_ref, "/source", message, help);
}
