//! The question folder: which files it has, what each of them is for, and what they say. Whoever has a disk puts the
//! files in; nothing here looks for one.

mod error;
mod role;

use std::collections::{BTreeMap, BTreeSet};

pub use error::FolderError;
pub use role::{CARDS, PICTURES, Role, SingleFile};

use crate::bank::{self, Bank, QuestionFields};
use crate::card::CardSet;
use crate::check::{Context, Loaded};
use crate::date::Date;
use crate::json::{self, Failure};
use crate::source::Register;
use crate::text::Lang;
use crate::topic::TopicFile;

/// The files of a question folder, by their path in it. Texts are read when somebody asks for what they say, so that
/// a file in disorder stops nobody who does not need it.
#[derive(Clone, Debug, Default)]
pub struct QuestionFolder {
    files: BTreeMap<String, File>,
    pictures: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct File {
    /// As messages show it.
    name: String,
    bytes: Vec<u8>,
}

/// A text and the name of its file, as messages show it.
pub type NamedText = (String, String);

/// What banks are held against besides the files beside them.
#[derive(Clone, Debug, Default)]
pub struct Demands {
    /// The set of themes that the page is built with.
    pub set: String,
    /// The languages that every text must have.
    pub langs: Vec<Lang>,
    /// The day of the check.
    pub today: Date,
}

/// What banks are held against, as far as it could be read.
#[derive(Clone, Debug)]
pub struct ReadContext {
    /// The files; one that could not be read says nothing.
    pub context: Context,
    /// Why some of them could not.
    pub unreadable: Vec<FolderError>,
}

impl QuestionFolder {
    /// Adds a file with its name, as messages show it. What is no file of a question folder is of no use here.
    pub fn add(&mut self, path: &str, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), File { name: name.into(), bytes: bytes.into() });
    }

    /// Adds a picture. What it shows is for people to look at.
    pub fn add_picture(&mut self, path: &str) {
        self.pictures.insert(path.to_owned());
    }

    /// Takes the file of a type from another folder, where that has one.
    pub fn borrow<T: SingleFile>(&mut self, other: &Self) {
        if let Some(file) = other.files.get(T::PATH) {
            self.files.insert(T::PATH.to_owned(), file.clone());
        }
    }

    /// Whether there is a file of that type.
    pub fn has<T: SingleFile>(&self) -> bool {
        self.files.contains_key(T::PATH)
    }

    /// The paths of the files of that role, sorted.
    pub fn paths(&self, role: Role) -> impl Iterator<Item = &str> {
        let of_role = move |path: &&str| Role::of(path) == Some(role);
        self.files.keys().map(String::as_str).filter(of_role)
    }

    /// The paths of the pictures, as questions name them.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.pictures.iter().map(String::as_str)
    }

    /// A file as text.
    ///
    /// # Errors
    /// Where there is none at this path, or what is there is no text.
    pub fn text(&self, path: &str) -> Result<NamedText, FolderError> {
        let Some(File { name, bytes }) = self.files.get(path) else {
            return Err(FolderError::Missing(path.to_owned()));
        };
        match str::from_utf8(bytes) {
            Ok(text) => Ok((name.clone(), text.to_owned())),
            Err(error) => {
                let valid_up_to = error.valid_up_to();
                Err(FolderError::NotText { name: name.clone(), bytes: bytes.clone(), valid_up_to })
            }
        }
    }

    /// All files of that role as texts, sorted by path.
    ///
    /// # Errors
    /// Where one of them is no text.
    pub fn texts(&self, role: Role) -> Result<Vec<NamedText>, FolderError> {
        self.paths(role).map(|path| self.text(path)).collect()
    }

    /// What the file of that type says.
    ///
    /// # Errors
    /// Where there is none, or it is not in order.
    pub fn load<T: SingleFile>(&self) -> Result<Loaded<T>, FolderError> {
        let (name, text) = self.text(T::PATH)?;
        match json::read(&text) {
            Ok(value) => Ok(Loaded { name, text, value }),
            Err(failures) => Err(FolderError::Unreadable { name, text, failures }),
        }
    }

    /// What the file of that type says; nothing where there is none.
    ///
    /// # Errors
    /// Where it is not in order.
    pub fn load_any<T: SingleFile>(&self) -> Result<Option<Loaded<T>>, FolderError> {
        if self.has::<T>() { self.load().map(Some) } else { Ok(None) }
    }

    /// The banks, whole, in the order of their paths; the sources that their questions name by id have their titles.
    ///
    /// # Errors
    /// At the first file that is not in order.
    pub fn banks(&self) -> Result<Vec<Bank>, FolderError> {
        self.banks_of(self.texts(Role::Bank)?)
    }

    /// Banks from elsewhere, as if they stood in the folder.
    ///
    /// # Errors
    /// At the first file that is not in order.
    pub fn banks_of(&self, texts: Vec<NamedText>) -> Result<Vec<Bank>, FolderError> {
        let register: Loaded<Register> = self.load()?;
        let mut banks = read_each(texts, |text| bank::parse(text).map_err(|failure| vec![failure]))?;
        let questions = banks.iter_mut().flat_map(|bank| &mut bank.questions);
        register.value.name_all(questions.filter_map(|question| question.source.as_mut()));
        Ok(banks)
    }

    /// The questions of all banks as they are written, each with the revision of its wording, in the order of the
    /// paths; the sources that they name by id have their titles.
    ///
    /// # Errors
    /// At the first file that is not in order.
    pub fn questions(&self) -> Result<Vec<QuestionFields>, FolderError> {
        let register: Loaded<Register> = self.load()?;
        let revised = |text: &str| bank::parse_revised(text).map_err(|failure| vec![failure]);
        let banks = read_each(self.texts(Role::Bank)?, revised)?;
        let mut questions: Vec<QuestionFields> = banks.into_iter().flat_map(|bank| bank.questions).collect();
        register.value.name_all(questions.iter_mut().filter_map(|question| question.source.as_mut()));
        Ok(questions)
    }

    /// The sets of cards, in the order of their paths; the sources that they name by id have their titles.
    ///
    /// # Errors
    /// At the first file that is not in order.
    pub fn card_sets(&self) -> Result<Vec<CardSet>, FolderError> {
        let register: Loaded<Register> = self.load()?;
        let mut sets: Vec<CardSet> = read_each(self.texts(Role::Cards)?, json::read)?;
        register.value.name_all(sets.iter_mut().flat_map(|set| &mut set.sources));
        Ok(sets)
    }

    /// What the banks are held against.
    ///
    /// # Errors
    /// Where themes, presets or sources are not there, or are no text.
    pub fn context(&self, demands: Demands) -> Result<ReadContext, FolderError> {
        let mut unreadable = Vec::new();
        let themes = self.load_with(&mut unreadable)?;
        let has_topics = self.has::<TopicFile>();
        let topics = has_topics.then(|| self.load_with(&mut unreadable)).transpose()?;
        let presets = self.load_with(&mut unreadable)?;
        let register = self.load_with(&mut unreadable)?;
        let Demands { set, langs, today } = demands;
        let pictures = self.pictures.iter().cloned().collect();
        let context = Context { themes, topics, presets, register, set, langs, pictures, today };
        Ok(ReadContext { context, unreadable })
    }

    /// The file of that type, as far as it can be read; what cannot is noted.
    fn load_with<T: SingleFile>(&self, unreadable: &mut Vec<FolderError>) -> Result<Loaded<T>, FolderError> {
        match self.load() {
            Err(FolderError::Unreadable { name, text, failures }) => {
                let empty = Loaded { name: name.clone(), text: text.clone(), value: T::default() };
                unreadable.push(FolderError::Unreadable { name, text, failures });
                Ok(empty)
            }
            result => result,
        }
    }
}

fn read_each<T>(texts: Vec<NamedText>, read: fn(&str) -> Result<T, Vec<Failure>>) -> Result<Vec<T>, FolderError> {
    let read = |(name, text): NamedText| match read(&text) {
        Ok(value) => Ok(value),
        Err(failures) => Err(FolderError::Unreadable { name, text, failures }),
    };
    texts.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Finding;
    use crate::preset::PresetFile;
    use crate::theme::ThemeFile;

    fn folder(files: &[(&str, &str)]) -> QuestionFolder {
        let mut folder = QuestionFolder::default();
        for (path, text) in files {
            folder.add(path, format!("questions/{path}"), *text);
        }
        folder
    }

    const THEMES: (&str, &str) = ("themes.json", r#"{ "format": 1, "themes": [], "sets": [] }"#);
    const PRESETS: (&str, &str) = ("presets.json", r#"{ "format": 1, "presets": [] }"#);
    const SOURCES: (&str, &str) = (
        "sources.json",
        r#"{ "format": 1, "sources": [{ "id": "fire-law", "title": "消防法", "kind": "law", "version": "2021",
            "in_force": "2021-04-29" }] }"#,
    );

    #[test]
    fn sources_that_are_named_by_id_have_their_titles() {
        let question = |source: &str| {
            format!(
                r#"{{ "format": 1, "id": "home", "title": "t", "questions": [{{ "id": "a", "kind": "judge",
                "themes": ["home"], "topic": "fire", "difficulty": 1, "stem": "s", "answer": true,
                "source": {{ {source}, "as_of": "2026-11-23" }} }}] }}"#
            )
        };
        let title = |source: &str| {
            let folder = folder(&[SOURCES, ("home.json", &question(source))]);
            let (bank, written) = (folder.banks().expect("a bank").remove(0), folder.questions().expect("a question"));
            assert_eq!(bank.questions[0].source, written[0].source);
            assert_eq!(written[0].revision, Some(bank.questions[0].revision));
            bank.questions[0].source.as_ref().and_then(|source| source.title.clone())
        };
        assert_eq!(title(r#""id": "fire-law""#).as_ref().map(|title| title.get("zh-CN")), Some("消防法"));
        assert_eq!(title(r#""title": "村规""#).as_ref().map(|title| title.get("zh-CN")), Some("村规"));
        assert_eq!(title(r#""id": "tax-law""#), None);
    }

    #[test]
    fn a_context_is_made_of_what_can_be_read_and_tells_the_rest() {
        let mut folder = folder(&[THEMES, PRESETS, ("sources.json", "{")]);
        folder.add_picture("pictures/exit.svg");
        let ReadContext { context, unreadable } = folder.context(Demands::default()).expect("three files");
        assert_eq!(context.pictures, ["pictures/exit.svg"]);
        assert!(context.topics.is_none() && context.register.value.sources.is_empty());
        let findings: Vec<Finding> = unreadable.iter().flat_map(FolderError::findings).collect();
        assert_eq!(findings.iter().map(|finding| &*finding.at.file).collect::<Vec<_>>(), ["questions/sources.json"]);
    }

    #[test]
    fn what_cannot_be_used_says_which_file_and_where() {
        let mut folder = folder(&[("home.json", "{"), SOURCES]);
        let error = |folder: &QuestionFolder| folder.banks().expect_err("no bank").to_string();
        assert!(error(&folder).starts_with("questions/home.json cannot be read: "), "{}", error(&folder));
        folder.add("home.json", "questions/home.json", b"ab\xff".to_vec());
        assert_eq!(error(&folder), "questions/home.json is not UTF-8 text: byte 3 cannot be read");
        let error = folder.context(Demands::default()).expect_err("no themes").to_string();
        assert_eq!(error, "there is no themes.json among the questions");
    }

    #[test]
    fn what_one_folder_lacks_another_lends() {
        let (mut own, other) = (folder(&[("home.json", "")]), folder(&[THEMES, PRESETS]));
        own.borrow::<ThemeFile>(&other);
        own.borrow::<Register>(&other);
        assert!(own.has::<ThemeFile>() && !own.has::<Register>() && !own.has::<PresetFile>());
        assert_eq!(own.paths(Role::Bank).collect::<Vec<_>>(), ["home.json"]);
    }
}
