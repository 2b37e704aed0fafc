//! Laying a site down: the only place that touches the disk.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::site::Site;

/// Stands in a folder that was made here, so that it may be made again.
pub const MARKER: &str = ".sixinto-site";

const MARKER_TEXT: &str = "这个文件夹是 sixinto 做的，再做一次会整个换掉。\n\
                           sixinto made this folder and replaces all of it when it is made again.\n";

/// Whether a folder may be replaced: it was made here, or there is nothing in it.
pub fn is_ours(folder: &Path) -> bool {
    let is_empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    !folder.exists() || folder.join(MARKER).is_file() || is_empty()
}

/// Puts a site in place of whatever was in the folder.
///
/// # Errors
/// Where something cannot be written or removed; what was there stays until the new is whole.
pub fn replace(folder: &Path, site: &Site) -> Result<()> {
    let fresh = beside(folder)?;
    remove(&fresh)?;
    write(&fresh, site)?;
    remove(folder)?;
    fs::rename(&fresh, folder).with_context(|| folder.display().to_string())
}

/// Writes every file of a site to a folder. What else is there stays.
///
/// # Errors
/// Where something cannot be written.
pub fn write(folder: &Path, site: &Site) -> Result<()> {
    for (path, bytes) in site.files().chain([(MARKER, MARKER_TEXT.as_bytes())]) {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// A name beside the folder that nobody else uses.
fn beside(folder: &Path) -> Result<PathBuf> {
    let name = folder.file_name().with_context(|| format!("{} is no name for a folder", folder.display()))?;
    let mut fresh = OsString::from(".sixinto-new-");
    fresh.push(name);
    Ok(folder.with_file_name(fresh))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_made_here_or_is_empty_is_ours() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("sixinto-site-{}", std::process::id()));
        remove(&folder)?;
        assert!(is_ours(&folder));
        fs::create_dir_all(&folder)?;
        assert!(is_ours(&folder));
        fs::write(folder.join("photo.jpg"), "")?;
        assert!(!is_ours(&folder));
        let mut site = Site::default();
        site.add("banks/home.json", b"1".to_vec());
        write(&folder, &site)?;
        assert!(is_ours(&folder) && folder.join("photo.jpg").exists());
        replace(&folder, &site)?;
        assert!(is_ours(&folder) && !folder.join("photo.jpg").exists());
        assert_eq!(fs::read(folder.join("banks/home.json"))?, b"1");
        remove(&folder)
    }
}
