//! What the fuzzer does with every input, and the suite with those that it once broke something with.
//!
//! A target is a format, or `xapi` or `responses`. Packages are read as they are where they begin like one; other bytes
//! are put into a package that is in order, in the place where most of its meaning is, so that the fuzzer does not
//! spend its time on the zip around it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sixinto_core::Id;
use sixinto_core::score::Rule;
use sixinto_formats::responses::{self, Asked, Tries};
use sixinto_formats::{ImportedBank, Input, Names, Progress, Reading, Writing, assemble, named, package, xapi};

/// The targets, in the order in which they are run.
pub const TARGETS: [&str; 13] =
    ["xlsx", "xls", "ods", "csv", "text", "docx", "aiken", "gift", "moodle-xml", "qti", "json", "xapi", "responses"];

/// Does with bytes what people do with files: reads them, and what comes of them is written and read again.
///
/// # Panics
/// If something is dropped in silence, or what was written cannot be read.
pub fn exercise(target: &str, bytes: &[u8]) {
    match target {
        "xapi" => drop(xapi::read(&Input { name: "trial", bytes })),
        "responses" => {
            let asked = Asked { pool: None, set: None, rule: Rule::AllOrNothing, tries: Tries::First, lang: "zh-CN" };
            drop(responses::read(&[Input { name: "trial", bytes }], &asked));
        }
        format => read(format, &packed(format, bytes)),
    }
}

fn read(format: &str, bytes: &[u8]) {
    let Some(imported) = import(format, bytes) else { return };
    assert_eq!(
        imported.n_read,
        imported.bank.questions.len() + imported.n_reported,
        "what was read is imported or reported"
    );
    let names = Names::default();
    let writing = Writing { lang: "zh-CN", themes: &names, topics: &names, progress: &|_: Progress| {} };
    let Ok(written) = named(format).expect("a format").write(&imported.bank, &writing) else { return };
    let whole = written.losses.iter().filter(|loss| loss.whole).count();
    let again = import(format, &written.bytes).map_or(0, |again| again.bank.questions.len());
    assert!(again + whole >= imported.bank.questions.len(), "what was written is read, or was said to be lost");
}

fn import(format: &str, bytes: &[u8]) -> Option<ImportedBank> {
    let id = |name: &str| name.parse::<Id>().expect("an id");
    let (bank, theme, topic, names, codes) =
        (id("trial"), id("home"), id("general"), Names::default(), BTreeMap::new());
    let reading = Reading {
        bank: &bank,
        lang: "zh-CN".parse().expect("a language"),
        theme: Some(&theme),
        topic: &topic,
        themes: &names,
        topics: &names,
        type_codes: &codes,
        today: "2026-11-23".parse().expect("a day"),
        progress: &|_: Progress| {},
    };
    let imported = named(format).expect("a format").read(&Input { name: "trial", bytes }, &reading).ok()?;
    Some(assemble(imported, &reading))
}

/// Bytes as a package, where the format is one and they are none. A zero byte begins the next part.
fn packed<'a>(format: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    if bytes.starts_with(b"PK") {
        return Cow::Borrowed(bytes);
    }
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    Cow::Owned(match format {
        "xlsx" => package::write([
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", SHEETS),
            ("xl/worksheets/sheet1.xml", first),
            ("xl/sharedStrings.xml", second),
        ]),
        "ods" => package::write([
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
            ("content.xml", first),
        ]),
        "docx" => package::write([
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", first),
            ("word/numbering.xml", second),
        ]),
        _ => return Cow::Borrowed(bytes),
    })
}

const TYPES: &[u8] =
    br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const SHEETS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
