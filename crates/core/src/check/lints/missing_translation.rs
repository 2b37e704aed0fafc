//! A text that a reader of one of the page's languages would get in another.

use crate::check::texts::{TextAt, each_text, is_empty, lang_name, says};
use crate::check::{Context, Notes, QuestionRef, Words};
use crate::text::Lang;

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let (langs, bank_lang) = (&context.langs, question_ref.lang());
    each_text(question_ref.question, &mut |at| {
        let lacks = |lang: &&Lang| !says(at.text, **lang, bank_lang);
        if langs.iter().any(|lang| lacks(&lang)) && needs_words(at) {
            let missing: Vec<Words> = langs.iter().filter(lacks).map(|lang| lang_name(*lang)).collect();
            note(question_ref, at, &missing, langs, notes);
        }
    });
}

/// Figures such as 119 read the same in every language, and a text that is empty altogether is another lint's matter.
fn needs_words(at: TextAt<'_>) -> bool {
    !is_empty(at.text) && at.text.all().any(|text| text.chars().any(char::is_alphabetic))
}

fn note(question_ref: QuestionRef<'_>, at: TextAt<'_>, missing: &[Words], langs: &[Lang], notes: &mut Notes) {
    let Words { zh, en } = at.name();
    let list = |words: fn(&Words) -> &str, between| missing.iter().map(words).collect::<Vec<_>>().join(between);
    let shape: Vec<String> = langs.iter().map(|lang| format!("\"{}\": \"…\"", lang.as_str())).collect();
    let shape = shape.join(", ");
    notes.at(
        question_ref,
        at.pointer(),
        Words::new(
            format!("{zh}缺少{}", list(|words| &words.zh, "、")),
            format!("{en} is missing in {}", list(|words| &words.en, " and ")),
        ),
        Words::new(format!("补上译文：{{ {shape} }}"), format!("add the translation: {{ {shape} }}")),
    );
}
