//! Everything that a phone remembers of one person, as one file: to be kept, and to be taken to another phone.
//!
//! Such a file comes from anywhere, so it is read more strictly than what the page itself has stored: see [`read`].
//! What two phones remember is put together by [`Memory::merge`].

mod merge;
mod read;
mod signed;
mod study;

use serde::Serialize;

pub use read::read;
pub use signed::{Certificate, MAX_COORDINATE, MAX_NAME, Pledge};
pub use study::{Studied, StudyPlace};

use crate::Attempt;
use crate::calendar::Played;
use crate::day::Millis;
use crate::json::Format;
use crate::map::{DateMap, IdMap};
use crate::paper::Seen;
use crate::review::{ReviewBook, Try};
use crate::text::Lang;

/// The version of the file.
pub const FORMAT: u32 = 1;

/// The largest file, in bytes: as much as a browser lets a page keep.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The most entries that any list or object of the file may have. Days of a lifetime are 30 000, but nobody answers
/// that many different questions; and reading a map takes the square of its size at worst.
pub const MAX_ENTRIES: usize = 10_000;

/// What is remembered. Each part is what the page stores under the same name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Memory {
    /// Version of this format.
    pub format: Format<FORMAT>,
    /// When it was put into a file.
    pub made: Millis,
    /// The language that the page speaks.
    pub lang: Lang,
    /// Attempts under way; the first is the one that something was done in last.
    pub open: Vec<Attempt>,
    /// The attempt that was finished last.
    pub done: Option<Attempt>,
    /// How often each question was shown with its answer.
    pub seen: Seen,
    /// How the daily papers went.
    pub daily: DateMap<Played>,
    /// What was got wrong, and when to ask it again.
    pub book: ReviewBook,
    /// Exams that were passed.
    pub certificates: Vec<Certificate>,
    /// Promises that were signed.
    pub pledges: Vec<Pledge>,
    /// Switches, such as that of large text.
    pub settings: IdMap<bool>,
    /// Which question was read last in study mode.
    pub study: Studied,
}

impl Memory {
    /// Takes into the book what the page has noted and not yet put there, so that a file lacks nothing.
    #[must_use]
    pub fn with_tries(mut self, tries: &[Try], now: Millis) -> Self {
        self.book.record(tries, now);
        self
    }
}
