//! The texts of a question: where they stand, what people call them and in which languages they are.

use super::Words;
use super::parts::{Part, parts};
use crate::Text;
use crate::bank::{Body, Question};
use crate::text::Lang;

/// One text of a question.
#[derive(Clone, Copy)]
pub(super) struct TextAt<'a> {
    pub(super) text: &'a Text,
    pub(super) part: Option<Part<'a>>,
    pub(super) field: Field,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Stem,
    Alt,
    Unit,
    Explanation,
    Action,
    SourceTitle,
    Text,
    Why,
    Left,
    Right,
    Label,
}

/// Shows every text of a question, in the file's usual order. What may be typed into a blank is not among them: it
/// counts in whatever language it is.
pub(super) fn each_text<'a>(question: &'a Question, show: &mut dyn FnMut(TextAt<'a>)) {
    let mut whole = |field, text: Option<&'a Text>| {
        if let Some(text) = text {
            show(TextAt { text, part: None, field });
        }
    };
    whole(Field::Stem, Some(&question.stem));
    whole(Field::Alt, question.media.as_ref().map(|media| &media.alt));
    if let Body::Number(number) = &question.body {
        whole(Field::Unit, number.key.unit.as_ref());
    }
    whole(Field::Explanation, question.explanation.as_ref());
    whole(Field::Action, question.action.as_ref());
    // The title of a source with an id stands in the register.
    let own_title = question.source.as_ref().filter(|source| source.id.is_none());
    whole(Field::SourceTitle, own_title.and_then(|source| source.title.as_ref()));
    for part in parts(&question.body) {
        let mut own = |field, text: Option<&'a Text>| {
            if let Some(text) = text {
                show(TextAt { text, part: Some(part), field });
            }
        };
        match &question.body {
            Body::Order(order) => own(Field::Text, order.steps().get(part.index).map(|step| &step.text)),
            Body::Match(pairs) => {
                let pair = pairs.pairs().get(part.index);
                own(Field::Left, pair.map(|pair| &pair.left));
                own(Field::Right, pair.map(|pair| &pair.right));
            }
            Body::Spot(spot) => {
                let area = spot.areas.get(part.index);
                own(Field::Label, area.map(|area| &area.label));
                own(Field::Why, area.and_then(|area| area.why.as_ref()));
            }
            body => {
                let choice = body.choices().get(part.index);
                own(Field::Text, choice.map(|choice| &choice.text));
                own(Field::Why, choice.and_then(|choice| choice.why.as_ref()));
            }
        }
    }
}

/// The strings of a text, each with its language.
pub(super) fn strings(text: &Text, bank_lang: Lang) -> impl Iterator<Item = (Lang, &str)> {
    let (plain, map): (Option<&str>, &[_]) = match text {
        Text::Plain(text) => (Some(text), &[]),
        Text::Map(map) => (None, map),
    };
    let plain = plain.into_iter().map(move |text| (bank_lang, text));
    plain.chain(map.iter().map(|(lang, text)| (*lang, text.as_ref())))
}

/// Whether a text says something in a language.
pub(super) fn says(text: &Text, lang: Lang, bank_lang: Lang) -> bool {
    match text {
        Text::Plain(text) => bank_lang == lang && !is_space(text),
        Text::Map(map) => map.iter().any(|(own, text)| *own == lang && !is_space(text)),
    }
}

/// Whether a text says nothing in any language.
pub(super) fn is_empty(text: &Text) -> bool {
    match text {
        Text::Plain(text) => is_space(text),
        Text::Map(map) => map.iter().all(|(_, text)| is_space(text)),
    }
}

fn is_space(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// The pointer to one language of a text, from the pointer to the text.
pub(super) fn pointer_in(pointer: &str, text: &Text, lang: Lang) -> String {
    match text {
        Text::Plain(_) => pointer.to_owned(),
        Text::Map(_) => format!("{pointer}/{}", lang.as_str()),
    }
}

/// What a message calls a language.
pub(super) fn lang_name(lang: Lang) -> Words {
    match lang.as_str() {
        "zh-CN" => Words::new("中文（zh-CN）", "Chinese (zh-CN)"),
        "en" => Words::new("英文（en）", "English (en)"),
        "bo" => Words::new("藏文（bo）", "Tibetan (bo)"),
        other => Words::new(other, other),
    }
}

impl TextAt<'_> {
    /// The pointer to it inside the question.
    pub(super) fn pointer(&self) -> String {
        let field = self.field.name();
        self.part.map_or_else(|| format!("/{field}"), |part| part.pointer(field))
    }

    /// What a message calls it.
    pub(super) fn name(&self) -> Words {
        let Some(part) = self.part.map(|part| part.name()) else {
            let (zh, en) = self.field.words();
            return Words::new(zh, en);
        };
        match self.field {
            Field::Text => part,
            field => {
                let (zh, en) = field.words();
                Words::new(format!("{}的{zh}", part.zh), format!("{en} of {}", part.en))
            }
        }
    }
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Stem => "stem",
            Self::Alt => "media/alt",
            Self::Unit => "number/unit",
            Self::Explanation => "explanation",
            Self::Action => "action",
            Self::SourceTitle => "source/title",
            Self::Text => "text",
            Self::Why => "why",
            Self::Left => "left",
            Self::Right => "right",
            Self::Label => "label",
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Stem => ("题干", "the stem"),
            Self::Alt => ("图片说明", "the description of the picture"),
            Self::Unit => ("单位", "the unit"),
            Self::Explanation => ("解析", "the explanation"),
            Self::Action => ("“怎么做”", "the `action`"),
            Self::SourceTitle => ("来源名称", "the title of the source"),
            Self::Text => ("文字", "the text"),
            Self::Why => ("说明", "the `why`"),
            Self::Left => ("左边", "the left side"),
            Self::Right => ("右边", "the right side"),
            Self::Label => ("名称", "the label"),
        }
    }
}
