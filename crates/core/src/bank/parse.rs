//! Text to bank.

use super::{Bank, BankFile, FORMAT, MAX_QUESTIONS, Question, QuestionFields, Revision};
use crate::json::{self, Failure, Limit, Node, Read, Reader, Reason};

/// The language of a bank that does not say.
const DEFAULT_LANG: &str = "zh-CN";

/// What could be read of a file: the questions that are in order, and why the others are not.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The bank, without the questions that failed.
    pub bank: Bank,
    /// For each question of the bank, its index in the file.
    pub indexes: Vec<usize>,
    /// Everything that could not be read.
    pub failures: Vec<Failure>,
}

/// Reads a bank, all of it or nothing.
///
/// # Errors
/// The first thing that stops the reading.
pub fn parse(text: &str) -> Result<Bank, Failure> {
    let mut parsed = parse_all(text)?;
    if parsed.failures.is_empty() { Ok(parsed.bank) } else { Err(parsed.failures.swap_remove(0)) }
}

/// Reads every question that can be read. One question in disorder does not hide what is wrong with the next.
///
/// # Errors
/// What stops the reading of the file as a whole: broken JSON, another version, too many questions.
pub fn parse_all(text: &str) -> Result<Parsed, Failure> {
    let node = json::tree(json::admit(text)?)?;
    json::same_version(&node, FORMAT)?;
    let mut reader = Reader::default();
    let file = BankFile::<Node<'_>>::read(node, &mut reader);
    if file.questions.len() > MAX_QUESTIONS {
        let reason = Reason::Limit { of: Limit::Questions, most: MAX_QUESTIONS };
        return Err(Failure { pointer: "/questions".to_owned(), ..Failure::whole(reason) });
    }
    let mut questions = Vec::with_capacity(file.questions.len());
    let mut indexes = Vec::with_capacity(file.questions.len());
    let mut index = 0;
    reader.each_of("questions", file.questions, &mut |node, reader| {
        if let Some(question) = question(node, reader) {
            questions.push(question);
            indexes.push(index);
        }
        index += 1;
    });
    let lang = file.lang.map_or_else(|| DEFAULT_LANG.into(), |lang| lang.as_str().into());
    let bank = Bank { id: file.id, lang, title: file.title, questions };
    Ok(Parsed { bank, indexes, failures: reader.into_failures() })
}

/// Reads a bank as it is written, for handing its questions to files of other kinds: every field, none interpreted.
///
/// # Errors
/// The first thing that stops the reading.
pub fn parse_fields(text: &str) -> Result<BankFile, Failure> {
    parse_each(text, QuestionFields::read)
}

/// Reads a bank as it is written, with the revision of its wording in each question: whoever serves a question in parts
/// must say which wording they are of.
///
/// # Errors
/// The first thing that stops the reading; what [`parse`] refuses is refused here too.
pub fn parse_revised(text: &str) -> Result<BankFile, Failure> {
    parse_each(text, |node, reader| {
        let (known, worded) = (reader.failures().len(), worded(&node));
        let mut fields = QuestionFields::read(node, reader);
        if reader.failures().len() == known {
            fields.revision = Question::from_valid(fields.clone(), worded, reader).map(|question| question.revision);
        }
        fields
    })
}

fn parse_each(text: &str, read: fn(Node<'_>, &mut Reader) -> QuestionFields) -> Result<BankFile, Failure> {
    let node = json::tree(json::admit(text)?)?;
    json::same_version(&node, FORMAT)?;
    let mut reader = Reader::default();
    let BankFile { schema, format, id, lang, title, questions } = BankFile::<Node<'_>>::read(node, &mut reader);
    let mut fields = Vec::with_capacity(questions.len());
    reader.each_of("questions", questions, &mut |node, reader| fields.push(read(node, reader)));
    let file = BankFile { schema, format, id, lang, title, questions: fields };
    reader.into_first_failure().map_or(Ok(file), Err)
}

fn question(node: Node<'_>, reader: &mut Reader) -> Option<Question> {
    let known = reader.failures().len();
    let worded = worded(&node);
    let fields = QuestionFields::read(node, reader);
    if reader.failures().len() > known {
        return None;
    }
    Question::from_valid(fields, worded, reader)
}

/// A question either states its revision or is its own first wording.
fn worded(node: &Node<'_>) -> Revision {
    if node.member("revision").is_some() { Revision::default() } else { Revision::of(node) }
}
