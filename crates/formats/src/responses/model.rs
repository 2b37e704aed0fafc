//! What a table of answers has: people, and cells about questions.

use crate::diagnostics::{Place, Quote};
use crate::responses::columns::Reference;

/// One person of a table.
#[derive(Debug, Default)]
pub(super) struct Sitter {
    pub(super) name: String,
    pub(super) group: Option<String>,
    pub(super) version: String,
    /// The row where they come first.
    pub(super) row: Option<Place>,
    /// Where the version is written, or else the row.
    pub(super) at: Option<Place>,
    pub(super) cells: Vec<Filled>,
}

/// A cell with something about a question in it.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    pub(super) question: Reference,
    pub(super) text: String,
    /// Whether it can only be points.
    pub(super) is_points: bool,
    pub(super) at: Place,
    pub(super) quote: Quote,
}
