//! Folders of question files, read into what a check takes.

use std::fs;
use std::path::Path;

use sixinto_core::check::{Context, Loaded};
use sixinto_core::folder::{Demands, NamedText, QuestionFolder, Role, SingleFile};

/// The shipped banks, and what they are held against on a day such as `2026-11-23`.
///
/// # Panics
/// If the day is none.
pub fn shipped(today: &str) -> (Vec<NamedText>, Context) {
    let folder = crate::path("../questions");
    (banks(&folder), context(&folder, "default", today))
}

/// The banks of a folder, by name: each file's name and text.
///
/// # Panics
/// If one of them cannot be read.
pub fn banks(folder: &Path) -> Vec<NamedText> {
    open(folder).texts(Role::Bank).expect("texts")
}

/// What the banks of a folder are held against: Chinese and English, and a set of themes.
///
/// # Panics
/// If the day is none, or one of the files cannot be read.
pub fn context(folder: &Path, set: &str, today: &str) -> Context {
    let langs = ["zh-CN", "en"].iter().filter_map(|lang| lang.parse().ok()).collect();
    let demands = Demands { set: set.to_owned(), langs, today: today.parse().expect("a day") };
    let read = open(folder).context(demands).expect("themes, presets and sources");
    assert!(read.unreadable.is_empty(), "{:?}", read.unreadable);
    read.context
}

/// One file that is not a bank.
///
/// # Panics
/// If it cannot be read.
pub fn load<T: SingleFile>(folder: &Path) -> Loaded<T> {
    open(folder).load().unwrap_or_else(|error| panic!("{error}"))
}

/// A question folder whose files go by their names.
///
/// # Panics
/// If it cannot be read.
pub fn open(folder: &Path) -> QuestionFolder {
    sixinto_disk::read(folder, Path::new("")).unwrap_or_else(|error| panic!("{error}: {:?}", error.error))
}

/// The names of the files and folders in a folder, sorted; none if there is no such folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
