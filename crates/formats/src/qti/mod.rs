//! QTI 3.0 items and packages of them (1EdTech), and the same in the words of QTI 2.1 and 2.2.
//!
//! Read: `choice` (one, several, or true and false), `inline-choice`, `text-entry` (words, or a number with an absolute
//! or even relative tolerance), `order`, `match` (one to one) and `hotspot` interactions, one a item, but any number of
//! text entries. Feedback of choices is `why`, modal feedback and rubrics for markers are the explanation. Other
//! interactions are reported by name.
//!
//! Decisions:
//! - Response processing is not run but recognised (`scoring`); an item with rules of its own is refused, since it would
//!   be marked wrong. An item without any is taken by its correct response.
//! - Under `map_response` the worth of choices becomes weights in percent of the most; the lower bound is always 0, as
//!   it is under every rule of this project.
//! - Text is compared without case and width, whatever `case-sensitive` says; text worth a part of the points is not
//!   accepted, with a warning.
//! - Whether choices may be shuffled is the paper's business: `shuffle` is not read, `fixed` is.
//! - Pictures cannot travel in a bank: their names do, with a warning.
//!
//! Written: one item a question, a test of all of them and a manifest. Where nothing has feedback, by the standard
//! templates, or else by the same rules written out. What QTI has no place for stands in attributes
//! `data-sixinto-...`, which its schema allows on an item. Texts are written in one language.

mod body;
mod choice;
mod context;
mod diagnostics;
mod dom;
mod entry;
mod manifest;
mod markup;
mod read;
mod scoring;
mod spot;
mod write;
mod write_frame;
mod write_item;
mod xml_out;

use crate::diagnostics::Code;
use sixinto_core::bank::BankFile;

use crate::diagnostics::{Finding, Place};
use crate::package::{self, is_package};
use crate::text::encoding::decode;
use crate::text::xml::Xml;
use crate::{Format, Found, Imported, Input, Progress, Reading, Writing, Written};

/// Items of QTI, or a package of them.
#[derive(Debug)]
pub struct Qti;

impl Format for Qti {
    fn name(&self) -> &'static str {
        "qti"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["zip", "xml"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        if is_package(input) {
            // Why a package is not to be opened is told by somebody, and nobody else takes a plain `.zip`.
            let is_zip = || input.name.to_ascii_lowercase().ends_with(".zip");
            return package::open(input).map_or_else(|_| is_zip(), |package| manifest::is_in(&package));
        }
        let head = input.bytes.get(..input.bytes.len().min(4096)).unwrap_or_default();
        let Ok(decoded) = decode(&Input { bytes: head, ..*input }) else { return false };
        let text = decoded.text.trim_start();
        text.starts_with('<') && (text.contains("<qti-assessment-item") || text.contains("<assessmentItem"))
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        if is_package(input) {
            return read_package(input, reading);
        }
        let text = decode(input)?.text;
        let mut imported = Imported::default();
        read_item(Place::whole(input.name), &text, &mut imported);
        Ok(imported)
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        Ok(write::package(bank, writing))
    }
}

fn read_package(input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
    let mut package = package::open(input)?;
    let contents = manifest::read(input.name, &mut package)?;
    let of = Some(contents.items.len());
    let mut imported = Imported { title: contents.title, findings: contents.findings, ..Imported::default() };
    for (done, listed) in contents.items.into_iter().enumerate() {
        match package.text(&listed.name) {
            Ok(Some(text)) => read_item(package::part(input.name, &listed.name), &text, &mut imported),
            Ok(None) => {
                imported.n_read += 1;
                imported.findings.push(listed.missing);
            }
            Err(finding) if finding.code == Code::PackageTooLarge => return Err(finding),
            Err(finding) => {
                imported.n_read += 1;
                imported.findings.push(*finding);
            }
        }
        (reading.progress)(Progress { done: done + 1, of });
    }
    Ok(imported)
}

fn read_item(at: Place, text: &str, imported: &mut Imported) {
    imported.n_read += 1;
    let xml = match Xml::parse(at, text) {
        Ok(xml) => xml,
        Err(finding) => return imported.findings.push(*finding),
    };
    let (question, findings) = read::read(&xml);
    imported.findings.extend(findings);
    let (place, quote) = (xml.place(xml.root()), xml.quote(xml.root()));
    imported.questions.extend(question.map(|question| Found { question, place, quote }));
}
