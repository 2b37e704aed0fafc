//! Sources: what questions rest on, and the register of which of them still hold.

use serde::Serialize;

use crate::date::Date;
use crate::json::{Versioned, read_fields, read_names, validated_fields};
use crate::{Id, Text};

/// What one question rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    /// An entry of the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The title, where the register has no entry; the build writes it beside `id` for the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The article, `59` or `291-2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<Box<str>>,
    /// The day somebody read it.
    pub as_of: Date,
}

/// `sources.json`: the sources that questions may cite.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Register {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// Every source, those that no longer hold among them.
    pub sources: Vec<Registered>,
}

/// One source of the register.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Registered {
    /// What questions name it by.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Other titles that it goes by.
    pub aliases: Option<Vec<Box<str>>>,
    /// What sort of text it is.
    pub kind: SourceKind,
    /// The date or year of this version.
    pub version: Box<str>,
    /// From when this version holds.
    pub in_force: Date,
    /// The articles it has: `59`, `291-2` for one put in later, `1..119` for all from one to another. None where it is
    /// not cited by article.
    pub articles: Option<Vec<Box<str>>>,
    /// What replaced it.
    pub superseded_by: Option<Id>,
    /// From when it no longer holds.
    pub superseded_on: Option<Date>,
}

/// What sort of text a source is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum SourceKind {
    /// Passed by the National People's Congress or its Standing Committee (法律).
    #[default]
    Law,
    /// Issued by the State Council (行政法规).
    Regulation,
    /// Issued by a ministry or a province (规章、规范性文件).
    Rule,
    /// A national or industry standard (标准).
    Standard,
    /// Undisputed basics of first aid, fire safety or physics (常识).
    Guidance,
}

impl Versioned for Register {
    const FORMAT: u32 = 1;
}

validated_fields!(Source { id, title, article, as_of });
read_fields!(Register { schema = "$schema", format, sources });
read_fields!(Registered { id, title, aliases, kind, version, in_force, articles, superseded_by, superseded_on });
read_names!(SourceKind {
    Law = "law",
    Regulation = "regulation",
    Rule = "rule",
    Standard = "standard",
    Guidance = "guidance",
});

impl Register {
    /// The entry that a question's source means, by id or else by title.
    pub fn find(&self, source: &Source) -> Option<&Registered> {
        if let Some(id) = &source.id {
            return self.sources.iter().find(|entry| entry.id == *id);
        }
        let title = source.title.as_ref()?;
        let meant = |entry: &&Registered| {
            let known = || entry.title.all().chain(entry.aliases.iter().flatten().map(AsRef::as_ref));
            title.all().any(|title| known().any(|name| name == title.trim_matches(['《', '》'])))
        };
        self.sources.iter().find(meant)
    }

    /// Writes the title of its entry beside each source that names one by id.
    pub fn name_all<'a>(&self, sources: impl Iterator<Item = &'a mut Source>) {
        for source in sources {
            if let Some(entry) = source.id.as_ref().and_then(|id| self.entry(id)) {
                source.title = Some(entry.title.clone());
            }
        }
    }

    /// The entry of that id.
    pub fn entry(&self, id: &Id) -> Option<&Registered> {
        self.sources.iter().find(|entry| entry.id == *id)
    }
}

impl Registered {
    /// Whether it has an article of that number.
    pub fn has_article(&self, article: &str) -> bool {
        let own = self.articles.iter().flatten().map(AsRef::as_ref);
        own.into_iter().any(|known| match known.split_once("..") {
            None => known == article,
            Some((first, last)) => match (first.parse::<u16>(), last.parse::<u16>(), article.parse::<u16>()) {
                (Ok(first), Ok(last), Ok(number)) => (first..=last).contains(&number),
                _ => false,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Registered;

    #[test]
    fn articles_are_single_ones_and_ranges() {
        let articles = ["1..119", "133-1"].map(Into::into).to_vec();
        let law = Registered { articles: Some(articles), ..Registered::default() };
        for (article, is_there) in
            [("1", true), ("119", true), ("120", false), ("133-1", true), ("59-1", false), ("", false)]
        {
            assert_eq!(law.has_article(article), is_there, "{article}");
        }
        assert!(!Registered::default().has_article("1"));
    }
}
