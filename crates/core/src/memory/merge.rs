//! Two phones' memories into one.

use super::{Certificate, Memory};
use crate::Attempt;
use crate::calendar::{Calendar, Played};
use crate::json::Format;
use crate::map::{DateMap, SortedMap};

impl Memory {
    /// Puts what another phone remembers to what this one does. Nothing of either is lost but older states of the same
    /// thing, and putting the same to it twice changes nothing.
    ///
    /// | what | which of the two |
    /// |---|---|
    /// | attempts under way | all; of one paper the one with more answers, else the one begun later |
    /// | the attempt finished last | the later |
    /// | how often a question was seen | the greater |
    /// | a day's paper | the better score; on time if either was |
    /// | the review book | see [`ReviewBook::merge`](crate::review::ReviewBook::merge) |
    /// | certificates, pledges | all, each once; of one certificate the name on mine |
    /// | switches | mine; theirs where mine were never touched |
    /// | the question read last in study mode | mine; theirs where I never read |
    /// | the language | mine |
    ///
    /// Where the two are equal by this rule, mine stays. So it does not matter which is put to which, but for the
    /// order of lists and what is said to be mine.
    #[must_use]
    pub fn merge(self, theirs: Self) -> Self {
        let done = later(self.done, theirs.done);
        let finished = done.as_ref().map(|done| done.started);
        let mut open = theirs.open.into_iter().fold(self.open, with_attempt);
        // What is finished on one of the phones is no longer under way on the other.
        open.retain(|attempt| Some(attempt.started) != finished);
        Self {
            format: Format,
            made: self.made.max(theirs.made),
            lang: self.lang,
            open,
            done,
            seen: merged(self.seen, &theirs.seen, u32::max),
            daily: best(self.daily, theirs.daily),
            book: self.book.merge(&theirs.book),
            certificates: theirs.certificates.into_iter().fold(self.certificates, with_certificate),
            pledges: theirs.pledges.into_iter().fold(self.pledges, with_new),
            settings: merged(self.settings, &theirs.settings, |mine, _| mine),
            study: merged(self.study, &theirs.study, |mine, _| mine),
        }
    }
}

/// An attempt goes by when it was begun, as one person begins no two at once. Besides, nobody goes on with the same paper
/// twice.
fn with_attempt(mut open: Vec<Attempt>, theirs: Attempt) -> Vec<Attempt> {
    let reached = |attempt: &Attempt| (attempt.answers.iter().count(), attempt.started);
    match open.iter_mut().find(|mine| mine.paper == theirs.paper || mine.started == theirs.started) {
        Some(mine) if reached(mine) < reached(&theirs) => *mine = theirs,
        Some(_) => {}
        None => open.push(theirs),
    }
    open
}

fn later(mine: Option<Attempt>, theirs: Option<Attempt>) -> Option<Attempt> {
    let finished = |attempt: &Option<Attempt>| attempt.as_ref().and_then(|attempt| attempt.finished);
    if finished(&mine) < finished(&theirs) { theirs } else { mine }
}

fn best(mine: DateMap<Played>, theirs: DateMap<Played>) -> DateMap<Played> {
    let calendar = |days| Calendar { format: Format, days };
    calendar(mine).merge(&calendar(theirs)).days
}

fn with_certificate(mut certificates: Vec<Certificate>, theirs: Certificate) -> Vec<Certificate> {
    if certificates.iter().all(|mine| mine.attempt != theirs.attempt) {
        certificates.push(theirs);
    }
    certificates
}

fn with_new<T: PartialEq>(mut list: Vec<T>, theirs: T) -> Vec<T> {
    if !list.contains(&theirs) {
        list.push(theirs);
    }
    list
}

fn merged<K: Clone + Ord, V: Clone>(
    mut mine: SortedMap<K, V>,
    theirs: &SortedMap<K, V>,
    choose: impl Fn(V, V) -> V,
) -> SortedMap<K, V> {
    for (key, value) in theirs.iter() {
        let value = value.clone();
        let chosen = match mine.get(key) {
            Some(mine) => choose(mine.clone(), value),
            None => value,
        };
        mine.insert(key.clone(), chosen);
    }
    mine
}
