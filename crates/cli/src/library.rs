//! Everything that papers are drawn from and marked with.

use std::path::{Path, PathBuf};

use sixinto_core::bank;
use sixinto_core::folder::Role;
use sixinto_core::preset::PresetFile;
use sixinto_core::theme::ThemeFile;
use sixinto_core::{Id, Pool};

use crate::failure::Failure;
use crate::folder::{self, Home};
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
        let home = Home::open(folder)?;
        let texts = match banks {
            [] => home.texts(Role::Bank)?,
            named => named.iter().map(|path| folder::read(path)).collect::<Result<_, _>>()?,
        };
        let banks = home.files.banks_of(texts).map_err(|error| home.refuse(error))?;
        let pool = Pool::new(banks).map_err(|bank::DuplicateId(id)| {
            let what = both!("有两道不同的题，编号都是“{id}”", "two different questions have the id `{id}`");
            Failure::new(what, home.advice())
        })?;
        Ok(Self { themes: home.load()?, presets: home.load()?, folder: home.path, pool })
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
