//! One right choice (单选).

use super::{Choice, Item, Rules, Tally, all_known, choice};
use crate::answer::{Answer, Refusal};
use crate::map::IdSet;

/// Choices of which one is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    /// In the file's order.
    pub choices: Vec<Choice>,
}

impl Rules for Single {
    fn items(&self) -> Vec<Item<'_>> {
        self.choices.iter().map(Choice::item).collect()
    }

    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        match answer {
            Answer::Single(id) => all_known(&self.items(), std::iter::once(id)),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let Answer::Single(chosen) = answer else {
            return Tally::whole(false);
        };
        let is_right = self.choices.iter().any(|choice| choice.id == *chosen && choice.correct);
        Tally { weight: choice::weight(&self.choices, |id| id == chosen), ..Tally::whole(is_right) }
    }

    fn key(&self, _lang: &str) -> Answer {
        let right = self.choices.iter().find(|choice| choice.correct);
        right.map_or_else(|| Answer::Multiple(IdSet::default()), |choice| Answer::Single(choice.id.clone()))
    }
}
