//! Two phones' books into one.

use super::{Card, ReviewBook};

impl ReviewBook {
    /// Puts two books together; no card and no favourite of either is lost. It does not matter which is put to which, in
    /// what order several are put together, or whether one is put in twice.
    ///
    /// Of a card that both have, what is remembered is as after the later try. Counts are the greater of the two, since
    /// the two books may share a past and adding would count it twice. Whether it is in the review book is as was
    /// decided last: what was taken out by hand stays out until it is got wrong again, on either phone.
    #[must_use]
    pub fn merge(mut self, other: &Self) -> Self {
        for (id, theirs) in other.cards.iter() {
            let merged = self.cards.get(id).map_or(*theirs, |ours| merge(*ours, *theirs));
            self.cards.insert(id.clone(), merged);
        }
        other.favourites.iter().for_each(|id| self.favourites.insert(id.clone()));
        self
    }
}

fn merge(one: Card, other: Card) -> Card {
    // Past the time it only matters that different memories differ, so that two books agree whichever is put to which.
    let memory = |card: &Card| (card.at, card.last, card.due, card.stability, card.difficulty, card.streak);
    let later = if memory(&one) < memory(&other) { other } else { one };
    let (decided, kept) = (one.decided, one.kept).max((other.decided, other.kept));
    Card { right: one.right.max(other.right), wrong: one.wrong.max(other.wrong), kept, decided, ..later }
}
