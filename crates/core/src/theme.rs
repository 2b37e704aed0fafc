//! Themes: the kinds of places that safety knowledge is carried into. They are data, because the list differs by
//! year and county.

use crate::json::{Versioned, read_fields};
use crate::{Id, Text};

/// `themes.json`: every theme that questions may name, and the sets that a page can show.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ThemeFile {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// Every theme.
    pub themes: Vec<Theme>,
    /// Named choices of themes, in the order shown; a page is built with one of them.
    pub sets: Vec<ThemeSet>,
}

/// One kind of place.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Theme {
    /// What questions name it by.
    pub id: Id,
    /// What people call it.
    pub label: Text,
    /// What it is about, in some eight characters.
    pub about: Text,
    /// Other names that trainers' files use for it.
    pub aliases: Option<Vec<Box<str>>>,
    /// Which icon of the page stands for it.
    pub icon: Id,
    /// The theme that this one is a narrower form of.
    pub parent: Option<Id>,
}

/// A choice of themes for one place and year.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ThemeSet {
    /// What `--themes` names it by.
    pub id: Id,
    /// What people call it.
    pub label: Text,
    /// Theme ids, in the order shown.
    pub themes: Vec<Id>,
}

impl Versioned for ThemeFile {
    const FORMAT: u32 = 1;
}

read_fields!(ThemeFile { schema = "$schema", format, themes, sets });
read_fields!(Theme { id, label, about, aliases, icon, parent });
read_fields!(ThemeSet { id, label, themes });

impl ThemeFile {
    /// The set of that id.
    pub fn set(&self, id: &str) -> Option<&ThemeSet> {
        self.sets.iter().find(|set| set.id.as_str() == id)
    }

    /// The theme of that id.
    pub fn theme(&self, id: &Id) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }
}
