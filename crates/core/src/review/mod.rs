//! What a person comes back for: the questions they got wrong, brought back on the day they are about to be forgotten.
//!
//! Tries make cards, cards make the review book, and the book and the questions make the progress shown. A day's first
//! try of a question is the one that tells what is remembered; right counts as "good" and everything else as "again".

mod book;
mod card;
pub mod fsrs;
mod merge;
mod progress;

pub use book::{FORMAT, ReviewBook};
pub use card::{Card, Try, tries};
pub use progress::{About, Standing, progress};
