//! Papers and scores that must come out the same for ever, here and in wasm (`boundary/golden.test.mjs` replays the
//! same files there).

use serde_json::Value;
use sixinto_core::attempt::Action;
use sixinto_core::bank::kind::Rules;
use sixinto_core::bank::{self, Pool};
use sixinto_core::json::{Fields, Node, Read, Reader, read_value};
use sixinto_core::map::IdSet;
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::{Answer, Attempt, Blueprint, Id, Paper, Seed, score};
use sixinto_tests::{expect_file, read};

const STARTED: u64 = 1_700_000_000_000;

/// One line of `cases.json`.
#[derive(Default)]
struct Case {
    name: Box<str>,
    blueprint: Blueprint,
    themes: Vec<Id>,
    seed: Seed,
    seen: Seen,
    questions: Option<Vec<Id>>,
}

impl Read for Case {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["name", "blueprint", "themes", "seed", "seen", "questions"], reader);
        let case = Self {
            name: fields.take("name", reader),
            blueprint: fields.take("blueprint", reader),
            themes: fields.take("themes", reader),
            seed: fields.take("seed", reader),
            seen: fields.take("seen", reader),
            questions: fields.take("questions", reader),
        };
        fields.end(reader);
        case
    }
}

fn cases() -> Vec<Case> {
    read_value(&read("fixtures/golden/cases.json")).expect("cases")
}

fn pool() -> Pool {
    Pool::new(vec![bank::parse(&read("fixtures/golden/bank.json")).expect("a bank")]).expect("ids that differ")
}

fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a value");
    text.push('\n');
    text
}

fn paper_of(pool: &Pool, case: &Case) -> Paper {
    let Case { blueprint, themes, seed, seen, questions, .. } = case;
    let request = Request { blueprint, themes, seed: *seed, seen };
    let paper = match questions {
        Some(ids) => paper::draw_these(pool, request, ids),
        None => paper::draw(pool, request),
    };
    paper.expect("a paper")
}

/// Answers every kind in every way: right, then somewhat right, then wrong, then not at all.
fn take(pool: &Pool, paper: Paper) -> Attempt {
    let mut attempt = Attempt::start(paper, STARTED);
    let asked: Vec<Id> = attempt.paper.questions.iter().map(|asked| asked.id.clone()).collect();
    for (at, question) in asked.into_iter().enumerate() {
        let rules = pool.question(&question).expect("a question of the pool").body.rules();
        let answer = match at % 4 {
            0 => Some(rules.key("zh-CN")),
            1 => Some(somewhat(rules.key("zh-CN"))),
            2 => wrong(rules),
            _ => None,
        };
        attempt.act(pool, Action::Answer { question, answer }, STARTED + 1_000).expect("an answer that fits");
    }
    attempt.act(pool, Action::Finish, STARTED + 90_000).expect("an open attempt");
    attempt
}

fn somewhat(key: Answer) -> Answer {
    match key {
        Answer::Multiple(ids) => Answer::Multiple(ids.iter().take(1).cloned().collect()),
        Answer::Spot(ids) => Answer::Spot(ids.iter().take(1).cloned().collect()),
        Answer::Order(mut ids) => {
            ids.swap(0, 1);
            Answer::Order(ids)
        }
        Answer::Match(pairs) => {
            Answer::Match(pairs.iter().take(1).map(|(left, right)| (left.clone(), right.clone())).collect())
        }
        key => key,
    }
}

fn wrong(rules: &dyn Rules) -> Option<Answer> {
    let items = rules.items();
    match rules.key("zh-CN") {
        Answer::Single(key) => items.iter().find(|item| *item.id != key).map(|item| Answer::Single(item.id.clone())),
        Answer::Multiple(key) => {
            let wrong = items.iter().find(|item| !key.contains(item.id)).map(|item| item.id.clone());
            Some(Answer::Multiple(key.iter().cloned().chain(wrong).collect::<IdSet>()))
        }
        Answer::Judge(key) => Some(Answer::Judge(!key)),
        Answer::Blank(_) => Some(Answer::Blank(vec!["不知道".into()])),
        Answer::Number(_) => Some(Answer::Number("0.5".into())),
        Answer::Order(mut ids) => {
            ids.reverse();
            Some(Answer::Order(ids))
        }
        Answer::Spot(key) => {
            Some(Answer::Spot(items.iter().filter(|item| !key.contains(item.id)).map(|item| item.id.clone()).collect()))
        }
        Answer::Match(_) => None,
    }
}

#[test]
fn papers_come_out_as_they_always_have() {
    let pool = pool();
    for case in cases() {
        expect_file(&format!("fixtures/golden/{}.paper.json", case.name), &pretty(&paper_of(&pool, &case)));
    }
}

#[test]
fn attempts_are_marked_as_they_always_have_been() {
    let pool = pool();
    for case in cases() {
        let attempt = take(&pool, paper_of(&pool, &case));
        expect_file(&format!("fixtures/golden/{}.attempt.json", case.name), &pretty(&attempt));
        let report = score::mark(&pool, &attempt, "zh-CN").expect("a finished attempt");
        expect_file(&format!("fixtures/golden/{}.report.json", case.name), &pretty(&report));
    }
}

#[test]
fn the_golden_cases_cover_every_kind_rule_and_outcome() {
    let names: Vec<Box<str>> = cases().into_iter().map(|case| case.name).collect();
    let reports: Vec<Value> = names
        .iter()
        .map(|name| serde_json::from_str(&read(&format!("fixtures/golden/{name}.report.json"))).expect("a report"))
        .collect();
    for rule in score::Rule::ALL {
        assert!(reports.iter().any(|report| report["rule"] == rule.name()), "{}", rule.name());
    }
    for outcome in ["right", "partial", "wrong", "blank"] {
        let has = |report: &Value| {
            report["marks"].as_array().is_some_and(|marks| marks.iter().any(|mark| mark["outcome"] == outcome))
        };
        assert!(reports.iter().any(has), "{outcome}");
    }
    let asked: String = names.iter().map(|name| read(&format!("fixtures/golden/{name}.paper.json"))).collect();
    for kind in bank::Kind::ALL {
        assert!(asked.contains(&format!("\"g-{}-", kind.name())), "{}", kind.name());
    }
}
