//! What is wrong with card sets: lines that are not there, links that lead nowhere.

use super::file_problems::FileProblems;
use super::finding::{Finding, Words};
use super::{Code, Context, unreadable};
use crate::Id;
use crate::bank::Bank;
use crate::card::CardSet;
use crate::json;

/// How many lines a card may have: fewer are no help, and more are not read.
const LINES: std::ops::RangeInclusive<usize> = 3..=8;

/// The codes of findings about card sets.
pub const CARD_CODES: [Code; 7] = [
    Code::CardLines,
    Code::MissingTranslation,
    Code::UnknownTheme,
    Code::UnknownQuestion,
    Code::UnknownSource,
    Code::UnknownArticle,
    Code::SupersededSource,
];

/// Everything that is wrong with card sets, each given as its file's name and text.
pub fn check_cards(files: &[(String, String)], banks: &[Bank], context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, text) in files {
        match json::read::<CardSet>(text) {
            Err(failures) => findings.extend(unreadable(name, text, &failures)),
            Ok(set) => {
                let mut problems = FileProblems::new(context);
                lines(&set, &mut problems);
                links(&set, banks, &mut problems);
                problems.sources(&set.sources, "/sources");
                findings.extend(problems.into_findings(name, text));
            }
        }
    }
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    findings
}

fn lines(set: &CardSet, problems: &mut FileProblems<'_>) {
    problems.text(&set.post, "/post");
    for (card, name) in set.cards().into_iter().zip(["risk", "operation", "emergency"]) {
        let (n, least, most) = (card.len(), LINES.start(), LINES.end());
        if !LINES.contains(&n) {
            problems.note(
                Code::CardLines,
                format!("/{name}"),
                Words::new(format!("这张卡有 {n} 条"), format!("this card has {n} lines")),
                Words::new(format!("写 {least} 到 {most} 条"), format!("write {least} to {most} lines")),
            );
        }
        for (at, line) in card.iter().enumerate() {
            problems.text(line, &format!("/{name}/{at}"));
        }
    }
}

fn links(set: &CardSet, banks: &[Bank], problems: &mut FileProblems<'_>) {
    for (at, theme) in set.themes.iter().enumerate() {
        problems.theme(theme, format!("/themes/{at}"));
    }
    let questions: Vec<&Id> = banks.iter().flat_map(|bank| &bank.questions).map(|question| &question.id).collect();
    for (at, id) in set.questions.iter().enumerate().filter(|(_, id)| !questions.contains(id)) {
        let pointer = format!("/questions/{at}");
        problems.unknown(Code::UnknownQuestion, pointer, id.as_str(), &questions, ("题目", "question"));
    }
}
