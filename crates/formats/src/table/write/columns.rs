//! The layout that we write: which column holds what, what its header says, and what stands in it for a question.
//!
//! A column that no question needs is not written, so that a trainer's sheet stays narrow. Reading knows these headers
//! among the many that people use.

use sixinto_core::Id;
use sixinto_core::bank::kind::{BlankSlot, Choice, NumberKey, Pair};
use sixinto_core::bank::{Difficulty, Kind, QuestionFields};
use sixinto_core::text::Text;

use crate::Writing;
use crate::text::spellings::letter;

/// Between the answers of two blanks.
pub(crate) const NEXT_BLANK: char = '|';
/// Between two answers that the same blank accepts.
pub(crate) const OR: char = ';';
/// Between the two sides of a pair.
pub(crate) const BELONGS: char = '→';
/// Between the themes of a question.
const NEXT_THEME: &str = "、";
/// Between a number and how far off it one may be.
pub(crate) const GIVE_OR_TAKE: char = '±';

/// A column. Those with a number are there once for each choice, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Id,
    Kind,
    Themes,
    Topic,
    Difficulty,
    Stem,
    Choice(usize),
    Answer,
    Explanation,
    Why(usize),
    Action,
    Source,
    SourceId,
    Article,
    AsOf,
    ReviewBy,
}

/// The columns that these questions need, in order.
pub(crate) fn columns(questions: &[&QuestionFields]) -> Vec<Column> {
    use Column::{
        Action, Answer, Article, AsOf, Difficulty, Explanation, Id, Kind, ReviewBy, Source, SourceId, Stem, Themes,
        Topic,
    };
    let most = questions.iter().map(|question| n_parts(question)).max().unwrap_or(0);
    let is_needed = |column: &Column| questions.iter().any(|question| column.is_filled(question));
    let mut columns = vec![Id, Kind, Themes, Topic, Difficulty, Stem];
    columns.extend((0..most.max(4)).map(Column::Choice));
    columns.extend([Answer, Explanation]);
    columns.extend((0..most).map(Column::Why).filter(is_needed));
    columns.extend([Action, Source, SourceId, Article, AsOf, ReviewBy].into_iter().filter(is_needed));
    columns
}

impl Column {
    /// What stands above it.
    pub(crate) fn header(self, lang: &str) -> String {
        let (zh, en) = match self {
            Self::Id => ("编号", "id"),
            Self::Kind => ("题型", "type"),
            Self::Themes => ("主题", "theme"),
            Self::Topic => ("主题内分类", "topic"),
            Self::Difficulty => ("难度", "difficulty"),
            Self::Stem => ("题干", "question"),
            Self::Choice(at) => return say(lang, &format!("选项{}", letter(at)), &format!("option {}", letter(at))),
            Self::Answer => ("正确答案", "answer"),
            Self::Explanation => ("解析", "explanation"),
            Self::Why(at) => return say(lang, &format!("选项{}说明", letter(at)), &format!("why {}", letter(at))),
            Self::Action => ("怎么做", "action"),
            Self::Source => ("依据", "source"),
            Self::SourceId => ("依据编号", "source id"),
            Self::Article => ("条款", "article"),
            Self::AsOf => ("核对日期", "as of"),
            Self::ReviewBy => ("复查日期", "review by"),
        };
        say(lang, zh, en)
    }

    /// What stands in it for a question; nothing where there is nothing to say.
    pub(crate) fn cell(self, question: &QuestionFields, writing: &Writing<'_>) -> String {
        let lang = writing.lang;
        let source = question.source.as_ref();
        let text = |text: Option<&Text>| text.map(|text| text.get(lang).to_owned()).unwrap_or_default();
        match self {
            Self::Id => question.id.to_string(),
            Self::Kind => kind_word(question.kind, lang).to_owned(),
            Self::Themes => themes(question, writing),
            Self::Topic => name(&question.topic, writing.topics, lang),
            Self::Difficulty => difficulty_word(question.difficulty, lang).to_owned(),
            Self::Stem => question.stem.get(lang).to_owned(),
            Self::Choice(at) => part(question, at, lang),
            Self::Answer => answer(question, lang),
            Self::Explanation => text(question.explanation.as_ref()),
            Self::Why(at) => text(why(question, at)),
            Self::Action => text(question.action.as_ref()),
            Self::Source => text(source.and_then(|source| source.title.as_ref())),
            Self::SourceId => source.and_then(|source| source.id.as_ref()).map(Id::to_string).unwrap_or_default(),
            Self::Article => source.and_then(|source| source.article.as_deref()).unwrap_or_default().to_owned(),
            Self::AsOf => source.map(|source| source.as_of.to_string()).unwrap_or_default(),
            Self::ReviewBy => question.review_by.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// Whether a question has something for a column that not every sheet has.
    fn is_filled(self, question: &QuestionFields) -> bool {
        let source = question.source.as_ref();
        match self {
            Self::Why(at) => why(question, at).is_some(),
            Self::Action => question.action.is_some(),
            Self::Source => source.is_some_and(|source| source.title.is_some()),
            Self::SourceId => source.is_some_and(|source| source.id.is_some()),
            Self::Article => source.is_some_and(|source| source.article.is_some()),
            Self::AsOf => source.is_some(),
            Self::ReviewBy => question.review_by.is_some(),
            _ => true,
        }
    }
}

/// The word for a kind, as reading knows it.
pub(crate) fn kind_word(kind: Kind, lang: &str) -> &'static str {
    if lang.starts_with("en") {
        return kind.name();
    }
    match kind {
        Kind::Single => "单选题",
        Kind::Multiple => "多选题",
        Kind::Judge => "判断题",
        Kind::Blank => "填空题",
        Kind::Number => "数字题",
        Kind::Order => "排序题",
        Kind::Match => "连线题",
        Kind::Spot => "找隐患",
    }
}

/// The word for a difficulty, as reading knows it.
pub(crate) fn difficulty_word(difficulty: Difficulty, lang: &str) -> &'static str {
    let (zh, en) = match difficulty {
        Difficulty::Easy => ("易", "easy"),
        Difficulty::Middling => ("中", "medium"),
        Difficulty::Hard => ("难", "hard"),
    };
    if lang.starts_with("en") { en } else { zh }
}

fn say(lang: &str, zh: &str, en: &str) -> String {
    if lang.starts_with("en") { en } else { zh }.to_owned()
}

fn themes(question: &QuestionFields, writing: &Writing<'_>) -> String {
    let themes: Vec<String> =
        question.themes.as_slice().iter().map(|theme| name(theme, writing.themes, writing.lang)).collect();
    themes.join(NEXT_THEME)
}

/// The label where it leads back to the id, else the id.
fn name(id: &Id, names: &crate::Names, lang: &str) -> String {
    let label = names.label(id, lang);
    if names.id(label) == Some(id) && !label.contains(NEXT_THEME) { label.to_owned() } else { id.to_string() }
}

fn n_parts(question: &QuestionFields) -> usize {
    let of = |n: Option<usize>| n.unwrap_or(0);
    of(question.choices.as_ref().map(Vec::len))
        .max(of(question.steps.as_ref().map(Vec::len)))
        .max(of(question.pairs.as_ref().map(Vec::len)))
}

fn part(question: &QuestionFields, at: usize, lang: &str) -> String {
    let choice = question.choices.as_ref().and_then(|choices| choices.get(at)).map(|choice| &choice.text);
    let step = || question.steps.as_ref().and_then(|steps| steps.get(at)).map(|step| &step.text);
    if let Some(text) = choice.or_else(step) {
        return text.get(lang).to_owned();
    }
    let pair = question.pairs.as_ref().and_then(|pairs| pairs.get(at));
    pair.map(|Pair { left, right, .. }| format!("{} {BELONGS} {}", left.get(lang), right.get(lang))).unwrap_or_default()
}

fn why(question: &QuestionFields, at: usize) -> Option<&Text> {
    question.choices.as_ref()?.get(at)?.why.as_ref()
}

fn answer(question: &QuestionFields, lang: &str) -> String {
    match question.kind {
        Kind::Single | Kind::Multiple => correct(question.choices.as_deref().unwrap_or_default()),
        Kind::Judge => question.answer.map(|is_true| truth_word(is_true, lang)).unwrap_or_default().to_owned(),
        Kind::Blank => blanks(question.blanks.as_deref().unwrap_or_default(), lang),
        Kind::Number => question.number.as_ref().map(|key| number(key, lang)).unwrap_or_default(),
        Kind::Order => (0..n_parts(question)).map(letter).collect(),
        Kind::Match | Kind::Spot => String::new(),
    }
}

fn truth_word(is_true: bool, lang: &str) -> &'static str {
    match (is_true, lang.starts_with("en")) {
        (true, false) => "对",
        (false, false) => "错",
        (true, true) => "true",
        (false, true) => "false",
    }
}

fn correct(choices: &[Choice]) -> String {
    choices.iter().enumerate().filter(|(_, choice)| choice.correct).map(|(at, _)| letter(at)).collect()
}

fn blanks(blanks: &[BlankSlot], lang: &str) -> String {
    let each = blanks.iter().map(|blank| {
        let accept: Vec<&str> = blank.accept.iter().map(|text| text.get(lang)).collect();
        accept.join(&OR.to_string())
    });
    each.collect::<Vec<_>>().join(&NEXT_BLANK.to_string())
}

fn number(NumberKey { value, tolerance, unit }: &NumberKey, lang: &str) -> String {
    let mut written = value.to_string();
    if tolerance.micro != 0 {
        written.extend([GIVE_OR_TAKE.to_string(), tolerance.to_string()]);
    }
    match unit.as_ref().map(|unit| unit.get(lang)) {
        Some(unit) => format!("{written} {unit}"),
        None => written,
    }
}
