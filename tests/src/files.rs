//! Reading trainers' files in tests: with the names of the shipped themes and topics, and what came out as one text.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use sixinto_core::Id;
use sixinto_core::bank::Kind;
use sixinto_core::json::read;
use sixinto_core::theme::ThemeFile;
use sixinto_core::topic::TopicFile;
use sixinto_formats::{
    Finding, Format, ImportedBank, Input, Names, Progress, Reading, Severity, Writing, assemble, detect_format, named,
};

/// What the options of an import would say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The format, where it is not to be sniffed.
    pub format: Option<String>,
    /// `--theme`; `home` if absent, an empty text for none.
    pub theme: Option<String>,
    /// `--type-code`, by code.
    pub type_codes: BTreeMap<String, String>,
}

/// Names and ids that outlive a reading.
#[derive(Debug)]
pub struct TestImporter {
    bank: Id,
    topic: Id,
    theme: Option<Id>,
    themes: Names,
    topics: Names,
    type_codes: BTreeMap<String, Kind>,
}

impl TestImporter {
    /// A desk with the shipped themes and topics, and these options.
    ///
    /// # Panics
    /// If an option names nothing.
    pub fn new(options: &Options) -> Self {
        let theme = options.theme.as_deref().unwrap_or("home");
        let themes = read::<ThemeFile>(&crate::read("../questions/themes.json")).expect("the shipped themes");
        let topics = read::<TopicFile>(&crate::read("../questions/topics.json")).expect("the shipped topics");
        let kind = |name: &String| Kind::ALL.into_iter().find(|kind| kind.name() == name).expect("a kind");
        Self {
            bank: "trial".parse().expect("an id"),
            topic: "general".parse().expect("an id"),
            theme: (!theme.is_empty()).then(|| theme.parse().expect("an id")),
            themes: Names::of_themes(&themes),
            topics: Names::of_topics(&topics),
            type_codes: options.type_codes.iter().map(|(code, name)| (code.clone(), kind(name))).collect(),
        }
    }

    /// How files are read at it.
    ///
    /// # Panics
    /// Never: the language is one.
    pub fn reading(&self) -> Reading<'_> {
        Reading {
            bank: &self.bank,
            lang: "zh-CN".parse().expect("a language"),
            theme: self.theme.as_ref(),
            topic: &self.topic,
            themes: &self.themes,
            topics: &self.topics,
            type_codes: &self.type_codes,
            today: "2026-11-23".parse().expect("a day"),
            progress: &|_: Progress| {},
        }
    }

    /// How files are written at it.
    pub fn writing(&self) -> Writing<'_> {
        Writing { lang: "zh-CN", themes: &self.themes, topics: &self.topics, progress: &|_: Progress| {} }
    }

    /// Reads a file of a format, or of the one it looks like.
    ///
    /// # Errors
    /// What the format says of the file as a whole.
    ///
    /// # Panics
    /// If there is no such format.
    pub fn import(&self, format: Option<&str>, name: &str, bytes: &[u8]) -> Result<ImportedBank, Box<Finding>> {
        let input = Input { name, bytes };
        let format: &dyn Format = match format {
            Some(format) => named(format).expect("a format"),
            None => detect_format(&input)?,
        };
        let reading = self.reading();
        let imported = assemble(format.read(&input, &reading)?, &reading);
        let errors = imported.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        assert!(errors >= imported.n_reported, "{name}: {} left out and {errors} errors", imported.n_reported);
        Ok(imported)
    }
}

/// What came of a file as a text to compare: counts, findings, questions.
///
/// # Panics
/// Never: all of it has a JSON form.
pub fn outcome(imported: Result<ImportedBank, Box<Finding>>) -> String {
    let value = match imported {
        Err(finding) => json!({ "refused": finding_json(&finding) }),
        Ok(imported) => json!({
            "read": imported.n_read,
            "imported": imported.bank.questions.len(),
            "reported": imported.n_reported,
            "findings": imported.findings.iter().map(finding_json).collect::<Vec<_>>(),
            "questions": imported.bank.questions,
        }),
    };
    let text = serde_json::to_string_pretty(&value).expect("values have names for keys");
    format!("{text}\n")
}

/// A finding with its place in words.
fn finding_json(finding: &Finding) -> Value {
    let mut value = serde_json::to_value(finding).expect("a finding has names for keys");
    value["place"] = finding.at.words().zh.into();
    value
}
