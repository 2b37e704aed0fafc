//! The code of a certificate changes with everything that counts, and with nothing else.

use proptest::prelude::*;
use sixinto_core::attempt::Action;
use sixinto_core::bank::{self, Pool};
use sixinto_core::certificate::{self, Code, Misfit, Unearned};
use sixinto_core::json::read_value;
use sixinto_core::map::IdSet;
use sixinto_core::preset::FeedbackTime;
use sixinto_core::score::{self, Rule, ScoreReport};
use sixinto_core::{Answer, Attempt, Paper, Seed};
use sixinto_tests::{expect_file, make, read};

const STARTED: u64 = 1_700_000_000_000;

fn pool() -> Pool {
    Pool::new(vec![bank::parse(&read("fixtures/golden/bank.json")).expect("a bank")]).expect("ids that differ")
}

fn golden(name: &str) -> Attempt {
    read_value(&read(&format!("fixtures/golden/{name}.attempt.json"))).expect("an attempt")
}

fn report<'a>(pool: &'a Pool, attempt: &'a Attempt) -> ScoreReport<'a> {
    score::mark(pool, attempt, "en").expect("a finished attempt")
}

/// Something that may be done to an attempt outside a quiz.
type Change<'a> = &'a dyn Fn(&mut Attempt);

/// The golden exam with everything answered right, after a minute and a half.
fn passed(pool: &Pool) -> Attempt {
    let paper: Paper = read_value(&read("fixtures/golden/exam.paper.json")).expect("a paper");
    let mut attempt = Attempt::start(paper.clone(), STARTED);
    for asked in paper.questions {
        let answer = Some(pool.question(&asked.id).expect("a question of the pool").body.rules().key("zh-CN"));
        attempt.act(pool, Action::Answer { question: asked.id, answer }, STARTED + 1_000).expect("it fits");
    }
    attempt.act(pool, Action::Finish, STARTED + 90_000).expect("an open attempt");
    attempt
}

/// The code of a passed exam after a change that its report did not see.
fn code_after(pool: &Pool, change: impl FnOnce(&mut Attempt)) -> Code {
    let attempt = passed(pool);
    let report = report(pool, &attempt);
    let mut changed = attempt.clone();
    change(&mut changed);
    Code::of(&changed, report.micropoints)
}

#[test]
fn codes_are_what_they_always_were() {
    let pool = pool();
    let names = ["practice", "practice-seen", "exam", "daily", "every-kind", "weights", "tight", "given"];
    let line = |(name, attempt): (&str, Attempt)| {
        format!("{name} {}\n", Code::of(&attempt, report(&pool, &attempt).micropoints))
    };
    let attempts = names.map(|name| (name, golden(name))).into_iter().chain([("exam, passed", passed(&pool))]);
    expect_file("fixtures/golden/codes.txt", &attempts.map(line).collect::<String>());
}

#[test]
fn everything_that_counts_is_in_the_code() {
    let pool = pool();
    let id = || make::id("other");
    let changes: [(&str, Change<'_>); 14] = [
        ("format", &|attempt| attempt.paper.format = 2),
        ("preset", &|attempt| attempt.paper.preset = id()),
        ("a theme less", &|attempt| drop(attempt.paper.themes.pop())),
        ("seed", &|attempt| attempt.paper.seed = Seed(7)),
        ("rule", &|attempt| attempt.paper.rule = Rule::PerChoice),
        ("feedback", &|attempt| attempt.paper.feedback = FeedbackTime::Each),
        ("seconds", &|attempt| attempt.paper.seconds = None),
        ("pass mark", &|attempt| attempt.paper.pass_percent = Some(79)),
        ("bank", &|attempt| attempt.paper.bank = "00000000".parse().expect("a revision")),
        ("question", &|attempt| attempt.paper.questions[3].id = id()),
        ("order", &|attempt| attempt.paper.questions.swap(0, 1)),
        ("started", &|attempt| attempt.started += 1),
        ("finished", &|attempt| attempt.finished = None),
        ("answer more", &|attempt| attempt.answers.insert(id(), Answer::Judge(true))),
    ];
    let mut codes = vec![("nothing", code_after(&pool, |_| {}))];
    for (what, change) in changes {
        let code = code_after(&pool, change);
        for (other, known) in &codes {
            assert_ne!(code, *known, "{what} and {other}");
        }
        codes.push((what, code));
    }
}

#[test]
fn what_only_shows_is_not_in_the_code() {
    let pool = pool();
    let code = code_after(&pool, |attempt| {
        attempt.current = 3;
        attempt.flagged.insert(make::id("g-judge-00"));
        attempt.locked.insert(make::id("g-judge-00"));
    });
    assert_eq!(code, code_after(&pool, |_| {}));
}

#[test]
fn the_points_reached_are_in_the_code() {
    let pool = pool();
    let attempt = passed(&pool);
    let code = Code::of(&attempt, report(&pool, &attempt).micropoints);
    let better = ScoreReport { micropoints: 1, ..report(&pool, &attempt) };
    assert_ne!(Code::of(&attempt, better.micropoints), code);
}

#[test]
fn answers_of_two_kinds_that_say_the_same_have_two_codes() {
    let pool = pool();
    let [one, other] = ["a", "b"].map(make::id);
    let both = || [one.clone(), other.clone()];
    let answers = [
        Answer::Single(one.clone()),
        Answer::Number("a".into()),
        Answer::Blank(vec!["a".into(), "b".into()]),
        Answer::Blank(vec!["ab".into()]),
        Answer::Order(both().into()),
        Answer::Order(vec![other.clone(), one.clone()]),
        Answer::Multiple(both().into_iter().collect()),
        Answer::Spot(both().into_iter().collect::<IdSet>()),
        Answer::Match([(one.clone(), other.clone())].into_iter().collect()),
        Answer::Judge(true),
        Answer::Judge(false),
    ];
    let code = |answer: &Answer| {
        code_after(&pool, |attempt| attempt.answers.insert(make::id("g-judge-00"), answer.clone())).to_string()
    };
    let mut codes: Vec<String> = answers.iter().map(code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), answers.len());
}

#[test]
fn only_a_passed_exam_earns_a_certificate() {
    let pool = pool();
    let check = |change: Change<'_>, expected: Unearned| {
        let attempt = passed(&pool);
        let code = certificate::earned(&attempt, (&report(&pool, &attempt)).into()).expect("a passed exam");
        assert_eq!(certificate::verify(code, &attempt, (&report(&pool, &attempt)).into()), Ok(()));
        let mut changed = attempt.clone();
        change(&mut changed);
        let mut finished = changed.clone();
        finished.finished = finished.finished.or(Some(STARTED));
        let report = report(&pool, &finished);
        assert_eq!(certificate::earned(&changed, (&report).into()), Err(expected), "{}", expected.code());
        assert_eq!(certificate::verify(code, &changed, (&report).into()), Err(Misfit::Unearned(expected)));
    };
    check(&|attempt| attempt.finished = None, Unearned::NotFinished);
    check(&|attempt| attempt.paper.seconds = None, Unearned::NoTimeLimit);
    check(&|attempt| attempt.paper.pass_percent = None, Unearned::NoPassMark);
    check(&|attempt| attempt.finished = Some(STARTED + 2_700_001), Unearned::OverTime);
    check(&|attempt| attempt.answers = golden("exam").answers, Unearned::NotPassed);
}

#[test]
fn the_very_last_second_still_counts() {
    let pool = pool();
    let mut attempt = passed(&pool);
    attempt.finished = attempt.deadline;
    assert!(certificate::earned(&attempt, (&report(&pool, &attempt)).into()).is_ok());
}

/// As many as the golden exam has.
const QUESTIONS: usize = 30;

proptest! {
    #[test]
    fn one_changed_answer_changes_the_code(at in 0..QUESTIONS, takes_back in any::<bool>()) {
        let pool = pool();
        let attempt = passed(&pool);
        let code = certificate::earned(&attempt, (&report(&pool, &attempt)).into()).expect("a passed exam");
        let id = attempt.paper.questions[at].id.clone();
        let mut changed = attempt.clone();
        let answer = match changed.answers.get(&id) {
            Some(Answer::Judge(holds)) => Answer::Judge(!holds),
            Some(Answer::Single(choice)) => Answer::Single(make::id(if choice.as_str() == "a" { "b" } else { "a" })),
            _ => Answer::Multiple([make::id("a")].into_iter().collect()),
        };
        prop_assume!(takes_back || changed.answers.get(&id) != Some(&answer));
        if takes_back {
            changed.answers.remove(&id);
        } else {
            changed.answers.insert(id, answer);
        }
        let report = report(&pool, &changed);
        prop_assert_eq!(report.passed, Some(true), "one of 30 does not cost the pass");
        prop_assert_eq!(certificate::verify(code, &changed, (&report).into()), Err(Misfit::OtherAnswers));
    }

    #[test]
    fn another_seed_number_of_points_or_time_changes_the_code(
        seed in any::<u32>(),
        points in any::<u64>(),
        at in 0..QUESTIONS,
        times in (0..u64::MAX, 0..u64::MAX),
    ) {
        let pool = pool();
        let attempt = passed(&pool);
        let report = report(&pool, &attempt);
        let code = Code::of(&attempt, report.micropoints);
        for field in 0..4 {
            let mut changed = attempt.clone();
            match field {
                0 => changed.paper.seed = Seed(seed),
                1 => changed.paper.questions[at].micropoints = points,
                2 => changed.started = times.0,
                _ => changed.finished = Some(times.1),
            }
            prop_assert_eq!(changed == attempt, Code::of(&changed, report.micropoints) == code, "field {}", field);
        }
        let reached = ScoreReport { micropoints: points, ..score::mark(&pool, &attempt, "en").expect("finished") };
        prop_assert_eq!(points == report.micropoints, Code::of(&attempt, reached.micropoints) == code);
    }

    #[test]
    fn a_code_is_read_however_it_was_copied(seed in any::<u32>(), gaps in prop::collection::vec(0..4_usize, 12)) {
        let pool = pool();
        let code = code_after(&pool, |attempt| attempt.paper.seed = Seed(seed));
        let letters = code.to_string().replace('-', "");
        let copied: String = letters.chars().zip(gaps).map(|(letter, gap)| {
            format!("{}{letter}", ["", " ", "-", "\u{3000}"][gap]).to_lowercase()
        }).collect();
        prop_assert_eq!(copied.parse(), Ok(code));
    }
}
