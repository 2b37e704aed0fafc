//! The page's scripts and styles, bundled by esbuild.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use sixinto_site::bundle::{Bundle, Output};

use crate::{command, project};

/// Where esbuild writes.
const FOLDER: &str = "target/bundle";

/// Bytes that no entry with code of its own stays below.
const POINTER: usize = 64;

/// Installs the packages of `package-lock.json` where that has not been done since it last changed.
pub(crate) fn install_packages() -> Result<()> {
    let modified = |path: &str| fs::metadata(project::path(path))?.modified();
    let locked = modified("package-lock.json").context("package-lock.json")?;
    let installed = modified("node_modules/.package-lock.json").unwrap_or(SystemTime::UNIX_EPOCH);
    if installed > locked {
        return Ok(());
    }
    println!("npm ci");
    // No package of ours needs its install script, and a script is the one thing that could surprise.
    command::run(&mut command::command("npm", &["ci", "--ignore-scripts", "--loglevel=error"]))
}

/// Bundles the scripts and the style sheets.
pub(crate) fn bundle() -> Result<Bundle> {
    project::remove(&project::path(FOLDER))?;
    // It runs before everything else, so it may not wait for chunks that it shares with the rest.
    let mut outputs = esbuild(&["www/entries/preload.js", "--format=iife", "--entry-names=preload-[hash]"])?;
    outputs.extend(esbuild(&[
        "www/main.js",
        "www/entries/first-question.css",
        "www/entries/kinds.css",
        "www/entries/after-answer.css",
        "www/entries/return-visit.css",
        "www/entries/settings.css",
        "--splitting",
        // Each part that comes later counts on the first script to be there, so that what both need is in it, and in no
        // chunk of its own to be fetched before the first question.
        "--inject:./www/main.js",
        "--format=esm",
        "--entry-names=app-[hash]",
        "--chunk-names=chunk-[hash]",
    ])?);
    Ok(Bundle(outputs))
}

/// What esbuild makes of one script or style sheet, with all that it needs in it.
pub(crate) fn in_one(options: &[&str]) -> Result<String> {
    command::output(esbuild_command().args(options))
}

fn esbuild_command() -> Command {
    let options = ["--bundle", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none"];
    let mut esbuild = command::node_bin("esbuild", &options);
    esbuild.args(["--log-level=warning", "--loader:.html=text"]);
    esbuild
}

fn esbuild(options: &[&str]) -> Result<Vec<Output>> {
    let folder = project::path(FOLDER);
    let mut esbuild = esbuild_command();
    esbuild.arg(format!("--outdir={FOLDER}")).arg(format!("--metafile={FOLDER}/meta.json"));
    command::run(esbuild.args(options))?;
    let meta = project::read_json(&folder.join("meta.json"))?;
    let outputs = meta["outputs"].as_object().context("esbuild's metafile")?;
    let outputs = outputs.iter().map(|(path, about)| output(path, about)).collect::<Result<_>>()?;
    Ok(without_pointers(outputs))
}

/// Leaves out each entry whose whole code is in a chunk, as others share it: the chunk stands for the entry then.
fn without_pointers(outputs: Vec<Output>) -> Vec<Output> {
    let is_pointer = |output: &Output| output.bytes.starts_with(b"import\"") && output.bytes.len() < POINTER;
    let (pointers, mut kept): (Vec<_>, Vec<_>) = outputs.into_iter().partition(is_pointer);
    for pointer in pointers {
        for output in kept.iter_mut().filter(|output| pointer.imports == [output.name.as_str()]) {
            output.entry.clone_from(&pointer.entry);
        }
    }
    kept
}

fn output(path: &str, about: &Value) -> Result<Output> {
    let name = file_name(path)?;
    let imports = about["imports"].as_array().into_iter().flatten();
    let needed = imports.filter(|import| import["kind"] == "import-statement");
    let needed = needed.filter_map(|import| import["path"].as_str());
    Ok(Output {
        bytes: project::read(&project::path(path))?,
        entry: about["entryPoint"].as_str().map(str::to_owned),
        imports: needed.map(file_name).collect::<Result<_>>()?,
        name,
    })
}

fn file_name(path: &str) -> Result<String> {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    let name = name.with_context(|| format!("esbuild's file name {path}"))?;
    ensure!(name.contains('-'), "{path} carries no hash");
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_stands_for_the_entry_whose_code_it_holds() -> Result<()> {
        let output = |name: &str, entry: Option<&str>, imports: &[&str], text: &str| Output {
            name: name.to_owned(),
            entry: entry.map(str::to_owned),
            imports: imports.iter().map(ToString::to_string).collect(),
            bytes: text.as_bytes().to_vec(),
        };
        let bundle = Bundle(without_pointers(vec![
            output("app-1.js", Some("www/main.js"), &["chunk-1.js"], "import\"./chunk-1.js\";\n"),
            output("chunk-1.js", None, &[], "begin();"),
            output(
                "chunk-2.js",
                Some("www/entries/after-answer.js"),
                &["chunk-1.js"],
                "import{a}from\"./chunk-1.js\";a();",
            ),
        ]));
        assert_eq!(bundle.entry("www/main.js")?.name, "chunk-1.js");
        assert_eq!(bundle.entry("www/entries/after-answer.js")?.name, "chunk-2.js");
        assert_eq!(bundle.0.len(), 2);
        Ok(())
    }
}
