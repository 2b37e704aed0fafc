//! Who takes which choice.

use serde::Serialize;

use super::moments::correlation;
use super::{Item, Seen};

/// A choice in numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ChoiceCount {
    /// Whether it is right.
    pub correct: bool,
    /// How many took it.
    pub people: usize,
    /// Whether those who took it do well in the rest: the correlation of taking it with the marks for everything else,
    /// in percent. A wrong choice should be below 0.
    pub discrimination: Option<f64>,
}

pub(super) fn count(item: &Item, column: &[Seen<'_>]) -> Vec<ChoiceCount> {
    let one = |(at, correct): (usize, &bool)| {
        let took = |seen: &Seen<'_>| seen.response.chosen.contains(&at);
        let pairs: Vec<(f64, f64)> =
            column.iter().map(|seen| (if took(seen) { 1.0 } else { 0.0 }, seen.rest)).collect();
        ChoiceCount {
            correct: *correct,
            people: column.iter().filter(|seen| took(seen)).count(),
            discrimination: correlation(&pairs),
        }
    };
    item.choices.iter().enumerate().map(one).collect()
}
