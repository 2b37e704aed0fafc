//! `cargo xtask dist`: the program with the page inside, for people who have neither Rust nor Node nor a network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use sixinto_site::disk;

use crate::args::Args;
use crate::command::{cargo, output, run as run_command};
use crate::test::NATIVE;
use crate::{build, notices, page, project};

/// Compiled with these, the program carries the page that [`page::make`] wrote down.
const WITH_PAGE: [&str; 3] = ["--package=sixinto", "--features=page", "--locked"];

/// The same of what the tests have compiled already: as one package it would have all that it needs compiled once more.
const TESTED_WITH_PAGE: [&str; 2] = ["--features=sixinto/page", "--locked"];

pub(crate) fn run(args: Args) -> Result<()> {
    args.finish()?;
    let start = Instant::now();
    page::make()?;
    let made = executable(cargo(&["build"]).args(WITH_PAGE).arg("--profile=desk"))?;
    let folder = project::path("target/dist");
    project::remove(&folder)?;
    fs::create_dir_all(&folder)?;
    let program = folder.join(made.file_name().context("the program's name")?);
    fs::copy(&made, &program).with_context(|| made.display().to_string())?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(project::path(name), folder.join(name)).context(name)?;
    }
    fs::write(folder.join("licences.txt"), notices::text()?)?;
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        println!("{:>10}  target/dist/{}", entry.metadata()?.len(), entry.file_name().display());
    }
    println!("\nmade target/dist in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Holds the program with the page that the last build made against what that build made without the program.
pub(crate) fn test() -> Result<()> {
    let folder = project::path("target/test-dist");
    project::remove(&folder)?;
    let (site, file) = (folder.join("site"), folder.join("sixinto.html"));
    let mut desk = Command::new(tested()?);
    desk.current_dir(project::root()).args(["build", "questions", "--out"]).arg(&site).arg("--single-file").arg(&file);
    run_command(&mut desk)?;
    same_files(&project::site(), &site)?;
    ensure!(fs::read(build::one_file())? == fs::read(&file)?, "the program makes another file than the build");
    let mut test = cargo(&["test", "--test=cli"]);
    run_command(test.args(NATIVE).args(TESTED_WITH_PAGE).args(["--", "build::", "serve::"]))
}

/// The program as the tests use it, with the page that was built last.
pub(crate) fn tested() -> Result<PathBuf> {
    executable(cargo(&["build", "--quiet", "--bin=sixinto"]).args(NATIVE).args(TESTED_WITH_PAGE))
}

fn same_files(one: &Path, other: &Path) -> Result<()> {
    let [built, made] = [files(one)?, files(other)?];
    let differ = |path: &&PathBuf| fs::read(one.join(path)).ok() != fs::read(other.join(path)).ok();
    let different: Vec<&PathBuf> = built.iter().filter(differ).collect();
    ensure!(built == made, "the program makes {} files and the build {}", made.len(), built.len());
    if let Some(first) = different.first() {
        bail!(
            "{} files are not the same by the program as by the build, {} among them",
            different.len(),
            first.display()
        );
    }
    println!("{} files, the same by the program as by the build", built.len());
    Ok(())
}

/// The paths of all files in a folder and below, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { found.push(path.strip_prefix(folder)?.to_owned()) }
        }
    }
    found.sort();
    ensure!(found.contains(&disk::MARKER.into()), "{} was not made by a build", folder.display());
    Ok(found)
}

/// Compiles the program, and tells where it is.
fn executable(build: &mut Command) -> Result<PathBuf> {
    let messages = output(build.arg("--message-format=json-render-diagnostics"))?;
    let mut programs = messages.lines().filter_map(program_of);
    programs.next_back().context("cargo built no program")
}

/// The program that a line of cargo's JSON messages names, if it does.
fn program_of(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    message["executable"].as_str().map(PathBuf::from)
}
