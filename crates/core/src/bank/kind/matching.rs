//! Things that belong together (连线).

use serde::Serialize;

use super::{Item, Rules, Tally, all_known};
use crate::answer::{Answer, Refusal};
use crate::bank::revision::veil;
use crate::json::validated_fields;
use crate::{Id, Text};

/// Left sides, each with the right side that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pairs: Vec<Pair>,
    /// What papers and answers name each right side by.
    shown: Vec<Id>,
}

/// Two things that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Pair {
    /// Its name within the question.
    pub id: Id,
    /// What is given.
    pub left: Text,
    /// What belongs to it.
    pub right: Text,
}

validated_fields!(Pair { id, left, right });

impl Match {
    pub(super) fn new(question: &Id, pairs: Vec<Pair>) -> Self {
        let shown = pairs.iter().map(|pair| veil(question, &pair.id)).collect();
        Self { pairs, shown }
    }

    /// The pairs in the file's order.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }
}

impl Rules for Match {
    fn items(&self) -> Vec<Item<'_>> {
        self.pairs.iter().map(|pair| Item { id: &pair.id, text: &pair.left, why: None, fixed: false }).collect()
    }

    fn targets(&self) -> Vec<Item<'_>> {
        let parts = self.pairs.iter().zip(&self.shown);
        parts.map(|(pair, id)| Item { id, text: &pair.right, why: None, fixed: false }).collect()
    }

    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        let Answer::Match(given) = answer else {
            return Err(Refusal::WrongKind);
        };
        all_known(&self.items(), given.iter().map(|(left, _)| left))?;
        all_known(&self.targets(), given.iter().map(|(_, right)| right))
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let parts = self.pairs.iter().zip(&self.shown);
        Tally::parts(parts.map(|(pair, right)| {
            let Answer::Match(given) = answer else {
                return None;
            };
            given.get(&pair.id).map(|id| id == right)
        }))
    }

    fn key(&self, _lang: &str) -> Answer {
        let parts = self.pairs.iter().zip(&self.shown);
        Answer::Match(parts.map(|(pair, right)| (pair.id.clone(), right.clone())).collect())
    }
}
