//! Hazards to find in a picture (看图找隐患).

use serde::Serialize;

use super::{Item, Rules, Tally, all_known};
use crate::answer::{Answer, Refusal};
use crate::json::validated_fields;
use crate::map::IdSet;
use crate::{Id, Text};

/// Areas of the question's picture, some of them dangerous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// In the file's order.
    pub areas: Vec<Area>,
}

/// A rectangle of the picture, in thousandths of its width and height from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Area {
    /// Its name within the question.
    pub id: Id,
    /// Left edge.
    pub x: u16,
    /// Upper edge.
    pub y: u16,
    /// How wide.
    pub width: u16,
    /// How high.
    pub height: u16,
    /// What is there, so that the question can be taken in words.
    pub label: Text,
    /// Whether it is a hazard.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hazard: bool,
    /// What is dangerous about it, and what to do; or why it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

validated_fields!(Area { id, x, y, width, height, label, hazard, why });

impl Area {
    fn item(&self) -> Item<'_> {
        Item { id: &self.id, text: &self.label, why: self.why.as_ref(), fixed: false }
    }
}

impl Rules for Spot {
    fn items(&self) -> Vec<Item<'_>> {
        self.areas.iter().map(Area::item).collect()
    }

    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        match answer {
            Answer::Spot(ids) => all_known(&self.items(), ids.iter()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let empty = IdSet::default();
        let found = if let Answer::Spot(ids) = answer { ids } else { &empty };
        let hazards = Tally::parts(
            self.areas.iter().filter(|area| area.hazard).map(|area| found.contains(&area.id).then_some(true)),
        );
        let harmless = Tally::parts(
            self.areas.iter().filter(|area| !area.hazard).map(|area| found.contains(&area.id).then_some(false)),
        );
        Tally { wrong: harmless.wrong, ..hazards }
    }

    fn key(&self, _lang: &str) -> Answer {
        let hazards = self.areas.iter().filter(|area| area.hazard);
        Answer::Spot(hazards.map(|area| area.id.clone()).collect())
    }
}
