//! The bank format as it is written: every field of a file, none of them interpreted.

use serde::Serialize;

use super::kind::{Area, BlankSlot, Choice, Kind, NumberKey, Pair, Step};
use super::{Difficulty, Media, Revision};
use crate::date::Date;
use crate::json::{Failure, Fields, Node, Reader, Validate, validated_fields};
use crate::map::IdSet;
use crate::source::Source;
use crate::text::Lang;
use crate::{Id, Text};

/// A bank file. The questions stay nodes at first, so that each is read, and reported on, by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct BankFile<Q = QuestionFields> {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<Box<str>>,
    /// Version of this format: 1.
    pub format: u32,
    /// The bank's name: that of the file without `.json`.
    pub id: Id,
    /// The language of texts that are plain strings; `zh-CN` if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// What people call the bank.
    pub title: Text,
    /// The questions.
    pub questions: Vec<Q>,
}

/// A question. Which of the fields from `choices` to `areas` it has depends on `kind`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields), schemars(transform = crate::schema::one_body_per_kind))]
pub struct QuestionFields {
    /// A name that is used once over all banks and never again.
    pub id: Id,
    /// What sort of question it is.
    pub kind: Kind,
    /// Theme ids, at least one.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Id>"))]
    pub themes: IdSet,
    /// What it is about, within the theme.
    pub topic: Id,
    /// 1 easy, 2 middling, 3 hard.
    pub difficulty: Difficulty,
    /// The question in words; it can be understood alone.
    pub stem: Text,
    /// A picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// For `single` and `multiple`: what to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<Vec<Choice>>,
    /// For `judge`: whether the stem is true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<bool>,
    /// For `blank`: one entry for each `____` of the stem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blanks: Option<Vec<BlankSlot>>,
    /// For `number`: the value asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<NumberKey>,
    /// For `order`: the steps in their right order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<Step>>,
    /// For `match`: what belongs together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pairs: Option<Vec<Pair>>,
    /// For `spot`: the areas of the picture that can be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub areas: Option<Vec<Area>>,
    /// Why the right answer is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Text>,
    /// What to do, starting with a verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Text>,
    /// What the question rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The day by which somebody must read the question again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// Written by the build, never by hand: the revision of the question that this one was made from.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<Revision>,
}

validated_fields!(QuestionFields {
    id,
    kind,
    themes,
    topic,
    difficulty,
    stem,
    media,
    choices,
    answer,
    blanks,
    number,
    steps,
    pairs,
    areas,
    explanation,
    action,
    source,
    review_by,
    revision,
});

impl<'a> BankFile<Node<'a>> {
    /// Reads everything but the questions.
    pub(super) fn read(node: Node<'a>, reader: &mut Reader) -> Self {
        const KNOWN: &[&str] = &["$schema", "format", "id", "lang", "title", "questions"];
        let mut fields = Fields::of(node, KNOWN, reader);
        let file = Self {
            schema: fields.take("$schema", reader),
            format: fields.take("format", reader),
            id: fields.take("id", reader),
            lang: fields.take("lang", reader),
            title: fields.take("title", reader),
            questions: fields.take_list("questions", reader),
        };
        fields.end(reader);
        file
    }
}

impl<Q> BankFile<Q> {
    /// Everything but the questions that could not be read.
    pub fn head_failures(&self) -> Vec<Failure> {
        let mut reader = Reader::default();
        reader.inside("id", |reader| self.id.validate(reader));
        reader.inside("lang", |reader| self.lang.validate(reader));
        reader.inside("title", |reader| self.title.validate(reader));
        reader.into_failures()
    }
}

impl QuestionFields {
    /// The first field that a body of another kind would need, once the own ones are taken out.
    pub(super) fn stray(&self) -> Option<&'static str> {
        let present = [
            ("choices", self.choices.is_some()),
            ("answer", self.answer.is_some()),
            ("blanks", self.blanks.is_some()),
            ("number", self.number.is_some()),
            ("steps", self.steps.is_some()),
            ("pairs", self.pairs.is_some()),
            ("areas", self.areas.is_some()),
        ];
        present.into_iter().find(|(_, is_some)| *is_some).map(|(name, _)| name)
    }
}
