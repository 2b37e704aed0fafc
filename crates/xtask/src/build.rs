//! `cargo xtask build`: sources to `target/site`, which any web server can serve.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use sixinto_site::banks::SET;
use sixinto_site::compress::Sizes;
use sixinto_site::{Made, Page, Site, compress, disk};

use crate::args::Args;
use crate::{check, page, project, sizes};

/// What the page is to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A folder for a web server.
    Folder,
    /// That, and one file that holds everything.
    FolderAndFile,
}

pub(crate) fn run(mut args: Args) -> Result<()> {
    let form = if args.flag("--single-file") { Form::FolderAndFile } else { Form::Folder };
    args.finish()?;
    build(form)
}

/// Builds the page.
pub(crate) fn build(form: Form) -> Result<()> {
    let start = Instant::now();
    let folder = project::path("questions");
    let questions = sixinto_disk::read(&folder, Path::new("questions"))?;
    check::questions(&questions)?;
    let page = page::make()?;
    let made = sixinto_site::make(&page, &questions, &sixinto_disk::pictures(&folder)?, SET)?;
    let sizes = publish(&made.site, &project::site())?;
    weigh(&page, &made, &sizes)?;
    if form == Form::FolderAndFile {
        fs::write(one_file(), &made.one_file).with_context(|| one_file().display().to_string())?;
        println!("\n{:>9}  target/sixinto.html", made.one_file.len());
    }
    println!("\nbuilt target/site in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// The page that is one file.
pub(crate) fn one_file() -> PathBuf {
    project::path("target/sixinto.html")
}

fn weigh(page: &Page, made: &Made, sizes: &Sizes) -> Result<()> {
    sizes::print(sizes, &page.bundle);
    sizes::check_budget(sizes, &page.bundle, &made.engine, &made.banks)?;
    sizes::check_installed(sizes, &made.kept)
}

/// Puts a site, compressed, in place of whatever was in the folder.
pub(crate) fn publish(site: &Site, folder: &Path) -> Result<Sizes> {
    let (site, sizes) = compress::beside(site)?;
    disk::replace(folder, &site)?;
    Ok(sizes)
}
