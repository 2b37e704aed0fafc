//! The questions of this repository, for tests.

use std::path::{Path, PathBuf};

use anyhow::Result;
use sixinto_core::folder::QuestionFolder;

pub(crate) fn folder() -> Result<QuestionFolder> {
    Ok(sixinto_disk::read(&path(), Path::new("questions"))?)
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions")
}
