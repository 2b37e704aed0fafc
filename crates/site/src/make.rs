//! A page and questions to every file of a site.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::banks::{LANGS, Library};
use crate::html::{self, Parts};
use crate::offline::{self, Contents};
use crate::pack::{Names, pack};
use crate::page::{self, Page};
use crate::places::Places;
use crate::questions::Questions;
use crate::site::{Site, hashed};
use crate::{extras, one_file, parts};

/// A site, and where things are in it.
pub struct Made {
    /// Every file.
    pub site: Site,
    /// The same as one file that opens by a double click.
    pub one_file: String,
    /// Where the engine is served.
    pub engine: String,
    /// Where each bank is served.
    pub banks: Places,
    /// What a phone keeps.
    pub kept: Contents,
}

/// Makes a site for one of the sets of themes.
///
/// # Errors
/// Where the questions are not in order: `sixinto check` tells what is wrong, and comes first.
pub fn make(page: &Page, questions: &Questions, set: &str) -> Result<Made> {
    let mut site = Site::default();
    let pictures = add_pictures(&mut site, questions)?;
    let themes = themes(questions, set)?;
    let banks = add_banks(&mut site, &Library::read(questions, pictures)?, &themes)?;
    let presets = questions.json("presets.json")?;
    let engine = site.add_hashed(page::ENGINE, page.file(page::ENGINE)?.to_vec())?;
    let book = site.add_hashed(page::BOOK, page.file(page::BOOK)?.to_vec())?;
    let files = extras::add(&mut site, questions)?;
    let later = json!({ "book": book, "given": presets["given"], "files": files }).to_string();
    let extras = site.add_hashed("extras.json", later.into_bytes())?;
    for output in &page.bundle.0 {
        site.add(&output.name, output.bytes.clone());
    }
    let install = offline::add_manifest(&mut site, page)?;
    let parts = Parts {
        bundle: &page.bundle,
        engine: &engine,
        extras: &extras,
        install: &install,
        themes: &themes,
        presets: &presets["presets"],
        banks: &banks,
    };
    html::check_icons(page.text(page::TEMPLATE)?, &themes)?;
    let html = html::fill(page.text(page::TEMPLATE)?, &parts)?;
    let kept = offline::add_page(&mut site, page, html, &banks)?;
    let one_file = one_file::html(page, &parts, &site)?;
    Ok(Made { site, one_file, engine, banks, kept })
}

/// Adds the pictures, and tells where each one is served.
fn add_pictures(site: &mut Site, questions: &Questions) -> Result<BTreeMap<String, String>> {
    let add = |(name, bytes): (&str, &[u8])| Ok((name.to_owned(), site.add_hashed(name, bytes.to_vec())?));
    questions.pictures().map(add).collect()
}

/// Adds the files of each theme and language, and tells where the first of them is served.
fn add_banks(site: &mut Site, questions: &Library, themes: &[Value]) -> Result<Places> {
    let mut served = Places::new();
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
    let place = hashed(path, [outline.as_str(), &parts.concat()].concat().as_bytes())?;
    for (number, part) in parts.into_iter().enumerate() {
        site.add(&parts::part_place(&place, number), part.into_bytes());
    }
    site.add(&place, outline.into_bytes());
    Ok(place)
}

/// The themes of the page, in the order shown.
fn themes(questions: &Questions, set: &str) -> Result<Vec<Value>> {
    let file = questions.json("themes.json")?;
    let all = file["themes"].as_array().context("themes.json has no `themes`")?;
    let found = file["sets"].as_array().into_iter().flatten().find(|other| other["id"] == set);
    let found = found.and_then(|set| set["themes"].as_array());
    let found = found.with_context(|| format!("themes.json has no set `{set}`"))?;
    ensure!(!found.is_empty(), "the set `{set}` of themes.json has no theme");
    let find = |id: &Value| {
        let theme = all.iter().find(|theme| theme["id"] == *id);
        theme.cloned().with_context(|| format!("themes.json has no theme {id}"))
    };
    found.iter().map(find).collect()
}
