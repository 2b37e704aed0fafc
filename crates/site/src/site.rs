//! The files of a site.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Every file of the page by its path, as a web server is to show it.
#[derive(Clone, Debug, Default)]
pub struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    /// Adds a file under its path.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.0.insert(path.to_owned(), bytes);
    }

    /// Adds a file under a path that changes with its content: `banks/home.json` at `banks/home-0123456789.json`.
    ///
    /// # Errors
    /// Where the path has no extension.
    pub fn add_hashed(&mut self, path: &str, bytes: Vec<u8>) -> Result<String> {
        let path = hashed(path, &bytes)?;
        self.add(&path, bytes);
        Ok(path)
    }

    /// What is at a path.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Every file with its path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// How a path ends: `css`.
pub(crate) fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// A path that changes with the bytes.
pub(crate) fn hashed(path: &str, bytes: &[u8]) -> Result<String> {
    let (stem, extension) = path.rsplit_once('.').context("a file needs an extension")?;
    Ok(format!("{stem}-{}.{extension}", hash(bytes)))
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest[..5].iter().fold(0, |start, byte| start << 8 | u64::from(*byte));
    format!("{start:010x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_change_with_the_content() -> Result<()> {
        let mut site = Site::default();
        let one = site.add_hashed("banks/home.en.json", b"one".to_vec())?;
        let two = site.add_hashed("banks/home.en.json", b"two".to_vec())?;
        assert_eq!(one, "banks/home.en-7692c3ad35.json");
        assert_ne!(one, two);
        Ok(())
    }
}
