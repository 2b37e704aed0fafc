//! A finished attempt, marked.

use serde::Serialize;

use super::{Error, Outcome, Rule, mark_one};
use crate::bank::{Difficulty, Pool};
use crate::{Attempt, Id};

/// What a resident is told at the end.
#[derive(Debug, Serialize)]
pub struct ScoreReport<'a> {
    /// The preset of the paper.
    pub preset: &'a Id,
    /// How answers became points.
    pub rule: Rule,
    /// The same in one line.
    pub rule_text: &'static str,
    /// What was earned, in millionths of a point.
    pub micropoints: u64,
    /// What could be earned.
    pub of: u64,
    /// Whole percent, rounded down: what has not passed never looks as if it had.
    pub percent: u64,
    /// The percentage that passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass_percent: Option<u8>,
    /// Whether it was reached, exactly or more; `None` where nothing is to be passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed: Option<bool>,
    /// Questions that are wholly right.
    pub right: usize,
    /// Questions in all.
    pub questions: usize,
    /// Milliseconds from start to finish.
    pub used: u64,
    /// A line a question, in the paper's order.
    pub marks: Vec<MarkLine<'a>>,
    /// By theme; a question of two themes counts in both.
    pub by_theme: Vec<Share<'a>>,
    /// By topic.
    pub by_topic: Vec<Share<'a>>,
    /// By difficulty.
    pub by_difficulty: Vec<Share<'a>>,
}

/// How one question went.
#[derive(Debug, Serialize)]
pub struct MarkLine<'a> {
    /// Which question.
    pub id: &'a Id,
    /// How it went.
    pub outcome: Outcome,
    /// What it earned, in millionths of a point.
    pub micropoints: u64,
    /// What it was worth.
    pub of: u64,
    /// The themes it belongs to.
    pub themes: &'a [Id],
    /// What it is about.
    pub topic: &'a Id,
    /// How hard it is.
    pub difficulty: Difficulty,
}

/// One bar of a breakdown.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Share<'a> {
    /// A theme id, a topic, or a difficulty as a digit.
    pub key: &'a str,
    /// Questions that are wholly right.
    pub right: usize,
    /// Questions in all.
    pub questions: usize,
    /// What was earned, in millionths of a point.
    pub micropoints: u64,
    /// What could be earned.
    pub of: u64,
}

/// Marks a finished attempt.
///
/// # Errors
/// [`Error::BankChanged`] rather than a wrong mark, [`Error::NotFinished`] rather than an early one.
pub fn mark<'a>(pool: &'a Pool, attempt: &'a Attempt, lang: &str) -> Result<ScoreReport<'a>, Error> {
    let paper = &attempt.paper;
    let questions = paper.questions(pool)?;
    let finished = attempt.finished.ok_or(Error::NotFinished)?;
    let line = |(asked, question): (&'a crate::paper::PaperQuestion, &'a crate::bank::Question)| {
        let mark = mark_one(asked, question, attempt.answers.get(&asked.id), paper.rule);
        MarkLine {
            id: &question.id,
            outcome: mark.outcome,
            micropoints: mark.micropoints,
            of: asked.micropoints,
            themes: question.themes.as_slice(),
            topic: &question.topic,
            difficulty: question.difficulty,
        }
    };
    let marks: Vec<MarkLine<'a>> = questions.into_iter().map(line).collect();
    let micropoints: u64 = marks.iter().map(|mark| mark.micropoints).sum();
    let of = paper.micropoints();
    Ok(ScoreReport {
        preset: &paper.preset,
        rule: paper.rule,
        rule_text: paper.rule.text(lang),
        micropoints,
        of,
        percent: (micropoints * 100).checked_div(of).unwrap_or(0),
        pass_percent: paper.pass_percent,
        passed: paper.pass_percent.map(|percent| micropoints * 100 >= of * u64::from(percent)),
        right: marks.iter().filter(|mark| mark.outcome == Outcome::Right).count(),
        questions: marks.len(),
        used: finished.saturating_sub(attempt.started),
        by_theme: shares(&marks, &|mark| mark.themes.iter().map(Id::as_str).collect()),
        by_topic: shares(&marks, &|mark| vec![mark.topic.as_str()]),
        by_difficulty: shares(&marks, &|mark| vec![digit(mark.difficulty)]),
        marks,
    })
}

fn digit(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Easy => "1",
        Difficulty::Middling => "2",
        Difficulty::Hard => "3",
    }
}

fn shares<'a>(marks: &[MarkLine<'a>], keys: &dyn Fn(&MarkLine<'a>) -> Vec<&'a str>) -> Vec<Share<'a>> {
    let mut shares: Vec<Share<'a>> = Vec::new();
    for mark in marks {
        for key in keys(mark) {
            let at = shares.binary_search_by(|share| share.key.cmp(key)).unwrap_or_else(|at| {
                shares.insert(at, Share { key, right: 0, questions: 0, micropoints: 0, of: 0 });
                at
            });
            let share = &mut shares[at];
            share.right += usize::from(mark.outcome == Outcome::Right);
            share.questions += 1;
            share.micropoints += mark.micropoints;
            share.of += mark.of;
        }
    }
    shares
}
