//! Tables of answers: what is made of each fixture is in the file beside it.

use serde_json::{Value, json};
use sixinto_core::analysis::Response;
use sixinto_core::bank::{self, Pool};
use sixinto_core::json::Format;
use sixinto_core::paper::{self, NamedPaper, PaperSet, Request, Seen};
use sixinto_core::score::Rule;
use sixinto_core::{Answer, Attempt, Id, Paper, Seed};
use sixinto_formats::responses::{Asked, Responses, Tries, read};
use sixinto_formats::{Code, Input};
use sixinto_tests::{expect_file, make};

const HOME: &str = "fixtures/responses";

fn pool() -> Pool {
    let bank = bank::parse(&sixinto_tests::read(&format!("{HOME}/bank.json"))).expect("a bank");
    Pool::new(vec![bank]).expect("ids that differ")
}

fn asked<'a>(pool: Option<&'a Pool>, set: Option<&'a PaperSet>) -> Asked<'a> {
    Asked { pool, set, rule: Rule::AllOrNothing, tries: Tries::First, lang: "zh-CN" }
}

fn as_json(responses: &Responses) -> Value {
    let response = |response: &Option<Response>| match response {
        None => Value::Null,
        Some(response) if response.is_blank => json!("-"),
        Some(response) => json!([response.micropoints, response.chosen]),
    };
    let finding = |finding: &sixinto_formats::Finding| {
        let message = &finding.message.zh;
        json!(format!("{} {}：{message}", finding.code, finding.at.words().zh))
    };
    let item = |(label, item): (&sixinto_formats::responses::Label, &sixinto_core::analysis::Item)| json!({ "name": label.name, "choices": label.choices, "right": item.choices, "of": item.of });
    json!({
        "read": responses.n_read,
        "items": responses.labels.iter().zip(&responses.marks.items).map(item).collect::<Vec<_>>(),
        "people": responses.marks.people.iter().zip(&responses.groups).map(|(person, group)| {
            json!({ "group": group, "responses": person.iter().map(response).collect::<Vec<_>>() })
        }).collect::<Vec<_>>(),
        "findings": responses.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn check(name: &str, asked: &Asked<'_>) {
    let text = sixinto_tests::read(&format!("{HOME}/{name}"));
    let value = match read(&[Input { name, bytes: text.as_bytes() }], asked) {
        Ok(responses) => as_json(&responses),
        Err(finding) => json!({ "refused": finding.code, "message": finding.message }),
    };
    let text = serde_json::to_string_pretty(&value).expect("JSON");
    expect_file(&format!("{HOME}/expected/{name}.json"), &format!("{text}\n"));
}

#[test]
fn a_table_with_its_own_key_needs_no_bank() {
    check("letters-with-key.csv", &asked(None, None));
}

#[test]
fn numbers_are_points() {
    check("points.csv", &asked(None, None));
}

#[test]
fn rows_of_answers_are_put_together_by_person() {
    check("one-row-an-answer.csv", &asked(Some(&pool()), None));
}

#[test]
fn answers_without_a_key_are_told_of() {
    check("no-key.csv", &asked(None, None));
}

#[test]
fn a_text_without_a_header_is_refused() {
    check("no-header.csv", &asked(None, None));
}

fn drawn(pool: &Pool) -> Paper {
    let blueprint = make::blueprint(r#"[{"count":3,"points":2}]"#, "all-or-nothing");
    let request = Request { blueprint: &blueprint, themes: &[], seed: Seed(3), seen: &Seen::default() };
    paper::draw(pool, request).expect("enough questions")
}

#[test]
fn letters_are_those_of_the_version_somebody_had() {
    let pool = pool();
    let paper = drawn(&pool);
    let version = |number: u32, name: &str| NamedPaper {
        name: name.into(),
        paper: paper::version(&pool, &paper, number).expect("the same pool"),
    };
    let set = PaperSet { format: Format, title: "考试".into(), versions: vec![version(0, "A"), version(1, "B")] };
    // Both answer everything right, each in the letters of their own version.
    let row = |version: &NamedPaper| {
        let questions = version.paper.questions(&pool).expect("the same pool");
        let cell = |(asked, question): &(&paper::PaperQuestion, &bank::Question)| {
            let letter =
                |id: &Id| asked.items.iter().zip('A'..).find(|(item, _)| *item == id).map(|(_, letter)| letter);
            match question.body.rules().key("zh-CN") {
                Answer::Single(right) => letter(&right).into_iter().collect(),
                Answer::Multiple(right) => right.iter().filter_map(letter).collect(),
                _ => "×".to_owned(),
            }
        };
        let cells: Vec<String> = questions.iter().map(cell).collect();
        format!("{}卷,{}\n", version.name, cells.join(","))
    };
    let text = format!("卷别,1,2,3\n{}{}", row(&set.versions[0]), row(&set.versions[1]));
    let responses =
        read(&[Input { name: "r.csv", bytes: text.as_bytes() }], &asked(Some(&pool), Some(&set))).expect("a table");
    assert_eq!(responses.findings, []);
    for person in &responses.marks.people {
        assert!(person.iter().flatten().all(|response| response.micropoints == 2_000_000), "{text}{person:?}");
    }
    assert_eq!(responses.marks.people[0], responses.marks.people[1], "the same choices under other letters");
    check("versions.csv", &asked(Some(&pool), Some(&set)));
}

#[test]
fn attempts_count_once_and_only_when_they_are_finished() {
    let pool = pool();
    let mut attempt = Attempt::start(drawn(&pool), 1000);
    let id = |text: &str| text.parse::<Id>().expect("an id");
    attempt.answers.insert(id("first"), Answer::Single(id("a")));
    let open = serde_json::to_string(&attempt).expect("JSON");
    attempt.finished = Some(2000);
    let done = serde_json::to_string(&attempt).expect("JSON");
    let inputs = [("1.json", &done), ("2.json", &done), ("3.json", &open)];
    let inputs = inputs.map(|(name, text)| Input { name, bytes: text.as_bytes() });
    let responses = read(&inputs, &asked(Some(&pool), None)).expect("attempts");
    assert_eq!((responses.n_read, responses.marks.people.len()), (3, 1));
    let codes: Vec<Code> = responses.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::SameAttempt, Code::AttemptLeftOut]);
    let points: u64 = responses.marks.people[0].iter().flatten().map(|response| response.micropoints).sum();
    assert_eq!(points, 2_000_000);
}
