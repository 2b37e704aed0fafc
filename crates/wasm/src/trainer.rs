//! What trainers' tools need beyond what residents do. Built only with the feature `trainer`.

use sixinto_core::check::{self, Context};
use sixinto_core::date::Date;
use sixinto_core::folder::{Demands, QuestionFolder, ReadContext, SingleFile};
use sixinto_core::json::{Fields, Node, Read, Reader};
use sixinto_core::preset::PresetFile;
use sixinto_core::source::Register;
use sixinto_core::text::Lang;
use sixinto_core::theme::ThemeFile;
use sixinto_core::topic::TopicFile;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::{Thrown, failed};
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
        let mut folder = QuestionFolder::default();
        add::<ThemeFile>(&mut folder, themes);
        add::<PresetFile>(&mut folder, presets);
        add::<Register>(&mut folder, sources);
        if let Some(topics) = topics {
            add::<TopicFile>(&mut folder, topics);
        }
        for picture in &pictures {
            folder.add_picture(picture);
        }
        let demands = Demands { set: set.into(), langs, today };
        let ReadContext { context, unreadable } = folder.context(demands).map_err(|error| failed("input", &error))?;
        unreadable.first().map_or(Ok(Self { context }), |error| Err(failed("input", error)))
    }

    /// Every problem in some banks, as a JSON list of findings; `names` and `texts` are their files.
    pub fn check(&self, names: Vec<String>, texts: Vec<String>) -> Result<String, Thrown> {
        let files: Vec<(String, String)> = names.into_iter().zip(texts).collect();
        to_js(&check::check_files(&files, &self.context).findings)
    }
}

fn add<T: SingleFile>(folder: &mut QuestionFolder, text: impl Into<Vec<u8>>) {
    folder.add(T::PATH, T::PATH, text);
}
