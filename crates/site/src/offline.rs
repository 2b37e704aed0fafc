//! What lets a phone keep the page: the manifest that it is installed by, and the service worker that holds its files.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::banks::LANGS;
use crate::page::{ICONS, Page, TOKENS, TOUCH_ICON, WORKER};
use crate::parts;
use crate::places::{Install, Places};
use crate::site::{Site, extension};

/// Adds the manifest with its icons.
pub(crate) fn add_manifest(site: &mut Site, page: &Page) -> Result<Install> {
    let mut icons = Vec::new();
    for (name, edge, purpose) in ICONS {
        let src = add_icon(site, page, name)?;
        icons.push(json!({ "src": src, "sizes": format!("{edge}x{edge}"), "type": "image/png", "purpose": purpose }));
    }
    let tokens = page.text(TOKENS)?;
    let manifest = json!({
        "lang": LANGS[0],
        "name": "六进 · 安全知识答题",
        "short_name": "六进",
        "description": "选一个地方，答十道安全题，每题都讲为什么。",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": colour(tokens, "ground")?,
        "theme_color": colour(tokens, "band")?,
        "icons": icons,
    });
    let manifest = site.add_hashed("manifest.webmanifest", manifest.to_string().into_bytes())?;
    Ok(Install { manifest, touch_icon: add_icon(site, page, TOUCH_ICON)? })
}

fn add_icon(site: &mut Site, page: &Page, name: &str) -> Result<String> {
    site.add_hashed(name, page.file(name)?.to_vec())
}

/// The first colour of this name, which is the one of the light scheme.
fn colour<'a>(tokens: &'a str, name: &str) -> Result<&'a str> {
    let found = tokens.split_once(&format!("--{name}: ")).and_then(|(_, rest)| rest.split_once(';'));
    Ok(found.with_context(|| format!("tokens.css has no --{name}"))?.0)
}

/// What a phone keeps of a build.
pub struct Contents {
    /// The HTML, under a name that changes with it.
    page: String,
    /// Everything else that every language needs.
    shell: Vec<String>,
    pictures: Vec<String>,
    /// The place of each bank and in how many parts its words are, by language.
    banks: BTreeMap<String, Vec<(String, usize)>>,
}

impl Contents {
    /// Sorts out the files of a site.
    pub fn of(site: &Site, page: &str, banks: &Places) -> Self {
        let paths = || site.files().map(|(path, _)| path);
        let parts = |bank: &str| {
            let end = bank.replacen("banks/", ".", 1);
            paths().filter(|path| path.starts_with("words/") && path.ends_with(&end)).count()
        };
        let mut by_lang: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
        for (lang, bank) in banks.values().flatten() {
            by_lang.entry(lang.clone()).or_default().push((bank.clone(), parts(bank)));
        }
        for (lang, files) in &mut by_lang {
            let own = paths().filter(|path| path.starts_with("extras/") && path.contains(&format!(".{lang}-")));
            files.extend(own.map(|path| (path.to_owned(), 0)));
        }
        let owned = |paths: Vec<&str>| paths.into_iter().map(str::to_owned).collect();
        Self {
            page: page.to_owned(),
            // Icons are taken by the phone itself when the page is installed.
            shell: owned(
                paths().filter(|path| !path.contains('/') && *path != page && extension(path) != "png").collect(),
            ),
            pictures: owned(paths().filter(|path| path.starts_with("pictures/")).collect()),
            banks: by_lang,
        }
    }

    /// Everything that a phone keeps for somebody who speaks this language.
    pub fn files(&self, lang: &str) -> Vec<String> {
        let banks = self.banks.get(lang).into_iter().flatten();
        let banks = banks.flat_map(|(bank, parts)| {
            let words = (0..*parts).map(|number| parts::part_place(bank, number));
            std::iter::once(bank.clone()).chain(words)
        });
        let shell = self.shell.iter().chain(&self.pictures).cloned();
        shell.chain([self.page.clone(), WORKER.to_owned()]).chain(banks).collect()
    }
}

/// Adds the HTML, under its name and under one that changes with it, and the service worker that keeps all of it.
pub(crate) fn add_page(site: &mut Site, page: &Page, html: String, banks: &Places) -> Result<Contents> {
    let html = html.into_bytes();
    let address = site.add_hashed("index.html", html.clone())?;
    let contents = Contents::of(site, &address, banks);
    site.add(WORKER, worker(page.text(WORKER)?, &contents).into_bytes());
    site.add("index.html", html);
    Ok(contents)
}

/// The script finds what it keeps under a name of its own.
fn worker(script: &str, contents: &Contents) -> String {
    let Contents { page, shell, pictures, banks } = contents;
    let id = page.trim_start_matches("index-").trim_end_matches(".html");
    let contents: Value = json!({ "id": id, "page": page, "shell": shell, "pictures": pictures, "banks": banks });
    format!("const CONTENTS={contents};{script}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_keeps_one_language_and_no_icon() {
        let mut site = Site::default();
        let paths = [
            "app-1.js",
            "banks/home.en-1.json",
            "banks/home.zh-CN-2.json",
            "icon-192-3.png",
            "index-4.html",
            "pictures/exit-5.svg",
            "words/0.home.en-1.json",
            "words/1.home.en-1.json",
            "words/0.home.zh-CN-2.json",
        ];
        for path in paths {
            site.add(path, Vec::new());
        }
        let langs = [("en", "banks/home.en-1.json"), ("zh-CN", "banks/home.zh-CN-2.json")];
        let langs = langs.map(|(lang, bank)| (lang.to_owned(), bank.to_owned())).into();
        let contents = Contents::of(&site, "index-4.html", &[("home".to_owned(), langs)].into());
        let files = [
            "app-1.js",
            "pictures/exit-5.svg",
            "index-4.html",
            "sw.js",
            "banks/home.en-1.json",
            "words/0.home.en-1.json",
            "words/1.home.en-1.json",
        ];
        assert_eq!(contents.files("en"), files);
    }

    #[test]
    fn colours_are_those_of_the_page() -> Result<()> {
        let tokens = ":root { --ground: #fff;\n --band: #000; } @media { :root { --band: #111; } }";
        assert_eq!(colour(tokens, "band")?, "#000");
        assert_eq!(colour(tokens, "sky").expect_err("no such colour").to_string(), "tokens.css has no --sky");
        Ok(())
    }
}
