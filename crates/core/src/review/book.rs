//! The review book.

use std::collections::BinaryHeap;

use serde::Serialize;

use super::{Card, Try};
use crate::Id;
use crate::day::{Day, Millis};
use crate::json::{Fields, Format, Node, Read, Reader, Versioned};
use crate::map::{IdMap, IdSet, Named};

/// The version of the book as it is stored.
pub const FORMAT: u32 = 1;

/// Right on this many days in a row, a question is no longer among the mistakes. It stays in the book.
const MASTERED: u32 = 2;

/// What one person did with every question they were asked: a plain value, to be stored after every try.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReviewBook {
    /// Version of this format.
    pub format: Format<FORMAT>,
    /// A card for each question that was ever tried, in the review book or not.
    pub cards: IdMap<Card>,
    /// Questions that the person likes to find again.
    pub favourites: IdSet,
}

impl Versioned for ReviewBook {
    const FORMAT: u32 = FORMAT;
}

impl Read for ReviewBook {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["format", "cards", "favourites"], reader);
        let book = Self {
            format: fields.take("format", reader),
            cards: fields.take::<Named<_, _>>("cards", reader).0,
            favourites: fields.take("favourites", reader),
        };
        fields.end(reader);
        book
    }
}

impl ReviewBook {
    /// Takes down how questions went. What the book was told before changes nothing, so that the same report can be
    /// looked at twice.
    pub fn record(&mut self, tries: &[Try], now: Millis) {
        for told in tries {
            let card = self.cards.get(&told.question).copied();
            if card.is_none_or(|card| is_new(told, card, now)) {
                self.cards.insert(told.question.clone(), Card::after(card, told));
            }
        }
    }

    /// Takes a question out of the review book. A further mistake brings it back.
    pub fn remove(&mut self, question: &Id, now: Millis) {
        if let Some(card) = self.cards.get(question).filter(|card| card.kept).copied() {
            self.cards.insert(question.clone(), card.put_away(now));
        }
    }

    /// Puts a question that was tried before into the review book.
    pub fn keep(&mut self, question: &Id, now: Millis) {
        if let Some(card) = self.cards.get(question).copied() {
            self.cards.insert(question.clone(), card.keep(now));
        }
    }

    /// Makes a question a favourite.
    pub fn favourite(&mut self, question: Id) {
        self.favourites.insert(question);
    }

    /// Makes it one no longer.
    pub fn unfavourite(&mut self, question: &Id) {
        self.favourites.remove(question);
    }

    /// What to ask today, the most forgotten first.
    pub fn due(&self, today: Day) -> Vec<&Id> {
        let due = self.cards.iter().filter(|(_, card)| card.is_due(today));
        lowest_first(due.map(|(id, card)| (card.recall(today), id)))
    }

    /// The first day after today for which something is in the book.
    pub fn next_due(&self, today: Day) -> Option<Day> {
        let kept = self.cards.iter().filter(|(_, card)| card.kept && !card.is_due(today));
        kept.map(|(_, card)| card.due).min()
    }

    /// What was got wrong, or right with difficulty, and not right on two days in a row since. What was not tried for the
    /// longest time comes first, so that whoever practises some of them has the others next.
    pub fn mistakes(&self) -> Vec<&Id> {
        let open = self.cards.iter().filter(|(_, card)| card.kept && card.streak < MASTERED);
        lowest_first(open.map(|(id, card)| (card.at, id)))
    }
}

/// Questions in the order of their numbers, and of their ids where those are the same.
fn lowest_first<'a>(numbered: impl Iterator<Item = (u64, &'a Id)>) -> Vec<&'a Id> {
    // A heap sorts in a fifth of the code that the standard library's sort is, which residents download.
    let heap: BinaryHeap<(u64, &Id)> = numbered.collect();
    heap.into_sorted_vec().into_iter().map(|(_, id)| id).collect()
}

/// Whether the book has not been told of a try. One from before the card's last is an old one, unless the card is from
/// a time to come: then the clock was turned back since, and the person must not wait until it has caught up.
fn is_new(told: &Try, card: Card, now: Millis) -> bool {
    told.at > card.at || (told.at < card.at && card.at > now)
}
