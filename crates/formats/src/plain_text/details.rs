//! What is said of a question beside its answer: explanation, difficulty, theme, source.

use crate::diagnostics::Code;
use sixinto_core::bank::{Difficulty, QuestionFields};
use sixinto_core::date::Date;
use sixinto_core::source::Source;
use sixinto_core::{Id, Text};

use crate::builders::plain;
use crate::plain_text::context::Context;
use crate::plain_text::diagnostics;
use crate::plain_text::doc::Slice;
use crate::plain_text::label::Label;
use crate::text::spellings;

/// Fills in what the block says; what is not understood is warned of.
pub(crate) fn fill(context: &mut Context<'_, '_>, question: &mut QuestionFields) {
    let block = context.block;
    for (label, value) in &block.fields {
        let text = context.doc.join(value);
        let at = value.first().copied().unwrap_or(context.at());
        if text.is_empty() {
            continue;
        }
        match label {
            Label::Explanation => add(&mut question.explanation, &text),
            Label::Action => add(&mut question.action, &text),
            Label::Difficulty => difficulty(context, question, &text, at),
            Label::Theme => themes(context, question, &text, at),
            Label::Topic => match context.reading.topics.id(&text) {
                Some(id) => question.topic = id.clone(),
                None => context.warn(
                    at,
                    diagnostics::not_known(
                        Code::Check(sixinto_core::check::Code::UnknownTopic),
                        "知识点",
                        "topic",
                        &text,
                    ),
                ),
            },
            Label::Source => source(context, question, &text, at),
            Label::Id => id(context, question, &text, at),
            Label::ReviewBy => match text.parse::<Date>() {
                Ok(date) => question.review_by = Some(date),
                Err(_) => context.warn(at, diagnostics::not_known(Code::UnknownDate, "日期", "date", &text)),
            },
            Label::Points => {
                let finding = context.finding(crate::Finding::note, at, diagnostics::points_not_kept());
                context.findings.push(finding);
            }
            Label::Answer | Label::Kind | Label::Unit | Label::Tolerance => {}
        }
    }
}

fn add(text: &mut Option<Text>, more: &str) {
    *text = Some(match text.as_ref().and_then(|text| text.all().next()) {
        Some(before) => plain(format!("{before}\n{more}")),
        None => plain(more),
    });
}

fn difficulty(context: &mut Context<'_, '_>, question: &mut QuestionFields, text: &str, at: Slice) {
    let stars = text.chars().filter(|letter| *letter == '★').count();
    let stated = match stars {
        1 => Some(Difficulty::Easy),
        2 => Some(Difficulty::Middling),
        3 => Some(Difficulty::Hard),
        _ => spellings::difficulty(text),
    };
    match stated {
        Some(stated) => question.difficulty = stated,
        None => context.warn(at, diagnostics::not_known(Code::UnknownDifficulty, "难度", "difficulty", text)),
    }
}

fn themes(context: &mut Context<'_, '_>, question: &mut QuestionFields, text: &str, at: Slice) {
    if let Some(id) = context.reading.themes.id(text) {
        question.themes.insert(id.clone());
        return;
    }
    for name in text.split(['、', '，', ',', ';', '；', '/', '|']).map(str::trim).filter(|name| !name.is_empty()) {
        match context.reading.themes.id(name) {
            Some(id) => {
                question.themes.insert(id.clone());
            }
            None => context.warn(
                at,
                diagnostics::not_known(Code::Check(sixinto_core::check::Code::UnknownTheme), "主题", "theme", name),
            ),
        }
    }
}

/// A number is a place in a list, not a name that lasts.
fn id(context: &mut Context<'_, '_>, question: &mut QuestionFields, text: &str, at: Slice) {
    let id = text.parse::<Id>().ok().filter(|_| text.chars().any(|letter| letter.is_ascii_alphabetic()));
    match id {
        Some(id) => question.id = id,
        None => context.warn(at, diagnostics::not_known(Code::UnknownId, "编号", "id", text)),
    }
}

/// `title，第 28 条，2026-11-23`; without a day it cannot be a source, since nobody can tell which version was read.
fn source(context: &mut Context<'_, '_>, question: &mut QuestionFields, text: &str, at: Slice) {
    let is_around = |sign: char| sign.is_whitespace() || "，,；;（）()".contains(sign);
    let text = text.trim_matches(is_around);
    let split = text.len().checked_sub("2026-11-23".len()).filter(|at| text.is_char_boundary(*at));
    let (rest, date) = split.map_or((text, ""), |at| text.split_at(at));
    let Ok(as_of) = date.parse::<Date>() else {
        add(&mut question.explanation, &format!("依据：{text}"));
        return context.warn(at, diagnostics::source_without_date());
    };
    let rest = rest.trim_end_matches(is_around);
    let (name, article) = match rest.rfind('第').map(|at| rest.split_at(at)) {
        Some((name, article)) => match article.trim_start_matches('第').strip_suffix('条') {
            Some(article) => (name.trim_end_matches(is_around), Some(article.trim().into())),
            None => (rest, None),
        },
        None => (rest, None),
    };
    let id = name.parse::<Id>().ok();
    let title = (id.is_none() && !name.is_empty()).then(|| plain(name));
    question.source = Some(Source { id, title, article, as_of });
}
