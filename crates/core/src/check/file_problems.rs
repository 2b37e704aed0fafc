//! What card sets and promises have in common: words in every language, themes and sources that there are.

use super::finding::{Finding, Severity, Words, brief};
use super::lints::superseded_source::replaced;
use super::locate::Locator;
use super::nearest::nearest;
use super::problem::{Problem, Sentence, Target};
use super::texts::{is_empty, lang_name, says};
use super::{Code, Context};
use crate::source::{Registered, Source};
use crate::text::Lang;
use crate::{Id, Text};

/// What is wrong with one file that stands beside banks.
pub(super) struct FileProblems<'a> {
    pub(super) context: &'a Context,
    problems: Vec<Problem>,
}

impl<'a> FileProblems<'a> {
    pub(super) fn new(context: &'a Context) -> Self {
        Self { context, problems: Vec::new() }
    }

    pub(super) fn note(&mut self, code: Code, pointer: String, message: impl Into<Sentence>, help: Words) {
        self.push(code, Severity::Error, pointer, message.into(), help);
    }

    pub(super) fn warn(&mut self, code: Code, pointer: String, message: Words, help: Words) {
        self.push(code, Severity::Warning, pointer, message.into(), help);
    }

    fn push(&mut self, code: Code, severity: Severity, pointer: String, message: Sentence, help: Words) {
        self.problems.push(Problem { code, severity, target: Target::File, pointer, message, help });
    }

    /// The problems at their places in the file, which goes by this name and says this.
    pub(super) fn into_findings(self, name: &'a str, text: &'a str) -> impl Iterator<Item = Finding> + 'a {
        let places = Locator::new(name, text, Vec::new());
        self.problems.into_iter().map(move |problem| problem.into_finding(None, &places))
    }

    /// The language of a plain string: outside banks, the first one of the page.
    pub(super) fn first_lang(&self) -> Lang {
        self.context.langs.first().copied().unwrap_or_default()
    }

    /// Notes every language of the page that a text lacks.
    pub(super) fn text(&mut self, text: &Text, pointer: &str) {
        let (context, first) = (self.context, self.first_lang());
        for lang in context.langs.iter().filter(|lang| is_empty(text) || !says(text, **lang, first)) {
            let Words { zh, en } = lang_name(*lang);
            let tag = lang.as_str();
            self.note(
                Code::MissingTranslation,
                pointer.to_owned(),
                Words::new(format!("这一条缺少{zh}"), format!("this line is missing in {en}")),
                Words::new(format!("补上 \"{tag}\": \"…\""), format!("add \"{tag}\": \"...\"")),
            );
        }
    }

    /// Notes a theme that is not in the list of themes.
    pub(super) fn theme(&mut self, theme: &Id, pointer: String) {
        let themes = &self.context.themes.value;
        if themes.theme(theme).is_none() {
            let known: Vec<&Id> = themes.themes.iter().map(|theme| &theme.id).collect();
            self.unknown(Code::UnknownTheme, pointer, theme.as_str(), &known, ("主题", "theme"));
        }
    }

    /// Notes sources that are not in the register, articles that they do not have, and those that no longer hold.
    pub(super) fn sources(&mut self, sources: &[Source], pointer: &str) {
        let register = &self.context.register.value;
        for (at, source) in sources.iter().enumerate() {
            let pointer = format!("{pointer}/{at}");
            if let Some(entry) = register.find(source) {
                self.article(source, entry, format!("{pointer}/article"));
                self.replaced(entry, pointer);
            } else {
                let known: Vec<&Id> = register.sources.iter().map(|entry| &entry.id).collect();
                let title = source.title.as_ref().map_or("", |title| title.get("zh-CN"));
                let name = source.id.as_ref().map_or_else(|| brief(title), |id| id.as_str().into());
                self.unknown(Code::UnknownSource, pointer, &name, &known, ("来源", "source"));
            }
        }
    }

    fn article(&mut self, source: &Source, entry: &Registered, pointer: String) {
        let Some(article) = source.article.as_ref().filter(|article| !entry.has_article(article)) else { return };
        let (zh, en) = (entry.title.get("zh-CN"), entry.title.get("en"));
        self.note(
            Code::UnknownArticle,
            pointer,
            Words::new(format!("《{zh}》没有第 {article} 条"), format!("{en} has no article {article}")),
            Words::new("对照原文改正条号", "correct the number by the text"),
        );
    }

    fn replaced(&mut self, entry: &Registered, pointer: String) {
        let Some((message, successor)) = replaced(entry, self.context) else { return };
        let help = Words::new(
            format!("对照新的来源核对，再把 id 改成 {successor}，article 也改成新的条号"),
            format!("check the words against the new source, then cite `{successor}` and its article"),
        );
        self.note(Code::SupersededSource, pointer, message, help);
    }

    /// Notes an id that nothing goes by.
    pub(super) fn unknown(&mut self, code: Code, pointer: String, id: &str, known: &[&Id], (zh, en): (&str, &str)) {
        let help = match nearest(id, known.iter().map(|known| known.as_str())) {
            Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean `{near}`?")),
            None => Words::new("改成有的编号，或者删去这一项", "use an id that there is, or remove this entry"),
        };
        let message = Words::new(format!("没有编号是“{id}”的{zh}"), format!("there is no {en} with the id `{id}`"));
        self.note(code, pointer, message, help);
    }
}
