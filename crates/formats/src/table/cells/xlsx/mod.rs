//! `.xlsx`: a package with a list of sheets, a table of the texts that cells share, formats, and a file for each sheet
//! (ECMA-376). Sheets are read from the package as they unpack; only what their cells say is kept.
//!
//! Own code over `zip` and `quick-xml` rather than `calamine`: that one tells neither percentages (an option typed as
//! `50%` comes as 0.5) nor, without a second pass over the sheet, merged cells, and cannot be held to bounds.
//! A test reads the fixtures with both.

mod cells;
mod fast_cells;
mod strings;
mod styles;

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::package::Package;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::number::Shown;
use crate::table::cells::sheet::Sheet;
use crate::table::cells::xlsx::strings::Strings;
use crate::table::cells::xml_part::{attribute, broken, part};

/// What cells point into.
struct Book {
    strings: Strings,
    styles: Vec<Shown>,
    is_1904: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    is_hidden: bool,
    relation: String,
}

/// Whether a package is a workbook.
pub(crate) fn is_workbook(package: &Package<'_>) -> bool {
    package.has(WORKBOOK)
}

const WORKBOOK: &str = "xl/workbook.xml";

/// Every sheet of a workbook, charts left out; those that the maker hid have nothing in them here.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Sheet>, (Refusal, Option<String>)> {
    let bare = |refusal| (refusal, None);
    let (listed, is_1904) = sheets(package).map_err(bare)?;
    let targets = targets(package).map_err(bare)?;
    let strings = strings::read(package).map_err(bare)?;
    let styles = styles::read(package).map_err(bare)?;
    let book = Book { strings, styles, is_1904 };
    let mut sheets = Vec::new();
    for Listed { name, is_hidden, relation } in listed {
        let Some(target) = targets.get(&relation) else { continue };
        let sheet = Sheet::new(Some(name.clone()), is_hidden);
        let read = if is_hidden { Ok(sheet) } else { cells::read(package, target, &book, sheet) };
        sheets.push(read.map_err(|refusal| (refusal, Some(name)))?);
    }
    Ok(sheets)
}

fn sheets(package: &mut Package<'_>) -> Result<(Vec<Listed>, bool), Refusal> {
    let mut part = part(package, WORKBOOK)?;
    let (mut buffer, mut listed, mut is_1904) = (Vec::new(), Vec::new(), false);
    loop {
        buffer.clear();
        match part.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(element) if element.local_name().as_ref() == "sheet" => listed.push(Listed {
                name: attribute(&element, "name").unwrap_or_default(),
                is_hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                relation: attribute(&element, "id").unwrap_or_default(),
            }),
            Event::Start(element) if element.local_name().as_ref() == "workbookPr" => {
                is_1904 = attribute(&element, "date1904").is_some_and(|set| set == "1" || set == "true");
            }
            Event::Eof => return Ok((listed, is_1904)),
            _ => {}
        }
    }
}

/// The file of each relation that is a sheet of cells.
fn targets(package: &mut Package<'_>) -> Result<BTreeMap<String, String>, Refusal> {
    let mut part = part(package, "xl/_rels/workbook.xml.rels")?;
    let (mut buffer, mut targets) = (Vec::new(), BTreeMap::new());
    loop {
        buffer.clear();
        match part.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&element, name).unwrap_or_default();
                let target = get("Target");
                if get("Type").ends_with("/worksheet") {
                    let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                    targets.insert(get("Id"), target);
                }
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}
