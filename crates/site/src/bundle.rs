//! The page's scripts and styles, as a bundler made them.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// One file that the bundler made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// Its name in the site.
    pub name: String,
    /// The module or style sheet it stands for; chunks shared by several have none.
    pub entry: Option<String>,
    /// Names of the files it imports before it can run.
    pub imports: Vec<String>,
    /// What is in it.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// All that the bundler made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bundle(pub Vec<Output>);

impl Bundle {
    /// The file that stands for this entry.
    ///
    /// # Errors
    /// Where there is none.
    pub fn entry(&self, path: &str) -> Result<&Output> {
        let mut outputs = self.0.iter();
        outputs
            .find(|output| output.entry.as_deref() == Some(path))
            .with_context(|| format!("esbuild made nothing of {path}"))
    }

    /// Names of all files that this one needs before it can run, itself left out.
    pub fn needs(&self, output: &Output) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut open: Vec<&Output> = vec![output];
        while let Some(output) = open.pop() {
            for name in &output.imports {
                if found.insert(name.clone()) {
                    open.extend(self.0.iter().find(|other| other.name == *name));
                }
            }
        }
        found
    }
}
