//! Memory is reckoned as FSRS-6 is published.

use serde_json::Value;
use sixinto_core::review::fsrs::{Memory, Rating, Weights};
use sixinto_tests::read;

fn fixture(name: &str) -> Value {
    serde_json::from_str(&read(&format!("fixtures/review/{name}.json"))).expect("JSON")
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().expect("a list").iter().map(|number| number.as_f64().expect("a number")).collect()
}

fn days(list: &Value) -> Vec<u32> {
    let day = |number: &Value| number.as_u64().and_then(|days| u32::try_from(days).ok()).expect("days");
    list.as_array().expect("a list").iter().map(day).collect()
}

fn ratings(list: &Value) -> Vec<Rating> {
    let known = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];
    let rating = |number: u32| known.into_iter().find(|rating| *rating as u32 == number).expect("a rating");
    days(list).into_iter().map(rating).collect()
}

fn after(weights: &Weights, history: &Value) -> Memory {
    let mut tries = ratings(&history["ratings"]).into_iter().zip(days(&history["gaps"]));
    let (first, _) = tries.next().expect("a first try");
    tries.fold(weights.first(first), |memory, (rating, gap)| weights.next(memory, gap, rating))
}

/// Others compute with 32 bits, which is seven digits after one step and fewer after many.
fn assert_near(found: f64, published: &Value) {
    let published = published.as_f64().expect("a number");
    assert!((found - published).abs() <= 1e-6 + published * 1e-5, "{found} is not {published}");
}

#[test]
fn memory_is_as_published() {
    let published = &fixture("published")["memory"];
    let memory = after(&Weights::DEFAULT, published);
    assert_near(memory.stability, &published["stability"]);
    assert_near(memory.difficulty, &published["difficulty"]);
    let Weights(mut weights) = Weights::DEFAULT;
    weights[17..=19].fill(0.0);
    let memory = after(&Weights(weights), published);
    assert_near(memory.stability, &published["stability_without_short_term"]);
    assert_near(memory.difficulty, &published["difficulty"]);
}

#[test]
fn intervals_are_as_published() {
    let published = &fixture("published")["intervals"];
    let stability = published["stability"].as_f64().expect("a number");
    let retentions = numbers(&published["retentions"]);
    let interval = |retention: f64| Weights::DEFAULT.interval(stability, retention).round().max(1.0);
    let found: Vec<f64> = retentions.into_iter().map(interval).collect();
    assert_eq!(found, numbers(&published["days"]));
}

#[test]
fn recall_is_as_published() {
    let published = &fixture("published")["recall"];
    let (gaps, stabilities) = (days(&published["gaps"]), numbers(&published["stabilities"]));
    let probabilities = published["probabilities"].as_array().expect("a list");
    assert_eq!(gaps.len(), probabilities.len());
    for ((gap, stability), probability) in gaps.into_iter().zip(stabilities).zip(probabilities) {
        assert_near(Weights::DEFAULT.recall(stability, gap), probability);
    }
}

#[test]
fn a_long_schedule_is_as_published() {
    let published = &fixture("published")["scheduler"];
    let mut memory: Option<Memory> = None;
    let mut found = vec![];
    for rating in ratings(&published["ratings"]) {
        let gap = found.last().copied().unwrap_or(0);
        let next = memory.map_or(Weights::DEFAULT.first(rating), |memory| Weights::DEFAULT.next(memory, gap, rating));
        let is_same_day = memory.is_none() || rating == Rating::Again;
        let interval = Weights::DEFAULT.interval(next.stability, 0.9).round().max(1.0);
        let whole = (0..1000).find(|days| f64::from(*days) >= interval).expect("less than three years");
        found.push(if is_same_day { 0 } else { whole });
        memory = Some(next);
    }
    assert_eq!(found, days(&published["days"]));
}

#[test]
fn generated_histories_are_remembered_as_the_makers_of_fsrs_remember_them() {
    let generated = fixture("generated");
    let histories = generated["histories"].as_array().expect("a list");
    assert_eq!(histories.len(), 60);
    for history in histories {
        let memory = after(&Weights::DEFAULT, history);
        assert_near(memory.stability, &history["stability"]);
        assert_near(memory.difficulty, &history["difficulty"]);
    }
}
