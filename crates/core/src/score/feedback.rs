//! Everything that is said about a question once it is answered.

use serde::Serialize;

use super::{Error, Outcome, mark_one};
use crate::bank::Pool;
use crate::date::Date;
use crate::paper::PaperQuestion;
use crate::{Answer, Attempt, Id};

/// What was right about a question and why, in one language.
#[derive(Debug, Serialize)]
pub struct Feedback<'a> {
    /// Which question.
    pub id: &'a Id,
    /// How it went.
    pub outcome: Outcome,
    /// What it earned, in millionths of a point.
    pub micropoints: u64,
    /// What it was worth.
    pub of: u64,
    /// What was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<&'a Answer>,
    /// The right answer.
    pub key: Answer,
    /// What is right or wrong about single choices, in the paper's order.
    pub whys: Vec<Why<'a>>,
    /// Why the right answer is right.
    pub explanation: &'a str,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<&'a str>,
    /// What it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Citation<'a>>,
}

/// What is right or wrong about one choice.
#[derive(Debug, Serialize)]
pub struct Why<'a> {
    /// The choice.
    pub id: &'a Id,
    /// Why.
    pub text: &'a str,
}

/// A source in words.
#[derive(Debug, Serialize)]
pub struct Citation<'a> {
    /// Its title.
    pub title: &'a str,
    /// The article, `59` or `291-2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<&'a str>,
    /// The day somebody read it.
    pub as_of: Date,
}

/// What to say about one question of an attempt.
///
/// # Errors
/// [`Error::NotFinished`] while the question may still be answered.
pub fn feedback<'a>(pool: &'a Pool, attempt: &'a Attempt, id: &Id, lang: &str) -> Result<Feedback<'a>, Error> {
    let questions = attempt.paper.questions(pool)?;
    let asked = questions.into_iter().find(|(asked, _)| asked.id == *id);
    let (asked, question) = asked.ok_or(Error::UnknownQuestion)?;
    if !attempt.is_open(id) {
        return Err(Error::NotFinished);
    }
    let answer = attempt.answers.get(id);
    let mark = mark_one(asked, question, answer, attempt.paper.rule);
    let rules = question.body.rules();
    let citation = question.source.as_ref().map(|source| Citation {
        title: source.title.as_ref().map_or_else(|| source.id.as_ref().map_or("", Id::as_str), |title| title.get(lang)),
        article: source.article.as_deref(),
        as_of: source.as_of,
    });
    Ok(Feedback {
        id: &question.id,
        outcome: mark.outcome,
        micropoints: mark.micropoints,
        of: asked.micropoints,
        answer,
        key: rules.key(lang),
        whys: whys(asked, &rules.items(), lang),
        explanation: question.explanation.as_ref().map_or("", |text| text.get(lang)),
        action: question.action.as_ref().map(|text| text.get(lang)),
        source: citation,
    })
}

fn whys<'a>(asked: &PaperQuestion, items: &[crate::bank::kind::Item<'a>], lang: &str) -> Vec<Why<'a>> {
    let why = |id: &Id| {
        let item = items.iter().find(|item| item.id == id)?;
        Some(Why { id: item.id, text: item.why?.get(lang) })
    };
    asked.items.iter().filter_map(why).collect()
}
