//! The files of a question folder.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// Files of the question folder that are not banks.
const NOT_BANKS: [&str; 6] =
    ["pledges.json", "presets.json", "schema.json", "sources.json", "themes.json", "topics.json"];

/// What the cards are called.
const CARD_NAMES: &str = "cards/names.json";

/// The files of a question folder by their path in it, with `/` between folders: `cards/herder.json`.
#[derive(Clone, Debug, Default)]
pub struct Questions(pub BTreeMap<String, Vec<u8>>);

impl Questions {
    /// The paths of all banks.
    pub fn banks(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| is_json(name) && !name.contains('/') && !NOT_BANKS.contains(name))
    }

    /// The paths of the sets of cards.
    pub fn cards(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| is_json(name) && name.starts_with("cards/") && *name != CARD_NAMES)
    }

    /// The pictures by their path, as questions name them.
    pub fn pictures(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let all = self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        all.filter(|(name, _)| name.starts_with("pictures/"))
    }

    /// A file that is text.
    ///
    /// # Errors
    /// Where there is none by this name, or what is there is no text.
    pub fn text(&self, name: &str) -> Result<&str> {
        let bytes = self.0.get(name).with_context(|| format!("there is no {name} among the questions"))?;
        std::str::from_utf8(bytes).with_context(|| name.to_owned())
    }

    pub(crate) fn json(&self, name: &str) -> Result<Value> {
        serde_json::from_str(self.text(name)?).with_context(|| name.to_owned())
    }

    /// A file that a folder may go without.
    pub(crate) fn json_or(&self, name: &str, otherwise: Value) -> Result<Value> {
        if self.0.contains_key(name) { self.json(name) } else { Ok(otherwise) }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

pub(crate) fn is_json(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension == "json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_one_thing() {
        let names = ["home.json", "themes.json", "cards/names.json", "cards/cook.json", "pictures/a/b.svg", "a.txt"];
        let questions = Questions(names.map(|name| (name.to_owned(), Vec::new())).into());
        assert_eq!(questions.banks().collect::<Vec<_>>(), ["home.json"]);
        assert_eq!(questions.cards().collect::<Vec<_>>(), ["cards/cook.json"]);
        assert_eq!(questions.pictures().map(|(name, _)| name).collect::<Vec<_>>(), ["pictures/a/b.svg"]);
    }
}
