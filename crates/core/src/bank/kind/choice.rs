//! What single and multiple questions offer.

use serde::Serialize;

use super::Item;
use crate::json::validated_fields;
use crate::{Id, Text};

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Choice {
    /// Its name within the question.
    pub id: Id,
    /// What it says.
    pub text: Text,
    /// Whether it is right.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub correct: bool,
    /// Whether it keeps its place when the others are shuffled, as "all of the above" must.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
    /// What is right or wrong about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// Percent of the question's points, -100 to 100, for the rule `weights`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i16>,
}

validated_fields!(Choice { id, text, correct, fixed, why, weight });

impl Choice {
    pub(super) fn item(&self) -> Item<'_> {
        Item { id: &self.id, text: &self.text, why: self.why.as_ref(), fixed: self.fixed }
    }
}

/// The sum of the weights of the choices that `is_chosen` picks; `None` where no choice has a weight.
pub(super) fn weight(choices: &[Choice], is_chosen: impl Fn(&Id) -> bool) -> Option<i32> {
    let has_weights = choices.iter().any(|choice| choice.weight.is_some());
    let chosen = choices.iter().filter(|choice| is_chosen(&choice.id));
    has_weights.then(|| chosen.map(|choice| i32::from(choice.weight.unwrap_or(0))).sum())
}
