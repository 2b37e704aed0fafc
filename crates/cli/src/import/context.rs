//! What an imported bank will stand beside: themes, topics, sources and other banks of a question folder. Without a
//! folder the themes and topics that come with the program are used, so that 家庭 is known everywhere.

use std::path::Path;

use sixinto_core::Id;
use sixinto_core::check::{Context, Words};
use sixinto_core::folder::{Demands, NamedText, QuestionFolder, Role, SingleFile};
use sixinto_core::json::{self, Versioned};
use sixinto_core::preset::PresetFile;
use sixinto_core::source::Register;
use sixinto_core::theme::ThemeFile;
use sixinto_core::topic::TopicFile;
use sixinto_formats::Names;

use super::Args;
use crate::clock;
use crate::failure::Failure;
use crate::folder::{self, Home};
use crate::lang::both;
use crate::request::possible;

/// The shipped files, for where there is no question folder.
const SHIPPED_THEMES: &str = include_str!("../../../../questions/themes.json");
const SHIPPED_TOPICS: &str = include_str!("../../../../questions/topics.json");

/// Everything that an import is held against.
pub(super) struct ImportContext {
    /// What themes are called.
    pub(super) themes: Names,
    /// What topics are called.
    pub(super) topics: Names,
    /// The theme of questions that name none.
    pub(super) theme: Option<Id>,
    /// The topic of questions that name none.
    pub(super) topic: Id,
    /// What the check holds banks against.
    pub(super) check: Context,
    /// The banks that are there already.
    pub(super) banks: Vec<NamedText>,
    /// Whether there is a question folder: without one, sources and topics are not known.
    pub(super) has_home: bool,
}

impl ImportContext {
    /// Reads what there is.
    ///
    /// # Errors
    /// Where a file of the folder is not in order, or an option names what is not there.
    pub(super) fn find(args: &Args) -> Result<Self, Failure> {
        let out = args.out.as_deref().filter(|out| folder::is_home(out));
        let home = out.unwrap_or(&args.with);
        let home = folder::home(Some(home))?;
        let home = home.as_ref();
        let Vocabulary { themes, topics } = vocabulary(home)?;
        let (theme_names, topic_names) = (Names::of_themes(&themes), Names::of_topics(&topics));
        let theme = args.theme.as_deref().map(|name| theme(name, &theme_names)).transpose()?;
        let topic = topic(&args.topic, &topic_names)?;
        Ok(Self {
            theme,
            topic,
            check: context(home, args)?,
            banks: home.map_or_else(|| Ok(Vec::new()), |home| neighbours(home, args))?,
            has_home: home.is_some(),
            themes: theme_names,
            topics: topic_names,
        })
    }
}

/// The themes and topics that files may name.
pub(crate) struct Vocabulary {
    pub(crate) themes: ThemeFile,
    pub(crate) topics: TopicFile,
}

/// The themes and topics of a question folder, or those that come with the program.
///
/// # Errors
/// Where a file of the folder is not in order.
pub(crate) fn vocabulary(home: Option<&Home>) -> Result<Vocabulary, Failure> {
    let Some(home) = home else {
        return Ok(Vocabulary { themes: shipped(SHIPPED_THEMES), topics: shipped(SHIPPED_TOPICS) });
    };
    let topics = home.load_any()?.unwrap_or_else(|| shipped(SHIPPED_TOPICS));
    Ok(Vocabulary { themes: home.load()?, topics })
}

fn shipped<T: Versioned>(text: &str) -> T {
    json::read(text).expect("the shipped files are in order, as the tests of the questions show")
}

fn theme(name: &str, themes: &Names) -> Result<Id, Failure> {
    themes.id(name).cloned().ok_or_else(|| {
        let known = possible(themes.iter().map(|(id, _)| id.as_str()));
        Failure::new(both!("没有“{name}”这个主题", "there is no theme `{name}`"), known)
    })
}

/// A topic may be one that nobody has given a label yet.
fn topic(name: &str, topics: &Names) -> Result<Id, Failure> {
    let known = topics.id(name).cloned().or_else(|| name.parse().ok());
    known.ok_or_else(|| {
        Failure::new(
            both!("“{name}”不是小类的编号或名字", "`{name}` is neither the id nor the name of a topic"),
            Words::new(
                "写已有的小类，如 fire、防火；新的小类用小写英文字母、数字和连字符",
                "name a topic that is there, such as fire; a new one has lower-case letters, digits and hyphens",
            ),
        )
    })
}

/// What the check holds an import against. It fills no preset, and without a folder there is no source to cite.
fn context(home: Option<&Home>, args: &Args) -> Result<Context, Failure> {
    let mut files = QuestionFolder::default();
    files.add(ThemeFile::PATH, ThemeFile::PATH, SHIPPED_THEMES);
    files.add(PresetFile::PATH, PresetFile::PATH, r#"{ "format": 1, "presets": [] }"#);
    files.add(Register::PATH, Register::PATH, r#"{ "format": 1, "sources": [] }"#);
    if let Some(home) = home {
        home.load::<Register>()?;
        files.borrow::<ThemeFile>(&home.files);
        files.borrow::<TopicFile>(&home.files);
        files.borrow::<Register>(&home.files);
        home.files.pictures().for_each(|picture| files.add_picture(picture));
    }
    let today = args.today.unwrap_or_else(clock::today);
    let demands = Demands { set: String::new(), langs: vec![args.text_lang], today };
    let read = files.context(demands).expect("themes, presets and sources are there");
    Ok(read.context)
}

/// The banks that are there, without those that will be written anew.
fn neighbours(home: &Home, args: &Args) -> Result<Vec<NamedText>, Failure> {
    let is_out = |path: &Path| args.out.as_deref() == Some(path) || args.files.iter().any(|file| file == path);
    let paths = home.files.paths(Role::Bank).filter(|path| !is_out(&home.path.join(path)));
    paths.map(|path| home.files.text(path).map_err(|error| home.refuse(error))).collect()
}
