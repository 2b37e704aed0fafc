//! Steps to put in order (排序).

use serde::Serialize;

use super::{Item, Rules, Tally, all_known};
use crate::answer::{Answer, Refusal};
use crate::bank::revision::veil;
use crate::json::validated_fields;
use crate::{Id, Text};

/// Steps that have one right order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    steps: Vec<Step>,
    /// What papers and answers name each step by.
    shown: Vec<Id>,
}

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Step {
    /// Its name within the question.
    pub id: Id,
    /// What to do.
    pub text: Text,
}

validated_fields!(Step { id, text });

impl Order {
    pub(super) fn new(question: &Id, steps: Vec<Step>) -> Self {
        let shown = steps.iter().map(|step| veil(question, &step.id)).collect();
        Self { steps, shown }
    }

    /// The steps in their right order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

impl Rules for Order {
    fn items(&self) -> Vec<Item<'_>> {
        let parts = self.steps.iter().zip(&self.shown);
        parts.map(|(step, id)| Item { id, text: &step.text, why: None, fixed: false }).collect()
    }

    fn order_is_key(&self) -> bool {
        true
    }

    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        let Answer::Order(ids) = answer else {
            return Err(Refusal::WrongKind);
        };
        let repeats = ids.iter().enumerate().any(|(at, id)| ids[..at].contains(id));
        if repeats {
            return Err(Refusal::UnknownChoice);
        }
        all_known(&self.items(), ids.iter())
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let given: &[Id] = if let Answer::Order(ids) = answer { ids } else { &[] };
        Tally::parts(self.shown.iter().enumerate().map(|(at, right)| given.get(at).map(|id| id == right)))
    }

    fn key(&self, _lang: &str) -> Answer {
        Answer::Order(self.shown.clone())
    }
}
