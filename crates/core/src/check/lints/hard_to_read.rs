//! A text that is long for a phone and for somebody who reads slowly.

use crate::check::texts::{Field, each_text, pointer_in, strings};
use crate::check::{Context, Notes, QuestionRef, Words};
use crate::text::Lang;

/// The most that a text may have: Chinese characters in zh-CN, words in en.
struct Most {
    chinese: usize,
    english: usize,
}

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    each_text(question_ref.question, &mut |at| {
        let Some(most) = most(at.field) else { return };
        for (lang, text) in strings(at.text, question_ref.lang()) {
            if !context.langs.contains(&lang) || text.len() <= most.chinese {
                continue;
            }
            let Some((length, most, zh, en)) = measure(text, lang, &most) else { continue };
            if length <= most {
                continue;
            }
            let name = at.name();
            notes.at(
                question_ref,
                pointer_in(&at.pointer(), at.text, lang),
                Words::new(
                    format!("{}有 {length} {zh}，读起来太长", name.zh),
                    format!("{} has {length} {en}, which is long to read", name.en),
                ),
                Words::new(format!("缩短到 {most} {zh}以内"), format!("keep it within {most} {en}")),
            );
        }
    });
}

/// Only what has to be read: a picture's description is heard by those who do not see it.
fn most(field: Field) -> Option<Most> {
    let (chinese, english) = match field {
        Field::Text | Field::Left | Field::Right | Field::Label => (36, 28),
        Field::Explanation => (130, 90),
        Field::Stem | Field::Action | Field::Why => (80, 60),
        Field::Alt | Field::Unit | Field::SourceTitle => return None,
    };
    Some(Most { chinese, english })
}

/// How long a text is, how long it may be, and of what.
fn measure(text: &str, lang: Lang, most: &Most) -> Option<(usize, usize, &'static str, &'static str)> {
    match lang.as_str() {
        "zh-CN" => {
            let length = text.chars().filter(|letter| !letter.is_whitespace()).count();
            Some((length, most.chinese, "个字", "characters"))
        }
        "en" => Some((text.split_whitespace().count(), most.english, "个词", "words")),
        _ => None,
    }
}
