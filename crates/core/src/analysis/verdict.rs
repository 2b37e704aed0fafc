//! What to make of the numbers of a question.
//!
//! The bounds are those of Moodle's guide to its statistics (docs.moodle.org, "Quiz report statistics") where it has
//! them: a facility of 95 % and more is "extremely easy", one of 20 % and less "difficult", a negative discrimination
//! index is "probably invalid", 20 and more begins to discriminate. Moodle's report marks a discriminative efficiency
//! below 15. That a wrong choice works when one in twenty takes it is from Haladyna and Downing, "How many options is
//! enough for a multiple-choice test item?" (1993); so nothing is said of choices before twenty people were asked.

use serde::Serialize;

use super::{ChoiceCount, Item, ItemStatistics};

/// From this facility on, in percent, almost everyone is right.
pub const EASY_FACILITY: f64 = 95.0;

/// Up to this facility, in percent, a question is too hard.
pub const HARD_FACILITY: f64 = 20.0;

/// Below this discriminative efficiency, in percent, a question does not tell strong from weak.
pub const LEAST_EFFICIENCY: f64 = 15.0;

/// From this discrimination on, in percent, a choice is one that strong people take.
pub const STRONG_DISCRIMINATION: f64 = 20.0;

/// With fewer people than this nothing is said of strong and weak: by chance alone a correlation of ten people is off
/// by a third.
pub const LEAST_FOR_SEPARATION: usize = 10;

/// A wrong choice that fewer people than this took is not held against the key.
pub const LEAST_FOR_SUSPICION: usize = 5;

/// With fewer people than this nothing is said of choices that nobody takes.
pub const LEAST_FOR_CHOICES: usize = 20;

/// With fewer people than this all indexes are to be read with care: a correlation of thirty people is off by a sixth.
pub const FEW_PEOPLE: usize = 30;

/// Something to do about a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Verdict {
    /// Those who do well in the rest get it wrong: the key may be.
    CheckKey {
        /// The wrong choice that strong people take, where there is one.
        choice: Option<usize>,
    },
    /// Almost everyone is right: nothing is learnt from it.
    TooEasy,
    /// Hardly anybody is right.
    TooHard,
    /// People are no more often right than if they guessed.
    LikeGuessing,
    /// Strong and weak people do alike.
    DoesNotSeparate,
    /// Wrong choices that nobody takes.
    UnusedChoices {
        /// Which.
        choices: Vec<usize>,
    },
}

/// Everything there is to say of an item, the most pressing first.
pub(super) fn of(item: &Item, statistics: &ItemStatistics) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> =
        [check_key(statistics), by_facility(item, statistics)].into_iter().flatten().collect();
    if verdicts.is_empty() {
        verdicts.extend(separation(statistics));
    }
    if verdicts != [Verdict::TooEasy] {
        verdicts.extend(unused_choices(statistics));
    }
    verdicts
}

fn check_key(statistics: &ItemStatistics) -> Option<Verdict> {
    let index = statistics.discrimination_index.filter(|_| statistics.people >= LEAST_FOR_SEPARATION)?;
    let wrong = statistics.choices.iter().enumerate().filter(|(_, choice)| !choice.correct);
    let taken = wrong.filter(|(_, choice)| choice.people >= LEAST_FOR_SUSPICION);
    let strongest = taken.filter_map(|(at, choice)| Some((at, choice.discrimination?)));
    let strongest = strongest.max_by(|one, other| one.1.total_cmp(&other.1));
    let suspect = strongest.filter(|(_, own)| *own >= STRONG_DISCRIMINATION && index < STRONG_DISCRIMINATION);
    let choice = suspect.map(|(at, _)| at);
    (index < 0.0 || choice.is_some()).then_some(Verdict::CheckKey { choice })
}

fn by_facility(item: &Item, statistics: &ItemStatistics) -> Option<Verdict> {
    let facility = statistics.facility?;
    let is_choosing = item.random_guess.is_some_and(|guess| guess > 0.0);
    if facility >= EASY_FACILITY {
        Some(Verdict::TooEasy)
    } else if is_choosing && item.random_guess.is_some_and(|guess| facility <= guess) {
        Some(Verdict::LikeGuessing)
    } else {
        (facility <= HARD_FACILITY).then_some(Verdict::TooHard)
    }
}

fn separation(statistics: &ItemStatistics) -> Option<Verdict> {
    let efficiency = statistics.discriminative_efficiency.filter(|_| statistics.people >= LEAST_FOR_SEPARATION)?;
    (efficiency < LEAST_EFFICIENCY).then_some(Verdict::DoesNotSeparate)
}

fn unused_choices(statistics: &ItemStatistics) -> Option<Verdict> {
    let is_unused = |choice: &ChoiceCount| choice.people == 0 && !choice.correct;
    let unused = statistics.choices.iter().enumerate().filter(|(_, choice)| is_unused(choice)).map(|(at, _)| at);
    let choices: Vec<usize> = unused.collect();
    (statistics.people >= LEAST_FOR_CHOICES && !choices.is_empty()).then_some(Verdict::UnusedChoices { choices })
}

impl Verdict {
    /// How pressing it is, from 0, the most.
    pub fn rank(&self) -> u8 {
        match self {
            Self::CheckKey { .. } => 0,
            Self::LikeGuessing => 1,
            Self::TooHard => 2,
            Self::DoesNotSeparate => 3,
            Self::TooEasy => 4,
            Self::UnusedChoices { .. } => 5,
        }
    }

    /// The short stable name that reports and scripts choose words by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CheckKey { .. } => "check-key",
            Self::TooEasy => "too-easy",
            Self::TooHard => "too-hard",
            Self::LikeGuessing => "like-guessing",
            Self::DoesNotSeparate => "does-not-separate",
            Self::UnusedChoices { .. } => "unused-choices",
        }
    }
}
