//! How many questions there are of what.

use std::collections::BTreeMap;

use serde::Serialize;
use sixinto_core::bank::{Bank, Difficulty, Kind, Question};
use sixinto_core::check::Context;
use sixinto_core::theme::ThemeFile;

use crate::lang::Lang;
use crate::{table, words};

const DIFFICULTIES: [Difficulty; 3] = [Difficulty::Easy, Difficulty::Middling, Difficulty::Hard];

/// The questions of one bank or of one theme, counted.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Counts {
    /// The bank or the theme.
    pub(crate) id: String,
    /// All of them.
    pub(crate) questions: usize,
    /// By the name of their kind.
    by_kind: BTreeMap<&'static str, usize>,
    /// By their difficulty.
    by_difficulty: BTreeMap<u8, usize>,
    /// By their topic.
    by_topic: BTreeMap<String, usize>,
}

/// A count for each bank.
pub(crate) fn by_bank(banks: &[Bank]) -> Vec<Counts> {
    banks.iter().map(|bank| count(bank.id.as_str(), bank.questions.iter())).collect()
}

/// A count for each theme of the set; a question of two themes counts in both.
pub(crate) fn by_theme(banks: &[Bank], context: &Context) -> Vec<Counts> {
    let set = context.themes.value.set(&context.set);
    let themes = set.into_iter().flat_map(|set| &set.themes);
    let questions = || banks.iter().flat_map(|bank| &bank.questions);
    themes.map(|theme| count(theme.as_str(), questions().filter(|question| question.themes.contains(theme)))).collect()
}

/// Both as a table, with a column for each kind that occurs.
pub(crate) fn table(banks: &[Counts], themes: &[Counts], names: &ThemeFile, lang: Lang) -> String {
    let kinds: Vec<Kind> =
        Kind::ALL.into_iter().filter(|kind| banks.iter().any(|bank| bank.of_kind(*kind) > 0)).collect();
    let numbers = |counts: &Counts| -> Vec<String> {
        let by_kind = kinds.iter().map(|kind| counts.of_kind(*kind));
        let by_difficulty = DIFFICULTIES.iter().map(|level| counts.of_difficulty(*level));
        std::iter::once(counts.questions).chain(by_kind).chain(by_difficulty).map(|n| n.to_string()).collect()
    };
    let row = |name: &str, counts: &Counts| [vec![name.to_owned()], numbers(counts)].concat();
    let heading = |name: &str| {
        let kinds = kinds.iter().map(|kind| words::short_kind(*kind, lang));
        let levels = DIFFICULTIES.iter().map(|level| words::difficulty(*level, lang));
        [name, lang.say("题数", "All")].into_iter().chain(kinds).chain(levels).map(str::to_owned).collect()
    };
    let mut rows = vec![heading(lang.say("题库", "Bank"))];
    rows.extend(banks.iter().map(|bank| row(&bank.id, bank)));
    rows.push(Vec::new());
    rows.push(heading(lang.say("主题", "Theme")));
    rows.extend(themes.iter().map(|theme| row(theme_name(&theme.id, names, lang), theme)));
    let topics: String = themes.iter().map(|theme| topics(theme_name(&theme.id, names, lang), theme, lang)).collect();
    format!("{}\n{topics}", table::table(&rows))
}

/// What people call a theme.
pub(crate) fn theme_name<'a>(id: &'a str, names: &'a ThemeFile, lang: Lang) -> &'a str {
    let theme = names.themes.iter().find(|theme| theme.id.as_str() == id);
    theme.map_or(id, |theme| theme.label.get(lang.tag()))
}

/// The topics of a theme, in one line.
fn topics(name: &str, counts: &Counts, lang: Lang) -> String {
    let each: Vec<String> = counts.by_topic.iter().map(|(topic, n)| format!("{topic} {n}")).collect();
    let (colon, comma) = (lang.say("：", ": "), lang.say("，", ", "));
    format!("{name}{colon}{}\n", each.join(comma))
}

fn count<'a>(id: &str, questions: impl Iterator<Item = &'a Question>) -> Counts {
    let mut counts = Counts { id: id.to_owned(), ..Counts::default() };
    for question in questions {
        counts.questions += 1;
        *counts.by_kind.entry(question.body.kind().name()).or_default() += 1;
        *counts.by_topic.entry(question.topic.as_str().to_owned()).or_default() += 1;
        *counts.by_difficulty.entry(question.difficulty.into()).or_default() += 1;
    }
    counts
}

impl Counts {
    fn of_kind(&self, kind: Kind) -> usize {
        self.by_kind.get(kind.name()).copied().unwrap_or(0)
    }

    fn of_difficulty(&self, difficulty: Difficulty) -> usize {
        self.by_difficulty.get(&difficulty.into()).copied().unwrap_or(0)
    }
}
