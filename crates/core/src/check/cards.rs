//! What is wrong with card sets: lines that are not there, links that lead nowhere.

use super::finding::{Finding, Severity, Words};
use super::locate::Locator;
use super::nearest::nearest;
use super::texts::{is_empty, lang_name, says};
use super::{Context, unreadable};
use crate::bank::Bank;
use crate::card::CardSet;
use crate::json;
use crate::text::Lang;
use crate::{Id, Text};

/// How many lines a card may have: fewer are no help, and more are not read.
const LINES: std::ops::RangeInclusive<usize> = 3..=8;

/// The codes of findings about card sets.
pub const CARD_CODES: [&str; 6] =
    ["card-lines", "missing-translation", "unknown-theme", "unknown-question", "unknown-source", "unknown-article"];

/// Everything that is wrong with card sets, each given as its file's name and text.
pub fn check_cards(files: &[(String, String)], banks: &[Bank], context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, text) in files {
        match json::read::<CardSet>(text) {
            Err(failures) => findings.extend(unreadable(name, text, &failures)),
            Ok(set) => {
                let locator = Locator::new(name, text, Vec::new());
                let mut found = Found { locator, findings: &mut findings };
                lines(&set, context, &mut found);
                links(&set, banks, context, &mut found);
                sources(&set, context, &mut found);
            }
        }
    }
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    findings
}

/// Where findings about one set go.
struct Found<'a, 'b> {
    locator: Locator<'a>,
    findings: &'b mut Vec<Finding>,
}

impl Found<'_, '_> {
    fn note(&mut self, code: &'static str, pointer: String, message: Words, help: Words) {
        let at = self.locator.place(pointer);
        self.findings.push(Finding { code, severity: Severity::Error, question: None, at, message, help });
    }
}

fn lines(set: &CardSet, context: &Context, found: &mut Found<'_, '_>) {
    texts(&set.post, "/post", context, found);
    for (card, name) in set.cards().into_iter().zip(["risk", "operation", "emergency"]) {
        let (n, least, most) = (card.len(), LINES.start(), LINES.end());
        if !LINES.contains(&n) {
            found.note(
                "card-lines",
                format!("/{name}"),
                Words::new(format!("这张卡有 {n} 条"), format!("this card has {n} lines")),
                Words::new(format!("写 {least} 到 {most} 条"), format!("write {least} to {most} lines")),
            );
        }
        for (at, line) in card.iter().enumerate() {
            texts(line, &format!("/{name}/{at}"), context, found);
        }
    }
}

fn texts(text: &Text, pointer: &str, context: &Context, found: &mut Found<'_, '_>) {
    // A plain string is in the first language.
    let first = context.langs.first().copied().unwrap_or_default();
    let missing: Vec<&Lang> =
        context.langs.iter().filter(|lang| is_empty(text) || !says(text, **lang, first)).collect();
    for lang in missing {
        let Words { zh, en } = lang_name(*lang);
        let tag = lang.as_str();
        found.note(
            "missing-translation",
            pointer.to_owned(),
            Words::new(format!("这一条缺少{zh}"), format!("this line is missing in {en}")),
            Words::new(format!("补上 \"{tag}\": \"…\""), format!("add \"{tag}\": \"...\"")),
        );
    }
}

fn links(set: &CardSet, banks: &[Bank], context: &Context, found: &mut Found<'_, '_>) {
    let themes: Vec<&Id> = context.themes.value.themes.iter().map(|theme| &theme.id).collect();
    for (at, theme) in set.themes.iter().enumerate().filter(|(_, theme)| !themes.contains(theme)) {
        unknown("unknown-theme", format!("/themes/{at}"), theme, &themes, ("主题", "theme"), found);
    }
    let questions: Vec<&Id> = banks.iter().flat_map(|bank| &bank.questions).map(|question| &question.id).collect();
    for (at, id) in set.questions.iter().enumerate().filter(|(_, id)| !questions.contains(id)) {
        unknown("unknown-question", format!("/questions/{at}"), id, &questions, ("题目", "question"), found);
    }
}

fn sources(set: &CardSet, context: &Context, found: &mut Found<'_, '_>) {
    let register = &context.register.value;
    let known: Vec<&Id> = register.sources.iter().map(|entry| &entry.id).collect();
    for (at, source) in set.sources.iter().enumerate() {
        let Some(entry) = register.find(source) else {
            let id = source.id.clone().unwrap_or_default();
            unknown("unknown-source", format!("/sources/{at}"), &id, &known, ("来源", "source"), found);
            continue;
        };
        let Some(article) = source.article.as_ref().filter(|article| !entry.has_article(article)) else { continue };
        let (zh, en) = (entry.title.get("zh-CN"), entry.title.get("en"));
        found.note(
            "unknown-article",
            format!("/sources/{at}/article"),
            Words::new(format!("《{zh}》没有第 {article} 条"), format!("{en} has no article {article}")),
            Words::new("对照原文改正条号", "correct the number by the text"),
        );
    }
}

/// Notes an id that nothing goes by.
fn unknown(code: &'static str, pointer: String, id: &Id, known: &[&Id], what: (&str, &str), found: &mut Found<'_, '_>) {
    let help = match nearest(id.as_str(), known.iter().map(|known| known.as_str())) {
        Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Words::new("改成有的编号，或者删去这一项", "use an id that there is, or remove this entry"),
    };
    let message =
        Words::new(format!("没有编号是“{id}”的{}", what.0), format!("there is no {} with the id `{id}`", what.1));
    found.note(code, pointer, message, help);
}
