//! What is wrong with banks: every problem, each with its place and what to do about it.
//!
//! A lint is a file under `lints` and a line in [`LINTS`]. It looks at values and notes what it finds; where that stands
//! in a file is for whoever has the file to say, by [`Locate`].

mod cards;
mod code;
mod file_problems;
mod files;
mod finding;
mod fold;
mod lints;
mod locate;
mod nearest;
mod parts;
mod pledges;
mod problem;
mod similar;
mod statistics;
mod texts;
mod unreadable;

pub use cards::{CARD_CODES, check_cards};
pub use code::Code;
pub use files::{BankFiles, BankPlaces, Checked, check_files};
pub use finding::{Explanation, Finding, Location, Severity, Words};
pub use fold::{fingerprint, fold};
pub use lints::LINTS;
pub use pledges::{PLEDGE_CODES, check_pledges};
pub use problem::{Locate, Notes, Problem, Reference, Sentence, Target};
pub use unreadable::{explain, unreadable};

use crate::bank::{Bank, Question};
use crate::date::Date;
use crate::preset::PresetFile;
use crate::source::Register;
use crate::text::Lang;
use crate::theme::ThemeFile;
use crate::topic::TopicFile;
use finding::{brief, counted};

/// A file that was read.
#[derive(Clone, Debug, Default)]
pub struct Loaded<T> {
    /// Its name, as findings show it.
    pub name: String,
    /// What it says.
    pub text: String,
    /// What that means.
    pub value: T,
}

/// What banks are held against.
#[derive(Clone, Debug)]
pub struct Context {
    /// The themes that questions may name.
    pub themes: Loaded<ThemeFile>,
    /// The topics that have a label; without the file no topic needs one.
    pub topics: Option<Loaded<TopicFile>>,
    /// The presets that the banks together have to fill.
    pub presets: Loaded<PresetFile>,
    /// The sources that questions may cite.
    pub register: Loaded<Register>,
    /// The set of themes that the page is built with.
    pub set: String,
    /// The languages that every text must have.
    pub langs: Vec<Lang>,
    /// The pictures there are, as paths inside the question folder.
    pub pictures: Vec<String>,
    /// The day of the check.
    pub today: Date,
}

/// What a lint looks at.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The banks, without the questions that could not be read.
    pub banks: &'a [Bank],
    /// What they are held against.
    pub context: &'a Context,
    /// Whether every question could be read: what could not be is not known to be missing.
    pub is_whole: bool,
}

/// One way in which questions go wrong.
#[derive(Debug)]
pub struct Lint {
    /// Its name in output and in documents.
    pub code: Code,
    /// How bad it is, where the lint does not say otherwise of a case.
    pub severity: Severity,
    /// Notes every case of it.
    pub run: Run,
}

/// What a lint has to see at once. Questions are gone through one by one with every lint that looks at one only, so
/// that its texts come from memory once: that takes half the time.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// One question.
    Each(fn(QuestionRef<'_>, &Context, &mut Notes)),
    /// All of them.
    All(fn(&Subject<'_>, &mut Notes)),
}

/// A question and where it is, for lints to walk over.
#[derive(Clone, Copy, Debug)]
pub struct QuestionRef<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its bank.
    pub bank: &'a Bank,
    target: Target,
}

/// Everything that is wrong with banks: question by question, and what is wrong with one in the order of [`LINTS`].
pub fn check(subject: &Subject<'_>) -> Vec<Problem> {
    let mut notes: Vec<Notes> = LINTS.iter().map(|lint| Notes::new(lint.code, lint.severity)).collect();
    for question_ref in subject.questions() {
        for (lint, notes) in LINTS.iter().zip(&mut notes) {
            if let Run::Each(run) = lint.run {
                run(question_ref, subject.context, notes);
            }
        }
    }
    for (lint, notes) in LINTS.iter().zip(&mut notes) {
        if let Run::All(run) = lint.run {
            run(subject, notes);
        }
    }
    let mut problems: Vec<Problem> = notes.into_iter().flat_map(Notes::into_problems).collect();
    problems.sort_by_key(|problem| problem.target);
    problems
}

impl QuestionRef<'_> {
    /// The language of texts that are plain strings.
    fn lang(&self) -> Lang {
        self.bank.lang.parse().unwrap_or_default()
    }
}

impl<'a> Subject<'a> {
    /// Every question of every bank.
    pub fn questions(&self) -> impl Iterator<Item = QuestionRef<'a>> + use<'a> {
        let banks: &'a [Bank] = self.banks;
        banks.iter().enumerate().flat_map(|(at, bank)| {
            let target = move |question| Target::Question { bank: at, question };
            let question_ref = move |(index, question)| QuestionRef { question, bank, target: target(index) };
            bank.questions.iter().enumerate().map(question_ref)
        })
    }

    /// The question that a problem is about, if it is about one.
    pub fn question(&self, target: Target) -> Option<&'a Question> {
        let Target::Question { bank, question } = target else { return None };
        self.banks.get(bank)?.questions.get(question)
    }
}
