//! Texts in one language.

use sixinto_core::Text;
use sixinto_core::bank::QuestionFields;

use crate::banks::LANGS;

/// A text for readers of one language.
pub(crate) fn text<'a>(text: &'a Text, lang: &str) -> &'a str {
    text.get(if text.has(lang, LANGS[0]) { lang } else { LANGS[0] })
}

/// Several of them.
pub(crate) fn texts<'a>(all: &'a [Text], lang: &str) -> Vec<&'a str> {
    all.iter().map(|one| text(one, lang)).collect()
}

/// The same question with every text in one language.
pub(crate) fn question(question: &QuestionFields, lang: &str) -> QuestionFields {
    let mut question = question.clone();
    for slot in question.blanks.iter_mut().flatten() {
        slot.accept = accept(&slot.accept, lang);
    }
    for one in texts_of(&mut question) {
        *one = Text::Plain(text(one, lang).into());
    }
    question
}

/// Every text of a question but the answers that are typed.
fn texts_of(question: &mut QuestionFields) -> Vec<&mut Text> {
    let QuestionFields { stem, media, choices, number, steps, pairs, areas, explanation, action, source, .. } =
        question;
    let mut texts = vec![stem];
    texts.extend(media.iter_mut().map(|media| &mut media.alt));
    for choice in choices.iter_mut().flatten() {
        texts.push(&mut choice.text);
        texts.extend(&mut choice.why);
    }
    texts.extend(number.iter_mut().flat_map(|number| &mut number.unit));
    texts.extend(steps.iter_mut().flatten().map(|step| &mut step.text));
    texts.extend(pairs.iter_mut().flatten().flat_map(|pair| [&mut pair.left, &mut pair.right]));
    for area in areas.iter_mut().flatten() {
        texts.push(&mut area.label);
        texts.extend(&mut area.why);
    }
    texts.extend(explanation);
    texts.extend(action);
    texts.extend(source.iter_mut().flat_map(|source| &mut source.title));
    texts
}

/// What is typed into a blank counts in whatever language it is typed; the reader's own stands first, because the first
/// is the one shown.
fn accept(answers: &[Text], lang: &str) -> Vec<Text> {
    let mut all: Vec<Text> = Vec::new();
    for answer in answers {
        let own = answer.has(lang, LANGS[0]).then(|| answer.get(lang));
        for text in own.into_iter().chain(answer.all()) {
            let text = Text::Plain(text.into());
            if !all.contains(&text) {
                all.push(text);
            }
        }
    }
    all
}
