//! What is wrong with promises: words that do not fit their line, and nothing that they rest on.

use super::file_problems::FileProblems;
use super::finding::{Finding, Words};
use super::problem::{Sentence, Target};
use super::texts::{pointer_in, strings};
use super::{Code, Context, unreadable};
use crate::json;
use crate::pledge::{Pledges, Promise};
use crate::text::Lang;

/// The longest promise, in Chinese characters and in letters of any other language: it has one line on a certificate.
const LONGEST: (usize, usize) = (30, 90);

/// The codes of findings about promises.
pub const PLEDGE_CODES: [Code; 9] = [
    Code::DuplicateId,
    Code::MissingTranslation,
    Code::HardToRead,
    Code::UnknownTheme,
    Code::NoSource,
    Code::UnknownSource,
    Code::UnknownArticle,
    Code::SupersededSource,
    Code::NoPromise,
];

/// Everything that is wrong with a file of promises, given as its name and text.
pub fn check_pledges(name: &str, text: &str, context: &Context) -> Vec<Finding> {
    let pledges: Pledges = match json::read(text) {
        Err(failures) => return unreadable(name, text, &failures).collect(),
        Ok(pledges) => pledges,
    };
    let mut problems = FileProblems::new(context);
    for (at, promise) in pledges.promises.iter().enumerate() {
        let pointer = format!("/promises/{at}");
        twice(&pledges, at, promise, &mut problems);
        problems.theme(&promise.theme, format!("{pointer}/theme"));
        problems.text(&promise.text, &format!("{pointer}/text"));
        length(promise, &format!("{pointer}/text"), &mut problems);
        if promise.sources.is_empty() {
            problems.note(
                Code::NoSource,
                format!("{pointer}/sources"),
                Words::new("没有来源", "there is no source"),
                Words::new("写上这条承诺依据什么", "add what this promise rests on"),
            );
        }
        problems.sources(&promise.sources, &format!("{pointer}/sources"));
    }
    themes(&pledges, &mut problems);
    let mut findings: Vec<Finding> = problems.into_findings(name, text).collect();
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    findings
}

fn twice(pledges: &Pledges, at: usize, promise: &Promise, problems: &mut FileProblems<'_>) {
    let first = pledges.promises.iter().position(|other| other.id == promise.id);
    let Some(first) = first.filter(|first| *first < at) else { return };
    let id = &promise.id;
    let words = Words::new(format!("编号“{id}”已经用过"), format!("the id `{id}` is taken already"));
    problems.note(
        Code::DuplicateId,
        format!("/promises/{at}/id"),
        Sentence::PointingTo { words, other: Target::Promise(first) },
        Words::new("给这条承诺换一个没有用过的编号", "give this promise an id that no other has"),
    );
}

fn length(promise: &Promise, pointer: &str, problems: &mut FileProblems<'_>) {
    for (lang, text) in strings(&promise.text, problems.first_lang()) {
        let (length, most) = (text.chars().count(), longest(lang));
        if length > most {
            problems.warn(
                Code::HardToRead,
                pointer_in(pointer, &promise.text, lang),
                Words::new(
                    format!("承诺有 {length} 个字，一行放不下"),
                    format!("the promise has {length} characters, too many for a line"),
                ),
                Words::new(format!("缩短到 {most} 个字以内"), format!("keep it within {most} characters")),
            );
        }
    }
}

fn longest(lang: Lang) -> usize {
    if lang.as_str().starts_with("zh") { LONGEST.0 } else { LONGEST.1 }
}

/// Notes the themes of the page that have nothing to promise.
fn themes(pledges: &Pledges, problems: &mut FileProblems<'_>) {
    let themes = &problems.context.themes.value;
    let shown = themes.set(&problems.context.set).into_iter().flat_map(|set| &set.themes);
    for theme in shown.filter(|theme| !pledges.promises.iter().any(|promise| promise.theme == **theme)) {
        problems.note(
            Code::NoPromise,
            "/promises".to_owned(),
            Words::new(format!("主题“{theme}”没有承诺"), format!("the theme `{theme}` has no promise")),
            Words::new("给它至少写一条", "write at least one for it"),
        );
    }
}
