//! Papers keep their promises whatever is asked for.

use proptest::prelude::*;
use sixinto_core::bank::{Pool, Question};
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::preset::Section;
use sixinto_core::{Blueprint, Paper, Seed};
use sixinto_tests::make::{self, Made};

fn made() -> impl Strategy<Value = Made> {
    let theme = prop::sample::select(vec!["a", "b"]);
    let kind = prop::sample::select(vec!["single", "multiple", "judge"]);
    (theme, kind, 1_u8..=3).prop_map(|(theme, kind, difficulty)| Made { theme, kind, difficulty })
}

fn section() -> impl Strategy<Value = String> {
    let theme = prop::sample::select(vec!["", r#""a""#, r#""b""#]);
    let kind = prop::sample::select(vec!["", r#""single""#, r#""multiple","judge""#]);
    let level = prop::sample::select(vec!["", "1", "2,3"]);
    (1_u16..6, theme, kind, level).prop_map(|(count, theme, kind, level)| {
        format!(r#"{{"count":{count},"themes":[{theme}],"kinds":[{kind}],"difficulties":[{level}],"points":1}}"#)
    })
}

fn request() -> impl Strategy<Value = (Vec<Made>, Blueprint, u32, Vec<u32>)> {
    let sections = prop::collection::vec(section(), 1..4);
    (prop::collection::vec(made(), 1..30), sections, any::<u32>()).prop_flat_map(|(made, sections, seed)| {
        let blueprint = make::blueprint(&format!("[{}]", sections.join(",")), "all-or-nothing");
        let seen = prop::collection::vec(0_u32..4, made.len());
        (Just(made), Just(blueprint), Just(seed), seen)
    })
}

fn seen_of(times: &[u32]) -> Seen {
    times.iter().enumerate().map(|(index, times)| (make::id(&format!("q{index:03}")), *times)).collect()
}

fn draw(pool: &Pool, blueprint: &Blueprint, number: u32, seen: &Seen) -> Result<Paper, paper::Quota> {
    paper::draw(pool, Request { blueprint, themes: &[], seed: Seed(number), seen })
}

fn fits(section: &Section, question: &Question) -> bool {
    fn allows<T>(list: Option<&Vec<T>>, test: impl Fn(&T) -> bool) -> bool {
        list.is_none_or(|list| list.is_empty() || list.iter().any(test))
    }
    allows(section.themes.as_ref(), |theme| question.themes.contains(theme))
        && allows(section.kinds.as_ref(), |kind| *kind == question.body.kind())
        && allows(section.difficulties.as_ref(), |level| *level == question.difficulty)
}

/// The most places of a blueprint that a pool can fill at all, worked out the slow and obvious way: one place after
/// another, moving others aside (Kuhn's algorithm for bipartite matching).
fn most(pool: &Pool, blueprint: &Blueprint) -> usize {
    fn place(at: usize, fits: &[Vec<bool>], tried: &mut [bool], holder: &mut [Option<usize>]) -> bool {
        for question in 0..tried.len() {
            if !fits[at][question] || std::mem::replace(&mut tried[question], true) {
                continue;
            }
            if holder[question].is_none_or(|other| place(other, fits, tried, holder)) {
                holder[question] = Some(at);
                return true;
            }
        }
        false
    }
    let places = blueprint.sections.iter().flat_map(|section| std::iter::repeat_n(section, usize::from(section.count)));
    let table: Vec<Vec<bool>> =
        places.map(|section| pool.questions().iter().map(|question| fits(section, question)).collect()).collect();
    let mut holder = vec![None; pool.questions().len()];
    (0..table.len()).filter(|at| place(*at, &table, &mut vec![false; holder.len()], &mut holder)).count()
}

proptest! {
    #[test]
    fn quotas_are_met_without_repeats_or_nothing_could_meet_them((made, blueprint, seed, times) in request()) {
        let pool = make::pool(&made);
        let wanted: usize = blueprint.sections.iter().map(|section| usize::from(section.count)).sum();
        match draw(&pool, &blueprint, seed, &seen_of(&times)) {
            Ok(paper) => {
                let mut left = paper.questions.iter();
                for section in &blueprint.sections {
                    for asked in left.by_ref().take(usize::from(section.count)) {
                        prop_assert!(fits(section, pool.question(&asked.id).expect("a question of the pool")));
                    }
                }
                let mut ids: Vec<_> = paper.questions.iter().map(|asked| &asked.id).collect();
                ids.sort();
                ids.dedup();
                prop_assert_eq!(ids.len(), wanted);
            }
            Err(quota) => {
                prop_assert!(most(&pool, &blueprint) < wanted, "{quota:?}");
                prop_assert!(quota.found < quota.wanted);
            }
        }
    }

    #[test]
    fn what_was_seen_least_comes_first((made, _, seed, times) in request(), count in 1_u16..10) {
        let pool = make::pool(&made);
        let blueprint = make::blueprint(&format!(r#"[{{"count":{count},"points":1}}]"#), "all-or-nothing");
        let seen = seen_of(&times);
        if let Ok(paper) = draw(&pool, &blueprint, seed, &seen) {
            let times = |is_asked: bool| {
                let asked = |question: &&Question| paper.questions.iter().any(|asked| asked.id == question.id) == is_asked;
                pool.questions().iter().filter(asked).map(|question| seen.get(&question.id).copied().unwrap_or(0)).collect::<Vec<_>>()
            };
            prop_assert!(times(true).iter().max() <= times(false).iter().min().or(Some(&u32::MAX)));
        }
    }

    #[test]
    fn a_fixed_choice_keeps_its_place_and_the_others_all_appear(seed in any::<u32>()) {
        let pool = make::pool(&[Made { theme: "a", kind: "multiple", difficulty: 1 }; 5]);
        let blueprint = make::blueprint(r#"[{"count":5,"points":1}]"#, "all-or-nothing");
        for asked in draw(&pool, &blueprint, seed, &Seen::default()).expect("five of five").questions {
            prop_assert_eq!(asked.items[3].as_str(), "d");
            let mut items: Vec<_> = asked.items.iter().map(sixinto_core::Id::as_str).collect();
            items.sort_unstable();
            prop_assert_eq!(items, ["a", "b", "c", "d"]);
        }
    }
}

#[test]
fn nothing_repeats_until_the_pool_is_used_up() {
    let pool = make::pool(&[Made { theme: "a", kind: "single", difficulty: 1 }; 30]);
    let blueprint = make::blueprint(r#"[{"count":10,"points":1}]"#, "all-or-nothing");
    let mut seen = Seen::default();
    for round in 0..6 {
        for asked in draw(&pool, &blueprint, 1000 + round, &seen).expect("ten of thirty").questions {
            let times = seen.get(&asked.id).copied().unwrap_or(0);
            assert_eq!(times, round / 3, "round {round}, {}", asked.id);
            seen.insert(asked.id, times + 1);
        }
    }
}

/// The sum of squared deviations from an even spread, each in units of what is expected.
fn chi_square(counts: &[u32]) -> f64 {
    let expected = f64::from(counts.iter().sum::<u32>()) / counts.iter().map(|_| 1.0).sum::<f64>();
    counts.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum()
}

#[test]
fn every_question_is_as_likely_to_be_drawn_and_to_come_first() {
    let pool = make::pool(&[Made { theme: "a", kind: "judge", difficulty: 1 }; 20]);
    let blueprint = make::blueprint(r#"[{"count":5,"points":1}]"#, "all-or-nothing");
    let (mut drawn, mut first) = ([0; 20], [0; 20]);
    for seed in 0..20_000 {
        for (at, asked) in
            draw(&pool, &blueprint, seed, &Seen::default()).expect("five of twenty").questions.iter().enumerate()
        {
            let index: usize = asked.id.as_str()[1..].parse().expect("a number after the q");
            drawn[index] += 1;
            first[index] += u32::from(at == 0);
        }
    }
    // 19 degrees of freedom: above 43.8 once in a thousand times. The seeds are fixed, so this never changes.
    assert!(chi_square(&first) < 43.8, "{}", chi_square(&first));
    assert!(chi_square(&drawn) < 43.8, "{}", chi_square(&drawn));
}

#[test]
fn every_order_of_the_choices_is_as_likely() {
    let pool = make::pool(&[Made { theme: "a", kind: "single", difficulty: 1 }]);
    let blueprint = make::blueprint(r#"[{"count":1,"points":1}]"#, "all-or-nothing");
    let mut counts = std::collections::BTreeMap::new();
    for seed in 0..24_000 {
        let paper = draw(&pool, &blueprint, seed, &Seen::default()).expect("one of one");
        let order: String = paper.questions[0].items.iter().map(sixinto_core::Id::as_str).collect();
        *counts.entry(order).or_insert(0) += 1;
    }
    assert_eq!(counts.len(), 24);
    // 23 degrees of freedom: above 49.7 once in a thousand times.
    let counts: Vec<u32> = counts.into_values().collect();
    assert!(chi_square(&counts) < 49.7, "{}", chi_square(&counts));
}

fn draw_these(pool: &Pool, blueprint: &Blueprint, number: u32, ids: &[&str]) -> Result<Paper, paper::Quota> {
    let ids: Vec<_> = ids.iter().map(|id| make::id(id)).collect();
    paper::draw_these(pool, Request { blueprint, themes: &[], seed: Seed(number), seen: &Seen::default() }, &ids)
}

#[test]
fn a_paper_of_given_questions_keeps_their_order_and_leaves_out_what_is_gone() {
    let pool = make::pool(&[Made { theme: "a", kind: "judge", difficulty: 1 }; 8]);
    let check = |sections: &str, ids: &[&str], expected: &[&str]| {
        let blueprint = make::blueprint(sections, "all-or-nothing");
        let paper = draw_these(&pool, &blueprint, 1, ids).expect("something is left");
        let asked: Vec<&str> = paper.questions.iter().map(|asked| asked.id.as_str()).collect();
        assert_eq!(asked, expected);
        assert!(paper.questions.iter().all(|asked| asked.micropoints == 5 * paper::MICRO), "{paper:?}");
        assert!(paper.questions(&pool).is_ok(), "it is a paper of this pool");
    };
    let most_20 = r#"[{"count":20,"points":5}]"#;
    check(most_20, &["q005", "q001", "q003"], &["q005", "q001", "q003"]);
    check(most_20, &["q005", "gone", "q001", "q005"], &["q005", "q001"]);
    check(
        r#"[{"count":1,"kinds":["single"],"points":5},{"count":2,"points":9}]"#,
        &["q007", "gone", "q000", "q006", "q001"],
        &["q007", "q000", "q006"],
    );
}

#[test]
fn a_paper_of_given_questions_needs_one_that_is_there() {
    let pool = make::pool(&[Made { theme: "a", kind: "judge", difficulty: 1 }; 2]);
    let blueprint = make::blueprint(r#"[{"count":20,"points":5}]"#, "all-or-nothing");
    for ids in [&[][..], &["gone", "q999"]] {
        assert_eq!(draw_these(&pool, &blueprint, 1, ids), Err(paper::Quota { section: 0, wanted: 20, found: 0 }));
    }
}

#[test]
fn the_seed_shuffles_the_choices_of_given_questions() {
    let pool = make::pool(&[Made { theme: "a", kind: "multiple", difficulty: 1 }]);
    let blueprint = make::blueprint(r#"[{"count":1,"points":1}]"#, "all-or-nothing");
    let items = |seed| draw_these(&pool, &blueprint, seed, &["q000"]).expect("it is there").questions.remove(0).items;
    let mut orders: Vec<_> = (0..100).map(items).collect();
    assert!(orders.iter().all(|order| order[3].as_str() == "d"), "a fixed choice keeps its place");
    assert_eq!(items(7), items(7));
    orders.sort();
    orders.dedup();
    assert_eq!(orders.len(), 6, "every order of the other three comes up");
}
