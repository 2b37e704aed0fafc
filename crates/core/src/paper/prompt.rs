//! A question of a paper in the words of one language.

use serde::Serialize;

use super::{BankChanged, Paper};
use crate::Id;
use crate::bank::kind::{Body, Item, Kind};
use crate::bank::{Difficulty, Pool, Question};

/// A question as a resident sees it: one language, the paper's order, no key.
#[derive(Debug, Serialize)]
pub struct Prompt<'a> {
    /// Which question.
    pub id: &'a Id,
    /// Of which kind.
    pub kind: Kind,
    /// The themes it belongs to.
    pub themes: &'a [Id],
    /// What it is about.
    pub topic: &'a Id,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// What it is worth, in millionths of a point.
    pub micropoints: u64,
    /// The question in words.
    pub stem: &'a str,
    /// Its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Picture<'a>>,
    /// Choices, steps, left sides or areas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Part<'a>>,
    /// Right sides of a `match`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Part<'a>>,
    /// Where the items of a `spot` question are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Place<'a>>,
    /// How many gaps the stem of a `blank` question has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blanks: Option<usize>,
    /// What the answer to a `number` question counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'a str>,
}

/// Something to choose, to move or to join.
#[derive(Debug, Serialize)]
pub struct Part<'a> {
    /// What answers name it by.
    pub id: &'a Id,
    /// What it says.
    pub text: &'a str,
}

/// Where an area is, in thousandths of the picture.
#[derive(Debug, Serialize)]
pub struct Place<'a> {
    /// What answers name it by.
    pub id: &'a Id,
    /// What is there.
    pub text: &'a str,
    /// Left edge.
    pub x: u16,
    /// Upper edge.
    pub y: u16,
    /// How wide.
    pub width: u16,
    /// How high.
    pub height: u16,
}

/// A picture and its words.
#[derive(Debug, Serialize)]
pub struct Picture<'a> {
    /// Path inside the question folder.
    pub file: &'a str,
    /// What it shows.
    pub alt: &'a str,
}

/// The question at `index` of a paper; `None` past its end.
///
/// # Errors
/// [`BankChanged`] where the pool no longer has the question as it was.
pub fn prompt<'a>(
    pool: &'a Pool,
    paper: &'a Paper,
    index: usize,
    lang: &str,
) -> Result<Option<Prompt<'a>>, BankChanged> {
    let questions = paper.questions(pool)?;
    let Some((asked, question)) = questions.get(index).copied() else {
        return Ok(None);
    };
    let rules = question.body.rules();
    Ok(Some(Prompt {
        id: &question.id,
        kind: question.body.kind(),
        themes: question.themes.as_slice(),
        topic: &question.topic,
        difficulty: question.difficulty,
        micropoints: asked.micropoints,
        stem: question.stem.get(lang),
        media: question.media.as_ref().map(|media| Picture { file: &media.file, alt: media.alt.get(lang) }),
        items: in_order(&rules.items(), &asked.items, lang),
        targets: in_order(&rules.targets(), &asked.targets, lang),
        areas: areas(question, lang),
        blanks: if let Body::Blank(body) = &question.body { Some(body.blanks.len()) } else { None },
        unit: if let Body::Number(body) = &question.body {
            body.key.unit.as_ref().map(|unit| unit.get(lang))
        } else {
            None
        },
    }))
}

fn in_order<'a>(items: &[Item<'a>], order: &[Id], lang: &str) -> Vec<Part<'a>> {
    let part =
        |id: &Id| items.iter().find(|item| item.id == id).map(|item| Part { id: item.id, text: item.text.get(lang) });
    order.iter().filter_map(part).collect()
}

fn areas<'a>(question: &'a Question, lang: &str) -> Vec<Place<'a>> {
    let Body::Spot(body) = &question.body else {
        return Vec::new();
    };
    let place = |area: &'a crate::bank::kind::Area| Place {
        id: &area.id,
        text: area.label.get(lang),
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    };
    body.areas.iter().map(place).collect()
}
