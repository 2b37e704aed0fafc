//! The answers of many people, read for analysis.
//!
//! Two shapes of table are read, both found by their header and not by its place:
//!
//! - one row a person: a column a question, named by its number (`1`, `第1题`, `Q1`), its id or its stem; and columns
//!   for the person, the group and the version of the paper, where there are such;
//! - one row an answer: person, question, answer or points.
//!
//! A cell holds letters (`ABD`), texts (`灭火器┋灭火毯`), signs (√ ×) or points. Letters are those of the version in the
//! file that `sixinto paper` wrote, or else those of the bank. Where neither knows a question, a row named 标准答案 or
//! `key` has the right answers, and a row named 满分 or `worth` what they are worth; without a key, cells are points,
//! and a question of which nobody says what it is worth is worth the most that anybody got for it.
//! A cell that is empty is a question that was asked and not answered, which earns nothing; in one row an answer, a
//! question that has no row was not asked, unless a paper says that it was.
//!
//! Attempts are read as the page exports them and as `sixinto quiz --save` stores them: one file a person; and as xAPI
//! statements, one a line, of as many people as there are: these bring their points with them.
//!
//! Only the first try of a person is counted, since later ones are about what was learnt from it; a row of the same
//! person in the same group is left out with a note, and everybody is counted who has no name. A bad cell counts
//! as not answered, with an error at the cell.

mod answer;
mod attempts;
mod columns;
mod diagnostics;
mod grid;
mod mark;
mod model;
mod sheet;
mod statements;

use sixinto_core::Pool;
use sixinto_core::analysis::{Item, Marks, Response};
use sixinto_core::paper::PaperSet;
use sixinto_core::score::Rule;

use crate::Input;
use crate::detect::of_other_program;
use crate::diagnostics::Finding;

/// What answers are held against.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The questions.
    pub pool: Option<&'a Pool>,
    /// The versions of a printed paper.
    pub set: Option<&'a PaperSet>,
    /// How answers become points where no paper says it.
    pub rule: Rule,
    /// Which tries of a person count.
    pub tries: Tries,
    /// The language of texts.
    pub lang: &'a str,
}

/// Which tries of a person count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tries {
    /// The first one.
    First,
    /// Every one, as if different people had taken them.
    All,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Responses {
    /// Who was asked what, and what it earned.
    pub marks: Marks,
    /// What each question is called, in the order of the items.
    pub labels: Vec<Label>,
    /// The group of each person.
    pub groups: Vec<Option<String>>,
    /// What is wrong, and what was done about it.
    pub findings: Vec<Finding>,
    /// How many people the files have.
    pub n_read: usize,
}

/// What a question is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Its id, or what the header calls it.
    pub name: String,
    /// Its stem; empty where nobody knows it.
    pub stem: String,
    /// What its choices say, in the order of [`Item::choices`].
    pub choices: Vec<String>,
}

/// Somebody's try, before all are put side by side.
#[derive(Debug, Default)]
struct Sitting {
    group: Option<String>,
    responses: Vec<(Label, Item, Option<Response>)>,
}

/// Reads files of any of these kinds, together.
///
/// # Errors
/// A file that is none of them, or a table whose header nobody understands.
pub fn read(inputs: &[Input<'_>], asked: &Asked<'_>) -> Result<Responses, Box<Finding>> {
    let mut responses = Responses::default();
    let mut sittings = Vec::new();
    let mut attempts = attempts::Seen::default();
    let mut statements = statements::Seen::default();
    for input in inputs {
        if let Some(finding) = of_other_program(input) {
            return Err(Box::new(finding));
        }
        if statements::recognises(input) {
            statements.read(input, asked, &mut sittings, &mut responses)?;
        } else if attempts::recognises(input) {
            attempts.read(input, asked, &mut sittings, &mut responses)?;
        } else {
            read_workbook(&grid::open(input)?, asked, &mut sittings, &mut responses)?;
        }
    }
    if let Some(first) = asked.set.and_then(|set| set.versions.first()) {
        // Everybody's questions in the order of the first version, whichever they had.
        let place = |name: &str| first.paper.questions.iter().position(|question| question.id.as_str() == name);
        for sitting in &mut sittings {
            sitting.responses.sort_by_key(|(label, ..)| place(&label.name));
        }
    }
    side_by_side(sittings, &mut responses);
    Ok(responses)
}

/// Reads every sheet that has answers. One that has none, such as a page of notes, is told of and passed over, as long as
/// another has some.
fn read_workbook(
    grids: &[grid::Grid],
    asked: &Asked<'_>,
    sittings: &mut Vec<Sitting>,
    responses: &mut Responses,
) -> Result<(), Box<Finding>> {
    let mut without = Vec::new();
    for grid in grids {
        if let Err(finding) = sheet::read(grid, asked, sittings, responses) {
            without.push(finding);
        }
    }
    if without.len() == grids.len()
        && let Some(first) = without.pop()
    {
        return Err(first);
    }
    responses.findings.extend(without.into_iter().map(|finding| diagnostics::sheet_ignored(finding.at)));
    Ok(())
}

/// Puts everybody's responses under the same items. An item that is worth more in one paper than in another counts what
/// it is worth in the first.
fn side_by_side(sittings: Vec<Sitting>, responses: &mut Responses) {
    let mut places = std::collections::BTreeMap::new();
    for sitting in &sittings {
        for (label, item, _) in &sitting.responses {
            places.entry(label.name.clone()).or_insert_with(|| {
                responses.labels.push(label.clone());
                responses.marks.items.push(item.clone());
                responses.labels.len() - 1
            });
        }
    }
    for sitting in sittings {
        let mut row = vec![None; responses.labels.len()];
        for (label, item, response) in sitting.responses {
            let Some(at) = places.get(&label.name).copied() else { continue };
            let (own, worth) = (item.of.max(1), responses.marks.items[at].of);
            row[at] =
                response.map(|response| Response { micropoints: scaled(response.micropoints, worth, own), ..response });
        }
        responses.marks.people.push(row);
        responses.groups.push(sitting.group);
    }
}

fn scaled(micropoints: u64, worth: u64, own: u64) -> u64 {
    let scaled = u128::from(micropoints) * u128::from(worth) / u128::from(own);
    u64::try_from(scaled).unwrap_or(u64::MAX)
}
