//! Versions of a paper ask the same in another order.

use proptest::prelude::*;
use sixinto_core::bank::{Kind, Pool};
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::{Id, Paper, Seed};
use sixinto_tests::make::{self, Made};

fn pool() -> Pool {
    let kinds = ["judge", "single", "multiple"];
    let made: Vec<Made> = (0..30).map(|at| Made { theme: "a", kind: kinds[at % 3], difficulty: 1 }).collect();
    make::pool(&made)
}

fn drawn(pool: &Pool, seed: u32) -> Paper {
    let blueprint = make::blueprint(r#"[{"count":20,"points":1}]"#, "all-or-nothing");
    let request = Request { blueprint: &blueprint, themes: &[], seed: Seed(seed), seen: &Seen::default() };
    paper::draw(pool, request).expect("enough questions")
}

fn sorted_ids(paper: &Paper) -> Vec<&Id> {
    let mut ids: Vec<&Id> = paper.questions.iter().map(|question| &question.id).collect();
    ids.sort();
    ids
}

proptest! {
    #[test]
    fn every_version_asks_the_same_questions_kind_by_kind(seed in any::<u32>(), number in 0_u32..26) {
        let pool = pool();
        let paper = drawn(&pool, seed);
        let version = paper::version(&pool, &paper, number).expect("the same pool");
        prop_assert_eq!(sorted_ids(&version), sorted_ids(&paper));
        let questions = version.questions(&pool).expect("the hash is that of the order");
        let rank = |kind| Kind::ALL.iter().position(|other| *other == kind);
        prop_assert!(questions.is_sorted_by_key(|(_, question)| rank(question.body.kind())));
        for (asked, question) in questions {
            if question.body.kind() == Kind::Multiple {
                prop_assert_eq!(asked.items[3].as_str(), "d", "what is fixed keeps its place");
            }
        }
    }
}

#[test]
fn the_first_version_keeps_the_order_of_parts_and_the_others_do_not() {
    let pool = pool();
    let paper = drawn(&pool, 7);
    let versions: Vec<Paper> =
        (0..3).map(|number| paper::version(&pool, &paper, number).expect("the same pool")).collect();
    for asked in &paper.questions {
        assert!(versions[0].questions.contains(asked));
    }
    assert_ne!(versions[0].questions, versions[1].questions);
    assert_ne!(versions[1].questions, versions[2].questions);
}

#[test]
fn a_version_is_the_same_for_ever() {
    let pool = pool();
    let version = paper::version(&pool, &drawn(&pool, 7), 1).expect("the same pool");
    let first: Vec<String> = version
        .questions
        .iter()
        .take(3)
        .map(|asked| format!("{}:{}", asked.id, asked.items.iter().map(Id::as_str).collect::<String>()))
        .collect();
    assert_eq!(first, ["q019:cdab", "q013:dcba", "q022:bdca"]);
}
