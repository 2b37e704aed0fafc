//! Any number of right choices (多选).

use super::{Choice, Item, Rules, Tally, all_known, choice};
use crate::answer::{Answer, Refusal};
use crate::map::IdSet;

/// Choices of which each is right or wrong by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Multiple {
    /// In the file's order.
    pub choices: Vec<Choice>,
}

impl Rules for Multiple {
    fn items(&self) -> Vec<Item<'_>> {
        self.choices.iter().map(Choice::item).collect()
    }

    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        match answer {
            Answer::Multiple(ids) => all_known(&self.items(), ids.iter()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let empty = IdSet::default();
        let chosen = if let Answer::Multiple(ids) = answer { ids } else { &empty };
        let ticked = |correct: bool| {
            let matching = |choice: &&Choice| choice.correct == correct && chosen.contains(&choice.id);
            self.choices.iter().filter(matching).count()
        };
        let of = self.choices.iter().filter(|choice| choice.correct).count();
        // A question has at most 26 choices.
        let [right, wrong, of] = [ticked(true), ticked(false), of].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        Tally { right, wrong, of, weight: choice::weight(&self.choices, |id| chosen.contains(id)) }
    }

    fn key(&self, _lang: &str) -> Answer {
        let right = self.choices.iter().filter(|choice| choice.correct);
        Answer::Multiple(right.map(|choice| choice.id.clone()).collect())
    }
}
