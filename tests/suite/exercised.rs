//! Everything that the fuzzer once broke a reader with, in `tests/fixtures/fuzz/TARGET`: it comes to an end, and
//! nothing is dropped in silence. `fuzz/run` looks for more.

use sixinto_tests::exercise::{TARGETS, exercise};
use sixinto_tests::path;

#[test]
#[expect(clippy::print_stdout, reason = "shown where the test fails: which file it was")]
fn what_once_broke_a_reader_no_longer_does() {
    for target in TARGETS {
        let folder = path(&format!("fixtures/fuzz/{target}"));
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let file = entry.expect("an entry").path();
            println!("{}", file.display());
            exercise(target, &std::fs::read(&file).expect("a file that is there"));
        }
    }
}

#[test]
fn every_target_reads_a_file_of_its_own_kind() {
    for (target, text) in [("csv", "题干,答案\n着火打119。,对\n"), ("gift", "::a::着火打119。{T}\n"), ("xapi", "{}\n")]
    {
        exercise(target, text.as_bytes());
    }
    exercise("xlsx", br#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>"#);
    exercise(
        "docx",
        br#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>"#,
    );
}
