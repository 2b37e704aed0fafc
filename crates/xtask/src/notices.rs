//! The licences of what others wrote and the program carries, which ask for their notice to be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{cargo, output};

/// What is in the program: itself, and the core as the page has it.
const TREES: [&[&str]; 2] =
    [&["--package=sixinto", "--features=page"], &["--package=sixinto-wasm", "--target=wasm32-unknown-unknown"]];

/// How the files begin that a package has its licence in.
const NAMES: [&str; 5] = ["COPYING", "COPYRIGHT", "LICENCE", "LICENSE", "NOTICE"];

/// Every package with its licence, then every text once with the packages that have it.
pub(crate) fn text() -> Result<String> {
    let metadata = output(&mut cargo(&["metadata", "--format-version=1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let carried = carried()?;
    let (mut list, mut texts) = (String::new(), BTreeMap::<String, Vec<String>>::new());
    for package in packages.iter().filter(|package| package["source"].is_string()) {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        let name = format!("{} {}", field("name"), field("version"));
        if !carried.contains(&name) {
            continue;
        }
        writeln!(list, "{name}: {}", field("license"))?;
        for text in texts_of(Path::new(field("manifest_path")))? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    let texts = texts.into_iter().map(|(text, names)| format!("\n\n==== {}\n\n{text}\n", names.join(", ")));
    Ok(list + &texts.collect::<String>())
}

/// Name and version of every package in the program.
fn carried() -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for options in TREES {
        let mut tree = cargo(&["tree", "--locked", "--edges=normal", "--prefix=none", "--format={p}"]);
        let lines = output(tree.args(options))?;
        let words = |line: &str| {
            let mut words = line.split_whitespace();
            Some(format!("{} {}", words.next()?, words.next()?.trim_start_matches('v')))
        };
        found.extend(lines.lines().filter_map(words));
    }
    Ok(found)
}

/// What a package has its licence in, beside its manifest.
fn texts_of(manifest: &Path) -> Result<Vec<String>> {
    let folder = manifest.parent().context("a manifest's folder")?;
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            texts.push(fs::read_to_string(&path).with_context(|| path.display().to_string())?.trim().to_owned());
        }
    }
    texts.sort();
    Ok(texts)
}
