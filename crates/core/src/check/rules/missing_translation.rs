//! A text that a reader of one of the page's languages would get in another.

use crate::check::texts::{TextAt, each_text, is_empty, lang_name, says};
use crate::check::{Context, Notes, Seat, Words};
use crate::text::Lang;

pub(super) fn run(seat: Seat<'_>, context: &Context, notes: &mut Notes) {
    let (langs, bank_lang) = (&context.langs, seat.lang());
    each_text(seat.question, &mut |at| {
        let lacks = |lang: &&Lang| !says(at.text, **lang, bank_lang);
        if langs.iter().any(|lang| lacks(&lang)) && needs_words(at) {
            let missing: Vec<Words> = langs.iter().filter(lacks).map(|lang| lang_name(*lang)).collect();
            note(seat, at, &missing, langs, notes);
        }
    });
}

/// Figures such as 119 read the same in every language, and a text that is empty altogether is another rule's matter.
fn needs_words(at: TextAt<'_>) -> bool {
    !is_empty(at.text) && at.text.all().any(|text| text.chars().any(char::is_alphabetic))
}

fn note(seat: Seat<'_>, at: TextAt<'_>, missing: &[Words], langs: &[Lang], notes: &mut Notes) {
    let Words { zh, en } = at.name();
    let list = |words: fn(&Words) -> &str, between| missing.iter().map(words).collect::<Vec<_>>().join(between);
    let shape: Vec<String> = langs.iter().map(|lang| format!("\"{}\": \"…\"", lang.as_str())).collect();
    let shape = shape.join(", ");
    notes.at(
        seat,
        at.pointer(),
        Words::new(
            format!("{zh}缺少{}", list(|words| &words.zh, "、")),
            format!("{en} is missing in {}", list(|words| &words.en, " and ")),
        ),
        Words::new(format!("补上译文：{{ {shape} }}"), format!("add the translation: {{ {shape} }}")),
    );
}
