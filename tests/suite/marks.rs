//! Marks are exact, and depend on nothing but the answers.

use proptest::prelude::*;
use sixinto_core::attempt::{Action, Error};
use sixinto_core::bank::{self, Pool};
use sixinto_core::map::IdSet;
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::score::{self, Outcome, Rule};
use sixinto_core::{Answer, Attempt, Blueprint, Seed};
use sixinto_tests::make::{self, Made};

const QUESTION: Made = Made { theme: "a", kind: "multiple", difficulty: 1 };

fn start(pool: &Pool, blueprint: &Blueprint, seed: u32) -> Attempt {
    let request = Request { blueprint, themes: &[], seed: Seed(seed), seen: &Seen::default() };
    Attempt::start(paper::draw(pool, request).expect("enough questions"), 1_000)
}

fn multiple(chosen: &[&str]) -> Answer {
    Answer::Multiple(chosen.iter().map(|id| make::id(id)).collect::<IdSet>())
}

fn answer(attempt: &mut Attempt, pool: &Pool, at: usize, answer: Answer) -> Result<(), Error> {
    let question = attempt.paper.questions[at].id.clone();
    attempt.act(pool, Action::Answer { question, answer: Some(answer) }, 2_000)
}

/// Points in millionths of one multiple question worth a point, of which a and c are right.
fn earned(pool: &Pool, seed: u32, rule: Rule, chosen: &[&str]) -> u64 {
    let blueprint = make::blueprint(r#"[{"count":1,"points":1}]"#, rule.name());
    let mut attempt = start(pool, &blueprint, seed);
    answer(&mut attempt, pool, 0, multiple(chosen)).expect("an answer that fits");
    attempt.act(pool, Action::Finish, 3_000).expect("an open attempt");
    score::mark(pool, &attempt, "en").expect("a finished attempt").micropoints
}

fn chosen() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["a", "b", "c", "d"], 0..=4)
}

proptest! {
    #[test]
    fn marks_stay_within_bounds_under_every_rule(chosen in chosen(), seed in any::<u32>()) {
        let pool = make::pool(&[QUESTION]);
        for rule in Rule::ALL {
            let points = earned(&pool, seed, rule, &chosen);
            prop_assert!(points <= paper::MICRO);
            prop_assert_eq!(points == paper::MICRO, chosen == ["a", "c"]);
            if chosen.is_empty() {
                prop_assert_eq!(points, 0);
            }
        }
    }

    #[test]
    fn the_order_of_the_choices_never_changes_a_mark(chosen in chosen(), seeds in any::<(u32, u32)>()) {
        let text = make::bank_text(&[QUESTION]);
        let turned = text.replacen(r#"{"id":"a","text":"a","correct":true,"fixed":false},"#, "", 1).replacen(
            r#""fixed":true}]"#,
            r#""fixed":true},{"id":"a","text":"a","correct":true,"fixed":false}]"#,
            1,
        );
        prop_assert_ne!(&text, &turned);
        let pools = [text, turned].map(|text| Pool::new(vec![bank::parse(&text).expect("a bank")]).expect("one question"));
        for rule in Rule::ALL {
            prop_assert_eq!(earned(&pools[0], seeds.0, rule, &chosen), earned(&pools[1], seeds.1, rule, &chosen));
        }
    }
}

#[test]
fn exactly_the_pass_mark_passes_and_a_point_less_does_not() {
    let pool = make::pool(&[Made { kind: "judge", ..QUESTION }; 10]);
    let blueprint =
        Blueprint { pass_percent: Some(80), ..make::blueprint(r#"[{"count":10,"points":10}]"#, "all-or-nothing") };
    let passed = |right: usize| {
        let mut attempt = start(&pool, &blueprint, 1);
        for at in 0..10 {
            answer(&mut attempt, &pool, at, Answer::Judge(at < right)).expect("an answer that fits");
        }
        attempt.act(&pool, Action::Finish, 3_000).expect("an open attempt");
        let report = score::mark(&pool, &attempt, "zh-CN").expect("a finished attempt");
        (report.percent, report.passed)
    };
    assert_eq!(passed(8), (80, Some(true)));
    assert_eq!(passed(7), (70, Some(false)));
}

#[test]
fn thirds_of_a_point_add_up_without_losing_one_twice() {
    let pool = make::pool(&[QUESTION; 3]);
    let blueprint = make::blueprint(r#"[{"count":3,"points":1}]"#, "per-choice");
    let mut attempt = start(&pool, &blueprint, 1);
    for at in 0..3 {
        answer(&mut attempt, &pool, at, multiple(&["a"])).expect("an answer that fits");
    }
    attempt.act(&pool, Action::Finish, 3_000).expect("an open attempt");
    let report = score::mark(&pool, &attempt, "en").expect("a finished attempt");
    assert_eq!((report.micropoints, report.percent, report.right), (1_500_000, 50, 0));
    assert!(report.marks.iter().all(|mark| mark.outcome == Outcome::Partial));
}

#[test]
fn a_question_worded_anew_is_an_error_and_never_a_mark() {
    let text = make::bank_text(&[QUESTION, QUESTION]);
    let pool = |text: &str| Pool::new(vec![bank::parse(text).expect("a bank")]).expect("two questions");
    let blueprint = make::blueprint(r#"[{"count":1,"points":1}]"#, "all-or-nothing");
    let mut attempt = start(&pool(&text), &blueprint, 1);
    let asked = attempt.paper.questions[0].id.as_str().to_owned();
    let other = if asked == "q000" { "q001" } else { "q000" };
    let stem_of = |id: &str| format!(r#""stem":"{}""#, id[1..].parse::<u32>().expect("a number after the q"));

    let elsewhere = pool(&text.replace(&stem_of(other), r#""stem":"new""#));
    assert_eq!(
        attempt.clone().resume(&elsewhere, 2_000).as_ref(),
        Ok(&attempt),
        "another question is nobody's business"
    );

    let changed = pool(&text.replace(&stem_of(&asked), r#""stem":"new""#));
    assert_eq!(attempt.clone().resume(&changed, 2_000), Err(Error::BankChanged));
    assert_eq!(answer(&mut attempt, &changed, 0, multiple(&["a"])), Err(Error::BankChanged));
    attempt.act(&pool(&text), Action::Finish, 3_000).expect("an open attempt");
    assert_eq!(score::mark(&changed, &attempt, "en").err(), Some(score::Error::BankChanged));
}

#[test]
fn the_deadline_is_on_the_wall_and_ends_the_attempt() {
    let pool = make::pool(&[QUESTION; 2]);
    let blueprint = Blueprint { seconds: Some(60), ..make::blueprint(r#"[{"count":2,"points":1}]"#, "all-or-nothing") };
    let mut attempt = start(&pool, &blueprint, 1);
    assert_eq!(attempt.time_left(31_000), Some(30_000));
    assert_eq!(attempt.act(&pool, Action::Go(1), 61_000), Err(Error::TimeOver));
    assert_eq!(attempt.act(&pool, Action::Go(2), 2_000), Err(Error::UnknownQuestion));

    let late = attempt.clone().resume(&pool, 999_000).expect("the same questions");
    assert_eq!(late.finished, Some(61_000), "at its deadline, not when it was found");

    attempt.act(&pool, Action::Finish, 500).expect("an open attempt");
    assert_eq!(attempt.finished, Some(1_000), "a clock turned back does not end it before it began");
    assert_eq!(attempt.act(&pool, Action::Go(0), 2_000), Err(Error::Finished));
}

#[test]
fn an_attempt_that_was_handed_in_early_stays_so_when_it_is_looked_at_late() {
    let pool = make::pool(&[QUESTION]);
    let exam = Blueprint { seconds: Some(60), ..make::blueprint(r#"[{"count":1,"points":1}]"#, "all-or-nothing") };
    let mut attempt = start(&pool, &exam, 1);
    attempt.act(&pool, Action::Finish, 3_000).expect("an open attempt");
    assert_eq!(attempt.clone().resume(&pool, 500_000), Ok(attempt));
}

#[test]
fn an_answer_that_does_not_fit_changes_nothing() {
    let pool = make::pool(&[QUESTION]);
    let mut attempt = start(&pool, &make::blueprint(r#"[{"count":1,"points":1}]"#, "all-or-nothing"), 1);
    answer(&mut attempt, &pool, 0, multiple(&["a"])).expect("an answer that fits");
    let before = attempt.clone();
    let codes = [multiple(&["z"]), Answer::Judge(true), Answer::Single(make::id("a"))]
        .map(|given| answer(&mut attempt, &pool, 0, given).expect_err("it does not fit").code());
    assert_eq!(codes, ["unknown-choice", "wrong-kind", "wrong-kind"]);
    assert_eq!(attempt, before);
}

#[test]
fn the_key_stays_shut_until_it_may_be_shown() {
    let pool = make::pool(&[QUESTION]);
    let exam = make::blueprint(r#"[{"count":1,"points":1}]"#, "all-or-nothing");
    let practice = Blueprint { feedback: sixinto_core::preset::FeedbackTime::Each, ..exam.clone() };
    let id = make::id("q000");
    for (blueprint, after_lock) in [(exam, Some(score::Error::NotFinished)), (practice, None)] {
        let mut attempt = start(&pool, &blueprint, 1);
        assert_eq!(score::feedback(&pool, &attempt, &id, "en").err(), Some(score::Error::NotFinished));
        attempt.act(&pool, Action::Lock(id.clone()), 2_000).expect("an open attempt");
        assert_eq!(score::feedback(&pool, &attempt, &id, "en").err(), after_lock);
        assert_eq!(answer(&mut attempt, &pool, 0, multiple(&["a"])), Err(Error::Locked));
        attempt.act(&pool, Action::Finish, 3_000).expect("an open attempt");
        assert!(score::feedback(&pool, &attempt, &id, "en").is_ok());
    }
}
