//! What trainers' tools need beyond what residents do. Built only with the feature `trainer`.

use sixinto_core::check::{self, Context, Loaded};
use sixinto_core::date::Date;
use sixinto_core::json::{self, Fields, Node, Read, Reader};
use sixinto_core::preset::PresetFile;
use sixinto_core::source::Register;
use sixinto_core::text::Lang;
use sixinto_core::theme::ThemeFile;
use sixinto_core::topic::TopicFile;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, code};
use crate::{from_js, to_js};

/// What banks are held against besides the files beside them.
#[derive(Default)]
struct Settings {
    set: Box<str>,
    langs: Vec<Lang>,
    pictures: Vec<Box<str>>,
    today: Date,
}

impl Read for Settings {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["set", "langs", "pictures", "today"], reader);
        let settings = Self {
            set: fields.take("set", reader),
            langs: fields.take("langs", reader),
            pictures: fields.take("pictures", reader),
            today: fields.take("today", reader),
        };
        fields.end(reader);
        settings
    }
}

/// What banks are held against.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Checker {
    context: Context,
}

#[wasm_bindgen]
impl Checker {
    /// Takes the texts of `themes.json`, `presets.json` and `sources.json`, the settings, and the text of `topics.json`
    /// if there is one.
    #[wasm_bindgen(constructor)]
    pub fn new(
        themes: &str,
        presets: &str,
        sources: &str,
        settings: &str,
        topics: Option<String>,
    ) -> Result<Checker, Thrown> {
        let Settings { set, langs, pictures, today } = from_js(settings)?;
        let context = Context {
            themes: loaded::<ThemeFile>("themes.json", themes)?,
            topics: topics.map(|topics| loaded::<TopicFile>("topics.json", &topics)).transpose()?,
            presets: loaded::<PresetFile>("presets.json", presets)?,
            register: loaded::<Register>("sources.json", sources)?,
            set: set.into(),
            langs,
            pictures: pictures.into_iter().map(String::from).collect(),
            today,
        };
        Ok(Self { context })
    }

    /// Every problem in some banks, as a JSON list of findings; `names` and `texts` are their files.
    pub fn check(&self, names: Vec<String>, texts: Vec<String>) -> Result<String, Thrown> {
        let files: Vec<(String, String)> = names.into_iter().zip(texts).collect();
        to_js(&check::check_files(&files, &self.context).findings)
    }
}

fn loaded<T: json::Versioned>(name: &str, text: &str) -> Result<Loaded<T>, Thrown> {
    let first = |failures: Vec<json::Failure>| failures.first().map_or_else(String::new, ToString::to_string);
    let value = json::read(text).map_err(|failures| code("input", &format!("{name}: {}", first(failures))))?;
    Ok(Loaded { name: name.to_owned(), text: text.to_owned(), value })
}
