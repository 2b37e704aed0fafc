//! Text to bank.

use super::kind::Body;
use super::{Bank, BankFile, FORMAT, MAX_QUESTIONS, Question, QuestionFields, Revision};
use crate::json::{self, Failure, Limit, Misfit, Node, Read, Reason};

/// The language of a bank that does not say.
const DEFAULT_LANG: &str = "zh-CN";

/// What could be read of a file: the questions that are in order, and why the others are not.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The bank, without the questions that failed.
    pub bank: Bank,
    /// For each question of the bank, its index in the file.
    pub indexes: Vec<usize>,
    /// One failure for each question that could not be read.
    pub failures: Vec<Failure>,
}

/// Reads a bank, all of it or nothing.
///
/// # Errors
/// The first thing that stops the reading, with line and column.
pub fn parse(text: &str) -> Result<Bank, Failure> {
    let mut parsed = parse_all(text)?;
    match parsed.failures.is_empty() {
        true => Ok(parsed.bank),
        false => Err(parsed.failures.swap_remove(0)),
    }
}

/// Reads every question that can be read. One question in disorder does not hide what is wrong with the next.
///
/// # Errors
/// What stops the reading of the file as a whole: broken JSON, another version, a field of the file itself.
pub fn parse_all(text: &str) -> Result<Parsed, Failure> {
    let text = json::admit(text)?;
    let node = json::tree(text)?;
    let file = json::same_version(&node, FORMAT).and_then(|()| BankFile::<Node<'_>>::read(node));
    let file = file.and_then(few_questions).map_err(|misfit| json::locate(text, misfit))?;
    let mut questions = Vec::with_capacity(file.questions.len());
    let mut indexes = Vec::with_capacity(file.questions.len());
    let mut failures = Vec::new();
    for (index, node) in file.questions.into_iter().enumerate() {
        match question(node) {
            Ok(question) => {
                questions.push(question);
                indexes.push(index);
            }
            Err(misfit) => {
                let misfit = misfit.inside(&index.to_string()).inside("questions");
                failures.push(json::locate(text, misfit));
            }
        }
    }
    let lang = file.lang.map_or_else(|| DEFAULT_LANG.into(), |lang| lang.as_str().into());
    Ok(Parsed { bank: Bank { id: file.id, lang, title: file.title, questions }, indexes, failures })
}

fn few_questions(file: BankFile<Node<'_>>) -> Result<BankFile<Node<'_>>, Misfit> {
    if file.questions.len() <= MAX_QUESTIONS {
        return Ok(file);
    }
    Err(Misfit::new(Reason::Limit { of: Limit::Questions, most: MAX_QUESTIONS }).inside("questions"))
}

fn question(node: Node<'_>) -> Result<Question, Misfit> {
    let is_written = node.member("revision").is_none();
    let written = is_written.then(|| Revision::of(&node));
    let mut fields = QuestionFields::read(node)?;
    let body = Body::take(&mut fields)?;
    fields.themes.sort_unstable();
    Ok(Question {
        // One of the two is there: a question either states its revision or has none but its own wording.
        revision: fields.revision.or(written).unwrap_or_else(|| Revision::of(&Node::Null)),
        id: fields.id,
        themes: fields.themes,
        topic: fields.topic,
        difficulty: fields.difficulty,
        stem: fields.stem,
        media: fields.media,
        body,
        explanation: fields.explanation,
        action: fields.action,
        source: fields.source,
        review_by: fields.review_by,
    })
}
