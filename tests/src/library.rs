//! Folders of question files, read into what a check takes.

use std::fs;
use std::path::Path;

use sixinto_core::check::{Context, Loaded};
use sixinto_core::json::{self, Versioned};

/// Files of a question folder that are not banks.
const NOT_BANKS: [&str; 6] =
    ["pledges.json", "presets.json", "schema.json", "sources.json", "themes.json", "topics.json"];

/// The shipped banks, and what they are held against on a day such as `2026-11-23`.
pub fn shipped(today: &str) -> (Vec<(String, String)>, Context) {
    let folder = crate::path("../questions");
    let pictures = names(&folder.join("pictures")).into_iter().map(|name| format!("pictures/{name}")).collect();
    (banks(&folder), Context { pictures, ..context(&folder, "default", today) })
}

/// The banks of a folder, by name: each file's name and text.
///
/// # Panics
/// If one of them cannot be read.
pub fn banks(folder: &Path) -> Vec<(String, String)> {
    let is_bank = |name: &String| {
        Path::new(name).extension().is_some_and(|end| end == "json") && !NOT_BANKS.contains(&name.as_str())
    };
    let read = |name: String| {
        let text = fs::read_to_string(folder.join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, text)
    };
    names(folder).into_iter().filter(is_bank).map(read).collect()
}

/// What the banks of a folder are held against: Chinese and English, a set of themes and no pictures.
///
/// # Panics
/// If the day is none.
pub fn context(folder: &Path, set: &str, today: &str) -> Context {
    Context {
        themes: load(folder, "themes.json"),
        topics: folder.join("topics.json").exists().then(|| load(folder, "topics.json")),
        presets: load(folder, "presets.json"),
        register: load(folder, "sources.json"),
        set: set.to_owned(),
        langs: ["zh-CN", "en"].iter().filter_map(|lang| lang.parse().ok()).collect(),
        pictures: Vec::new(),
        today: today.parse().expect("a day"),
    }
}

/// One file that is not a bank.
///
/// # Panics
/// If it cannot be read.
pub fn load<T: Versioned>(folder: &Path, name: &str) -> Loaded<T> {
    let text = fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let value = json::read(&text).unwrap_or_else(|failures| panic!("{name}: {failures:?}"));
    Loaded { name: name.to_owned(), text, value }
}

/// The names of the files and folders in a folder, sorted; none if there is no such folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
