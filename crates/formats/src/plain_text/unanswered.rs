//! Questions that wait for their answer from a list.

use std::collections::{BTreeMap, BTreeSet};

/// The questions that have no answer yet, by their number.
#[derive(Debug, Default)]
pub(super) struct Unanswered {
    anywhere: BTreeMap<u32, BTreeSet<usize>>,
    in_section: BTreeMap<(usize, u32), BTreeSet<usize>>,
}

impl Unanswered {
    pub(super) fn add(&mut self, index: usize, section: usize, number: u32) {
        self.anywhere.entry(number).or_default().insert(index);
        self.in_section.entry((section, number)).or_default().insert(index);
    }

    /// The question of that number, of that section where one is named, if there is exactly one.
    pub(super) fn only(&self, section: Option<usize>, number: u32) -> Option<usize> {
        let unanswered = match section {
            Some(section) => self.in_section.get(&(section, number)),
            None => self.anywhere.get(&number),
        };
        unanswered.filter(|unanswered| unanswered.len() == 1)?.first().copied()
    }

    /// Takes out a question that has its answer.
    pub(super) fn settle(&mut self, index: usize, section: usize, number: u32) {
        for unanswered in [self.anywhere.get_mut(&number), self.in_section.get_mut(&(section, number))] {
            unanswered.map(|unanswered| unanswered.remove(&index));
        }
    }
}
