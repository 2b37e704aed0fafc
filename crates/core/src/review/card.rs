//! What the review book knows of one question.

use serde::Serialize;

use super::fsrs::{self, Memory, Rating, Weights};
use crate::day::{Day, Millis};
use crate::json::{Fields, Node, Read, Reader, Reason, Wanted, read_fields};
use crate::score::Outcome;
use crate::{Attempt, Id, ScoreReport};

/// One answer to one question, and how it went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Try {
    /// Which question.
    pub question: Id,
    /// How it went.
    pub outcome: Outcome,
    /// When.
    pub at: Millis,
    /// Whether the person marked it to look at again: right, but with difficulty.
    pub flagged: bool,
}

/// What is remembered of one question, and how it came to that. Memory is in millionths, so that it is stored exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Millionths of a day until nine in ten would still know it.
    pub stability: u64,
    /// Millionths; from 1 to 10.
    pub difficulty: u64,
    /// The day of the try that the memory is reckoned from.
    pub last: Day,
    /// The day to ask it again.
    pub due: Day,
    /// When it was last tried.
    pub at: Millis,
    /// How often it was right.
    pub right: u32,
    /// How often it was not.
    pub wrong: u32,
    /// Days in a row on which it was right, up to the last try.
    pub streak: u32,
    /// Whether it is in the review book.
    pub kept: bool,
    /// When that was decided, by a try or by hand: of two books the later decision counts.
    pub decided: Millis,
}

read_fields!(Try { question, outcome, at, flagged });

/// The tries of a finished attempt, from its marks.
pub fn tries(attempt: &Attempt, report: &ScoreReport<'_>) -> Vec<Try> {
    let at = attempt.finished.unwrap_or(attempt.started);
    let told = report.marks.iter().map(|mark| Try {
        question: mark.id.clone(),
        outcome: mark.outcome,
        at,
        flagged: attempt.flagged.contains(mark.id),
    });
    told.collect()
}

impl Read for Card {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let known = &["stability", "difficulty", "last", "due", "at", "right", "wrong", "streak", "kept", "decided"];
        let mut fields = Fields::of(node, known, reader);
        let card = Self {
            stability: fields.take("stability", reader),
            difficulty: fields.take("difficulty", reader),
            last: fields.take("last", reader),
            due: fields.take("due", reader),
            at: fields.take("at", reader),
            right: fields.take("right", reader),
            wrong: fields.take("wrong", reader),
            streak: fields.take("streak", reader),
            kept: fields.take("kept", reader),
            decided: fields.take("decided", reader),
        };
        fields.end(reader);
        if !fsrs::STABILITY.contains(&whole(card.stability)) {
            reader.fail_in("stability", Reason::Wanted(Wanted::WholeNumber));
        }
        if !fsrs::DIFFICULTY.contains(&whole(card.difficulty)) {
            reader.fail_in("difficulty", Reason::Wanted(Wanted::WholeNumber));
        }
        card
    }
}

impl Card {
    /// The probability that it is still known on a day, in millionths.
    pub fn recall(&self, today: Day) -> u64 {
        millionths(Weights::DEFAULT.recall(self.memory().stability, today.since(self.last)))
    }

    /// Whether it is in the review book and to be asked. A card from a day to come was written by a clock that has been
    /// turned back since; nobody knows when it was due, so it is.
    pub fn is_due(&self, today: Day) -> bool {
        self.kept && (self.due <= today || self.last > today)
    }

    /// What a further try makes of the card, and the first one of nothing.
    pub(super) fn after(before: Option<Self>, told: &Try) -> Self {
        let day = Day::of(told.at);
        let is_right = told.outcome == Outcome::Right;
        let enters = told.flagged || !is_right;
        let rating = if is_right { Rating::Good } else { Rating::Again };
        let (mut card, streak) = match before {
            None => (Self::default().remembering(Weights::DEFAULT.first(rating), day), 1),
            Some(card) if card.last == day => {
                let tomorrow = if enters && !card.kept { day.after(1) } else { card.due };
                (Self { due: card.due.min(tomorrow), ..card }, card.streak.max(1))
            }
            Some(card) => {
                let memory = Weights::DEFAULT.next(card.memory(), day.since(card.last), rating);
                (card.remembering(memory, day), card.streak.saturating_add(1))
            }
        };
        card.at = told.at;
        card.right = card.right.saturating_add(u32::from(is_right));
        card.wrong = card.wrong.saturating_add(u32::from(!is_right));
        card.streak = if is_right { streak } else { 0 };
        if enters { card.keep(told.at) } else { card }
    }

    /// The card in the review book.
    pub(super) fn keep(self, now: Millis) -> Self {
        Self { kept: true, decided: self.decided.max(now), ..self }
    }

    /// The card taken out of the review book. Of two decisions at one time the one to keep it counts, so this one has to
    /// be later.
    pub(super) fn put_away(self, now: Millis) -> Self {
        Self { kept: false, decided: now.max(self.decided.saturating_add(1)), ..self }
    }

    fn memory(&self) -> Memory {
        Memory { stability: whole(self.stability), difficulty: whole(self.difficulty) }
    }

    fn remembering(self, memory: Memory, day: Day) -> Self {
        /// Asked again when one in ten would have forgotten it: what the makers of FSRS advise.
        const RETENTION: f64 = 0.9;
        let days = Weights::DEFAULT.interval(memory.stability, RETENTION).round().max(1.0);
        Self {
            stability: millionths(memory.stability),
            difficulty: millionths(memory.difficulty),
            last: day,
            due: day.after(days_of(days)),
            ..self
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0.001 to 36500, or a probability")]
fn millionths(number: f64) -> u64 {
    (number * 1e6).round() as u64
}

#[expect(clippy::cast_precision_loss, reason = "what is read is less than 2^53")]
fn whole(millionths: u64) -> f64 {
    millionths as f64 / 1e6
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 36500")]
fn days_of(interval: f64) -> u32 {
    interval as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_memory_survives_being_stored_after_each_try() {
        let again = Card::default().remembering(Weights::DEFAULT.first(Rating::Again), Day::default());
        let card = [0, 1, 3, 8, 21].into_iter().fold(again, |card, gap| {
            let memory = Weights::DEFAULT.next(card.memory(), gap, Rating::Good);
            card.remembering(memory, card.last.after(gap))
        });
        // Published as 53.62691 and 6.3574867.
        assert_eq!((card.stability + 50) / 100, 536_269);
        assert_eq!((card.difficulty + 50) / 100, 63_575);
        assert_eq!(card.due, Day::default().after(33 + 54));
    }
}
