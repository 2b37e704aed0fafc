//! Blueprints: what to ask for. A preset is a blueprint with a name, kept in `presets.json`.

use serde::Serialize;

use crate::bank::{Difficulty, Kind};
use crate::json::{Versioned, read_fields, read_names};
use crate::score::Rule;
use crate::{Id, Text};

/// `presets.json`.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PresetFile {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// The named blueprints.
    pub presets: Vec<Blueprint>,
    /// Those of papers whose questions are given, such as the wrong ones again: nothing is drawn for them, so their
    /// sections say only how many questions at most and for how many points.
    pub given: Option<Vec<Blueprint>>,
}

impl Versioned for PresetFile {
    const FORMAT: u32 = 1;
}

read_fields!(PresetFile { schema = "$schema", format, presets, given });
read_fields!(Blueprint { id, title, about, scope, sections, seconds, pass_percent, rule, feedback, seed });
read_fields!(Section { count, themes, kinds, difficulties, points });
read_names!(Scope { Theme = "theme", All = "all" });
read_names!(FeedbackTime { Each = "each", End = "end" });
read_names!(SeedSource { Fresh = "fresh", Day = "day" });

impl PresetFile {
    /// The preset of that id, whether its papers are drawn or given.
    pub fn preset(&self, id: &str) -> Option<&Blueprint> {
        self.presets.iter().chain(self.given.iter().flatten()).find(|preset| preset.id.as_str() == id)
    }
}

impl FeedbackTime {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::End => "end",
        }
    }
}

/// How many questions of what, for how many points, in what time, under which rule.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Blueprint {
    /// The preset's name.
    pub id: Id,
    /// What people call it.
    pub title: Text,
    /// What it is, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Text>,
    /// Whether one theme is asked or all of them.
    pub scope: Scope,
    /// The quotas, in the paper's order.
    pub sections: Vec<Section>,
    /// Time limit in seconds; none if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The percentage of points, 0 to 100, that passes; exactly it is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass_percent: Option<u8>,
    /// How answers become points.
    pub rule: Rule,
    /// When the resident learns what was right.
    pub feedback: FeedbackTime,
    /// Where the seed comes from.
    pub seed: SeedSource,
}

/// One quota. No list of themes, kinds or difficulties, or an empty one, means any.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Section {
    /// How many questions.
    pub count: u16,
    /// Only questions with one of these themes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub themes: Option<Vec<Id>>,
    /// Only questions of these kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<Kind>>,
    /// Only questions of these difficulties.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulties: Option<Vec<Difficulty>>,
    /// Points for each question of the section.
    pub points: u16,
}

/// Which questions a blueprint draws from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Scope {
    /// Those of the theme that the resident chose.
    #[default]
    Theme,
    /// Those of every theme on the page.
    All,
}

/// When the resident learns what was right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FeedbackTime {
    /// After each question.
    #[default]
    Each,
    /// After the last one.
    End,
}

/// Where a paper's seed comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SeedSource {
    /// A new one each time.
    #[default]
    Fresh,
    /// The day's date: the same paper for everyone, so what a person saw before does not count.
    Day,
}
