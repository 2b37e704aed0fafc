//! `index.html` with its placeholders filled.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use sixinto_core::preset::Blueprint;
use sixinto_core::theme::Theme;

use crate::banks::LANGS;
use crate::bundle::Bundle;
use crate::localize::text;
use crate::parts::PER_PART;
use crate::places::{Install, Places};

/// What a page is made of, as far as its HTML names it.
pub(crate) struct Parts<'a> {
    pub bundle: &'a Bundle,
    /// Where the wasm is served.
    pub engine: &'a str,
    /// Where it stands what the later screens have to know.
    pub extras: &'a str,
    pub install: &'a Install,
    /// The themes of the page, in the order shown.
    pub themes: &'a [Theme],
    /// The presets that draw papers.
    pub presets: &'a [Blueprint],
    /// Where each theme's bank is served, by language.
    pub banks: &'a Places,
}

/// Fills `index.html`.
pub(crate) fn fill(html: &str, parts: &Parts<'_>) -> Result<String> {
    fill_with(html, &head(parts)?, parts)
}

/// Fills `index.html` with another way to get at scripts and styles.
pub(crate) fn fill_with(html: &str, head: &str, parts: &Parts<'_>) -> Result<String> {
    let html = replace(html, "head", head)?;
    let html = replace(&html, "site", &site(parts)?)?;
    replace(&html, "tiles", &tiles(parts.themes)?)
}

fn replace(html: &str, name: &str, content: &str) -> Result<String> {
    let placeholder = format!("<!-- build:{name} -->");
    let count = html.matches(&placeholder).count();
    ensure!(count == 1, "www/index.html must have `{placeholder}` once, and has it {count} times");
    Ok(html.replace(&placeholder, content))
}

fn head(parts: &Parts<'_>) -> Result<String> {
    let script = parts.bundle.entry("www/main.js")?;
    let preload = parts.bundle.entry("www/entries/preload.js")?;
    let style = parts.bundle.entry("www/entries/first-question.css")?;
    // A script after the style sheet would wait for it.
    let mut head = format!(r#"<script src="{}"></script><link rel="stylesheet" href="{}">"#, preload.name, style.name);
    for chunk in parts.bundle.needs(script) {
        write!(head, r#"<link rel="modulepreload" href="{chunk}">"#)?;
    }
    let engine = parts.engine;
    write!(head, r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{engine}">"#)?;
    write!(head, r#"<script type="module" src="{}"></script>"#, script.name)?;
    let Install { manifest, touch_icon } = parts.install;
    write!(head, r#"<link rel="manifest" href="{manifest}"><link rel="apple-touch-icon" href="{touch_icon}">"#)?;
    Ok(head)
}

fn site(parts: &Parts<'_>) -> Result<String> {
    let shown = |Theme { id, label, about, icon, .. }: &Theme| json!({ "id": id, "label": label, "about": about, "icon": icon });
    let themes: Vec<Value> = parts.themes.iter().map(shown).collect();
    let entry = |path: &str| Ok::<_, anyhow::Error>(parts.bundle.entry(path)?.name.as_str());
    // The first language comes with the script.
    let words = LANGS[1..].iter().map(|lang| Ok((*lang, entry(&format!("www/lang/{lang}.js"))?)));
    let words = words.collect::<Result<BTreeMap<_, _>>>()?;
    let site = json!({
        "langs": LANGS,
        "themes": themes,
        "presets": parts.presets,
        "banks": parts.banks,
        "engine": parts.engine,
        "extras": parts.extras,
        "styles": {
            "kinds": entry("www/entries/kinds.css")?,
            "after_answer": entry("www/entries/after-answer.css")?,
            "return_visit": entry("www/entries/return-visit.css")?,
            "settings": entry("www/entries/settings.css")?,
        },
        "words": words,
        "per_part": PER_PART,
    });
    Ok(data(&site, "site"))
}

/// Data that the scripts read.
pub(crate) fn data(value: &Value, id: &str) -> String {
    // A `<` could end the script element.
    let text = value.to_string().replace('<', "\\u003c");
    format!(r#"<script type="application/json" id="{id}">{text}</script>"#)
}

/// The tiles in the first language, so that the home screen shows before any script runs.
fn tiles(themes: &[Theme]) -> Result<String> {
    let mut html = String::new();
    for Theme { id, icon, label, about, .. } in themes {
        let [label, about] = [label, about].map(|one| escape(text(one, LANGS[0])));
        write!(
            html,
            "<a class=\"tile\" data-theme=\"{id}\" href=\"#/start/practice/{id}\">\
             <svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-{icon}\"/></svg>\
             <span class=\"tile-name\">{label}</span><span class=\"tile-about\">{about}</span></a>"
        )?;
    }
    Ok(html)
}

/// A theme without its icon would be a tile with a hole.
pub(crate) fn check_icons(html: &str, themes: &[Theme]) -> Result<()> {
    let icons = html.split("<symbol id=\"icon-").skip(1).filter_map(|rest| rest.split_once('"'));
    let icons: Vec<&str> = icons.map(|(icon, _)| icon).collect();
    for Theme { id, icon, .. } in themes {
        ensure!(
            icons.contains(&icon.as_str()),
            "the page has no icon `{icon}` for the theme \"{id}\"; it has {0} / 主题 \"{id}\" 的图标 {icon} 网页里没有，有的是 {0}",
            icons.join(", ")
        );
    }
    Ok(())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use sixinto_core::json::read_value;

    use super::*;
    use crate::bundle::Output;

    fn output(name: &str, entry: Option<&str>, imports: &[&str]) -> Output {
        Output {
            name: name.to_owned(),
            entry: entry.map(str::to_owned),
            imports: imports.iter().map(ToString::to_string).collect(),
            bytes: Vec::new(),
        }
    }

    fn theme(fields: &Value) -> Theme {
        read_value(&fields.to_string()).expect("a theme")
    }

    fn filled(html: &str) -> Result<String> {
        let bundle = Bundle(vec![
            output("preload-1.js", Some("www/entries/preload.js"), &[]),
            output("app-5.js", Some("www/lang/zh-CN.js"), &[]),
            output("app-6.js", Some("www/lang/en.js"), &[]),
            output("app-1.js", Some("www/main.js"), &["chunk-1.js"]),
            output("chunk-1.js", None, &["chunk-2.js"]),
            output("chunk-2.js", None, &[]),
            output("report-1.js", Some("www/report/report-screen.js"), &["chunk-1.js"]),
            output("app-2.css", Some("www/entries/first-question.css"), &[]),
            output("app-3.css", Some("www/entries/kinds.css"), &[]),
            output("app-4.css", Some("www/entries/after-answer.css"), &[]),
            output("app-7.css", Some("www/entries/return-visit.css"), &[]),
            output("app-8.css", Some("www/entries/settings.css"), &[]),
        ]);
        let label = json!({ "zh-CN": "家庭 & <厨房>", "en": "Homes" });
        let themes =
            [theme(&json!({ "id": "home", "label": label, "about": "\"火\"", "icon": "house", "aliases": [] }))];
        let banks = [("home".to_owned(), [("en".to_owned(), "banks/h.json".to_owned())].into())].into();
        let install = Install { manifest: "m-1.webmanifest".to_owned(), touch_icon: "t-1.png".to_owned() };
        let parts = Parts {
            bundle: &bundle,
            engine: "engine-1.wasm",
            extras: "extras-1.json",
            install: &install,
            themes: &themes,
            presets: &[],
            banks: &banks,
        };
        fill(html, &parts)
    }

    #[test]
    fn every_placeholder_is_filled() -> Result<()> {
        let html = filled("<!-- build:head -->\n<!-- build:site -->\n<!-- build:tiles -->")?;
        let lines: Vec<&str> = html.lines().collect();
        assert_eq!(
            lines[0],
            "<script src=\"preload-1.js\"></script><link rel=\"stylesheet\" href=\"app-2.css\"><link rel=\"modulepreload\" href=\"chunk-1.js\">\
             <link rel=\"modulepreload\" href=\"chunk-2.js\"><link rel=\"preload\" as=\"fetch\" \
             type=\"application/wasm\" crossorigin href=\"engine-1.wasm\">\
             <script type=\"module\" src=\"app-1.js\"></script>\
             <link rel=\"manifest\" href=\"m-1.webmanifest\"><link rel=\"apple-touch-icon\" href=\"t-1.png\">"
        );
        assert!(lines[1].contains(r#""zh-CN":"家庭 & \u003c厨房>""#), "{}", lines[1]);
        assert!(!lines[1].contains("aliases"));
        assert_eq!(
            lines[2],
            "<a class=\"tile\" data-theme=\"home\" href=\"#/start/practice/home\">\
             <svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-house\"/></svg>\
             <span class=\"tile-name\">家庭 &amp; &lt;厨房></span><span class=\"tile-about\">&quot;火&quot;</span></a>"
        );
        Ok(())
    }

    #[test]
    fn an_icon_that_the_page_lacks_is_named_with_those_it_has() {
        let html = "<symbol id=\"icon-home\" viewBox=\"0\"><symbol id=\"icon-school\">";
        let mine = |icon: &str| theme(&json!({ "id": "mine", "label": "", "about": "", "icon": icon }));
        let check = |icon: &str| check_icons(html, &[mine(icon)]);
        assert!(check("school").is_ok());
        let error = check("helmet").expect_err("no such icon").to_string();
        assert!(
            error.starts_with("the page has no icon `helmet` for the theme \"mine\"; it has home, school"),
            "{error}"
        );
    }

    #[test]
    fn a_placeholder_that_is_gone_is_named() {
        let error = filled("<!-- build:head --><!-- build:tiles -->").expect_err("a mistake");
        assert_eq!(error.to_string(), "www/index.html must have `<!-- build:site -->` once, and has it 0 times");
    }
}
