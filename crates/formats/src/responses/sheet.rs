//! A table of answers as people with cells.

use std::collections::{BTreeMap, BTreeSet};

use sixinto_core::check::fold;

use crate::diagnostics::{Finding, Place};
use crate::responses::columns::{self, Reference, Role};
use crate::responses::grid::{Grid, Row};
use crate::responses::mark::Marking;
use crate::responses::model::{Filled, Sitter};
use crate::responses::{Asked, Responses, Sitting, Tries, diagnostics};

/// The header is looked for in so many rows.
const HEADER_WITHIN: usize = 20;

/// Reads a sheet into sittings.
pub(super) fn read(
    grid: &Grid,
    asked: &Asked<'_>,
    sittings: &mut Vec<Sitting>,
    responses: &mut Responses,
) -> Result<(), Box<Finding>> {
    if grid.rows.is_empty() {
        return Ok(());
    }
    let (header, roles) = header(grid, asked).ok_or_else(|| diagnostics::no_header(grid.whole()))?;
    let mut table = Table { grid, header, roles, asked };
    table.settle(&mut responses.findings);
    let mut sitters = if table.is_long() { table.long() } else { table.wide() };
    let marking = Marking::new(asked, &mut sitters, table.row_named(KEYS), table.row_named(WORTHS));
    let mut seen = BTreeSet::new();
    for sitter in sitters.iter().filter(|sitter| !sitter.cells.is_empty()) {
        responses.n_read += 1;
        let is_again = !sitter.name.is_empty() && !seen.insert((sitter.group.as_deref().map(fold), fold(&sitter.name)));
        if is_again && asked.tries == Tries::First {
            let at = sitter.row.clone().unwrap_or_else(|| grid.whole());
            responses.findings.push(diagnostics::repeated_person(at, &sitter.name));
        } else if let Some(sitting) = marking.mark(sitter, &mut responses.findings) {
            sittings.push(sitting);
        }
    }
    marking.complain(&mut responses.findings);
    Ok(())
}

const KEYS: &[&str] = &["标准答案", "正确答案", "参考答案", "答案", "key", "answerkey", "correctanswer"];
const WORTHS: &[&str] = &["满分", "分值", "worth", "max", "fullmarks", "points"];

/// The first row that names people or questions, and what its columns are.
fn header(grid: &Grid, asked: &Asked<'_>) -> Option<(usize, Vec<Option<Role>>)> {
    let rows = grid.rows.iter().take(HEADER_WITHIN).enumerate();
    let roles = |row: &Row| -> Vec<Option<Role>> { row.cells.iter().map(|cell| role(cell, asked)).collect() };
    rows.map(|(at, row)| (at, roles(row))).find(|(_, roles)| {
        let n_known = roles.iter().flatten().count();
        let n_filled = roles.len();
        n_known >= 2 || (n_known == 1 && n_filled >= 2 && roles.contains(&Some(Role::Person)))
    })
}

fn role(header: &str, asked: &Asked<'_>) -> Option<Role> {
    if header.trim().is_empty() {
        return None;
    }
    columns::named(header).or_else(|| match columns::reference(header, asked) {
        Reference::Header(_) if columns::number(header).is_none() => None,
        reference => Some(Role::Of(reference)),
    })
}

/// A sheet whose columns are known.
struct Table<'a> {
    grid: &'a Grid,
    header: usize,
    roles: Vec<Option<Role>>,
    asked: &'a Asked<'a>,
}

impl Table<'_> {
    /// Takes columns that nobody knows for questions where no other column is one, and tells of them where others are.
    fn settle(&mut self, findings: &mut Vec<Finding>) {
        let has_questions = self.is_long() || self.roles.iter().any(|role| matches!(role, Some(Role::Of(_))));
        let Some(row) = self.grid.rows.get(self.header) else { return };
        for (column, role) in self.roles.iter_mut().enumerate().filter(|(_, role)| role.is_none()) {
            let header = row.cell(column);
            if header.is_empty() {
                continue;
            }
            if has_questions {
                let at = self.grid.place(row).cell(column_number(column), Some(header));
                findings.push(diagnostics::column_ignored(at, header));
            } else {
                *role = Some(Role::Of(Reference::Header(header.to_owned())));
            }
        }
    }

    fn is_long(&self) -> bool {
        self.column(&Role::Question).is_some()
            && (self.column(&Role::Answer).is_some() || self.column(&Role::Points).is_some())
    }

    fn column(&self, role: &Role) -> Option<usize> {
        self.roles.iter().position(|own| own.as_ref() == Some(role))
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.grid.rows.iter().skip(self.header + 1)
    }

    fn text<'b>(&self, row: &'b Row, role: &Role) -> &'b str {
        self.column(role).map_or("", |column| row.cell(column))
    }

    fn sitter(&self, row: &Row) -> Sitter {
        let group = Some(self.text(row, &Role::Group).to_owned()).filter(|group| !group.is_empty());
        let place = self.grid.place(row);
        let at = self.column(&Role::Version).map_or_else(|| place.clone(), |column| self.cell_place(row, column));
        Sitter {
            name: self.text(row, &Role::Person).to_owned(),
            group,
            version: self.text(row, &Role::Version).to_owned(),
            row: Some(place),
            at: Some(at),
            cells: Vec::new(),
        }
    }

    fn cell_place(&self, row: &Row, column: usize) -> Place {
        let header = self.grid.rows.get(self.header).map(|header| header.cell(column));
        self.grid.place(row).cell(column_number(column), header.filter(|header| !header.is_empty()))
    }

    fn filled(&self, row: &Row, column: usize, question: &Reference, is_points: bool) -> Filled {
        Filled {
            question: question.clone(),
            text: row.cell(column).to_owned(),
            is_points,
            at: self.cell_place(row, column),
            quote: row.quote(column),
        }
    }

    /// One row a person.
    fn wide(&self) -> Vec<Sitter> {
        let is_special = |row: &Row| is_named(self.first(row), KEYS) || is_named(self.first(row), WORTHS);
        let is_empty = |row: &Row| row.cells.iter().all(|cell| cell.trim().is_empty());
        let rows = self.rows().filter(|row| !is_special(row) && !is_empty(row));
        rows.map(|row| Sitter { cells: self.answers(row), ..self.sitter(row) }).collect()
    }

    fn answers(&self, row: &Row) -> Vec<Filled> {
        let columns = self.roles.iter().enumerate().filter_map(|(column, role)| match role {
            Some(Role::Of(question)) => Some((column, question)),
            _ => None,
        });
        columns.map(|(column, question)| self.filled(row, column, question, false)).collect()
    }

    /// One row an answer: the rows of a person, wherever they stand.
    fn long(&self) -> Vec<Sitter> {
        let mut places: BTreeMap<(String, Option<String>, String), usize> = BTreeMap::new();
        let mut sitters: Vec<Sitter> = Vec::new();
        // Looking for a stem goes through the bank, which must not happen once a row.
        let mut known: BTreeMap<&str, Reference> = BTreeMap::new();
        for row in self.rows() {
            let asked = self.text(row, &Role::Question);
            if asked.is_empty() {
                continue;
            }
            let own = self.sitter(row);
            let who = (fold(&own.name), own.group.as_deref().map(fold), fold(&own.version));
            let at = *places.entry(who).or_insert_with(|| {
                sitters.push(own);
                sitters.len() - 1
            });
            let question = known.entry(asked).or_insert_with(|| columns::reference(asked, self.asked)).clone();
            let answer = self.column(&Role::Answer).filter(|column| !row.cell(*column).is_empty());
            let points = self.column(&Role::Points).filter(|column| !row.cell(*column).is_empty());
            // Points say more than an answer does: somebody has marked it.
            let column = points.or(answer).or(self.column(&Role::Answer)).unwrap_or_default();
            sitters[at].cells.push(self.filled(row, column, &question, points.is_some()));
        }
        sitters
    }

    /// The cells of the row of that name, in a table with one row a person.
    fn row_named(&self, names: &[&str]) -> Vec<Filled> {
        let row = self.rows().find(|row| !self.is_long() && is_named(self.first(row), names));
        row.map(|row| self.answers(row)).unwrap_or_default()
    }

    /// What a row is named by: the person, or else its first cell.
    fn first<'b>(&self, row: &'b Row) -> &'b str {
        row.cell(self.column(&Role::Person).unwrap_or_default())
    }
}

fn is_named(name: &str, names: &[&str]) -> bool {
    names.contains(&fold(name).as_str())
}

/// The number of a column as a spreadsheet counts.
fn column_number(column: usize) -> u32 {
    u32::try_from(column + 1).unwrap_or(u32::MAX)
}
