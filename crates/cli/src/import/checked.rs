//! The check, held against a bank that was just imported; what it finds is told at the place in the trainer's file.

use std::collections::BTreeSet;

use sixinto_core::bank::{Bank, BankFile, Question, QuestionFields};
use sixinto_core::check::{
    self, BankFiles, BankPlaces, Code, Explanation, Locate, Problem, Reference, Subject, Target, Words,
};
use sixinto_formats::json::Json;
use sixinto_formats::{Code as FileCode, Finding, Format as _, ImportedBank, Origin, Place, Position, Quote, ellipsis};

use super::context::ImportContext;

/// Where the questions of an import stand, and those of the banks beside it.
struct ImportPlaces<'a> {
    /// Of the bank that was imported, which is checked as the last one.
    origins: &'a [Origin],
    beside: BankPlaces<'a>,
    n_beside: usize,
}

/// A row of a sheet by what is wrong with it.
type WrongRow<'a> = (&'a str, Option<&'a str>, u32);

/// Adds what the check finds. The questions stay in the bank, so each of it is a warning.
pub(super) fn check(imported: &mut ImportedBank, format: &str, context: &ImportContext) {
    let BankFiles { mut banks, places, .. } = BankFiles::read(&context.banks, &context.check);
    let places = ImportPlaces { origins: &imported.origins, beside: places, n_beside: banks.len() };
    // Of two that are the same the check tells the later one, which is the new one.
    banks.push(bank_of(&imported.bank, std::mem::take(&mut imported.questions)));
    let problems = check::check(&Subject { banks: &banks, context: &context.check, is_whole: false });
    // What the reading of the file told of a row is not told again.
    let told: BTreeSet<WrongRow<'_>> =
        imported.findings.iter().filter_map(|known| wrong_row(known.code.as_str(), &known.at)).collect();
    let is_told = |code, at| wrong_row(code, at).is_some_and(|row| told.contains(&row));
    let found = problems.into_iter().filter_map(|problem| {
        let index = places.imported(problem.target)?;
        let (question, origin) = (imported.bank.questions.get(index)?, imported.origins.get(index)?);
        let is_new = is_asked(problem.code, context) && !is_told(problem.code.as_str(), &origin.place);
        is_new.then(|| finding(problem, question, origin, format, &places))
    });
    let found: Vec<Finding> = found.collect();
    imported.findings.extend(found);
}

fn bank_of(file: &BankFile, questions: Vec<Question>) -> Bank {
    let lang = file.lang.map_or_else(Box::default, |lang| lang.as_str().into());
    Bank { id: file.id.clone(), lang, title: file.title.clone(), questions }
}

fn wrong_row<'a>(code: &'a str, at: &'a Place) -> Option<WrongRow<'a>> {
    let Position::Cell { row, .. } = at.position else { return None };
    Some((code, at.part.as_deref(), row))
}

/// Whether a trainer is told of it. Presets are not theirs, that themes are missing was said once for all questions,
/// and some things are only known beside a question folder.
fn is_asked(code: Code, context: &ImportContext) -> bool {
    match code {
        Code::UnfillablePreset | Code::NoTheme => false,
        Code::UnknownTopic | Code::UnknownSource | Code::UnknownArticle | Code::SupersededSource | Code::BadMedia => {
            context.has_home
        }
        _ => true,
    }
}

fn finding(
    problem: Problem,
    question: &QuestionFields,
    origin: &Origin,
    format: &str,
    places: &ImportPlaces<'_>,
) -> Finding {
    let (code, at) = (problem.code, places.place(problem.target, &problem.pointer));
    // Who writes JSON is told the names of its fields.
    let plain = if format == Json.name() { None } else { plain(code) };
    let Explanation { message, help } =
        plain.unwrap_or_else(|| Explanation { message: problem.message.into_words(places), help: problem.help });
    let stem = question.stem.all().next().unwrap_or_default();
    let quote = origin.quote.clone().map(|quote| at_stem(quote, stem));
    Finding::warning(FileCode::Check(code), at, message, help).about(stem).quoting(quote)
}

/// A row with its stem marked: the check names a question and not a cell.
fn at_stem(quote: Quote, stem: &str) -> Quote {
    let shown = ellipsis(stem);
    match quote.line.find(&shown) {
        Some(from) if quote.from == quote.to => Quote { from, to: from + shown.len(), ..quote },
        _ => quote,
    }
}

/// The words for who fills in a file and does not write JSON.
fn plain(code: Code) -> Option<Explanation> {
    let (message, help) = match code {
        Code::NoSource => (
            Words::new("没有写依据", "it does not say what the answer rests on"),
            Words::new(
                "写明依据哪部法律、哪个标准，哪天核对的；表格里加“依据”和“核对日期”两列",
                "name the law or standard and the day you read it; in a table, in the columns \"source\" and \"as of\"",
            ),
        ),
        Code::NoExplanation => (
            Words::new("没有解析", "it does not say why the answer is right"),
            Words::new("在“解析”里写明为什么", "say why; in a table, in the column \"explanation\""),
        ),
        _ => return None,
    };
    Some(Explanation { message, help })
}

impl ImportPlaces<'_> {
    /// The index of a question of the bank that was imported.
    fn imported(&self, target: Target) -> Option<usize> {
        match target {
            Target::Question { bank, question } if bank == self.n_beside => Some(question),
            _ => None,
        }
    }

    fn origin(&self, target: Target) -> Option<&Origin> {
        self.origins.get(self.imported(target)?)
    }
}

impl Locate for ImportPlaces<'_> {
    type Place = Place;

    fn place(&self, target: Target, pointer: &str) -> Place {
        self.origin(target).map_or_else(
            || {
                let at = self.beside.place(target, pointer);
                Place::text(at.file, at.line, at.column)
            },
            |origin| origin.place.clone(),
        )
    }

    /// A trainer sees rows and lines, and neither the ids that questions were given nor the file that they go into.
    fn reference(&self, target: Target) -> Reference {
        let origin = self.origin(target);
        origin.map_or_else(|| self.beside.reference(target), |origin| Reference::ByPlace(origin.place.words()))
    }
}
