//! From what a format found to a bank of questions that are valid.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::diagnostics::Code;
use sixinto_core::Id;
use sixinto_core::bank::{BankFile, FORMAT, Question, QuestionFields, Revision};
use sixinto_core::check::Words;
use sixinto_core::json::Node;
use sixinto_core::map::IdSet;
use sixinto_core::text::Text;

use crate::diagnostics::{Finding, Place, Position, Quote};
use crate::validate::{Valid, validate};
use crate::{Found, Imported, Reading};

/// A bank made of a file: every question in it is one that the core reads.
#[derive(Debug)]
pub struct ImportedBank {
    /// The bank as it will be written.
    pub bank: BankFile,
    /// The same questions as values, for whoever checks them.
    pub questions: Vec<Question>,
    /// Where each question of the bank was found.
    pub origins: Vec<Origin>,
    /// Everything that is wrong, in the order of the file.
    pub findings: Vec<Finding>,
    /// How many things in the file looked like a question.
    pub n_read: usize,
    /// How many of them are not in the bank; each has an error among the findings.
    pub n_reported: usize,
}

/// Where a question of a bank was found.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Where it stands.
    pub place: Place,
    /// The row or line, for showing it beside a finding.
    pub quote: Option<Quote>,
}

/// Gives every question what the file left out (an id, the theme and topic asked for), and keeps those that are valid.
pub fn assemble(imported: Imported, reading: &Reading<'_>) -> ImportedBank {
    let Imported { mut questions, mut findings, n_read, title } = imported;
    name(&mut questions, reading.bank);
    let mut themeless = None;
    for found in &mut questions {
        complete(&mut found.question, reading);
        if found.question.themes.as_slice().is_empty() {
            themeless.get_or_insert_with(|| found.place.clone());
        }
    }
    findings.extend(themeless.map(no_theme));
    let parts = parts(&findings, &questions);
    let head = head(title, reading);
    let Valid { fields, questions, origins } = validate(questions, &head, &mut findings);
    findings.sort_by_cached_key(|finding| place_order(finding, &parts));
    let n_reported = n_read.saturating_sub(questions.len());
    let BankFile { schema, format, id, lang, title, .. } = head;
    let bank = BankFile { schema, format, id, lang, title, questions: fields };
    ImportedBank { bank, questions, origins, findings, n_read, n_reported }
}

/// The bank without its questions.
fn head(title: Option<String>, reading: &Reading<'_>) -> BankFile<()> {
    BankFile {
        schema: None,
        format: FORMAT,
        id: reading.bank.clone(),
        lang: Some(reading.lang),
        title: Text::Plain(title.unwrap_or_else(|| reading.bank.to_string()).into()),
        questions: Vec::new(),
    }
}

/// A name for each question that has none: the bank's, with a hash of the stem, so that it stays the same when rows are
/// moved or another file is imported after it.
fn name(questions: &mut [Found], bank: &Id) {
    let mut taken: HashSet<Id> = questions.iter().map(|found| found.question.id.clone()).collect();
    for found in questions {
        if found.question.id.as_str().is_empty() {
            found.question.id = fresh(&found.question.stem, bank, &taken);
            taken.insert(found.question.id.clone());
        }
    }
}

fn fresh(stem: &Text, bank: &Id, taken: &HashSet<Id>) -> Id {
    const ROOM: usize = sixinto_core::id::MAX_LENGTH - "-00000000-000000".len();
    let stem = stem.all().next().unwrap_or_default();
    let hash = Revision::of(&Node::Text(Cow::Borrowed(stem)));
    let bank = bank.as_str();
    let bank = bank.get(..bank.len().min(ROOM)).unwrap_or_default();
    let first = format!("{bank}-{hash}");
    let numbered = (2..).map(|n: u32| format!("{first}-{n}"));
    let mut names = std::iter::once(first.clone()).chain(numbered).filter_map(|name| name.parse::<Id>().ok());
    names.find(|id| !taken.contains(id)).expect("there are more numbers than questions")
}

fn complete(question: &mut QuestionFields, reading: &Reading<'_>) {
    if question.themes.as_slice().is_empty() {
        question.themes = reading.theme.cloned().into_iter().fold(IdSet::default(), |mut themes, theme| {
            themes.insert(theme);
            themes
        });
    }
    if question.topic.as_str().is_empty() {
        question.topic = reading.topic.clone();
    }
}

fn no_theme(at: Place) -> Finding {
    Finding::warning(
        Code::Check(sixinto_core::check::Code::NoTheme),
        at,
        Words::new("有的题没有写是哪类场所的，查不到主题", "some questions do not say which theme they belong to"),
        Words::new(
            "表格里加一列“主题”，文本里加一行“主题：家庭”；或者用 --theme home 这样的选项给全部的题指定",
            "add a column \"theme\" to a table, or a line \"Theme: home\" to a text; or name one for all with an option such as --theme home",
        ),
    )
}

/// The sheets in the order of the file. Findings and questions each come in that order, and neither has every sheet: one
/// that only the questions have stands behind the one that stands before it there.
fn parts(findings: &[Finding], questions: &[Found]) -> Vec<Option<Arc<str>>> {
    let mut parts: Vec<Option<Arc<str>>> = Vec::new();
    for finding in findings {
        if !parts.contains(&finding.at.part) {
            parts.push(finding.at.part.clone());
        }
    }
    let mut next = 0;
    for found in questions {
        let known = parts.iter().position(|part| *part == found.place.part);
        if known.is_none() {
            parts.insert(next, found.place.part.clone());
        }
        next = known.unwrap_or(next) + 1;
    }
    parts
}

/// Findings in the order in which a person goes through the file; those about the whole of it first.
fn place_order(finding: &Finding, parts: &[Option<Arc<str>>]) -> (usize, u32, u32) {
    let (line, column) = match finding.at.position {
        Position::Whole => (0, 0),
        Position::Cell { row, column, .. } => (row, column.unwrap_or(0)),
        Position::Text { line, column } => (line, column),
    };
    let part = finding.at.part.as_ref().map_or(0, |_| {
        // Behind the whole of the file.
        1 + parts.iter().position(|part| *part == finding.at.part).unwrap_or(parts.len())
    });
    (part, line, column)
}
