//! The stories of the page, told before a real browser by `tests/e2e/all.mjs`.

use std::ffi::OsString;

use anyhow::{Context, Result};

use crate::command::{command, run};
use crate::{dist, project, tools};

/// How the stories are told, where not as usual: in a soak.
#[derive(Default)]
pub(crate) struct Telling {
    /// Words for `tests/e2e/all.mjs`: which files, how often, in which order.
    pub(crate) words: Vec<OsString>,
    /// How many times slower the page's processor is made.
    pub(crate) slower: Option<u32>,
    /// Milliseconds by which each reply of the site may come late.
    pub(crate) latest: Option<u32>,
}

/// Tells the stories of the page that was built last.
pub(crate) fn tell(telling: Telling) -> Result<()> {
    let chromium = tools::chromium().context("Chromium is gone")?;
    let address = sixinto_serve::in_background(project::site())?;
    let mut node = command("node", &["--test-reporter=spec", "tests/e2e/all.mjs"]);
    node.args(telling.words)
        .env("CHROMIUM", chromium)
        .env("SIXINTO_SITE", address)
        .env("SIXINTO_PROGRAM", dist::tested()?);
    for (name, number) in [("SIXINTO_SLOWER", telling.slower), ("SIXINTO_LATEST", telling.latest)] {
        if let Some(number) = number {
            node.env(name, number.to_string());
        }
    }
    run(&mut node)
}
