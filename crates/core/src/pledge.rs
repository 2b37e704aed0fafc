//! The safety pledge: short promises that a person makes, and means to keep on a real day.

use crate::json::{Versioned, read_fields};
use crate::source::Source;
use crate::{Id, Text};

/// `pledges.json`: every promise that a person can choose from.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Pledges {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// The promises, in the order in which a theme offers them.
    pub promises: Vec<Promise>,
}

/// One thing that somebody promises to do.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Promise {
    /// What a signed pledge keeps; never given to another promise.
    pub id: Id,
    /// The theme that offers it.
    pub theme: Id,
    /// The promise, in the first person and on one line.
    pub text: Text,
    /// What it rests on.
    pub sources: Vec<Source>,
}

impl Versioned for Pledges {
    const FORMAT: u32 = 1;
}

read_fields!(Pledges { schema = "$schema", format, promises });
read_fields!(Promise { id, theme, text, sources });
