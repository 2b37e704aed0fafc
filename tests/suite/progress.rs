//! From a finished paper to how far a person has come.

use sixinto_core::attempt::Action;
use sixinto_core::day::Day;
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::review::{self, About, ReviewBook, Try};
use sixinto_core::score::{self, Outcome};
use sixinto_core::{Answer, Attempt, Id, Seed};
use sixinto_tests::make::{self, Made, id};

use crate::review::{evening, morning, try_of};

#[test]
fn a_finished_paper_tells_the_book_how_each_question_went() {
    let pool = make::pool(&[Made { theme: "a", kind: "judge", difficulty: 1 }; 3]);
    let blueprint = make::blueprint(r#"[{"count":3,"points":1}]"#, "all-or-nothing");
    let request = Request { blueprint: &blueprint, themes: &[], seed: Seed(1), seen: &Seen::default() };
    let mut attempt = Attempt::start(paper::draw(&pool, request).expect("three of three"), morning(0));
    let answer =
        |question: &str, answer| Action::Answer { question: id(question), answer: Some(Answer::Judge(answer)) };
    for action in [answer("q000", true), answer("q001", false), Action::Flag(id("q000")), Action::Finish] {
        attempt.act(&pool, action, evening(0)).expect("an action that fits");
    }
    let report = score::mark(&pool, &attempt, "en").expect("a report");
    let mut tries = review::tries(&attempt, &report);
    tries.sort_by(|one, other| one.question.cmp(&other.question));
    let expected = [("q000", Outcome::Right, true), ("q001", Outcome::Wrong, false), ("q002", Outcome::Blank, false)];
    let expected =
        expected.map(|(question, outcome, flagged)| Try { question: id(question), outcome, at: evening(0), flagged });
    assert_eq!(tries, expected);
    let mut book = ReviewBook::default();
    book.record(&tries, evening(0));
    assert_eq!(book.mistakes(), [&id("q000"), &id("q001"), &id("q002")]);
}

#[test]
fn progress_counts_every_question_and_believes_only_what_was_right() {
    let made = |theme| Made { theme, kind: "judge", difficulty: 1 };
    let pool = make::pool(&[made("a"), made("a"), made("a"), made("b")]);
    let try_of = |question: &str, outcome| Try { question: id(question), ..try_of(morning(0), outcome) };
    let mut book = ReviewBook::default();
    book.record(&[try_of("q000", Outcome::Right), try_of("q001", Outcome::Wrong)], morning(0));
    let about = || {
        let questions = pool.questions().iter();
        questions.map(|question| About { id: &question.id, themes: question.themes.as_slice(), topic: &question.topic })
    };
    let today = review::progress(&book, about(), Day::of(morning(0)));
    assert_eq!((today.total, today.seen, today.right, today.due, today.mastery), (4, 2, 1, 0, 25));
    let themes: Vec<&str> = today.parts.iter().filter_map(|part| part.id.map(Id::as_str)).collect();
    assert_eq!(themes, ["a", "b"]);
    let (a, b) = (&today.parts[0], &today.parts[1]);
    assert_eq!((a.total, a.seen, a.right, a.mastery), (3, 2, 1, 33));
    assert_eq!((b.total, b.seen, b.right, b.mastery), (1, 0, 0, 0));
    let topic = &a.parts[0];
    assert_eq!((topic.id, topic.total, topic.mastery), (Some(&id("t")), 3, 33));
    let later = review::progress(&book, about(), Day::of(morning(30)));
    assert_eq!((later.due, later.right), (1, 1));
    assert!(later.mastery < today.mastery && later.mastery > 10, "{}", later.mastery);
    let text = serde_json::to_string_pretty(&later).expect("progress");
    sixinto_tests::expect_file("fixtures/review/progress.json", &format!("{text}\n"));
}
