//! A page and questions to every file of a site.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{json, to_value};
use sixinto_core::bank::BankFile;
use sixinto_core::folder::QuestionFolder;
use sixinto_core::preset::PresetFile;
use sixinto_core::theme::{Theme, ThemeFile};

use crate::banks::{LANGS, Library};
use crate::html::{self, Parts};
use crate::offline::{self, Contents};
use crate::pack::{Names, pack};
use crate::page::{self, Page};
use crate::places::Places;
use crate::site::{Site, hashed};
use crate::{extras, one_file, parts};

/// The pictures of a question folder, by the path that questions name them by.
pub type Pictures = BTreeMap<String, Vec<u8>>;

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

/// Makes a site for one of the sets of themes; `pictures` holds every picture under the name that questions call it by.
///
/// # Errors
/// Where the questions are not in order: `sixinto check` tells what is wrong, and comes first.
pub fn make(page: &Page, questions: &QuestionFolder, pictures: &Pictures, set: &str) -> Result<Made> {
    let mut site = Site::default();
    let pictures = add_pictures(&mut site, pictures)?;
    let themes = themes(questions, set)?;
    let banks = add_banks(&mut site, &Library::read(questions, pictures)?, &themes)?;
    let presets: PresetFile = questions.load()?.value;
    let engine = site.add_hashed(page::ENGINE, page.file(page::ENGINE)?.to_vec())?;
    let book = site.add_hashed(page::BOOK, page.file(page::BOOK)?.to_vec())?;
    let files = extras::add(&mut site, questions)?;
    let later = json!({ "book": book, "given": presets.given, "files": files }).to_string();
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
        presets: &presets.presets,
        banks: &banks,
    };
    html::check_icons(page.text(page::TEMPLATE)?, &themes)?;
    let html = html::fill(page.text(page::TEMPLATE)?, &parts)?;
    let kept = offline::add_page(&mut site, page, html, &banks)?;
    let one_file = one_file::html(page, &parts, &site)?;
    Ok(Made { site, one_file, engine, banks, kept })
}

/// Adds the pictures, and tells where each one is served.
fn add_pictures(site: &mut Site, pictures: &Pictures) -> Result<BTreeMap<String, String>> {
    let add = |(name, bytes): (&String, &Vec<u8>)| Ok((name.clone(), site.add_hashed(name, bytes.clone())?));
    pictures.iter().map(add).collect()
}

/// Adds the files of each theme and language, and tells where the first of them is served.
fn add_banks(site: &mut Site, questions: &Library, themes: &[Theme]) -> Result<Places> {
    let mut served = Places::new();
    for theme in themes {
        let id = theme.id.as_str();
        for lang in LANGS {
            let place = add_bank(site, &format!("banks/{id}.{lang}.json"), questions.split(theme, lang)?)?;
            served.entry(id.to_owned()).or_default().insert(lang.to_owned(), place);
        }
    }
    Ok(served)
}

/// Adds the files of a bank: what drawing looks at under `banks`, the words under `words` and the same name, with the
/// number of the part. The name's hash is of all together, since one is of no use without the others.
fn add_bank(site: &mut Site, path: &str, bank: BankFile) -> Result<String> {
    let (outline, parts) = parts::apart(bank);
    let mut names = Names::default();
    let (outline, again) = pack(&to_value(outline)?, &mut names);
    let part = |words| {
        let (part, again) = pack(&to_value(words)?, &mut names);
        Ok(json!([part, again]).to_string())
    };
    let parts = parts.iter().map(part).collect::<Result<Vec<_>>>()?;
    let outline = json!([outline, again, names.to_value()]).to_string();
    let place = hashed(path, [outline.as_str(), &parts.concat()].concat().as_bytes())?;
    for (number, part) in parts.into_iter().enumerate() {
        site.add(&parts::part_place(&place, number), part.into_bytes());
    }
    site.add(&place, outline.into_bytes());
    Ok(place)
}

/// The themes of the page, in the order shown.
fn themes(questions: &QuestionFolder, set: &str) -> Result<Vec<Theme>> {
    let file: ThemeFile = questions.load()?.value;
    let found = file.set(set).with_context(|| format!("themes.json has no set `{set}`"))?;
    ensure!(!found.themes.is_empty(), "the set `{set}` of themes.json has no theme");
    let find = |id| file.theme(id).cloned().with_context(|| format!("themes.json has no theme `{id}`"));
    found.themes.iter().map(find).collect()
}
