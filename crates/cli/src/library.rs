//! Everything that papers are drawn from and marked with.

use std::path::{Path, PathBuf};

use sixinto_core::bank::{self, Bank};
use sixinto_core::check::Words;
use sixinto_core::json::Versioned;
use sixinto_core::preset::PresetFile;
use sixinto_core::source::Register;
use sixinto_core::theme::ThemeFile;
use sixinto_core::{Id, Pool};

use crate::failure::Failure;
use crate::folder;
use crate::lang::{Lang, both};

/// A question folder, read.
#[derive(Debug)]
pub(crate) struct Library {
    /// Where it is.
    pub(crate) folder: PathBuf,
    /// The themes and the sets of them.
    pub(crate) themes: ThemeFile,
    /// The named blueprints.
    pub(crate) presets: PresetFile,
    /// The questions of all banks together.
    pub(crate) pool: Pool,
}

impl Library {
    /// Reads a question folder.
    ///
    /// # Errors
    /// At the first file that is not in order: papers come from whole banks only.
    pub(crate) fn open(folder: &Path) -> Result<Self, Failure> {
        Self::open_banks(folder, &[])
    }

    /// Reads a question folder with these banks instead of its own, where any are named.
    ///
    /// # Errors
    /// At the first file that is not in order.
    pub(crate) fn open_banks(folder: &Path, banks: &[PathBuf]) -> Result<Self, Failure> {
        folder::must_be_home(folder)?;
        let register: Register = value(folder, folder::SOURCES)?;
        let paths = if banks.is_empty() { folder::bank_paths(folder)? } else { banks.to_vec() };
        let mut banks = Vec::new();
        for path in paths {
            let (name, text) = folder::read(&path)?;
            let read = bank::parse(&text);
            let mut bank =
                read.map_err(|failure| Failure::unreadable(&name, &text, &[failure], disorder(&name), advice(folder)))?;
            name_sources(&mut bank, &register);
            banks.push(bank);
        }
        let pool = Pool::new(banks).map_err(|bank::DuplicateId(id)| {
            let what = both!("有两道不同的题，编号都是“{id}”", "two different questions have the id `{id}`");
            Failure::new(what, advice(folder))
        })?;
        let (themes, presets) = (value(folder, folder::THEMES)?, value(folder, folder::PRESETS)?);
        Ok(Self { folder: folder.to_owned(), themes, presets, pool })
    }

    /// What people call a theme.
    pub(crate) fn theme_name<'a>(&'a self, id: &'a str, lang: Lang) -> &'a str {
        let theme = self.themes.themes.iter().find(|theme| theme.id.as_str() == id);
        theme.map_or(id, |theme| theme.label.get(lang.tag()))
    }

    /// What people call the papers of a preset.
    pub(crate) fn preset_name<'a>(&'a self, id: &'a Id, lang: Lang) -> &'a str {
        self.presets.preset(id.as_str()).map_or(id.as_str(), |preset| preset.title.get(lang.tag()))
    }
}

/// Puts titles beside the sources that questions name by id, as the build does for the page.
fn name_sources(bank: &mut Bank, register: &Register) {
    let sources = bank.questions.iter_mut().filter_map(|question| question.source.as_mut());
    for source in sources.filter(|source| source.title.is_none()) {
        let entry = source.id.as_ref().and_then(|id| register.entry(id));
        source.title = entry.map(|entry| entry.title.clone());
    }
}

/// What a file of a question folder says.
///
/// # Errors
/// Where it is not in order.
pub(crate) fn value<T: Versioned>(folder: &Path, name: &str) -> Result<T, Failure> {
    let (file, failures) = folder::load::<T>(&folder.join(name))?;
    if failures.is_empty() {
        return Ok(file.value);
    }
    Err(Failure::unreadable(&file.name, &file.text, &failures, disorder(&file.name), advice(folder)))
}

fn disorder(name: &str) -> Words {
    both!("{name} 有错，不能用", "{name} is not in order and cannot be used")
}

fn advice(folder: &Path) -> Words {
    let folder = folder.display();
    both!(
        "先改好；运行 sixinto check {folder} 看全部问题",
        "put it right first; `sixinto check {folder}` lists everything that is wrong",
    )
}
