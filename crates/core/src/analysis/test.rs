//! The statistics of the test as a whole.

use serde::Serialize;

use super::item::share;
use super::moments::{central_moment, mean, median, variance};
use super::{Marks, Seen, number, points};

/// A test in numbers. Points are points, percentages of 100.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TestStatistics {
    /// How many people took it.
    pub people: usize,
    /// How many questions there are.
    pub items: usize,
    /// Whether everybody was asked all of them. Otherwise totals are of different questions.
    pub same_items: bool,
    /// The points to be had, where everybody was asked the same.
    pub of: Option<f64>,
    /// The mean total, in points.
    pub mean: Option<f64>,
    /// The middle total, in points.
    pub median: Option<f64>,
    /// The standard deviation of the totals, in points.
    pub standard_deviation: Option<f64>,
    /// The mean total in percent of the points.
    pub mean_percent: Option<f64>,
    /// How far the totals lean: negative with a tail to the low ones.
    pub skewness: Option<f64>,
    /// How peaked they are: 0 for a bell.
    pub kurtosis: Option<f64>,
    /// The coefficient of internal consistency (Cronbach's alpha), in percent.
    pub internal_consistency: Option<f64>,
    /// Whether that is the formula 20 of Kuder and Richardson: all items are worth the same and are right or wrong.
    pub is_kr20: bool,
    /// How much of the spread of the totals is chance, in percent.
    pub error_ratio: Option<f64>,
    /// How far a total may be from what the person would reach on average, in points.
    pub standard_error: Option<f64>,
}

pub(super) fn reckon(marks: &Marks, totals: &[f64], columns: &[Vec<Seen<'_>>]) -> TestStatistics {
    let same_items = columns.iter().all(|column| column.len() == totals.len());
    let of = same_items.then(|| marks.items.iter().map(|item| points(item.of)).sum());
    let k2 = variance(totals).filter(|k2| *k2 > 0.0);
    let internal_consistency = k2.filter(|_| same_items && totals.len() > 2).and_then(|k2| alpha(columns, k2));
    let error_ratio = internal_consistency.filter(|it| *it <= 100.0).map(|it| 100.0 * (1.0 - it / 100.0).sqrt());
    let standard_deviation = variance(totals).map(f64::sqrt);
    TestStatistics {
        people: totals.len(),
        items: marks.items.len(),
        same_items,
        of,
        mean: mean(totals),
        median: median(totals),
        standard_deviation,
        mean_percent: mean(totals).zip(of).and_then(|(mean, of)| share(mean, of)),
        skewness: k2.and_then(|k2| skewness(totals, k2)),
        kurtosis: k2.and_then(|k2| kurtosis(totals, k2)),
        internal_consistency,
        is_kr20: internal_consistency.is_some() && is_right_or_wrong(marks),
        error_ratio,
        standard_error: error_ratio.zip(standard_deviation).map(|(ratio, deviation)| ratio / 100.0 * deviation),
    }
}

/// Cronbach's alpha in percent, from the variances of the items and that of the totals.
fn alpha(columns: &[Vec<Seen<'_>>], k2: f64) -> Option<f64> {
    let p = number(columns.len());
    let variance_of = |column: &Vec<Seen<'_>>| variance(&column.iter().map(|seen| seen.mark).collect::<Vec<_>>());
    let sum: f64 = columns.iter().filter_map(variance_of).sum();
    (columns.len() > 1).then_some(100.0 * p / (p - 1.0) * (1.0 - sum / k2))
}

fn skewness(totals: &[f64], k2: f64) -> Option<f64> {
    let s = number(totals.len());
    let k3 = s * s * central_moment(totals, 3)? / ((s - 1.0) * (s - 2.0));
    (totals.len() > 2).then_some(k3 / k2.powf(1.5))
}

fn kurtosis(totals: &[f64], k2: f64) -> Option<f64> {
    let s = number(totals.len());
    let (m2, m4) = (central_moment(totals, 2)?, central_moment(totals, 4)?);
    let k4 = s * s * ((s + 1.0) * m4 - 3.0 * (s - 1.0) * m2 * m2) / ((s - 1.0) * (s - 2.0) * (s - 3.0));
    (totals.len() > 3).then_some(k4 / (k2 * k2))
}

fn is_right_or_wrong(marks: &Marks) -> bool {
    let mut worths = marks.items.iter().map(|item| item.of);
    let first = worths.next();
    let all_same = worths.all(|of| Some(of) == first);
    let whole = |micropoints: u64| micropoints == 0 || Some(micropoints) == first;
    all_same && marks.people.iter().flatten().flatten().all(|response| whole(response.micropoints))
}
