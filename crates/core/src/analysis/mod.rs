//! What the answers of many people tell about a test and about each of its questions.
//!
//! The formulas are those of Moodle's quiz statistics (`question/classes/statistics/questions/calculator.php` and
//! `mod/quiz/report/statistics/classes/calculator.php`), so that a trainer who knows one report can read the other:
//! with `x` the mark for an item, `T` a person's total and `o = T - x`, variances and covariances divide by one less
//! than the number of people, and the discrimination index is the correlation of `x` with `o`, not the difference of
//! an upper and a lower group. What is not defined is `None`, as where everybody has the same mark.
//!
//! Marks are whole numbers, as everywhere; what is reckoned from them are means and roots, so statistics are floating
//! point. Nobody is marked by them, and they are shown rounded.
//!
//! Three things differ from Moodle or are left open by it:
//!
//! - Where people were asked different questions, an item is held against the whole total of those who were asked it,
//!   and internal consistency is not reckoned: [`TestStatistics::same_items`] says so.
//! - Where error ratio and standard error would be roots of a negative number they are `None`.
//! - Choices have a discrimination of their own, [`ChoiceCount::discrimination`], from which [`Verdict::CheckKey`] is
//!   told.

mod choices;
mod groups;
mod guess;
mod item;
mod moments;
mod test;
mod verdict;

use serde::Serialize;

pub use choices::ChoiceCount;
pub use groups::{Group, Groups, groups, percents};
pub use guess::{random_guess_percent, right_items};
pub use item::ItemStatistics;
pub use test::TestStatistics;
pub use verdict::{
    EASY_FACILITY, FEW_PEOPLE, HARD_FACILITY, LEAST_EFFICIENCY, LEAST_FOR_CHOICES, LEAST_FOR_SEPARATION,
    LEAST_FOR_SUSPICION, STRONG_DISCRIMINATION, Verdict,
};

use crate::paper::MICRO;

/// Who was asked what, and what it earned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The questions.
    pub items: Vec<Item>,
    /// For each person a response to each of [`Marks::items`], in their order; `None` where they were not asked it.
    pub people: Vec<Vec<Option<Response>>>,
}

/// A question, as far as it matters here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What it is worth, in millionths of a point.
    pub of: u64,
    /// What guessing earns on average, in percent; see [`random_guess_percent`].
    pub random_guess: Option<f64>,
    /// For each choice whether it is right; empty where there are none, or nobody knows which was chosen.
    pub choices: Vec<bool>,
}

/// What somebody made of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// What it earned, in millionths of a point; 0 where nothing was answered.
    pub micropoints: u64,
    /// Whether nothing was answered.
    pub is_blank: bool,
    /// The indexes of the choices taken, where that is known.
    pub chosen: Vec<usize>,
}

/// A test in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// As a whole.
    pub test: TestStatistics,
    /// Question by question, in the order of [`Marks::items`].
    pub items: Vec<ItemStatistics>,
}

/// Reckons everything.
pub fn analyse(marks: &Marks) -> Analysis {
    let totals: Vec<f64> = marks.people.iter().map(|person| total(person)).collect();
    let columns: Vec<Vec<Seen<'_>>> = (0..marks.items.len()).map(|at| column(marks, &totals, at)).collect();
    let items = item::reckon(marks, &columns);
    Analysis { test: test::reckon(marks, &totals, &columns), items }
}

/// One person's response to one item.
struct Seen<'a> {
    response: &'a Response,
    /// The mark for the item.
    mark: f64,
    /// The marks for everything else.
    rest: f64,
    /// The marks for everything.
    total: f64,
}

fn column<'a>(marks: &'a Marks, totals: &[f64], at: usize) -> Vec<Seen<'a>> {
    let people = marks.people.iter().zip(totals);
    let seen = |(person, total): (&'a Vec<Option<Response>>, &f64)| {
        let response = person.get(at)?.as_ref()?;
        let mark = points(response.micropoints);
        Some(Seen { response, mark, rest: total - mark, total: *total })
    };
    people.filter_map(seen).collect()
}

fn total(person: &[Option<Response>]) -> f64 {
    points(person.iter().flatten().map(|response| response.micropoints).sum())
}

/// Points from millionths of them. Nobody has so many that a digit is lost.
#[expect(clippy::cast_precision_loss, reason = "points stay far below 2^53 millionths")]
fn points(micropoints: u64) -> f64 {
    micropoints as f64 / MICRO as f64
}

/// A number of people or items to reckon with.
fn number(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}
