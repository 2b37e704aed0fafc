//! The versions of a printed paper, as a file beside it: what letters on a sheet of answers mean.

use serde::Serialize;

use super::Paper;
use crate::json::{Format, read_fields};

/// The version of the file.
pub const SET_FORMAT: u32 = 1;

/// A paper in several orders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PaperSet {
    /// Version of this format.
    pub format: Format<SET_FORMAT>,
    /// What is printed above it.
    pub title: Box<str>,
    /// The versions, in order.
    pub versions: Vec<NamedPaper>,
}

/// One version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NamedPaper {
    /// The letter that is printed on it.
    pub name: Box<str>,
    /// What it asks, in its order.
    pub paper: Paper,
}

read_fields!(PaperSet { format, title, versions });
read_fields!(NamedPaper { name, paper });

impl PaperSet {
    /// The version of that name, whatever its case; the only one where there is only one.
    pub fn version(&self, name: &str) -> Option<&NamedPaper> {
        let found = self.versions.iter().find(|version| version.name.eq_ignore_ascii_case(name.trim()));
        found
            .or(if let [only] = self.versions.as_slice() { Some(only) } else { None }
                .filter(|_| name.trim().is_empty()))
    }
}
