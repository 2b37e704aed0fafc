//! `cargo xtask build`: sources to `target/site`, which any web server can serve.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::args::Args;
use crate::banks::{LANGS, Library};
use crate::pack::{Names, pack};
use crate::page::Parts;
use crate::site::Site;
use crate::sizes::Sizes;
use crate::{banks, bundle, check, compress, engine, extras, offline, one_file, page, parts, project, site, sizes};

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
    let mut site = Site::default();
    let pictures = add_pictures(&mut site)?;
    check::questions(pictures.keys().cloned().collect())?;
    let themes = themes()?;
    let banks = add_banks(&mut site, &Library::read(pictures)?, &themes)?;
    let extras = extras::add(&mut site)?;
    let presets = project::read_json(&project::path("questions/presets.json"))?;

    let engine = site.add_hashed("engine.wasm", engine::build()?)?;
    let book = site.add_hashed("book.wasm", engine::build_book()?)?;
    write_extras(&json!({ "book": book, "given": presets["given"], "files": extras }))?;
    bundle::install_packages()?;
    let bundle = bundle::bundle()?;
    for output in &bundle.0 {
        site.add(&output.name, output.bytes.clone());
    }

    let install = offline::add_manifest(&mut site)?;
    let presets = &presets["presets"];
    let parts = Parts { bundle: &bundle, engine: &engine, install: &install, themes: &themes, presets, banks: &banks };
    let template = project::read_text(&project::path("www/index.html"))?;
    let html = page::fill(&template, &parts)?;
    let kept = offline::add_page(&mut site, html, &banks)?;
    let sizes = publish(&site, &project::site())?;

    sizes::print(&sizes, &bundle);
    sizes::check_budget(&sizes, &bundle, &engine, &banks)?;
    sizes::check_installed(&sizes, &kept)?;
    if form == Form::FolderAndFile {
        one_file::write(&template, &parts, &site)?;
    }
    println!("\nbuilt target/site in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Writes what the page learns only after the first question, for the bundle to take in.
fn write_extras(extras: &Value) -> Result<()> {
    let path = project::path("www/generated/extras.json");
    fs::write(&path, extras.to_string()).with_context(|| path.display().to_string())
}

/// Puts a site, compressed, in place of whatever was in the folder.
pub(crate) fn publish(site: &Site, folder: &Path) -> Result<Sizes> {
    let fresh = folder.with_extension("new");
    project::remove(&fresh)?;
    site.write(&fresh)?;
    let sizes = compress::beside(site, &fresh)?;
    project::remove(folder)?;
    fs::rename(&fresh, folder).with_context(|| folder.display().to_string())?;
    Ok(sizes)
}

/// Adds the pictures, and tells where each one is served.
fn add_pictures(site: &mut Site) -> Result<BTreeMap<String, String>> {
    let folder = project::path("questions/pictures");
    let mut served = BTreeMap::new();
    if !folder.exists() {
        return Ok(served);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a picture's name")?;
        let name = format!("pictures/{name}");
        let place = site.add_hashed(&name, project::read(&path)?)?;
        served.insert(name, place);
    }
    Ok(served)
}

/// Adds the files of each theme and language, and tells where the first of them is served.
fn add_banks(
    site: &mut Site,
    questions: &Library,
    themes: &[Value],
) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let mut served: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for theme in themes {
        let id = theme["id"].as_str().context("a theme without an id")?;
        for lang in LANGS {
            let place = add_bank(site, &format!("banks/{id}.{lang}.json"), questions.split(theme, lang)?)?;
            served.entry(id.to_owned()).or_default().insert(lang.to_owned(), place);
        }
    }
    Ok(served)
}

/// Adds the files of a bank: what drawing looks at under `banks`, the words under `words` and the same name, with the
/// number of the part. The name's hash is of all together, since one is of no use without the others.
fn add_bank(site: &mut Site, path: &str, bank: Value) -> Result<String> {
    let (outline, parts) = parts::apart(bank);
    let mut names = Names::default();
    let (outline, again) = pack(&outline, &mut names);
    let parts = parts.iter().map(|part| pack(part, &mut names)).map(|(part, again)| json!([part, again]).to_string());
    let parts: Vec<String> = parts.collect();
    let outline = json!([outline, again, names.to_value()]).to_string();
    let place = site::hashed(path, [outline.as_str(), &parts.concat()].concat().as_bytes())?;
    for (number, part) in parts.into_iter().enumerate() {
        site.add(&parts::part_place(&place, number), part.into_bytes());
    }
    site.add(&place, outline.into_bytes());
    Ok(place)
}

/// The themes of the page, in the order shown.
fn themes() -> Result<Vec<Value>> {
    let file = project::read_json(&project::path("questions/themes.json"))?;
    let all = file["themes"].as_array().context("themes.json has no `themes`")?;
    let set = file["sets"].as_array().into_iter().flatten().find(|set| set["id"] == banks::SET);
    let set = set.and_then(|set| set["themes"].as_array());
    let set = set.with_context(|| format!("themes.json has no set `{}`", banks::SET))?;
    let find = |id: &Value| {
        let theme = all.iter().find(|theme| theme["id"] == *id);
        theme.cloned().with_context(|| format!("themes.json has no theme {id}"))
    };
    set.iter().map(find).collect()
}
