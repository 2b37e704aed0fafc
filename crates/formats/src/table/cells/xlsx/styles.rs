//! How cells show numbers.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::limits::MAX_STRINGS;
use crate::package::Package;
use crate::table::cells::diagnostics::Refusal;
use crate::table::cells::number::{Shown, built_in, shown};
use crate::table::cells::xml_part::{attribute, broken, part};

/// What each style of `styles.xml` shows, where there is one.
pub(super) fn read(package: &mut Package<'_>) -> Result<Vec<Shown>, Refusal> {
    const PART: &str = "xl/styles.xml";
    let (mut styles, mut own) = (Vec::new(), BTreeMap::new());
    if !package.has(PART) {
        return Ok(styles);
    }
    let mut part = part(package, PART)?;
    let (mut buffer, mut is_cells) = (Vec::new(), false);
    loop {
        buffer.clear();
        match part.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let code = attribute(&element, "formatCode").unwrap_or_default();
                    own.insert(number(attribute(&element, "numFmtId")), shown(&code));
                }
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let id = number(attribute(&element, "numFmtId"));
                    styles.push(own.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_cells = false,
            Event::Eof => return Ok(styles),
            _ => {}
        }
        if own.len().max(styles.len()) > MAX_STRINGS {
            return Err(Refusal::Strings);
        }
    }
}

fn number(text: Option<String>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}
