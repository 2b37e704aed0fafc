//! What people call themes and topics, by id.

use std::collections::BTreeMap;

use sixinto_core::Id;
use sixinto_core::check::fold;
use sixinto_core::text::Text;
use sixinto_core::theme::ThemeFile;
use sixinto_core::topic::TopicFile;

/// Names by which files call something that has an id.
#[derive(Clone, Debug, Default)]
pub struct Names {
    ids: BTreeMap<String, Id>,
    labels: BTreeMap<Id, Text>,
}

impl Names {
    /// The themes, by id, label and alias.
    pub fn of_themes(file: &ThemeFile) -> Self {
        let mut names = Self::default();
        for theme in &file.themes {
            names.add(&theme.id, &theme.label);
            for alias in theme.aliases.iter().flatten() {
                names.ids.entry(fold(alias)).or_insert_with(|| theme.id.clone());
            }
        }
        names
    }

    /// The topics, by id and label.
    pub fn of_topics(file: &TopicFile) -> Self {
        let mut names = Self::default();
        for topic in &file.topics {
            names.add(&topic.id, &topic.label);
        }
        names
    }

    /// The id of what a file calls so; width, case, white space and punctuation do not matter.
    pub fn id(&self, name: &str) -> Option<&Id> {
        self.ids.get(&fold(name))
    }

    /// What to call it in that language: its label, or else its id.
    pub fn label<'a>(&'a self, id: &'a Id, lang: &str) -> &'a str {
        self.labels.get(id).map_or(id.as_str(), |label| label.get(lang))
    }

    /// Every id with its label, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Text)> {
        self.labels.iter()
    }

    fn add(&mut self, id: &Id, label: &Text) {
        for name in label.all().chain([id.as_str()]) {
            self.ids.entry(fold(name)).or_insert_with(|| id.clone());
        }
        self.labels.insert(id.clone(), label.clone());
    }
}
