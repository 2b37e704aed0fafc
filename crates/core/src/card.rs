//! Card sets: what somebody in one job keeps in a pocket, on three cards. What the cards are called is data, because
//! places and firms call them differently.

use crate::date::Date;
use crate::json::{Versioned, read_fields};
use crate::source::Source;
use crate::{Id, Text};

/// A file of `cards/`: the three cards of one job post.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CardSet {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// The file's name without `.json`.
    pub id: Id,
    /// Whose cards these are.
    pub post: Text,
    /// The themes that the job belongs to.
    pub themes: Vec<Id>,
    /// What can hurt you here, a hazard a line.
    pub risk: Vec<Text>,
    /// How to do the work, in the order of doing it.
    pub operation: Vec<Text>,
    /// What to do when it goes wrong, in the order of doing it.
    pub emergency: Vec<Text>,
    /// Questions that test these lines.
    pub questions: Vec<Id>,
    /// What the lines rest on.
    pub sources: Vec<Source>,
    /// The day by which somebody must read the set again.
    pub review_by: Option<Date>,
}

/// `cards/names.json`: what the three cards are called.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CardNames {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// The card of what can hurt.
    pub risk: Text,
    /// The card of how to work.
    pub operation: Text,
    /// The card of what to do when it goes wrong.
    pub emergency: Text,
    /// Who decides the names, for whoever wants others.
    pub note: Text,
}

impl Versioned for CardSet {
    const FORMAT: u32 = 1;
}

impl Versioned for CardNames {
    const FORMAT: u32 = 1;
}

read_fields!(CardSet {
    schema = "$schema", format, id, post, themes, risk, operation, emergency, questions, sources, review_by
});
read_fields!(CardNames { schema = "$schema", format, risk, operation, emergency, note });

impl CardSet {
    /// The three cards, in the order in which they are read.
    pub fn cards(&self) -> [&[Text]; 3] {
        [&self.risk, &self.operation, &self.emergency]
    }
}
