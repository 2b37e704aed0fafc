//! The page without a word of any question, for every site to be made of.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sixinto_site::page::{self, Page};

use crate::{bundle, engine, project};

/// Makes the page, and writes it down for the program that is to carry it.
pub(crate) fn make() -> Result<Page> {
    let engine = engine::build()?;
    let book = engine::build_book()?;
    bundle::install_packages()?;
    let worker = bundle::in_one(&["www/platform/service-worker.js"])?;
    let one_file = bundle::in_one(&["www/main.js", "--format=iife", "--conditions=one-file"])?;
    let source = |name: &str| project::read(&project::path("www").join(name));
    let files = [
        (page::TEMPLATE, source("index.html")?),
        (page::TOKENS, source("styles/tokens.css")?),
        (page::WORKER, worker.into_bytes()),
        (page::ONE_FILE, one_file.into_bytes()),
        (page::ENGINE, engine),
        (page::BOOK, book),
    ];
    let icons = page::icons().map(|name| Ok((name.to_owned(), source(&format!("icons/{name}"))?)));
    let mut page = Page { bundle: bundle::bundle()?, files: icons.collect::<Result<_>>()? };
    page.files.extend(files.map(|(name, bytes)| (name.to_owned(), bytes)));
    write(&page)?;
    Ok(page)
}

/// Where the program finds the page when it is compiled with it.
pub(crate) fn path() -> PathBuf {
    project::path("target/page/sixinto.page")
}

fn write(page: &Page) -> Result<()> {
    let path = path();
    fs::create_dir_all(path.parent().context("a folder for the page")?)?;
    fs::write(&path, page.to_bytes()).with_context(|| path.display().to_string())
}
