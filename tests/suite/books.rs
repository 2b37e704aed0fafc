//! Whatever a person, a clock or a second phone does, the review book keeps its promises.

use proptest::prelude::*;
use sixinto_core::day::{Day, Millis};
use sixinto_core::review::{ReviewBook, Try};
use sixinto_core::score::Outcome;
use sixinto_core::{Id, json};
use sixinto_tests::make::id;

use crate::review::{card, morning, try_of};

/// What a person does with the book.
#[derive(Clone, Debug)]
enum Act {
    Try(Try),
    Remove(Id),
    Keep(Id),
    Favourite(Id),
}

fn question() -> impl Strategy<Value = Id> {
    prop::sample::select(vec!["q0", "q1", "q2"]).prop_map(id)
}

fn a_try() -> impl Strategy<Value = Try> {
    let outcome = prop::sample::select(vec![Outcome::Right, Outcome::Right, Outcome::Partial, Outcome::Wrong]);
    // Few moments, so that two books often tell of the same one.
    let at = (0_u64..40, 0_u64..3).prop_map(|(day, hour)| morning(day) + hour * 3_600_000);
    (question(), outcome, at, any::<bool>()).prop_map(|(question, outcome, at, flagged)| Try {
        question,
        outcome,
        at,
        flagged,
    })
}

fn act() -> impl Strategy<Value = (Act, Millis)> {
    let now = (0_u64..40).prop_map(morning);
    prop_oneof![
        5 => a_try().prop_map(|try_of| { let at = try_of.at; (Act::Try(try_of), at) }),
        1 => (question().prop_map(Act::Remove), now.clone()),
        1 => (question().prop_map(Act::Keep), now.clone()),
        1 => (question().prop_map(Act::Favourite), now),
    ]
}

/// A book after anything at all, on a clock that jumps.
fn any_book() -> impl Strategy<Value = ReviewBook> {
    prop::collection::vec(act(), 0..20).prop_map(|acts| {
        let mut book = ReviewBook::default();
        for (act, now) in acts {
            match act {
                Act::Try(try_of) => book.record(&[try_of], now),
                Act::Remove(id) => book.remove(&id, now),
                Act::Keep(id) => book.keep(&id, now),
                Act::Favourite(id) => book.favourite(id),
            }
        }
        book
    })
}

proptest! {
    #[test]
    fn merging_does_not_care_about_order_or_repetition(a in any_book(), b in any_book(), c in any_book()) {
        prop_assert_eq!(a.clone().merge(&b), b.clone().merge(&a));
        prop_assert_eq!(a.clone().merge(&b).merge(&c), a.clone().merge(&b.clone().merge(&c)));
        prop_assert_eq!(&a.clone().merge(&a), &a);
        prop_assert_eq!(a.clone().merge(&b).merge(&a), a.merge(&b));
    }

    #[test]
    fn merging_loses_nothing(a in any_book(), b in any_book()) {
        let both = a.clone().merge(&b);
        for book in [&a, &b] {
            prop_assert!(book.favourites.iter().all(|id| both.favourites.contains(id)));
            for (id, card) in book.cards.iter() {
                let merged = both.cards.get(id).expect("no card is lost");
                prop_assert!(merged.at >= card.at && merged.right >= card.right && merged.wrong >= card.wrong);
                prop_assert!(merged.kept || !card.kept || merged.decided > card.decided);
            }
        }
        prop_assert!(both.cards.iter().all(|(id, _)| a.cards.get(id).or(b.cards.get(id)).is_some()));
    }

    #[test]
    fn what_was_told_once_is_not_told_again(book in any_book(), tries in prop::collection::vec(a_try(), 0..9)) {
        let now = morning(41);
        let mut once = book;
        once.record(&tries, now);
        let mut twice = once.clone();
        twice.record(&tries, now);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn any_clock_leaves_a_book_that_can_be_stored(
        tries in prop::collection::vec((0_u64..1_000_000_000_000_000, 0_u64..1_000_000_000_000_000, any::<bool>()), 1..9),
    ) {
        let mut book = ReviewBook::default();
        for (at, now, is_right) in tries {
            book.record(&[try_of(at, if is_right { Outcome::Right } else { Outcome::Wrong })], now);
        }
        let card = card(&book);
        prop_assert!(card.last < card.due || card.last == Day::LAST, "{card:?}");
        prop_assert!(card.due.since(card.last) <= 36_500);
        let text = serde_json::to_string(&book).expect("a book");
        prop_assert_eq!(json::read(&text), Ok(book));
    }

    #[test]
    fn the_most_forgotten_comes_first(book in any_book(), day in 0_u64..60) {
        let today = Day::of(morning(day));
        let due = book.due(today);
        let order = |id: &Id| (book.cards.get(id).expect("a card").recall(today), id.clone());
        prop_assert!(due.is_sorted_by_key(|id| order(id)));
        for (id, card) in book.cards.iter() {
            prop_assert_eq!(due.contains(&id), card.kept && (card.due <= today || card.last > today));
        }
        prop_assert!(book.next_due(today).is_none_or(|next| next > today));
        let is_waiting = book.cards.iter().any(|(id, card)| card.kept && !due.contains(&id));
        prop_assert_eq!(book.next_due(today).is_some(), is_waiting);
    }
}
