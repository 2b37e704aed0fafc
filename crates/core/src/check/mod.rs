//! What is wrong with banks: every problem, each with its place and what to do about it.
//!
//! A rule is a file under `rules` and a line in [`RULES`]. It looks at everything and notes what it finds; where in
//! the text that stands is worked out once, at the end.

mod beside;
mod cards;
mod finding;
mod fold;
mod locate;
mod nearest;
mod parts;
mod pledges;
mod rules;
mod similar;
mod statistics;
mod texts;
mod unreadable;

pub use cards::{CARD_CODES, check_cards};
pub use finding::{Explanation, Finding, Location, Severity, Words};
pub use fold::{fingerprint, fold};
pub use pledges::{PLEDGE_CODES, check_pledges};
pub use rules::RULES;
pub use unreadable::{NOT_READ, explain, unreadable};

use crate::bank::{self, Bank, Question};
use crate::date::Date;
use crate::preset::PresetFile;
use crate::source::Register;
use crate::text::Lang;
use crate::theme::ThemeFile;
use crate::topic::TopicFile;
use finding::{brief, counted};
use locate::Locator;

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

/// What a rule looks at.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The banks, without the questions that could not be read.
    pub banks: &'a [Bank],
    /// What they are held against.
    pub context: &'a Context,
    /// Whether every question could be read: what could not be is not known to be missing.
    pub is_whole: bool,
    locators: &'a [Locator<'a>],
}

/// One way in which questions go wrong.
#[derive(Debug)]
pub struct Rule {
    /// Its name in output and in documents.
    pub code: &'static str,
    /// How bad it is, where the rule does not say otherwise of a case.
    pub severity: Severity,
    /// Notes every case of it.
    pub run: Run,
}

/// What a rule has to see at once. Questions are gone through one by one with every rule that looks at one only, so
/// that its texts come from memory once: that takes half the time.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// One question.
    Each(fn(QuestionRef<'_>, &Context, &mut Notes)),
    /// All of them.
    All(fn(&Subject<'_>, &mut Notes)),
}

/// What a rule has found, before places are known.
#[derive(Debug, Default)]
pub struct Notes(Vec<Note>);

#[derive(Debug)]
struct Note {
    target: Target,
    pointer: String,
    is_warning: bool,
    message: Words,
    help: Words,
}

/// Which question of which bank, both by index; or a preset, by index.
#[derive(Clone, Copy, Debug)]
enum Target {
    Question { bank: usize, question: usize },
    Preset(usize),
}

/// A question and where it is, for rules to walk over.
#[derive(Clone, Copy, Debug)]
pub struct QuestionRef<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its bank.
    pub bank: &'a Bank,
    target: Target,
}

/// The outcome of a check.
#[derive(Debug)]
pub struct Checked {
    /// The banks that could be read, without the questions that could not.
    pub banks: Vec<Bank>,
    /// Everything that is wrong, by file and place.
    pub findings: Vec<Finding>,
}

/// Checks banks, each given as its file's name and text.
pub fn check(files: &[(String, String)], context: &Context) -> Checked {
    let mut findings = Vec::new();
    let mut banks = Vec::new();
    let mut locators = Vec::new();
    for (name, text) in files {
        match bank::parse_all(text) {
            Ok(parsed) => {
                findings.extend(unreadable(name, text, &parsed.failures));
                locators.push(Locator::new(name, text, parsed.indexes));
                banks.push(parsed.bank);
            }
            Err(failure) => findings.extend(unreadable(name, text, &[failure])),
        }
    }
    let presets = Locator::new(&context.presets.name, &context.presets.text, Vec::new());
    let subject = Subject { banks: &banks, context, is_whole: findings.is_empty(), locators: &locators };
    for (rule, notes) in RULES.iter().zip(run(&subject)) {
        for Note { target, pointer, is_warning, message, help } in notes.0 {
            let (question, at) = match target {
                Target::Preset(index) => (None, presets.place(format!("/presets/{index}{pointer}"))),
                Target::Question { bank, question } => {
                    let id = banks[bank].questions[question].id.clone();
                    (Some(id), locators[bank].question_place(question, &pointer))
                }
            };
            let severity = if is_warning { Severity::Warning } else { rule.severity };
            findings.push(Finding { code: rule.code, severity, question, at, message, help });
        }
    }
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    Checked { banks, findings }
}

/// What each rule notes, in the order of [`RULES`].
fn run(subject: &Subject<'_>) -> Vec<Notes> {
    let mut notes: Vec<Notes> = RULES.iter().map(|_| Notes::default()).collect();
    for question_ref in subject.questions() {
        for (rule, notes) in RULES.iter().zip(&mut notes) {
            if let Run::Each(run) = rule.run {
                run(question_ref, subject.context, notes);
            }
        }
    }
    for (rule, notes) in RULES.iter().zip(&mut notes) {
        if let Run::All(run) = rule.run {
            run(subject, notes);
        }
    }
    notes
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

    /// Where a question starts, for a message about another one.
    fn line_words(&self, question_ref: QuestionRef<'_>) -> Words {
        match question_ref.target {
            Target::Question { bank, question } => self.locators[bank].question_place(question, "").line_words(),
            Target::Preset(_) => Words::new("", ""),
        }
    }
}

impl Notes {
    /// Notes something about a part of a question; `pointer` is the part's JSON pointer inside the question.
    pub fn at(&mut self, question_ref: QuestionRef<'_>, pointer: impl Into<String>, message: Words, help: Words) {
        self.0.push(Note { target: question_ref.target, pointer: pointer.into(), is_warning: false, message, help });
    }

    /// As [`Notes::at`], but a warning where the rule's cases are errors otherwise.
    pub fn warn(&mut self, question_ref: QuestionRef<'_>, pointer: impl Into<String>, message: Words, help: Words) {
        self.0.push(Note { target: question_ref.target, pointer: pointer.into(), is_warning: true, message, help });
    }

    /// Notes something about a preset.
    pub fn preset(&mut self, index: usize, pointer: impl Into<String>, message: Words, help: Words) {
        let target = Target::Preset(index);
        self.0.push(Note { target, pointer: pointer.into(), is_warning: false, message, help });
    }
}
