//! Banks as JSON files: read, checked, and every problem told at its line and column.

use super::finding::{Finding, Location};
use super::locate::Locator;
use super::problem::{Locate, Reference, Target};
use super::{Context, Subject, check, unreadable};
use crate::bank::{self, Bank};

/// The outcome of a check of files.
#[derive(Debug)]
pub struct Checked {
    /// The banks that could be read, without the questions that could not.
    pub banks: Vec<Bank>,
    /// Everything that is wrong, by file and place.
    pub findings: Vec<Finding>,
}

/// Bank files that were read.
#[derive(Debug)]
pub struct BankFiles<'a> {
    /// The banks that could be read, without the questions that could not.
    pub banks: Vec<Bank>,
    /// Why the others could not.
    pub unreadable: Vec<Finding>,
    /// Where their questions stand.
    pub places: BankPlaces<'a>,
}

/// Where the questions of bank files stand, and the presets beside them.
#[derive(Debug)]
pub struct BankPlaces<'a> {
    banks: Vec<Locator<'a>>,
    presets: Locator<'a>,
}

/// Checks banks, each given as its file's name and text.
pub fn check_files(files: &[(String, String)], context: &Context) -> Checked {
    let BankFiles { banks, unreadable, places } = BankFiles::read(files, context);
    let subject = Subject { banks: &banks, context, is_whole: unreadable.is_empty() };
    let mut findings = unreadable;
    findings.extend(check(&subject).into_iter().map(|problem| {
        let question = subject.question(problem.target).map(|question| question.id.clone());
        problem.into_finding(question, &places)
    }));
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    Checked { banks, findings }
}

impl<'a> BankFiles<'a> {
    /// Reads banks, each given as its file's name and text.
    pub fn read(files: &'a [(String, String)], context: &'a Context) -> Self {
        let presets = Locator::new(&context.presets.name, &context.presets.text, Vec::new());
        let places = BankPlaces { banks: Vec::new(), presets };
        let mut read = Self { banks: Vec::new(), unreadable: Vec::new(), places };
        for (name, text) in files {
            match bank::parse_all(text) {
                Ok(parsed) => {
                    read.unreadable.extend(unreadable(name, text, &parsed.failures));
                    read.places.banks.push(Locator::new(name, text, parsed.indexes));
                    read.banks.push(parsed.bank);
                }
                Err(failure) => read.unreadable.extend(unreadable(name, text, &[failure])),
            }
        }
        read
    }
}

impl BankPlaces<'_> {
    fn locator(&self, target: Target) -> &Locator<'_> {
        let bank = if let Target::Question { bank, .. } = target { self.banks.get(bank) } else { None };
        bank.unwrap_or(&self.presets)
    }
}

impl Locate for BankPlaces<'_> {
    type Place = Location;

    fn place(&self, target: Target, pointer: &str) -> Location {
        self.locator(target).place(target, pointer)
    }

    fn reference(&self, target: Target) -> Reference {
        self.locator(target).reference(target)
    }
}
