//! Problems as values: what each is about, and its words, which name no place until somebody says where things stand.

use super::finding::{Finding, Location, Severity, Words};
use super::{Code, QuestionRef};
use crate::Id;

/// Something that is wrong with a bank, or with a file that stands beside banks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its name.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub target: Target,
    /// The part of the target, as a JSON pointer inside it; empty for the whole.
    pub pointer: String,
    /// What is wrong.
    pub message: Sentence,
    /// What to do about it.
    pub help: Words,
}

/// What a problem is about, by its index among others of the sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A question of a bank.
    Question {
        /// Which of the banks that were checked.
        bank: usize,
        /// Which question of the bank.
        question: usize,
    },
    /// A preset.
    Preset(usize),
    /// A promise of the safety pledge.
    Promise(usize),
    /// The file that is checked.
    File,
}

/// What is wrong, in words that may name another target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// It names no other.
    Plain(Words),
    /// It names another question between two halves.
    Naming {
        /// What stands before the name.
        before: Words,
        /// The other question.
        other: Target,
        /// Its id.
        id: Id,
        /// What stands after the name.
        after: Words,
    },
    /// It ends with the place of another target.
    PointingTo {
        /// What stands before the place.
        words: Words,
        /// The other target.
        other: Target,
    },
}

/// How a sentence refers to another target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Who reads it knows ids: by its id, with its place in brackets.
    ById(Words),
    /// Who reads it has given no ids: by its place alone.
    ByPlace(Words),
}

/// Knows where the targets of problems stand, so that a person finds them.
pub trait Locate {
    /// What a place is: a line of a text, or a cell of a table.
    type Place;

    /// The place of a part of a target.
    fn place(&self, target: Target, pointer: &str) -> Self::Place;

    /// How a sentence refers to a target, with its place in words.
    fn reference(&self, target: Target) -> Reference;
}

/// The problems that one lint has found.
#[derive(Debug)]
pub struct Notes {
    code: Code,
    severity: Severity,
    problems: Vec<Problem>,
}

impl Problem {
    /// The problem at its place in a JSON text; `question` is the id of the question that it is about.
    pub(super) fn into_finding(self, question: Option<Id>, locate: &impl Locate<Place = Location>) -> Finding {
        let Self { code, severity, target, pointer, message, help } = self;
        let at = locate.place(target, &pointer);
        Finding { code, severity, question, at, message: message.into_words(locate), help }
    }
}

impl Sentence {
    /// A sentence that names another question between two halves.
    pub(super) fn naming(before: Words, other: QuestionRef<'_>, after: Words) -> Self {
        Self::Naming { before, other: other.target, id: other.question.id.clone(), after }
    }

    /// The whole sentence, with the other target as it stands in somebody's file.
    pub fn into_words(self, locate: &impl Locate) -> Words {
        match self {
            Self::Plain(words) => words,
            Self::Naming { before, other, id, after } => match locate.reference(other) {
                Reference::ById(place) => Words::new(
                    format!("{}“{id}”{}（{}）", before.zh, after.zh, place.zh),
                    format!("{}`{id}`{} ({})", before.en, after.en, place.en),
                ),
                Reference::ByPlace(place) => {
                    Words::new([before.zh, place.zh, after.zh].concat(), [before.en, place.en, after.en].concat())
                }
            },
            Self::PointingTo { words, other } => {
                let (Reference::ById(place) | Reference::ByPlace(place)) = locate.reference(other);
                Words::new(format!("{}（{}）", words.zh, place.zh), format!("{} ({})", words.en, place.en))
            }
        }
    }
}

impl From<Words> for Sentence {
    fn from(words: Words) -> Self {
        Self::Plain(words)
    }
}

impl Notes {
    /// No problems yet of this name, which are so bad where nothing else is said of one.
    pub(super) fn new(code: Code, severity: Severity) -> Self {
        Self { code, severity, problems: Vec::new() }
    }

    /// Notes something about a part of a question; `pointer` is the part's JSON pointer inside the question.
    pub fn at(
        &mut self,
        question_ref: QuestionRef<'_>,
        pointer: impl Into<String>,
        message: impl Into<Sentence>,
        help: Words,
    ) {
        self.push(self.severity, question_ref.target, pointer.into(), message.into(), help);
    }

    /// As [`Notes::at`], but a warning where the lint's cases are errors otherwise.
    pub fn warn(&mut self, question_ref: QuestionRef<'_>, pointer: impl Into<String>, message: Words, help: Words) {
        self.push(Severity::Warning, question_ref.target, pointer.into(), message.into(), help);
    }

    /// Notes something about a preset.
    pub fn preset(&mut self, index: usize, pointer: impl Into<String>, message: Words, help: Words) {
        self.push(self.severity, Target::Preset(index), pointer.into(), message.into(), help);
    }

    /// Everything that was noted.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    fn push(&mut self, severity: Severity, target: Target, pointer: String, message: Sentence, help: Words) {
        self.problems.push(Problem { code: self.code, severity, target, pointer, message, help });
    }
}
