//! The page's scripts and styles, bundled by esbuild.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{command, project};

/// One file that esbuild made.
pub(crate) struct Output {
    /// Its name in the site.
    pub(crate) name: String,
    /// The module or style sheet it begins with; chunks shared by several have none.
    pub(crate) entry: Option<String>,
    /// Names of the files it imports before it can run.
    pub(crate) imports: Vec<String>,
    pub(crate) bytes: Vec<u8>,
}

/// All that esbuild made.
pub(crate) struct Bundle(pub(crate) Vec<Output>);

impl Bundle {
    /// The file made from this entry.
    pub(crate) fn entry(&self, path: &str) -> Result<&Output> {
        let mut outputs = self.0.iter();
        outputs
            .find(|output| output.entry.as_deref() == Some(path))
            .with_context(|| format!("esbuild made nothing of {path}"))
    }

    /// Names of all files that this one needs before it can run, itself left out.
    pub(crate) fn needs(&self, output: &Output) -> BTreeSet<String> {
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

/// Bundles the script and the style sheets.
pub(crate) fn bundle() -> Result<Bundle> {
    let folder = project::path("target/bundle");
    project::remove(&folder)?;
    command::run(&mut command::node_bin(
        "esbuild",
        &[
            "www/main.js",
            "www/styles/app.css",
            "www/styles/kinds.css",
            "www/styles/later.css",
            "--outdir=target/bundle",
            "--metafile=target/bundle/meta.json",
            "--bundle",
            "--minify",
            "--splitting",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--legal-comments=none",
            "--entry-names=app-[hash]",
            "--chunk-names=chunk-[hash]",
            "--log-level=warning",
        ],
    ))?;
    let meta = project::read_json(&folder.join("meta.json"))?;
    let outputs = meta["outputs"].as_object().context("esbuild's metafile")?;
    let outputs = outputs.iter().map(|(path, about)| output(path, about));
    Ok(Bundle(outputs.collect::<Result<_>>()?))
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
