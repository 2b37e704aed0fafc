//! Why a command could not do what it was asked.

use sixinto_core::check::{self, Finding, Words};
use sixinto_core::json::Failure as Unreadable;

/// What went wrong and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What went wrong.
    pub(crate) what: Words,
    /// What to do.
    pub(crate) help: Words,
    /// The place in a file that it went wrong at.
    pub(crate) cause: Option<Box<Cause>>,
}

/// A place in a file.
#[derive(Debug)]
pub(crate) struct Cause {
    /// What is wrong there.
    pub(crate) finding: Finding,
    /// The file.
    pub(crate) text: String,
}

impl Failure {
    pub(crate) fn new(what: Words, help: Words) -> Self {
        Self { what, help, cause: None }
    }

    /// A file that cannot be read, shown at the first thing that is wrong with it.
    pub(crate) fn unreadable(name: &str, text: &str, failures: &[Unreadable], what: Words, help: Words) -> Self {
        let first = check::unreadable(name, text, failures).next();
        let cause = first.map(|finding| Box::new(Cause { finding, text: text.to_owned() }));
        Self { what, help, cause }
    }
}
