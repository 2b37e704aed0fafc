//! What only shows over many questions: cues by which somebody who knows nothing scores.

use std::collections::BTreeMap;

use super::{QuestionRef, Subject};
use crate::Id;
use crate::bank::kind::Choice;
use crate::bank::{Body, Question};

/// With fewer questions than this, what looks like a habit may well be chance.
pub(super) const ENOUGH: usize = 20;

/// The share by which something must happen more often than by chance. In many questions even a small excess is no
/// chance, but nobody scores by it.
const NOTICEABLE: f64 = 0.3;

/// The questions of every theme, in the order of the files.
pub(super) fn by_theme<'a>(subject: &Subject<'a>) -> BTreeMap<&'a Id, Vec<QuestionRef<'a>>> {
    let mut themes: BTreeMap<&Id, Vec<QuestionRef<'a>>> = BTreeMap::new();
    for question_ref in subject.questions() {
        for theme in question_ref.question.themes.iter() {
            themes.entry(theme).or_default().push(question_ref);
        }
    }
    themes
}

/// The choices of a question of the kind `single` and the index of the one that is right, if there is one.
pub(super) fn keyed(question: &Question) -> Option<(&[Choice], usize)> {
    let Body::Single(single) = &question.body else { return None };
    let at = single.choices.iter().position(|choice| choice.correct)?;
    Some((&single.choices, at))
}

/// How often something happened, and how often it would by chance.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) hits: u32,
    pub(super) of: u32,
    /// By chance, as the mean of a sum of independent cases.
    pub(super) expected: f64,
    variance: f64,
}

impl Tally {
    /// Counts a case that happens by chance once in `choices` times.
    pub(super) fn add(&mut self, is_hit: bool, choices: usize) {
        let chance = 1.0 / f64::from(u32::try_from(choices.max(1)).unwrap_or(u32::MAX));
        self.hits += u32::from(is_hit);
        self.of += 1;
        self.expected += chance;
        self.variance += chance * (1.0 - chance);
    }

    /// Whether it happened more often than chance gives in 39 of 40 banks (two standard deviations above the mean), and
    /// often enough to help who goes by it.
    pub(super) fn is_habit(&self) -> bool {
        let above = f64::from(self.hits) - self.expected;
        self.of as usize >= ENOUGH && above > NOTICEABLE * self.expected && above * above > 4.0 * self.variance
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(hits: u32, of: u32) -> Tally {
        let mut tally = Tally::default();
        (0..of).for_each(|at| tally.add(at < hits, 4));
        tally
    }

    #[test]
    fn a_habit_is_more_than_two_deviations_above_chance() {
        // Of 40 with one in four, chance gives 10, give or take 2.74.
        assert!(!tally(15, 40).is_habit());
        assert!(tally(16, 40).is_habit());
        assert!(!tally(0, 40).is_habit());
    }

    #[test]
    fn a_small_excess_is_no_habit_however_sure_it_is() {
        assert!(!tally(1290, 4000).is_habit());
        assert!(tally(1310, 4000).is_habit());
    }

    #[test]
    fn few_questions_have_no_habits() {
        assert!(!tally(19, 19).is_habit());
        assert!(tally(20, 20).is_habit());
    }
}
