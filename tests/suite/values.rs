//! A question that was put together is held to what a question in a file is held to.

use proptest::prelude::*;
use sixinto_core::bank::kind::{Area, Choice, Decimal, NumberKey, Step};
use sixinto_core::bank::{self, BankFile, Kind, MAX_PARTS, Media, Question, QuestionFields};
use sixinto_core::json::Reason;
use sixinto_core::source::Source;
use sixinto_core::text::{Lang, MAX_LENGTH, Text};
use sixinto_formats::json::to_json;
use sixinto_tests::generators::any_bank::rich_bank;

type Fault = fn(&mut QuestionFields);

/// What can be wrong with fields; not every one of them fits every question.
const FAULTS: &[Fault] = &[
    |fields| fields.id = sixinto_core::Id::default(),
    |fields| fields.topic = sixinto_core::Id::default(),
    |fields| fields.themes.insert(sixinto_core::Id::default()),
    |fields| fields.stem = long(),
    |fields| fields.stem = Text::Map(Vec::new()),
    |fields| fields.stem = Text::Map(vec![(Lang::default(), "a".into())]),
    |fields| fields.explanation = Some(Text::Map(vec![(lang(), "a".into()), (lang(), "b".into())])),
    |fields| fields.action = Some(long()),
    |fields| fields.media = Some(Media { file: "x".repeat(MAX_LENGTH + 1).into(), alt: long() }),
    |fields| fields.source = Some(Source { article: Some("1".repeat(MAX_LENGTH + 1).into()), ..Source::default() }),
    |fields| fields.choices = Some(vec![Choice { weight: Some(101), why: Some(long()), ..Choice::default() }]),
    |fields| fields.number = Some(NumberKey { value: Decimal { micro: i64::MAX / 1_000_000 * 1_000_000 }, ..number() }),
    |fields| fields.steps.iter_mut().flatten().for_each(|step| step.text = long()),
    |fields| fields.steps = Some(vec![Step::default(); MAX_PARTS + 1]),
    |fields| fields.areas = Some(vec![Area { label: long(), ..Area::default() }]),
    |fields| fields.kind = Kind::Judge,
    |fields| fields.kind = Kind::Order,
    |fields| fields.choices = None,
];

fn long() -> Text {
    Text::Plain("长".repeat(MAX_LENGTH).into())
}

fn lang() -> Lang {
    "en".parse().expect("a language")
}

fn number() -> NumberKey {
    NumberKey { unit: Some(long()), ..NumberKey::default() }
}

/// Why a question cannot be read from a file, with the place inside the question.
fn failures_in_file(bank: &BankFile, fields: &QuestionFields) -> Vec<(String, Reason)> {
    let bank = BankFile { questions: vec![fields.clone()], ..bank.clone() };
    let text = String::from_utf8(to_json(&bank)).expect("JSON is written as UTF-8");
    let parsed = bank::parse_all(&text).expect("JSON of the right version");
    let place = |pointer: &str| pointer.strip_prefix("/questions/0").expect("inside the question").to_owned();
    parsed.failures.into_iter().map(|failure| (place(&failure.pointer), failure.reason)).collect()
}

fn failures_of_value(fields: &QuestionFields) -> Vec<(String, Reason)> {
    let failures = Question::try_from(fields.clone()).err().unwrap_or_default();
    failures.into_iter().map(|failure| (failure.pointer, failure.reason)).collect()
}

proptest! {
    #[test]
    fn what_a_file_cannot_hold_is_refused_for_the_same_reasons_at_the_same_places(
        bank in rich_bank(),
        faults in prop::collection::vec(prop::sample::select(FAULTS), 0..3),
    ) {
        for mut fields in bank.questions.clone() {
            for fault in &faults {
                fault(&mut fields);
            }
            prop_assert_eq!(failures_of_value(&fields), failures_in_file(&bank, &fields));
        }
    }
}

#[test]
fn names_that_are_still_to_come_are_told() {
    let fields = QuestionFields { kind: Kind::Order, ..QuestionFields::default() };
    assert_eq!(
        failures_of_value(&fields).iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(),
        ["/id", "/topic"]
    );
}
