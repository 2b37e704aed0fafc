//! What an imported bank will stand beside: themes, topics, sources and other banks of a question folder. Without a
//! folder the themes and topics that come with the program are used, so that 家庭 is known everywhere.

use std::path::Path;

use sixinto_core::Id;
use sixinto_core::check::{Context, Loaded, Words};
use sixinto_core::json::{self, Versioned};
use sixinto_core::theme::ThemeFile;
use sixinto_core::topic::TopicFile;
use sixinto_formats::Names;

use super::Args;
use crate::clock;
use crate::failure::Failure;
use crate::folder::{self, NamedText};
use crate::lang::both;
use crate::library::value;
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
        let home = Some(home).filter(|home| folder::is_home(home));
        let Vocabulary { themes, topics } = vocabulary(home)?;
        let (theme_names, topic_names) = (Names::of_themes(&themes), Names::of_topics(&topics));
        let theme = args.theme.as_deref().map(|name| theme(name, &theme_names)).transpose()?;
        let topic = topic(&args.topic, &topic_names)?;
        Ok(Self {
            theme,
            topic,
            check: context(home, themes, args)?,
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
pub(crate) fn vocabulary(home: Option<&Path>) -> Result<Vocabulary, Failure> {
    let Some(home) = home else {
        return Ok(Vocabulary { themes: shipped(SHIPPED_THEMES), topics: shipped(SHIPPED_TOPICS) });
    };
    let has_topics = home.join(folder::TOPICS).is_file();
    let topics = if has_topics { value(home, folder::TOPICS)? } else { shipped(SHIPPED_TOPICS) };
    Ok(Vocabulary { themes: value(home, folder::THEMES)?, topics })
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

fn context(home: Option<&Path>, themes: ThemeFile, args: &Args) -> Result<Context, Failure> {
    let loaded = |name: &str| Loaded { name: name.to_owned(), ..Loaded::default() };
    let (topics, register) = match home {
        None => (None, loaded(folder::SOURCES)),
        Some(home) => {
            let topics = Some(home.join(folder::TOPICS)).filter(|path| path.is_file());
            let topics = topics.map(|path| folder::load(&path)).transpose()?.map(|(file, _)| file);
            let register =
                Loaded { value: value(home, folder::SOURCES)?, name: folder::SOURCES.to_owned(), text: String::new() };
            (topics, register)
        }
    };
    Ok(Context {
        themes: Loaded { value: themes, name: folder::THEMES.to_owned(), text: String::new() },
        topics,
        presets: Loaded { name: folder::PRESETS.to_owned(), ..Loaded::default() },
        register,
        set: String::new(),
        langs: vec![args.text_lang],
        pictures: home.map(folder::pictures).unwrap_or_default(),
        today: args.today.unwrap_or_else(clock::today),
    })
}

/// The banks that are there, without those that will be written anew.
fn neighbours(home: &Path, args: &Args) -> Result<Vec<NamedText>, Failure> {
    let mut paths = folder::bank_paths(home)?;
    let is_out = |path: &Path| args.out.as_deref() == Some(path) || args.files.iter().any(|file| file == path);
    paths.retain(|path| !is_out(path));
    paths.iter().map(|path| folder::read(path)).collect()
}
