//! The five scoring rules.

use serde::Serialize;

use crate::bank::kind::Tally;
use crate::json::read_names;

/// How an answer becomes a share of a question's points. Under every rule an empty answer earns nothing, and no
/// question earns less than nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rule {
    /// Everything right earns the points, anything else nothing.
    #[default]
    AllOrNothing,
    /// As above, but half for an answer that is right as far as it goes.
    HalfWhenIncomplete,
    /// Each right part earns its share; one wrong part and nothing is earned.
    PerChoice,
    /// Each wrong part takes away what a right one earns.
    RightMinusWrong,
    /// Each choice counts the percentage written beside it; a question without weights is all or nothing.
    Weights,
}

read_names!(Rule {
    AllOrNothing = "all-or-nothing",
    HalfWhenIncomplete = "half-when-incomplete",
    PerChoice = "per-choice",
    RightMinusWrong = "right-minus-wrong",
    Weights = "weights",
});

/// A share of a question's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credit {
    parts: u32,
    whole: u32,
}

impl Credit {
    const FULL: Self = Self { parts: 1, whole: 1 };
    const NONE: Self = Self { parts: 0, whole: 1 };

    /// The share of a number of points, rounded down to a whole one.
    pub fn of(self, micropoints: u64) -> u64 {
        micropoints * u64::from(self.parts) / u64::from(self.whole)
    }

    /// Whether it is the whole.
    pub fn is_full(self) -> bool {
        self.parts == self.whole
    }
}

impl Rule {
    /// Every rule, in the order that lists show them.
    pub const ALL: [Self; 5] =
        [Self::AllOrNothing, Self::HalfWhenIncomplete, Self::PerChoice, Self::RightMinusWrong, Self::Weights];

    /// What an answer earns.
    pub fn credit(self, tally: Tally) -> Credit {
        let Tally { right, wrong, of, weight } = tally;
        let is_whole = right == of && wrong == 0 && of > 0;
        let is_incomplete = right > 0 && wrong == 0;
        match self {
            Self::Weights if weight.is_some() => share(weight.unwrap_or(0).clamp(0, 100).unsigned_abs(), 100),
            _ if is_whole => Credit::FULL,
            Self::HalfWhenIncomplete if is_incomplete => share(1, 2),
            Self::PerChoice if is_incomplete => share(right, of),
            Self::RightMinusWrong => share(right.saturating_sub(wrong), of),
            _ => Credit::NONE,
        }
    }

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::AllOrNothing => "all-or-nothing",
            Self::HalfWhenIncomplete => "half-when-incomplete",
            Self::PerChoice => "per-choice",
            Self::RightMinusWrong => "right-minus-wrong",
            Self::Weights => "weights",
        }
    }

    /// The rule in one line, for the person who is about to be marked by it.
    pub fn text(self, lang: &str) -> &'static str {
        let (chinese, english) = match self {
            Self::AllOrNothing => (
                "全部答对才得分，多选、少选、错选都不得分。",
                "A question earns its points only when it is wholly right.",
            ),
            Self::HalfWhenIncomplete => (
                "全部答对得满分；没有选错但不完整，得一半；有错不得分。",
                "Wholly right earns all points, right but incomplete earns half, anything wrong earns none.",
            ),
            Self::PerChoice => (
                "每答对一项得一份分；只要错一项，这道题不得分。",
                "Each right part earns its share, but one wrong part and the question earns nothing.",
            ),
            Self::RightMinusWrong => (
                "每答对一项得一份分，每答错一项扣一份，扣到 0 分为止。",
                "Each right part earns a share and each wrong part takes one away, but never below 0.",
            ),
            Self::Weights => (
                "每个选项各有分值，选中的加起来就是得分，最低 0 分，最高满分。",
                "Each choice has its own worth; those you choose are added up, between 0 and full points.",
            ),
        };
        if lang.starts_with("en") { english } else { chinese }
    }
}

fn share(parts: u32, whole: u32) -> Credit {
    if whole == 0 { Credit::NONE } else { Credit { parts, whole } }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points in a thousand that each rule, in the order of `Rule::ALL`, gives for a tally.
    fn check(right: u32, wrong: u32, of: u32, weight: Option<i32>, expected: [u64; 5]) {
        let tally = Tally { right, wrong, of, weight };
        assert_eq!(Rule::ALL.map(|rule| rule.credit(tally).of(1000)), expected, "{tally:?}");
    }

    #[test]
    fn a_whole_answer_earns_everything_under_every_rule() {
        check(3, 0, 3, None, [1000; 5]);
    }

    #[test]
    fn an_incomplete_answer_earns_half_a_share_or_nothing() {
        check(2, 0, 3, None, [0, 500, 666, 666, 0]);
    }

    #[test]
    fn a_wrong_part_costs_what_its_rule_says() {
        check(3, 1, 3, None, [0, 0, 0, 666, 0]);
        check(1, 2, 3, None, [0; 5]);
    }

    #[test]
    fn weights_stay_between_nothing_and_everything() {
        check(1, 0, 2, Some(60), [0, 500, 500, 500, 600]);
        check(2, 0, 2, Some(120), [1000; 5]);
        check(0, 1, 2, Some(-50), [0; 5]);
    }

    #[test]
    fn a_question_with_nothing_to_get_right_earns_nothing() {
        check(0, 0, 0, None, [0; 5]);
    }
}
