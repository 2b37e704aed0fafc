//! Why a question folder cannot be used.

use std::fmt;

use crate::check::{self, Finding};
use crate::json::Failure;

/// Why a file of the folder cannot be used.
#[derive(Clone, Debug)]
pub enum FolderError {
    /// There is none at this path of the folder.
    Missing(String),
    /// It is no UTF-8.
    NotText {
        /// The file's name.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
        /// How many of the bytes are text.
        valid_up_to: usize,
    },
    /// It is not in order.
    Unreadable {
        /// The file's name.
        name: String,
        /// What it says.
        text: String,
        /// Everything that is wrong with it; never empty.
        failures: Vec<Failure>,
    },
}

impl FolderError {
    /// What is wrong with a file that is not in order; nothing about one that is not there or is no text.
    pub fn findings(&self) -> Vec<Finding> {
        match self {
            Self::Unreadable { name, text, failures } => check::unreadable(name, text, failures).collect(),
            Self::Missing(_) | Self::NotText { .. } => Vec::new(),
        }
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "there is no {path} among the questions"),
            Self::NotText { name, valid_up_to, .. } => {
                write!(f, "{name} is not UTF-8 text: byte {} cannot be read", valid_up_to + 1)
            }
            Self::Unreadable { name, failures, .. } => {
                write!(f, "{name} cannot be read")?;
                failures.first().map_or(Ok(()), |failure| write!(f, ": {failure}"))
            }
        }
    }
}

impl std::error::Error for FolderError {}
