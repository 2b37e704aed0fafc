//! Two choices that say the same: one of them cannot be right and the other wrong.

use crate::check::fold::{ends, fold, is_blank};
use crate::check::parts::Sort;
use crate::check::texts::{Field, TextAt, each_text, pointer_in, strings};
use crate::check::{Context, Notes, QuestionRef, Words};
use crate::text::Lang;

/// One string of a choice, a step or one side of a pair.
struct Said<'a> {
    at: TextAt<'a>,
    lang: Lang,
    text: &'a str,
    ends: [Option<char>; 2],
}

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let bank_lang = question_ref.lang();
    let mut said: Vec<Said<'_>> = Vec::new();
    each_text(question_ref.question, &mut |at| {
        if !is_compared(at) {
            return;
        }
        let n_earlier = said.len();
        for (lang, text) in strings(at.text, bank_lang) {
            let one = Said { at, lang, text, ends: ends(text) };
            if let Some(other) = said.iter().take(n_earlier).find(|other| one.is_same(other)) {
                // One finding for a text, whatever else it repeats.
                return note(question_ref, &one, other, notes);
            }
            said.push(one);
        }
    });
}

fn is_compared(at: TextAt<'_>) -> bool {
    let is_text = matches!(at.field, Field::Text | Field::Left | Field::Right);
    is_text && at.part.is_some_and(|part| part.sort != Sort::Area)
}

impl Said<'_> {
    fn is_same(&self, other: &Self) -> bool {
        let may_be = |(one, other): (Option<char>, Option<char>)| one.is_none() || other.is_none() || one == other;
        self.lang == other.lang
            && self.at.field == other.at.field
            && self.ends.into_iter().zip(other.ends).all(may_be)
            && !is_blank(self.text)
            && fold(self.text) == fold(other.text)
    }
}

fn note(question_ref: QuestionRef<'_>, one: &Said<'_>, other: &Said<'_>, notes: &mut Notes) {
    let (own, theirs) = (one.at.name(), other.at.name());
    notes.at(
        question_ref,
        pointer_in(&one.at.pointer(), one.at.text, one.lang),
        Words::new(format!("{}和{}写的一样", own.zh, theirs.zh), format!("{} says the same as {}", own.en, theirs.en)),
        Words::new("改写其中一个，或者删去", "reword one of them, or remove it"),
    );
}
