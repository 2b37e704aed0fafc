//! The header of a sheet: found among its first rows and not assumed in the first one, and understood through the many
//! names that columns go by.

use crate::table::cells::sheet::{Content, Row, Sheet};
use crate::table::read::aliases::Role;
use crate::table::read::titles::role;

/// How far down a header may be, in rows that have something in them.
const DEEPEST: usize = 20;

/// The longest text that may be the name of a column, in letters: a longer one is an instruction.
const LONGEST: usize = 40;

/// What the columns of a sheet are.
#[derive(Debug)]
pub(crate) struct Header {
    /// The row of it, from 1.
    pub(crate) row: u32,
    /// How many rows above it have something in them.
    pub(crate) n_above: usize,
    /// How many rows it takes: two where the letters of choices stand below a 选项 that is drawn over them.
    pub(crate) n_rows: usize,
    /// The columns that are understood, from the left.
    pub(crate) columns: Vec<Column>,
    /// Those that are not, or that repeat another one.
    pub(crate) unused: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// From 1: A is 1.
    pub(crate) at: u32,
    /// Its name in the file, on one line.
    pub(crate) title: String,
    /// What is in it.
    pub(crate) role: Role,
}

impl Header {
    /// The header of a sheet: of its first rows the one with the most columns that are understood, the uppermost of
    /// equal ones. Two at least, since a lone 问题 may stand anywhere.
    pub(crate) fn find(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.rows().take(DEEPEST).enumerate();
        let found = rows.map(|(n_above, row)| (understood(row), n_above, row));
        let found = found.filter(|(roles, ..)| roles.len() >= 2);
        let (_, n_above, row) = found.max_by_key(|(roles, n_above, _)| {
            // The letters of many choices alone are the lower half of a header.
            (roles.contains(&Role::Stem), roles.len(), std::cmp::Reverse(*n_above))
        })?;
        let mut header = Self::of(row, n_above);
        if let Some(below) = sheet.rows().nth(n_above + 1) {
            header.take_in(below);
        }
        Some(header)
    }

    /// Takes a row for the lower half of the header, where it has nothing but letters of choices that stand under a
    /// 选项, or right of it under nothing.
    fn take_in(&mut self, below: Row<'_>) {
        let Some(options) = self.column(Role::Choices).map(|column| column.at) else { return };
        let mut choices = Vec::new();
        for cell in below.cells().filter(|cell| !cell.is_merged && !cell.text.is_empty()) {
            let choice = role(cell.text).filter(|role| matches!(role, Role::Choice(_)));
            let is_free = cell.column == options || !self.is_named(cell.column);
            let Some(role) = choice.filter(|_| is_free) else { return };
            choices.push(Column { at: cell.column, title: title(cell.text), role });
        }
        if choices.len() > 1 && choices.first().is_some_and(|first| first.at == options) {
            self.columns.retain(|column| column.role != Role::Choices);
            self.columns.extend(choices);
            self.columns.sort_by_key(|column| column.at);
            self.n_rows = 2;
        }
    }

    fn is_named(&self, at: u32) -> bool {
        self.columns.iter().chain(&self.unused).any(|column| column.at == at)
    }

    fn of(row: Row<'_>, n_above: usize) -> Self {
        let mut header = Self { row: row.number, n_above, n_rows: 1, columns: Vec::new(), unused: Vec::new() };
        for cell in row.cells().filter(|cell| !cell.text.is_empty()) {
            let role = role(cell.text).unwrap_or(Role::Unknown);
            let column = Column { at: cell.column, title: title(cell.text), role };
            let is_taken = role != Role::Category && header.column(role).is_some();
            let list = if role == Role::Unknown || is_taken { &mut header.unused } else { &mut header.columns };
            list.push(column);
        }
        header
    }

    /// The column of a role.
    pub(crate) fn column(&self, role: Role) -> Option<&Column> {
        self.columns.iter().find(|column| column.role == role)
    }

    /// The columns whose role is of a sort, each with its number, in the order of the numbers.
    pub(crate) fn numbered(&self, number: fn(Role) -> Option<u8>) -> Vec<(u8, &Column)> {
        let mut columns = Vec::new();
        for column in &self.columns {
            columns.extend(number(column.role).map(|number| (number, column)));
        }
        columns.sort_by_key(|(number, _)| *number);
        columns
    }
}

/// The name of a column for findings: on one line, without a note in brackets such as （必填） behind it.
fn title(text: &str) -> String {
    let context = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = context.split(['（', '(', '【', '[']).next().unwrap_or_default().trim();
    crate::text::ellipsis(if bare.is_empty() { &context } else { bare })
}

/// The different columns that a row names. A lone A is an answer and not the name of a column.
fn understood(row: Row<'_>) -> Vec<Role> {
    let is_name = |cell: &crate::table::cells::sheet::Cell<'_>| {
        cell.content == Content::Text && cell.text.chars().nth(LONGEST).is_none()
    };
    let roles =
        row.cells().filter(is_name).filter_map(|cell| Some((role(cell.text)?, cell.text.trim().chars().count())));
    let mut roles: Vec<(Role, usize)> = roles.collect();
    let has = |number| roles.iter().any(|(role, _)| *role == Role::Choice(number));
    let has_letters = has(0) && has(1);
    roles.retain(|(role, length)| *length > 1 || has_letters || !matches!(role, Role::Choice(_)));
    let mut roles: Vec<Role> = roles.into_iter().map(|(role, _)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}
