//! The calendar of the daily paper: what is kept, what is shown, and what counts as a streak.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sixinto_core::Seed;
use sixinto_core::calendar::{Calendar, Sheet, State};
use sixinto_core::date::Date;
use sixinto_core::day::Day;
use sixinto_core::json;
use sixinto_tests::{expect_file, read};

fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

/// The day so many days after 2026-05-20.
fn may(days: u32) -> Date {
    Day::of(1_779_210_000_000).after(days).date()
}

fn sheet(calendar: &Calendar, today: &str) -> Sheet {
    calendar.sheet(date(today).month(), date(today))
}

fn states(sheet: &Sheet) -> String {
    let letter = |state| match state {
        State::OnTime => 'x',
        State::Late => 'l',
        State::Open => 'o',
        State::Missed => '-',
        State::Future => '.',
    };
    sheet.days.iter().map(|day| letter(day.state)).collect()
}

fn june() -> Calendar {
    let mut calendar = Calendar::default();
    for (day, percent, played_on) in [
        ("2026-05-31", 60, "2026-05-31"),
        ("2026-06-01", 80, "2026-06-01"),
        ("2026-06-02", 100, "2026-06-02"),
        ("2026-06-04", 40, "2026-06-06"),
        ("2026-06-05", 60, "2026-06-05"),
        ("2026-06-06", 80, "2026-06-06"),
    ] {
        calendar.record(date(day), percent, date(played_on));
    }
    calendar
}

#[test]
fn a_month_shows_what_became_of_each_day() {
    let sheet = sheet(&june(), "2026-06-07");
    assert_eq!(states(&sheet), "xx-lxxo.......................");
    assert_eq!((sheet.done, sheet.on_time, sheet.streak, sheet.longest), (5, 4, 2, 3));
    let text = serde_json::to_string_pretty(&sheet).expect("a sheet");
    expect_file("fixtures/calendar/sheet.json", &format!("{text}\n"));
}

#[test]
fn a_streak_lasts_until_the_day_is_over_and_runs_on_over_months() {
    assert_eq!(sheet(&june(), "2026-06-02").streak, 3);
    assert_eq!(sheet(&june(), "2026-06-03").streak, 3);
    assert_eq!(sheet(&june(), "2026-06-04").streak, 0);
    let mut calendar = june();
    calendar.record(date("2026-06-03"), 100, date("2026-06-07"));
    assert_eq!(sheet(&calendar, "2026-06-07").longest, 3, "what is made up for later is no streak");
}

#[test]
fn the_best_score_stays_and_so_does_being_on_time() {
    let mut calendar = june();
    let day = date("2026-06-01");
    calendar.record(day, 20, date("2026-06-09"));
    assert_eq!(calendar.days.get(&day).map(|played| (played.percent, played.on_time)), Some((80, true)));
    calendar.record(day, 100, date("2026-06-09"));
    assert_eq!(calendar.days.get(&day).map(|played| (played.percent, played.on_time)), Some((100, true)));
}

#[test]
fn weeks_begin_on_monday() {
    let columns = |month: &str| -> Vec<u8> {
        let days = sheet(&Calendar::default(), month).days;
        days.iter().take(3).map(|day| day.column).collect()
    };
    assert_eq!(columns("2026-06-01"), [1, 2, 3]);
    assert_eq!(columns("2026-11-01"), [7, 1, 2]);
}

#[test]
fn the_stored_form_is_this_one() {
    let text = serde_json::to_string_pretty(&june()).expect("a calendar");
    expect_file("fixtures/calendar/calendar.json", &format!("{text}\n"));
    assert_eq!(json::read(&text), Ok(june()));
}

#[test]
fn a_calendar_that_is_none_is_refused_with_the_field() {
    let good = read("fixtures/calendar/calendar.json");
    for (from, to, pointer) in [
        (r#""format": 2"#, r#""format": 1"#, "/format"),
        ("2026-06-02", "2026-06-31", "/days"),
        ("2026-06-02", "2026-06-01", "/days/2026-06-01"),
        (r#""percent": 100"#, r#""percent": 101"#, "/percent"),
        (r#""on_time""#, r#""ontime""#, "/ontime"),
    ] {
        assert!(good.contains(from), "{from}");
        let failures = json::read::<Calendar>(&good.replacen(from, to, 1)).expect_err(to);
        assert!(failures.iter().any(|failure| failure.pointer.ends_with(pointer)), "{to}: {failures:?}");
    }
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop::collection::vec((0_u32..40, 0_u8..=100, 0_u32..3), 0..40).prop_map(|plays| {
        let mut calendar = Calendar::default();
        for (day, percent, late) in plays {
            calendar.record(may(day), percent, may(day + late / 2));
        }
        calendar
    })
}

proptest! {
    #[test]
    fn merging_does_not_care_about_order_or_repetition(a in any_calendar(), b in any_calendar(), c in any_calendar()) {
        prop_assert_eq!(a.clone().merge(&b), b.clone().merge(&a));
        prop_assert_eq!(a.clone().merge(&b).merge(&c), a.clone().merge(&b.clone().merge(&c)));
        prop_assert_eq!(&a.clone().merge(&a), &a);
    }

    #[test]
    fn streaks_are_what_one_counts_day_by_day(calendar in any_calendar(), today in 1_u32..45) {
        let is_on_time = |day: u32| calendar.days.get(&may(day)).is_some_and(|played| played.on_time);
        let run_up_to = |day: u32| u32::try_from((0..=day).rev().take_while(|day| is_on_time(*day)).count()).expect("days");
        let sheet = calendar.sheet(may(today).month(), may(today));
        let current = if is_on_time(today) { run_up_to(today) } else { run_up_to(today - 1) };
        prop_assert_eq!(sheet.streak, current);
        prop_assert_eq!(Some(sheet.longest), (0..45).map(run_up_to).max());
        prop_assert_eq!(sheet.done, sheet.days.iter().filter(|day| day.percent.is_some()).count());
    }
}

/// The page makes the same seeds of days by itself; a test of its own reads this file.
#[test]
fn the_seed_of_a_day_is_its_date_as_a_number() {
    let days = (0..200).map(|step| Day::of(0).after(step * 367).date());
    let seeds: BTreeMap<String, Seed> = days.map(|day| (day.to_string(), Seed::of_day(day))).collect();
    let text = serde_json::to_string_pretty(&seeds).expect("a table");
    expect_file("fixtures/calendar/seeds.json", &format!("{text}\n"));
}
