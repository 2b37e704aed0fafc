//! The statistics of each question.

use serde::Serialize;

use super::moments::{correlation, covariance, largest_covariance, mean, variance};
use super::{ChoiceCount, Item, Marks, Seen, Verdict, choices, number, points, verdict};

/// A question in numbers. Percentages are of 100.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ItemStatistics {
    /// How many were asked it.
    pub people: usize,
    /// How many of them answered nothing.
    pub blank: usize,
    /// The mean mark, in percent of what it is worth.
    pub facility: Option<f64>,
    /// The standard deviation of the marks, in percent of what it is worth.
    pub standard_deviation: Option<f64>,
    /// How marks for it go with marks for the rest: their correlation, in percent.
    pub discrimination_index: Option<f64>,
    /// The same as a share of what these marks could reach at best, in percent.
    pub discriminative_efficiency: Option<f64>,
    /// How much of the spread of totals comes from it, in percent; `None` also where it works against the total.
    pub effective_weight: Option<f64>,
    /// Whether it works against the total: those who do well in it do worse in all.
    pub works_against: bool,
    /// Its share of the points, in percent.
    pub intended_weight: Option<f64>,
    /// What guessing earns on average, in percent.
    pub random_guess: Option<f64>,
    /// Who chose what.
    pub choices: Vec<ChoiceCount>,
    /// What to make of it.
    pub verdicts: Vec<Verdict>,
}

/// The statistics of all items; effective weights can only be told together.
pub(super) fn reckon(marks: &Marks, columns: &[Vec<Seen<'_>>]) -> Vec<ItemStatistics> {
    let all_points: f64 = marks.items.iter().map(|item| points(item.of)).sum();
    let with_total: Vec<Option<f64>> =
        columns.iter().map(|column| covariance(&pairs(column, |seen| seen.total))).collect();
    let roots: f64 = with_total.iter().flatten().filter(|covariance| **covariance >= 0.0).map(|it| it.sqrt()).sum();
    let one = |((item, column), covariance): ((&Item, &Vec<Seen<'_>>), &Option<f64>)| {
        let weight = covariance.filter(|covariance| *covariance >= 0.0 && roots > 0.0);
        let mut statistics = ItemStatistics {
            effective_weight: weight.map(|covariance| 100.0 * covariance.sqrt() / roots),
            works_against: covariance.is_some_and(|covariance| covariance < 0.0),
            intended_weight: share(points(item.of), all_points),
            random_guess: item.random_guess,
            choices: choices::count(item, column),
            ..alone(item, column)
        };
        statistics.verdicts = verdict::of(item, &statistics);
        statistics
    };
    marks.items.iter().zip(columns).zip(&with_total).map(one).collect()
}

/// What can be told of an item without the others.
fn alone(item: &Item, column: &[Seen<'_>]) -> ItemStatistics {
    let x: Vec<f64> = column.iter().map(|seen| seen.mark).collect();
    let with_rest = pairs(column, |seen| seen.rest);
    let best = largest_covariance(&with_rest).filter(|best| *best != 0.0);
    let of = points(item.of);
    ItemStatistics {
        people: column.len(),
        blank: column.iter().filter(|seen| seen.response.is_blank).count(),
        facility: mean(&x).and_then(|mean| share(mean, of)),
        standard_deviation: variance(&x).and_then(|variance| share(variance.sqrt(), of)),
        discrimination_index: correlation(&with_rest),
        discriminative_efficiency: best.zip(covariance(&with_rest)).map(|(best, own)| 100.0 * own / best),
        ..ItemStatistics::default()
    }
}

pub(super) fn pairs(column: &[Seen<'_>], other: fn(&Seen<'_>) -> f64) -> Vec<(f64, f64)> {
    column.iter().map(|seen| (seen.mark, other(seen))).collect()
}

/// A part in percent of a whole; `None` of nothing.
pub(super) fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then_some(100.0 * part / whole)
}

impl ItemStatistics {
    /// How many answered something.
    pub fn answered(&self) -> usize {
        self.people - self.blank
    }

    /// The share of those asked who took a choice, in percent.
    pub fn share_of(&self, choice: &ChoiceCount) -> f64 {
        share(number(choice.people), number(self.people)).unwrap_or(0.0)
    }
}
