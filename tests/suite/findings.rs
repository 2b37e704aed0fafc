//! Every kind of finding: a bad file of `fixtures/findings` gives what the text beside it says, and nothing else.
//!
//! A fixture is a bank `CODE.json` or `CODE-DETAIL.json`, or a folder of that name with several banks and, where they
//! matter, presets of its own.

use std::fmt::Write;
use std::path::Path;

use sixinto_core::check::{
    self, BankFiles, Code, Context, Finding, LINTS, Problem, Sentence, Severity, Subject, Target,
};
use sixinto_tests::{expect_file, library, path, read};

const TODAY: &str = "2026-11-23";
const FOLDER: &str = "fixtures/findings";

pub(crate) fn context() -> Context {
    let pictures = vec!["pictures/exit.svg".to_owned(), "pictures/stairs.png".to_owned()];
    Context { pictures, ..library::context(&path("fixtures/context"), "both", TODAY) }
}

/// The banks of a fixture and what they are held against.
fn fixture(name: &str) -> (Vec<(String, String)>, Context) {
    let (mut context, file) = (context(), path(FOLDER).join(name));
    if !file.is_dir() {
        return (vec![(name.to_owned(), read(&format!("{FOLDER}/{name}")))], context);
    }
    if file.join("presets.json").exists() {
        context.presets = library::load(&file);
    }
    (library::banks(&file), context)
}

fn fixtures() -> Vec<String> {
    let is_fixture = |name: &String| Path::new(name).extension().is_none_or(|extension| extension == "json");
    library::names(&path(FOLDER)).into_iter().filter(is_fixture).collect()
}

/// The code that a fixture is about: the longest that its name begins with.
fn code_of(fixture: &str) -> Option<Code> {
    let name = fixture.trim_end_matches(".json");
    let is_its =
        |code: &Code| name.strip_prefix(code.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    codes().filter(is_its).max_by_key(|code| code.as_str().len())
}

fn codes() -> impl Iterator<Item = Code> {
    let unreadable = Code::ALL.iter().copied().filter(|code| code.is_unreadable());
    LINTS.iter().map(|lint| lint.code).chain(unreadable)
}

pub(crate) fn render(findings: &[Finding]) -> String {
    let mut text = String::new();
    for Finding { code, severity, question, at, message, help } in findings {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let question = question.as_ref().map_or("-", |id| id.as_str());
        let (file, line, column, pointer) = (&at.file, at.line, at.column, &at.pointer);
        let place = format!("{file}:{line}:{column} {severity} {code}\n    question {question}, pointer \"{pointer}\"");
        let words = [&message.zh, &help.zh, &message.en, &help.en].map(|words| format!("    {words}\n")).concat();
        writeln!(text, "{place}\n{words}").expect("a string takes everything");
    }
    text
}

#[test]
fn every_fixture_gives_what_is_written_beside_it() {
    for name in fixtures() {
        let code = code_of(&name).unwrap_or_else(|| panic!("{name} is named after no code"));
        let (files, context) = fixture(&name);
        let findings = check::check_files(&files, &context).findings;
        assert!(findings.iter().any(|finding| finding.code == code), "{name} has no finding");
        let strange: Vec<&Finding> = findings.iter().filter(|finding| finding.code != code).collect();
        assert!(strange.is_empty(), "{name} has more findings than its own: {strange:#?}");
        expect_file(&format!("{FOLDER}/{}.txt", name.trim_end_matches(".json")), &render(&findings));
    }
}

#[test]
fn a_problem_names_the_question_it_is_about_and_the_one_it_refers_to() {
    let (files, context) = fixture("duplicate-stem.json");
    let banks = BankFiles::read(&files, &context).banks;
    let problems = check::check(&Subject { banks: &banks, context: &context, is_whole: true });
    assert!(!problems.is_empty());
    for Problem { code, target, pointer, message, .. } in problems {
        let Sentence::Naming { other, id, .. } = message else { panic!("{message:?}") };
        assert_eq!((code, pointer.starts_with("/stem")), (Code::DuplicateStem, true));
        assert!(other < target, "the later one is told");
        let Target::Question { bank, question } = other else { panic!("{other:?}") };
        assert_eq!(banks[bank].questions[question].id, id);
    }
}

#[test]
fn every_code_has_a_fixture() {
    let known: Vec<Code> = fixtures().iter().filter_map(|name| code_of(name)).collect();
    for code in codes() {
        assert!(known.contains(&code), "write tests/{FOLDER}/{code}.json");
    }
}

#[test]
fn the_handbook_of_questions_explains_every_code() {
    let handbook = read("../questions/README.md");
    for code in codes().chain(check::CARD_CODES).chain(check::PLEDGE_CODES) {
        assert!(handbook.contains(&format!("`{code}`")), "questions/README.md does not explain {code}");
    }
}

#[test]
fn every_expected_text_has_a_fixture() {
    let fixtures = fixtures();
    for name in library::names(&path(FOLDER)) {
        let stem = name.trim_end_matches(".txt");
        let is_its = |fixture: &String| fixture.trim_end_matches(".json") == stem.trim_end_matches(".json");
        assert!(fixtures.iter().any(is_its), "nothing gives tests/{FOLDER}/{name}");
    }
}

#[test]
fn what_is_in_order_gives_nothing() {
    let files = [("clean.json".to_owned(), read("fixtures/clean.json"))];
    assert_eq!(render(&check::check_files(&files, &context()).findings), "");
}

#[test]
fn a_byte_order_mark_or_windows_line_ends_change_no_place() {
    for name in fixtures() {
        let (files, context) = fixture(&name);
        let expected = check::check_files(&files, &context).findings;
        let marked = files.iter().map(|(name, text)| (name.clone(), format!("\u{feff}{}", text.replace('\n', "\r\n"))));
        let found = check::check_files(&marked.collect::<Vec<_>>(), &context).findings;
        assert_eq!(render(&found), render(&expected), "{name}");
    }
}

#[test]
fn the_same_text_on_one_line_gives_the_same_findings_there() {
    for name in fixtures().iter().filter(|name| !name.starts_with("bank-syntax")) {
        let (files, context) = fixture(name);
        let flat: Vec<_> = files.iter().map(|(name, text)| (name.clone(), text.replace('\n', " "))).collect();
        let brief = |findings: &[Finding]| {
            let each = findings.iter().map(|finding| (finding.code, finding.at.pointer.clone(), finding.help.clone()));
            each.collect::<Vec<_>>()
        };
        let (found, expected) =
            (check::check_files(&flat, &context).findings, check::check_files(&files, &context).findings);
        assert_eq!(brief(&found), brief(&expected), "{name}");
        assert!(found.iter().all(|finding| finding.at.line == 1 || finding.at.file == context.presets.name), "{name}");
    }
}
