//! Trainers' files of every kind: what comes out of each fixture is in the file beside it.
//!
//! `tests/fixtures/formats/FOLDER/NAME.EXT` is read, and what came of it is held against
//! `FOLDER/expected/NAME.EXT.json`; `UPDATE=1` writes that. `FOLDER/options/NAME.EXT.json` has the options of the
//! import, where the defaults do not do.

use std::path::{Path, PathBuf};

use sixinto_formats::Code;
use sixinto_tests::files::{Options, TestImporter, outcome};
use sixinto_tests::{expect_file, path};

/// The files of a folder of fixtures, by name; folders in it are not looked into.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// Holds every file of a folder against what is expected of it, and tells how many there are.
fn check_folder(folder: &str) -> usize {
    let home = format!("fixtures/formats/{folder}");
    let files = files(&path(&home));
    for file in &files {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let options = path(&format!("{home}/options/{name}.json"));
        let options: Options = std::fs::read_to_string(options)
            .map(|text| serde_json::from_str(&text).expect("options"))
            .unwrap_or_default();
        let bytes = std::fs::read(file).expect("a file that is there");
        let imported = TestImporter::new(&options).import(options.format.as_deref(), name, &bytes);
        expect_file(&format!("{home}/expected/{name}.json"), &outcome(imported));
    }
    files.len()
}

#[test]
fn banks_of_the_project_are_read_as_they_are() {
    assert!(check_folder("native") >= 2);
}

#[test]
fn tables_of_every_layout_are_read() {
    assert!(check_folder("table") >= 45);
}

#[test]
fn texts_are_read_as_people_write_them() {
    assert!(check_folder("plain_text") >= 20);
}

#[test]
fn word_documents_are_read_as_the_text_they_show() {
    assert!(check_folder("docx") >= 11);
}

#[test]
fn aiken_files_are_read_and_their_slips_told() {
    assert!(check_folder("aiken") >= 15);
}

#[test]
fn gift_is_read_as_moodle_reads_it_or_stricter() {
    assert!(check_folder("gift") >= 40);
}

#[test]
fn moodle_xml_is_read_with_its_texts_as_text() {
    assert!(check_folder("moodle") >= 25);
}

#[test]
fn a_shipped_bank_is_the_same_after_writing_and_reading() {
    let session = TestImporter::new(&Options::default());
    for file in files(&path("../questions")).iter().filter(|file| file.to_string_lossy().contains('-')) {
        let text = std::fs::read(file).expect("a file that is there");
        let imported = session.import(Some("json"), "bank.json", &text).expect("a shipped bank");
        assert_eq!(imported.n_reported, 0, "{}", file.display());
        let format = sixinto_formats::named("json").expect("a format");
        let written = format.write(&imported.bank, &session.writing()).expect("a bank can be written");
        let again = session.import(Some("json"), "bank.json", &written.bytes).expect("what was written is read");
        assert_eq!(imported.bank, again.bank);
    }
}

#[test]
fn qti_items_and_packages_are_read_or_refused() {
    assert!(check_folder("qti") >= 30);
}

#[test]
fn a_file_of_another_program_is_told_what_to_save_it_as() {
    assert!(check_folder("foreign") >= 17);
}

#[test]
fn workbooks_that_are_locked_or_broken_are_refused() {
    assert!(check_folder("refused") >= 2);
}

/// Codes that no fixture shows: of files too large to keep, of writing, and of statements. What makes them is in the
/// tests beside the code or in other suites, or has no test yet.
const WITHOUT_FIXTURE: &[Code] = &[
    Code::AttemptLeftOut,
    Code::CellTooLong,
    Code::ColumnIgnored,
    Code::FileTooLarge,
    Code::KindNeedsPicture,
    Code::PackageMethod,
    Code::PackageTooMany,
    Code::PackageTwice,
    Code::ReadOnlyFormat,
    Code::SameAttempt,
    Code::SheetIgnored,
    Code::SymbolLost,
    Code::TableUnreadable,
    Code::TableUnwritable,
    Code::TooManyLines,
    Code::TooManyQuestions,
    Code::TooManyRepeats,
    Code::TooManyRows,
    Code::TooManyTexts,
    Code::TooMuchText,
    Code::TooMuchUnpacked,
    Code::UnknownDate,
    Code::XapiNoResult,
    Code::XapiNoStatement,
    Code::XapiNobody,
    Code::XapiNotJson,
    Code::XapiOther,
    Code::XapiQuestion,
];

#[test]
fn every_code_has_a_fixture() {
    let mut shown = String::new();
    let formats =
        std::fs::read_dir(path("fixtures/formats")).expect("fixtures").map(|entry| entry.expect("an entry").path());
    for folder in formats.chain([path("fixtures/responses")]) {
        for file in files(&folder.join("expected")) {
            shown += &std::fs::read_to_string(file).expect("an expected text");
        }
    }
    for code in Code::ALL {
        let is_shown = [format!("\"{code}\""), format!("\"{code} ")].iter().any(|code| shown.contains(code));
        let is_excepted = WITHOUT_FIXTURE.contains(code);
        assert!(is_shown || is_excepted, "no fixture of tests/fixtures/formats shows {code}");
        assert!(!(is_shown && is_excepted), "{code} has a fixture now: take it off the list");
    }
}
