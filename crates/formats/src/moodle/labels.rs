//! What tags and categories of Moodle's files say of a question: its id, themes, topic and difficulty.

use std::collections::{BTreeMap, HashSet};

use crate::diagnostics::Code;
use sixinto_core::Id;
use sixinto_core::bank::{Difficulty, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::map::IdSet;

use crate::text::spellings;
use crate::{Reading, Writing};

/// What marks a tag that names a theme or topic by its id.
const THEME: &str = "theme:";
const TOPIC: &str = "topic:";

/// The names that are known, and those that were given.
pub(crate) struct Labels<'a> {
    reading: &'a Reading<'a>,
    category: Label,
    taken: HashSet<Id>,
    known: BTreeMap<String, Known>,
}

/// What a name means.
#[derive(Clone, Debug)]
enum Known {
    Theme(Id),
    Topic(Id),
    Difficulty(Difficulty),
    Nothing,
}

/// Themes, topic and difficulty, as far as they are said.
#[derive(Clone, Debug, Default)]
struct Label {
    themes: IdSet,
    topic: Option<Id>,
    difficulty: Option<Difficulty>,
}

impl<'a> Labels<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>) -> Self {
        Self { reading, category: Label::default(), taken: HashSet::new(), known: BTreeMap::new() }
    }

    /// Takes a category for all that follow, and tells whether it says anything.
    pub(crate) fn enter(&mut self, path: &str) -> bool {
        let mut label = Label::default();
        let parts = path.replace("//", "\0");
        let mut known =
            parts.split('/').map(|part| self.learn(&mut label, &part.replace('\0', "/"))).collect::<Vec<_>>();
        self.category = label;
        known.drain(..).any(|is_known| is_known)
    }

    /// Puts onto a question what its tags say, and else what the category says.
    pub(crate) fn put<T: AsRef<str>>(&mut self, question: &mut QuestionFields, tags: &[T]) {
        let mut own = Label::default();
        for tag in tags {
            self.learn(&mut own, tag.as_ref());
        }
        question.themes = if own.themes.is_empty() { self.category.themes.clone() } else { own.themes };
        if let Some(topic) = own.topic.or_else(|| self.category.topic.clone()) {
            question.topic = topic;
        }
        if let Some(difficulty) = own.difficulty.or(self.category.difficulty) {
            question.difficulty = difficulty;
        }
    }

    /// Whether a name is one, and not yet given to another question.
    pub(crate) fn take(&mut self, name: &str) -> Result<Id, Code> {
        let id: Id = name.parse().map_err(|_| Code::IdNotKept)?;
        if self.taken.insert(id.clone()) { Ok(id) } else { Err(Code::IdTwice) }
    }

    fn learn(&mut self, label: &mut Label, name: &str) -> bool {
        let known = match self.known.get(name) {
            Some(known) => known.clone(),
            None => self.look_up(name),
        };
        match known {
            Known::Theme(theme) => label.themes.insert(theme),
            Known::Topic(topic) => label.topic = label.topic.take().or(Some(topic)),
            Known::Difficulty(difficulty) => label.difficulty = Some(difficulty),
            Known::Nothing => return false,
        }
        true
    }

    /// Finds out what a name means, and remembers it: a file says the same few names over and over.
    fn look_up(&mut self, given: &str) -> Known {
        let Reading { themes, topics, .. } = self.reading;
        let name = given.trim();
        let theme = name.strip_prefix(THEME).map_or_else(|| themes.id(name).cloned(), |id| id.parse().ok());
        let topic = || name.strip_prefix(TOPIC).map_or_else(|| topics.id(name).cloned(), |id| id.parse().ok());
        let known = theme.map(Known::Theme);
        let known = known.or_else(|| spellings::difficulty(name).map(Known::Difficulty));
        let known = known.or_else(|| topic().map(Known::Topic)).unwrap_or(Known::Nothing);
        self.known.insert(given.to_owned(), known.clone());
        known
    }
}

/// The words for an id that could not be kept.
pub(crate) fn unkept(code: Code, name: &str) -> (Words, Words) {
    if code == Code::IdTwice {
        return (
            Words::new(
                format!("题号 {name} 前面已经用过，换了一个新的"),
                format!("the id {name} stands before; a new one was made"),
            ),
            Words::new("每道题用自己的题号", "give each question an id of its own"),
        );
    }
    (
        Words::new(
            format!("题号 {name} 不能用，换了一个新的"),
            format!("the id {name} cannot be kept; a new one was made"),
        ),
        Words::new(
            "题号只能用小写英文字母、数字和连字符，最多 64 个",
            "an id has up to 64 small letters, digits and hyphens",
        ),
    )
}

/// The words for a category that names nothing we know.
pub(crate) fn unknown_category() -> (Words, Words) {
    (
        Words::new(
            "这个类别的名字里没有认得的主题或知识点，没有用上",
            "no part of this category is a known theme or topic; it was not used",
        ),
        Words::new("类别写成 家庭/燃气 这样，就能对上", "name categories as home/gas to have them used"),
    )
}

/// The tags that say of a question what [`Labels::put`] reads from them.
pub(crate) fn tags(question: &QuestionFields, writing: &Writing<'_>) -> Vec<String> {
    let is_theme = |name: &str| writing.themes.id(name).is_some() || name.starts_with(THEME);
    let mut tags = Vec::new();
    for theme in question.themes.iter() {
        let label = writing.themes.label(theme, writing.lang);
        let is_read = writing.themes.id(label) == Some(theme);
        tags.push(if is_read { label.to_owned() } else { format!("{THEME}{theme}") });
    }
    let topic = &question.topic;
    let label = writing.topics.label(topic, writing.lang);
    let is_read = writing.topics.id(label) == Some(topic) && !is_theme(label) && spellings::difficulty(label).is_none();
    tags.push(if is_read { label.to_owned() } else { format!("{TOPIC}{topic}") });
    tags.extend(difficulty(question.difficulty, writing.lang).map(str::to_owned));
    tags
}

/// The word for a difficulty other than what is taken for granted.
fn difficulty(difficulty: Difficulty, lang: &str) -> Option<&'static str> {
    let is_english = lang.starts_with("en");
    match difficulty {
        Difficulty::Easy => Some(if is_english { "easy" } else { "容易" }),
        Difficulty::Middling => None,
        Difficulty::Hard => Some(if is_english { "hard" } else { "困难" }),
    }
}
