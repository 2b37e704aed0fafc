//! Question files of every kind: read into the fields of a bank with everything that is wrong with them, and written
//! with everything that is lost on the way.
//!
//! ```text
//! bytes  --recognise-->  Format  --read-->  Imported        questions with their places, and findings
//! Imported  --assemble-->  ImportedBank                 a bank of valid questions, and the rest as findings
//! BankFile  --Format::write-->  Written                 bytes, and what they cannot hold
//! ```
//!
//! A format is one file or folder here and one line in [`FORMATS`]. Nothing here touches the disk: bytes come in, bytes
//! go out. What is read from strangers is held to the bounds in [`limits`].
//!
//! Nothing is dropped in silence: of everything that looked like a question, each is in [`Imported::questions`] or in
//! an error of [`Imported::findings`], and [`ImportedBank`] keeps that sum.

pub mod aiken;
mod assemble;
pub mod builders;
mod detect;
mod diagnostics;
pub mod docx;
pub mod gift;
pub mod json;
pub mod limits;
mod losses;
mod moodle;
pub mod moodle_xml;
mod names;
pub mod package;
pub mod plain_text;
pub mod qti;
pub mod responses;
pub mod table;
pub mod text;
mod validate;
pub mod xapi;

pub use assemble::{ImportedBank, Origin, assemble};
pub use detect::detect_format;
pub use diagnostics::{Code, Finding, Place, Position, Quote, column_letters};
pub use names::Names;
pub use sixinto_core::check::Severity;
pub use text::ellipsis;

use std::collections::BTreeMap;

use sixinto_core::Id;
use sixinto_core::bank::{BankFile, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::date::Date;
use sixinto_core::text::Lang;

/// A file as it comes from the disk.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Its name without folders, as findings show it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// How to read a file: what it may leave out, and what it may call things.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The id of the bank that will be made.
    pub bank: &'a Id,
    /// The language of texts.
    pub lang: Lang,
    /// The theme of questions that name none.
    pub theme: Option<&'a Id>,
    /// The topic of questions that name none.
    pub topic: &'a Id,
    /// What themes are called.
    pub themes: &'a Names,
    /// What topics are called.
    pub topics: &'a Names,
    /// What a number in the column of kinds means: tools disagree, so it is asked and not guessed.
    pub type_codes: &'a BTreeMap<String, Kind>,
    /// The day of the reading: that on which somebody looked at the sources that a file names without a day.
    pub today: Date,
    /// Is told how far a long reading has come.
    pub progress: &'a dyn Fn(Progress),
}

/// How far a reading or writing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done, in rows, lines or questions.
    pub done: usize,
    /// What there is to do, where it is known.
    pub of: Option<usize>,
}

/// What a format made of a file.
#[derive(Debug, Default)]
pub struct Imported {
    /// The questions that could be read.
    pub questions: Vec<Found>,
    /// Everything that is wrong: an error for each question that could not be read, warnings for what needs a look.
    pub findings: Vec<Finding>,
    /// How many things in the file looked like a question: the rows under a header, the blocks of a text.
    pub n_read: usize,
    /// What the file calls itself, where it does.
    pub title: Option<String>,
}

/// A question and where it was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its fields. Those that every question must have may be empty still: id, themes, topic.
    pub question: QuestionFields,
    /// Where it stands.
    pub place: Place,
    /// The row or line, for showing it beside a finding.
    pub quote: Option<Quote>,
}

/// How to write a file.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    /// The language to write where a file holds only one.
    pub lang: &'a str,
    /// What themes are called.
    pub themes: &'a Names,
    /// What topics are called.
    pub topics: &'a Names,
    /// Is told how far a long writing has come.
    pub progress: &'a dyn Fn(Progress),
}

/// A file that is ready to be written.
#[derive(Debug, Default)]
pub struct Written {
    /// What goes into it.
    pub bytes: Vec<u8>,
    /// What does not.
    pub losses: Vec<Loss>,
}

/// Something of a question that a format cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Loss {
    /// The question.
    pub question: Id,
    /// Whether the whole question stays behind.
    pub whole: bool,
    /// What is lost, such as `why` or `translation`; the kind of question, where the whole of it is.
    pub field: &'static str,
    /// The same for a person.
    pub words: Words,
}

/// A kind of file.
pub trait Format: Sync {
    /// What `--format` names it by.
    fn name(&self) -> &'static str;

    /// How files of it end, without the dot; the first is the usual one.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether a file looks like one, by what is in it. The first of [`FORMATS`] that says so is taken, so the stricter
    /// ones stand first.
    fn recognises(&self, input: &Input<'_>) -> bool;

    /// Reads a file.
    ///
    /// # Errors
    /// What stops the reading of the file as a whole; what is wrong with single questions is in the value.
    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>>;

    /// Writes a bank.
    ///
    /// # Errors
    /// What stops the writing as a whole, such as a format that is only read.
    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>>;
}

/// Every format, the stricter ones first.
pub static FORMATS: &[&dyn Format] = &[
    &docx::Docx,
    &qti::Qti,
    &table::Spreadsheet::Xlsx,
    &table::Spreadsheet::Xls,
    &table::Spreadsheet::Ods,
    &json::Json,
    &moodle_xml::MoodleXml,
    &gift::Gift,
    &aiken::Aiken,
    &table::Spreadsheet::Tsv,
    &table::Spreadsheet::Csv,
    &plain_text::PlainText,
];

/// The format of that name.
pub fn named(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

/// The format that a file looks like by what is in it, whatever else it may be: see [`detect_format`].
fn sniff(input: &Input<'_>) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.recognises(input))
}

impl std::fmt::Debug for dyn Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
