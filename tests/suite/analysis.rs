//! Statistics of tests against what another hand and a slower way reckon.

use proptest::prelude::*;
use serde_json::Value;
use sixinto_core::analysis::{Analysis, Item, Marks, Response, Verdict, analyse};
use sixinto_core::paper::MICRO;
use sixinto_tests::read;

/// Everybody's marks in whole points.
fn marks(worth: &[u64], people: &[Vec<u64>]) -> Marks {
    let items = worth.iter().map(|of| Item { of: of * MICRO, ..Item::default() }).collect();
    let response = |points: &u64| Some(Response { micropoints: points * MICRO, ..Response::default() });
    Marks { items, people: people.iter().map(|person| person.iter().map(response).collect()).collect() }
}

/// A question with four choices of which the first is right, answered by these people, and another that the strong get
/// right.
fn answered(chosen: &[usize], strong: &[bool]) -> Analysis {
    let first = Item { of: MICRO, random_guess: Some(25.0), choices: vec![true, false, false, false] };
    let second = Item { of: MICRO, ..Item::default() };
    let person = |(choice, is_strong): (&usize, &bool)| {
        let own = Response { micropoints: MICRO * u64::from(*choice == 0), is_blank: false, chosen: vec![*choice] };
        vec![Some(own), Some(Response { micropoints: MICRO * u64::from(*is_strong), ..Response::default() })]
    };
    analyse(&Marks { items: vec![first, second], people: chosen.iter().zip(strong).map(person).collect() })
}

fn near(found: Option<f64>, wanted: Option<f64>) -> bool {
    match (found, wanted) {
        (Some(found), Some(wanted)) => (found - wanted).abs() <= 1e-6 * wanted.abs().max(1.0),
        (found, wanted) => found == wanted,
    }
}

/// Holds every number of an expectation against the one of that name.
fn assert_all_near(found: &Value, wanted: &Value) {
    for (name, wanted) in wanted.as_object().expect("an object") {
        assert!(near(found[name].as_f64(), wanted.as_f64()), "{name}: {} is not {wanted}", found[name]);
    }
}

#[test]
fn a_small_test_comes_out_as_another_hand_reckons_it() {
    let fixture: Value = serde_json::from_str(&read("fixtures/analysis/nine-people.json")).expect("JSON");
    let list =
        |value: &Value| -> Vec<u64> { value.as_array().into_iter().flatten().filter_map(Value::as_u64).collect() };
    let people: Vec<Vec<u64>> = fixture["marks"].as_array().expect("a list").iter().map(list).collect();
    let found = serde_json::to_value(analyse(&marks(&list(&fixture["of"]), &people))).expect("JSON");
    assert_all_near(&found["test"], &fixture["test"]);
    for (found, wanted) in
        found["items"].as_array().into_iter().flatten().zip(fixture["items"].as_array().expect("a list"))
    {
        assert_all_near(found, wanted);
    }
    assert_eq!(found["test"]["is_kr20"], false);
}

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).expect("a small number"))
}

/// Covariance as half the mean product of differences over all pairs of people: no mean is taken.
fn slow_covariance(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len();
    let pairs = (0..n).flat_map(|one| (0..n).map(move |other| (one, other)));
    let sum: f64 = pairs.map(|(one, other)| (x[one] - x[other]) * (y[one] - y[other])).sum();
    sum / real(2 * n * (n - 1))
}

/// The largest covariance over all ways to pair two lists.
fn slow_largest(x: &[f64], y: &mut Vec<f64>, from: usize) -> f64 {
    if from == y.len() {
        return slow_covariance(x, y);
    }
    let mut best = f64::NEG_INFINITY;
    for at in from..y.len() {
        y.swap(from, at);
        best = best.max(slow_largest(x, y, from + 1));
        y.swap(from, at);
    }
    best
}

fn column(people: &[Vec<u64>], at: usize) -> Vec<f64> {
    people.iter().map(|person| f64::from(u32::try_from(person[at]).expect("a small number"))).collect()
}

fn small_test() -> impl Strategy<Value = (Vec<u64>, Vec<Vec<u64>>)> {
    prop::collection::vec(1_u64..4, 1..5).prop_flat_map(|worth| {
        let person: Vec<_> = worth.iter().map(|of| 0..=*of).collect();
        (Just(worth), prop::collection::vec(person, 2..6))
    })
}

proptest! {
    #[test]
    fn every_index_is_what_its_definition_says((worth, people) in small_test()) {
        let analysis = analyse(&marks(&worth, &people));
        let totals: Vec<f64> = people.iter().map(|person| column(&[vec![person.iter().sum()]], 0)[0]).collect();
        let of_nothing = |value: f64| value.abs() < 1e-9;
        let mut between = 0.0;
        for (at, item) in analysis.items.iter().enumerate() {
            let x = column(&people, at);
            let rest: Vec<f64> = totals.iter().zip(&x).map(|(total, own)| total - own).collect();
            let (own, varies) = (slow_covariance(&x, &rest), slow_covariance(&x, &x) * slow_covariance(&rest, &rest));
            let index = (!of_nothing(varies)).then(|| 100.0 * own / varies.sqrt());
            prop_assert!(near(item.discrimination_index, index), "{:?} {index:?}", item.discrimination_index);
            let best = slow_largest(&x, &mut rest.clone(), 0);
            let efficiency = (!of_nothing(best)).then(|| 100.0 * own / best);
            prop_assert!(near(item.discriminative_efficiency, efficiency), "{:?} {efficiency:?}", item.discriminative_efficiency);
            for other in (0..worth.len()).filter(|other| *other != at) {
                between += slow_covariance(&x, &column(&people, other));
            }
        }
        // Alpha by the covariances between items instead of the variances of each.
        let (p, all) = (real(worth.len()), slow_covariance(&totals, &totals));
        let is_told = worth.len() > 1 && people.len() > 2 && !of_nothing(all);
        let alpha = is_told.then(|| 100.0 * p / (p - 1.0) * between / all);
        prop_assert!(near(analysis.test.internal_consistency, alpha), "{:?} {alpha:?}", analysis.test.internal_consistency);
    }
}

#[test]
fn what_is_right_or_wrong_and_worth_the_same_has_kuder_and_richardsons_number() {
    let people = vec![vec![2, 2, 2], vec![2, 2, 0], vec![2, 0, 0], vec![0, 0, 0]];
    let test = analyse(&marks(&[2, 2, 2], &people)).test;
    // KR-20 = k/(k-1) (1 - Σpq/σ²) with σ² and pq of all four: 3/2 (1 - (3/16 + 4/16 + 3/16) / (5/4)) = 0.75.
    assert!(test.is_kr20 && near(test.internal_consistency, Some(75.0)), "{test:?}");
    assert!(!analyse(&marks(&[2, 2, 1], &people)).test.is_kr20);
}

#[test]
fn what_is_not_defined_is_nothing() {
    let alike = analyse(&marks(&[1, 1], &[vec![1, 0], vec![1, 0], vec![1, 0]]));
    assert_eq!((alike.test.skewness, alike.test.internal_consistency), (None, None));
    assert_eq!((alike.items[0].discrimination_index, alike.items[0].effective_weight), (None, None));
    let alone = analyse(&marks(&[1], &[vec![1]]));
    assert_eq!((alone.test.mean, alone.test.standard_deviation), (Some(1.0), None));
    assert_eq!(analyse(&Marks::default()).test.mean, None);
}

#[test]
fn people_who_were_asked_other_questions_have_no_internal_consistency() {
    let mut marks = marks(&[1, 1, 1], &[vec![1, 1, 0], vec![1, 0, 0], vec![0, 1, 1], vec![1, 1, 1]]);
    marks.people[0][2] = None;
    let analysis = analyse(&marks);
    assert!(!analysis.test.same_items && analysis.test.internal_consistency.is_none() && analysis.test.of.is_none());
    assert_eq!(analysis.items[2].people, 3);
}

#[test]
fn a_choice_that_strong_people_take_asks_for_a_look_at_the_key() {
    let chosen = [1, 1, 1, 1, 1, 1, 0, 0, 0, 2, 3, 0];
    let strong = [true, true, true, true, true, true, false, false, false, false, false, false];
    let item = &answered(&chosen, &strong).items[0];
    assert_eq!(item.verdicts, [Verdict::CheckKey { choice: Some(1) }]);
    assert!(item.works_against || item.discrimination_index < Some(0.0));
}

#[test]
fn easy_hard_and_guessed_questions_are_told_apart() {
    let half: Vec<bool> = (0..20).map(|at| at < 10).collect();
    let verdicts = |chosen: &[usize]| -> Vec<&'static str> {
        answered(chosen, &half).items[0].verdicts.iter().map(Verdict::code).collect()
    };
    assert_eq!(verdicts(&[0; 20]), ["too-easy"]);
    let guessed: Vec<usize> = (0..20).map(|at| at % 4).collect();
    assert_eq!(verdicts(&guessed), ["like-guessing"]);
    // Eight of ten strong and eight of ten weak people are right.
    let alike: Vec<usize> = (0..20).map(|at| if at % 10 < 7 { 0 } else { at % 10 - 6 }).collect();
    assert_eq!(verdicts(&alike), ["does-not-separate"]);
    let picks: Vec<usize> = (0..20).map(|at| if at < 10 { 0 } else { at % 4 }).collect();
    assert_eq!(verdicts(&picks), [""; 0]);
}

#[test]
fn nothing_is_said_of_strong_and_weak_where_there_are_few_people() {
    let strong = [true, true, true, false, false, false];
    assert_eq!(answered(&[1, 1, 1, 0, 0, 0], &strong).items[0].verdicts, []);
}
