//! The review book asks again on the right day, and takes wrong clocks and other phones as they come.

use sixinto_core::day::{Day, Millis};
use sixinto_core::json;
use sixinto_core::review::{Card, ReviewBook, Try};
use sixinto_core::score::Outcome;
use sixinto_tests::make::id;
use sixinto_tests::read;

/// Ten in the morning in China, so many days after 2026-06-01.
pub(crate) fn morning(day: u64) -> Millis {
    const FIRST: Millis = 1_780_243_200_000 + 10 * 3_600_000;
    FIRST + day * 24 * 3_600_000
}

pub(crate) fn evening(day: u64) -> Millis {
    morning(day) + 9 * 3_600_000
}

pub(crate) fn try_of(at: Millis, outcome: Outcome) -> Try {
    Try { question: id("q"), outcome, at, flagged: false }
}

fn book_of(tries: &[Try]) -> ReviewBook {
    let mut book = ReviewBook::default();
    for try_of in tries {
        book.record(std::slice::from_ref(try_of), try_of.at);
    }
    book
}

pub(crate) fn card(book: &ReviewBook) -> Card {
    *book.cards.get(&id("q")).expect("a card")
}

fn days_until_due(book: &ReviewBook, day: u64) -> u32 {
    card(book).due.since(Day::of(morning(day)))
}

#[test]
fn a_mistake_comes_back_tomorrow_and_then_ever_later() {
    let mut book = book_of(&[try_of(morning(0), Outcome::Wrong)]);
    assert_eq!(days_until_due(&book, 0), 1);
    let mut gaps = vec![];
    let mut day = 1;
    for _ in 0..5 {
        assert!(book.due(Day::of(morning(day - 1))).is_empty());
        assert_eq!(book.due(Day::of(morning(day))), [&id("q")]);
        book.record(&[try_of(morning(day), Outcome::Right)], morning(day));
        gaps.push(days_until_due(&book, day));
        day += u64::from(days_until_due(&book, day));
    }
    assert!(gaps.is_sorted_by(|one, next| one < next), "{gaps:?}");
    assert!(gaps[4] > 30, "{gaps:?}");
}

#[test]
fn what_was_right_is_remembered_but_not_in_the_book() {
    let book = book_of(&[try_of(morning(0), Outcome::Right)]);
    assert!(!card(&book).kept);
    assert!(book.due(Day::of(morning(900))).is_empty() && book.mistakes().is_empty());
    assert_eq!(book.next_due(Day::of(morning(0))), None);
}

#[test]
fn what_was_not_right_or_right_with_difficulty_enters_the_book() {
    for outcome in [Outcome::Wrong, Outcome::Partial, Outcome::Blank] {
        assert!(card(&book_of(&[try_of(morning(0), outcome)])).kept, "{outcome:?}");
    }
    let flagged = Try { flagged: true, ..try_of(morning(0), Outcome::Right) };
    let book = book_of(&[flagged]);
    assert!(card(&book).kept);
    assert_eq!((card(&book).right, card(&book).streak), (1, 1));
    assert_eq!(book.mistakes(), [&id("q")]);
}

#[test]
fn only_the_first_try_of_a_day_schedules() {
    let first = book_of(&[try_of(morning(0), Outcome::Wrong)]);
    let both = book_of(&[try_of(morning(0), Outcome::Wrong), try_of(evening(0), Outcome::Right)]);
    let memory = |card: Card| (card.stability, card.difficulty, card.last, card.due);
    assert_eq!(memory(card(&first)), memory(card(&both)));
    assert_eq!((card(&both).right, card(&both).wrong, card(&both).at), (1, 1, evening(0)));
}

#[test]
fn a_mistake_later_in_the_day_is_asked_again_tomorrow() {
    let mut tries: Vec<Try> = [0, 2, 13].map(|day| try_of(morning(day), Outcome::Right)).into();
    assert!(days_until_due(&book_of(&tries), 13) > 20);
    tries.push(try_of(evening(13), Outcome::Wrong));
    let book = book_of(&tries);
    assert!(card(&book).kept);
    assert_eq!(days_until_due(&book, 13), 1);
}

#[test]
fn a_mistake_is_mended_by_being_right_on_two_days_and_not_twice_on_one() {
    let mut book = book_of(&[try_of(morning(0), Outcome::Wrong), try_of(evening(0), Outcome::Right)]);
    book.record(&[try_of(evening(0) + 1, Outcome::Right)], evening(0) + 1);
    assert_eq!((card(&book).streak, book.mistakes().len()), (1, 1));
    book.record(&[try_of(morning(1), Outcome::Right)], morning(1));
    assert_eq!((card(&book).streak, book.mistakes().len()), (2, 0));
    assert!(card(&book).kept, "the schedule goes on");
    assert!(book.next_due(Day::of(morning(1))).is_some());
    book.record(&[try_of(evening(1), Outcome::Wrong)], evening(1));
    assert_eq!((card(&book).streak, book.mistakes().len()), (0, 1));
}

#[test]
fn mistakes_come_in_the_order_in_which_they_were_tried_last() {
    let wrong = |question: &str, day| Try { question: id(question), ..try_of(morning(day), Outcome::Wrong) };
    let book = book_of(&[wrong("a", 0), wrong("b", 1), wrong("c", 1), wrong("a", 2)]);
    assert_eq!(book.mistakes(), [&id("b"), &id("c"), &id("a")]);
}

#[test]
fn what_is_taken_out_by_hand_stays_out_until_the_next_mistake() {
    let mut book = book_of(&[try_of(morning(0), Outcome::Wrong)]);
    let copy = book.clone();
    book.remove(&id("q"), evening(0));
    assert!(book.mistakes().is_empty() && book.due(Day::of(morning(9))).is_empty());
    let mut book = copy.clone().merge(&book);
    assert!(!card(&book).kept, "an old copy does not bring it back");
    book.record(&[try_of(morning(3), Outcome::Right)], morning(3));
    assert!(!card(&book).kept);
    book.record(&[try_of(morning(4), Outcome::Wrong)], morning(4));
    assert!(card(&book.clone().merge(&copy)).kept);
    book.remove(&id("q"), evening(4));
    book.keep(&id("q"), evening(4));
    assert!(card(&book).kept);
    book.keep(&id("never-asked"), evening(4));
    assert!(book.cards.get(&id("never-asked")).is_none());
}

#[test]
fn one_is_wrong_here_and_right_there_and_stays_in_the_book() {
    let here = book_of(&[try_of(morning(0), Outcome::Wrong)]);
    let there = book_of(&[try_of(evening(0), Outcome::Right)]);
    let both = here.merge(&there);
    assert!(card(&both).kept);
    assert_eq!((card(&both).at, card(&both).right, card(&both).wrong), (evening(0), 1, 1));
}

#[test]
fn an_old_report_looked_at_again_changes_nothing() {
    let tries = [try_of(morning(0), Outcome::Wrong), try_of(morning(1), Outcome::Right)];
    let book = book_of(&tries);
    let mut again = book.clone();
    again.record(&tries, morning(5));
    assert_eq!(again, book);
}

#[test]
fn a_clock_set_right_again_does_not_keep_the_person_waiting() {
    // The phone thought it was a thousand days later.
    let mut book = book_of(&[try_of(morning(1000), Outcome::Wrong)]);
    assert_eq!(book.due(Day::of(morning(0))), [&id("q")]);
    book.record(&[try_of(morning(0), Outcome::Right)], morning(0));
    assert_eq!((card(&book).last, card(&book).right), (Day::of(morning(0)), 1));
    assert!((1..10).contains(&days_until_due(&book, 0)));
}

#[test]
fn the_stored_form_is_this_one() {
    let mut book = book_of(&[try_of(morning(0), Outcome::Wrong), try_of(morning(1), Outcome::Right)]);
    book.favourite(id("q"));
    book.favourite(id("a"));
    let text = serde_json::to_string_pretty(&book).expect("a book");
    sixinto_tests::expect_file("fixtures/review/book.json", &format!("{text}\n"));
    assert_eq!(json::read(&text), Ok(book));
}

#[test]
fn a_book_that_is_none_is_refused_with_the_field() {
    let good = read("fixtures/review/book.json");
    assert!(json::read::<ReviewBook>(&good).is_ok());
    for (from, to, pointer) in [
        (r#""format": 1"#, r#""format": 2"#, "/format"),
        (r#""format": 1,"#, "", ""),
        (r#""kept": true"#, r#""kept": 1"#, "/cards/q/kept"),
        (r#""kept": true"#, r#""kept": true, "x": 1"#, "/cards/q/x"),
        (r#""right": 1"#, r#""right": -1"#, "/cards/q/right"),
        (r#""last": "#, r#""last": 99"#, "/cards/q/last"),
        (r#""difficulty": "#, r#""difficulty": 99"#, "/cards/q/difficulty"),
        (r#""stability": "#, r#""stability": 0, "at": "#, "/cards/q/stability"),
        (r#""q": {"#, r#""Q": {"#, "/cards/Q"),
        (r#""favourites": ["#, r#""favourites": [7, "#, "/favourites/0"),
    ] {
        assert!(good.contains(from), "{from}");
        let bad = good.replacen(from, to, 1);
        let failures = json::read::<ReviewBook>(&bad).expect_err(to);
        assert!(failures.iter().any(|failure| failure.pointer.ends_with(pointer)), "{to}: {failures:?}");
        assert!(json::read_value::<ReviewBook>(&bad).is_err(), "{to}");
    }
}
