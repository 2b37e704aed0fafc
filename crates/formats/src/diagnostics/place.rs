//! Places in files of every kind, as the person sees them who has the file open.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};
use sixinto_core::check::Words;

/// Where something stands. The names are shared: each question of a file has a place, and all have the same names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<str>,
    /// The sheet of a workbook, or the file within a package.
    pub part: Option<Arc<str>>,
    /// Where in it.
    pub position: Position,
}

/// Where in a sheet or text something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// The whole of it.
    Whole,
    /// A row of a sheet, or a cell in it.
    Cell {
        /// From 1, as the spreadsheet shows it.
        row: u32,
        /// From 1.
        column: Option<u32>,
        /// What the header calls the column.
        header: Option<String>,
    },
    /// A place in a text.
    Text {
        /// From 1.
        line: u32,
        /// In characters, from 1.
        column: u32,
    },
}

impl Place {
    /// A whole file.
    pub fn whole(file: &str) -> Self {
        Self { file: file.into(), part: None, position: Position::Whole }
    }

    /// A place in a text file.
    pub fn text(file: impl Into<Arc<str>>, line: u32, column: u32) -> Self {
        Self { file: file.into(), part: None, position: Position::Text { line, column } }
    }

    /// A row of a sheet.
    pub fn row(file: &str, sheet: Option<&str>, row: u32) -> Self {
        Self { part: sheet.map(Arc::from), ..Self::whole(file) }.at_row(row)
    }

    /// A row of the same sheet.
    #[must_use]
    pub fn at_row(&self, row: u32) -> Self {
        Self { position: Position::Cell { row, column: None, header: None }, ..self.clone() }
    }

    /// A cell of the same row.
    #[must_use]
    pub fn cell(&self, column: u32, header: Option<&str>) -> Self {
        let position = match &self.position {
            Position::Cell { row, .. } => {
                Position::Cell { row: *row, column: Some(column), header: header.map(str::to_owned) }
            }
            other => other.clone(),
        };
        Self { file: self.file.clone(), part: self.part.clone(), position }
    }

    /// The place as a person says it: 工作表「单选题」第 37 行「正确答案」(F37).
    pub fn words(&self) -> Words {
        let (zh, en) = match &self.position {
            Position::Whole => (String::new(), String::new()),
            Position::Text { line, column } => {
                (format!("第 {line} 行第 {column} 字"), format!("line {line}, column {column}"))
            }
            Position::Cell { row, column: None, .. } => (format!("第 {row} 行"), format!("row {row}")),
            Position::Cell { row, column: Some(column), header } => {
                let name = format!("{}{row}", column_letters(*column));
                match header {
                    Some(header) => {
                        (format!("第 {row} 行「{header}」({name})"), format!("row {row}, \"{header}\" ({name})"))
                    }
                    None => (format!("第 {row} 行 ({name})"), format!("row {row} ({name})")),
                }
            }
        };
        let Some(part) = &self.part else { return Words::new(zh, en) };
        if matches!(self.position, Position::Cell { .. }) {
            return Words::new(format!("工作表「{part}」{zh}"), format!("sheet \"{part}\", {en}"));
        }
        let gap = if en.is_empty() { "" } else { ", " };
        Words::new(format!("「{part}」{zh}"), format!("\"{part}\"{gap}{en}"))
    }
}

/// The letters that a spreadsheet names a column by: 1 is A, 27 is AA.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).expect("a remainder of 26 is less than 26");
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// `{"file", "part"?, "row", "column"?, "cell"?, "header"?}` or `{"file", "part"?, "line", "column"}`.
impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("file", self.file.as_ref())?;
        if let Some(part) = &self.part {
            map.serialize_entry("part", part.as_ref())?;
        }
        match &self.position {
            Position::Whole => {}
            Position::Text { line, column } => {
                map.serialize_entry("line", line)?;
                map.serialize_entry("column", column)?;
            }
            Position::Cell { row, column, header } => {
                map.serialize_entry("row", row)?;
                if let Some(column) = column {
                    map.serialize_entry("column", column)?;
                    map.serialize_entry("cell", &format!("{}{row}", column_letters(*column)))?;
                }
                if let Some(header) = header {
                    map.serialize_entry("header", header)?;
                }
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        let names = [(1, "A"), (6, "F"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")];
        for (column, name) in names {
            assert_eq!(column_letters(column), name);
        }
    }

    #[test]
    fn a_cell_is_named_by_sheet_row_header_and_letters() {
        let place = Place::row("题库.xlsx", Some("单选题"), 37).cell(6, Some("正确答案"));
        assert_eq!(place.words().zh, "工作表「单选题」第 37 行「正确答案」(F37)");
        assert_eq!(place.words().en, "sheet \"单选题\", row 37, \"正确答案\" (F37)");
    }
}
