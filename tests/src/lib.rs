//! Helpers that the suites share.

pub mod exercise;
pub mod files;
pub mod generators;
pub mod library;
pub mod make;
pub mod round_trip;

use std::path::{Path, PathBuf};

/// A path inside this package's folder.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file inside this package's folder.
///
/// # Panics
/// If there is no such file, or it is no text.
pub fn read(relative: &str) -> String {
    std::fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// Holds a text against a file; with `UPDATE=1` in the environment the file is written instead.
///
/// # Panics
/// If the two differ.
pub fn expect_file(relative: &str, actual: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path(relative), actual).unwrap_or_else(|error| panic!("{relative}: {error}"));
    }
    let expected = std::fs::read_to_string(path(relative)).unwrap_or_default();
    assert!(expected == actual, "{relative} is not what came out; UPDATE=1 rewrites it. What came out:\n{actual}");
}
