//! What the files of a question folder are for, by their names.

use crate::card::CardNames;
use crate::json::Versioned;
use crate::pledge::Pledges;
use crate::preset::PresetFile;
use crate::source::Register;
use crate::theme::ThemeFile;
use crate::topic::TopicFile;

/// Where the cards are.
pub const CARDS: &str = "cards";
/// Where the pictures are, at any depth.
pub const PICTURES: &str = "pictures";

/// For editors: made from the types, and read by no program here.
const SCHEMA: &str = "schema.json";

/// What a file of a question folder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Questions: every `.json` beside the others that has no other role.
    Bank,
    /// The themes and the sets of them; a folder that has this is a question folder.
    Themes,
    /// The labels of topics; a folder may go without.
    Topics,
    /// The named blueprints.
    Presets,
    /// The register of sources.
    Sources,
    /// The promises of the safety pledge; a folder may go without.
    Pledges,
    /// The three cards of one job post.
    Cards,
    /// What the cards are called; a folder may go without.
    CardNames,
    /// A picture that questions name.
    Picture,
    /// The schema that editors hold the others against.
    Schema,
}

/// A file that a question folder has once, under a name that is always the same.
pub trait SingleFile: Versioned {
    /// Its path in the folder.
    const PATH: &'static str;
}

impl SingleFile for ThemeFile {
    const PATH: &'static str = "themes.json";
}

impl SingleFile for TopicFile {
    const PATH: &'static str = "topics.json";
}

impl SingleFile for PresetFile {
    const PATH: &'static str = "presets.json";
}

impl SingleFile for Register {
    const PATH: &'static str = "sources.json";
}

impl SingleFile for Pledges {
    const PATH: &'static str = "pledges.json";
}

impl SingleFile for CardNames {
    const PATH: &'static str = "cards/names.json";
}

/// The files that are there once.
const SINGLE: [(&str, Role); 7] = [
    (ThemeFile::PATH, Role::Themes),
    (TopicFile::PATH, Role::Topics),
    (PresetFile::PATH, Role::Presets),
    (Register::PATH, Role::Sources),
    (Pledges::PATH, Role::Pledges),
    (CardNames::PATH, Role::CardNames),
    (SCHEMA, Role::Schema),
];

impl Role {
    /// What a file is for, by its path in the folder with `/` between folders; nothing where no file of a question
    /// folder is called so.
    pub fn of(path: &str) -> Option<Self> {
        let is_json = path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("json"));
        let single = SINGLE.iter().find(|(single, _)| *single == path);
        match (single, path.split_once('/')) {
            (Some((_, role)), _) => Some(*role),
            (None, None) if is_json => Some(Self::Bank),
            (None, Some((PICTURES, _))) => Some(Self::Picture),
            (None, Some((CARDS, name))) if is_json && !name.contains('/') => Some(Self::Cards),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn every_file_of_the_folder_is_one_thing() {
        for (path, role) in [
            ("home.json", Some(Role::Bank)),
            ("HOME.JSON", Some(Role::Bank)),
            ("themes.json", Some(Role::Themes)),
            ("topics.json", Some(Role::Topics)),
            ("presets.json", Some(Role::Presets)),
            ("sources.json", Some(Role::Sources)),
            ("pledges.json", Some(Role::Pledges)),
            ("schema.json", Some(Role::Schema)),
            ("cards/cook.json", Some(Role::Cards)),
            ("cards/names.json", Some(Role::CardNames)),
            ("cards/old/cook.json", None),
            ("pictures/a/b.svg", Some(Role::Picture)),
            ("picture/b.svg", None),
            ("a.txt", None),
            ("json", None),
        ] {
            assert_eq!(Role::of(path), role, "{path}");
        }
    }
}
