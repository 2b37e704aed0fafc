//! What a format can hold comes back as it was; what it cannot hold is named as lost.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sixinto_core::Id;
use sixinto_core::bank::{BankFile, Kind, QuestionFields};
use sixinto_formats::{Written, builders, named};
use sixinto_tests::files::{Options, TestImporter};
use sixinto_tests::generators::any_bank::{bare_bank, rich_bank};
use sixinto_tests::generators::plain_bank::bank;
use sixinto_tests::make::id;
use sixinto_tests::round_trip::check_round_trip;

/// A bank after writing and reading, and what the writing said.
fn there_and_back(format: &str, bank: &BankFile) -> (BankFile, Written) {
    let session = TestImporter::new(&Options::default());
    let written = named(format).expect("a format").write(bank, &session.writing()).expect("a bank can be written");
    let imported = session.import(Some(format), "bank.txt", &written.bytes).expect("what was written is read");
    let text = String::from_utf8_lossy(&written.bytes);
    assert_eq!(imported.n_reported, 0, "{:?}\n{text}", imported.findings);
    (imported.bank, written)
}

fn whole(written: &Written) -> BTreeSet<&Id> {
    written.losses.iter().filter(|loss| loss.whole).map(|loss| &loss.question).collect()
}

/// What Aiken holds of a question.
fn core_of(question: &QuestionFields) -> (Kind, String, Vec<(String, bool)>, Option<bool>) {
    let text = |text: &sixinto_core::Text| text.get("zh-CN").to_owned();
    let choices = question.choices.iter().flatten().map(|choice| (text(&choice.text), choice.correct));
    (question.kind, text(&question.stem), choices.collect(), question.answer)
}

const OF_TEXT: &[Kind] =
    &[Kind::Single, Kind::Multiple, Kind::Judge, Kind::Blank, Kind::Number, Kind::Order, Kind::Match];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn text_gives_back_every_question(bank in bank(OF_TEXT)) {
        let (again, written) = there_and_back("text", &bank);
        prop_assert_eq!(&written.losses, &Vec::new());
        prop_assert_eq!(again, bank);
    }

    #[test]
    fn text_names_what_it_loses_of_texts_that_look_like_something_else(
        bank in prop_oneof![bare_bank(OF_TEXT), rich_bank()]
    ) {
        check_round_trip("text", &bank);
    }

    #[test]
    fn aiken_loses_nothing_unnamed_of_texts_that_look_like_something_else(
        bank in prop_oneof![bare_bank(OF_TEXT), rich_bank()]
    ) {
        let (again, written) = there_and_back("aiken", &bank);
        let lost = whole(&written);
        let kept = bank.questions.iter().filter(|question| !lost.contains(&question.id));
        prop_assert_eq!(kept.count(), again.questions.len());
    }

    #[test]
    fn aiken_gives_back_what_it_holds_and_names_the_rest(bank in bank(OF_TEXT)) {
        let (again, written) = there_and_back("aiken", &bank);
        let lost = whole(&written);
        let kept = bank.questions.iter().filter(|question| !lost.contains(&question.id));
        prop_assert!(kept.clone().all(|question| matches!(question.kind, Kind::Single | Kind::Judge)));
        let n_held = bank.questions.iter().filter(|q| matches!(q.kind, Kind::Single | Kind::Judge)).count();
        prop_assert_eq!(kept.clone().count(), n_held);
        prop_assert_eq!(again.questions.iter().map(core_of).collect::<Vec<_>>(), kept.map(core_of).collect::<Vec<_>>());
    }

    #[test]
    fn any_text_is_read_without_a_panic_and_every_question_is_accounted_for(text in "([0-9]{1,2}[.、]|[A-E][.、)]|答案：|解析：|[（(][A-C√×]?[）)]|一、单选题|参考答案|____|\\|| |[火灾a-c;；-]|\n){0,60}") {
        let session = TestImporter::new(&Options::default());
        for format in ["text", "aiken"] {
            let imported = session.import(Some(format), "a.txt", text.as_bytes());
            prop_assert!(imported.is_ok_and(|imported| imported.bank.questions.len() + imported.n_reported == imported.n_read));
        }
    }
}

/// The shipped banks in both languages: what is written in text comes back, or is said to be lost.
#[test]
fn the_shipped_banks_are_written_as_text_with_their_losses_named() {
    let session = TestImporter::new(&Options::default());
    let text = first_bank().expect("a shipped bank");
    let bank = session.import(Some("json"), "bank.json", &text).expect("a shipped bank").bank;
    let (again, written) = there_and_back("text", &bank);
    let lost = whole(&written);
    assert!(lost.len() * 10 <= bank.questions.len(), "{lost:?} of {} stay behind", bank.questions.len());
    let ids = |bank: &BankFile| bank.questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>();
    let kept: Vec<Id> = ids(&bank).into_iter().filter(|id| !lost.contains(id)).collect();
    assert_eq!(ids(&again), kept);
    let has_translation = written.losses.iter().any(|loss| loss.field == "translation");
    assert!(has_translation, "the shipped banks have two languages");
}

fn first_bank() -> Option<Vec<u8>> {
    let mut files: Vec<_> =
        std::fs::read_dir(sixinto_tests::path("../questions")).ok()?.filter_map(Result::ok).collect();
    files.sort_by_key(std::fs::DirEntry::path);
    let file = files.iter().find(|file| file.file_name().to_string_lossy().starts_with("home-"))?;
    std::fs::read(file.path()).ok()
}

/// A stem that has a line like an answer would say something else when read: the question stays behind, and is named.
#[test]
fn what_would_be_misread_is_not_written() {
    for (format, stem) in [("text", "着火时怎么办？\n答案：B"), ("aiken", "A. 着火时怎么办？")] {
        let mut question = builders::question(Kind::Judge, stem);
        question.answer = Some(true);
        question.id = id("trial-misread");
        let title = builders::plain("题库");
        let bank = BankFile { id: id("trial"), title, questions: vec![question], ..BankFile::default() };
        let (again, written) = there_and_back(format, &bank);
        assert_eq!((again.questions.len(), whole(&written).len()), (0, 1), "{format}");
    }
}

/// Growth must be linear in what is odd as well: numbers that begin anew, letters without end, brackets without number.
#[test]
fn strange_texts_are_read_in_time() {
    let texts = [
        "1.A\n1. 题\n".repeat(20_000),
        "A. B. ".repeat(100_000),
        "（A".repeat(100_000),
        "解析：\n9. 题\n".repeat(20_000),
    ];
    for text in texts {
        let session = TestImporter::new(&Options::default());
        let start = std::time::Instant::now();
        let _ = session.import(Some("text"), "a.txt", text.as_bytes());
        assert!(start.elapsed().as_secs() < 20, "{:.20} took {:?}", text, start.elapsed());
    }
}
