//! A question folder from the disk: the one place where its files are looked for, for every program that has a disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use sixinto_core::folder::{CARDS, PICTURES, QuestionFolder, Role};

/// A file or folder that the system does not let us at.
#[derive(Debug)]
pub struct DiskError {
    /// Where it is.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Reads a question folder; of the pictures only what they are called. Messages will show its files under the path
/// `shown`.
///
/// # Errors
/// Where a file or a folder cannot be read.
pub fn read(folder: &Path, shown: &Path) -> Result<QuestionFolder, DiskError> {
    let mut read = QuestionFolder::default();
    for Entry { path, inside } in entries(folder, "")?.into_iter().chain(entries_below(folder, CARDS)?) {
        if path.is_file() && Role::of(&inside).is_some() {
            let name = name(&inside.split('/').fold(shown.to_owned(), |path, step| path.join(step)));
            read.add(&inside, name, bytes(&path)?);
        }
    }
    picture_names(folder)?.iter().for_each(|picture| read.add_picture(picture));
    Ok(read)
}

/// What the pictures of a folder are called, as questions name them.
///
/// # Errors
/// Where a folder cannot be read.
pub fn picture_names(folder: &Path) -> Result<Vec<String>, DiskError> {
    let mut found = Vec::new();
    let mut open = entries_below(folder, PICTURES)?;
    while let Some(Entry { path, inside }) = open.pop() {
        if path.is_dir() {
            open.extend(entries(&path, &inside)?);
        } else if path.is_file() {
            found.push(inside);
        }
    }
    found.sort();
    Ok(found)
}

/// The pictures themselves, by their path in the folder.
///
/// # Errors
/// Where one of them cannot be read.
pub fn pictures(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, DiskError> {
    let read = |inside: String| {
        let bytes = bytes(&folder.join(&inside))?;
        Ok((inside, bytes))
    };
    picture_names(folder)?.into_iter().map(read).collect()
}

/// A path as messages show it.
pub fn name(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// What stands in a folder.
struct Entry {
    path: PathBuf,
    /// The path in the question folder, with `/` between folders.
    inside: String,
}

fn entries(folder: &Path, inside: &str) -> Result<Vec<Entry>, DiskError> {
    let failed = |error| DiskError { path: folder.to_owned(), error };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        // A name that is no text is one that no question can mean.
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let inside = if inside.is_empty() { name.to_owned() } else { format!("{inside}/{name}") };
        found.push(Entry { path, inside });
    }
    Ok(found)
}

/// What stands in one of the folders that a question folder may go without.
fn entries_below(folder: &Path, name: &str) -> Result<Vec<Entry>, DiskError> {
    let below = folder.join(name);
    if below.is_dir() { entries(&below, name) } else { Ok(Vec::new()) }
}

fn bytes(path: &Path) -> Result<Vec<u8>, DiskError> {
    fs::read(path).map_err(|error| DiskError { path: path.to_owned(), error })
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_folder_is_read_with_its_cards_and_pictures() -> Result<(), DiskError> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
        let read = read(&folder, Path::new("questions"))?;
        assert!(read.paths(Role::Bank).count() >= 6 && read.paths(Role::Cards).count() >= 20);
        assert!(read.pictures().count() > 10);
        assert!(read.pictures().eq(pictures(&folder)?.keys()));
        let (name, _) = read.text("cards/names.json").expect("what the cards are called");
        assert_eq!(Path::new(&name), Path::new("questions").join("cards").join("names.json"));
        Ok(())
    }

    #[test]
    fn what_is_not_there_is_named() {
        let error = read(Path::new("nowhere"), Path::new("nowhere")).expect_err("no folder");
        assert_eq!((error.to_string().as_str(), error.error.kind()), ("nowhere", io::ErrorKind::NotFound));
    }
}
