//! Cells in the form in which spreadsheet programs write nearly all of them: `<c r="A2" s="2" t="s"><v>23</v></c>`, or
//! `<c r="B2" s="2"/>` for one that only looks like something. To take them as they stand is several times as fast as to
//! go through them as XML, and a sheet is little else; whatever is written in another way is left to the XML reader.

use crate::table::cells::xlsx::cells::{Kind, position};

/// A number, the index of a shared text, or nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plain<'t> {
    /// From 1, row and column.
    pub(super) at: (u32, u32),
    /// Of the styles of the workbook.
    pub(super) style: usize,
    pub(super) kind: Kind,
    pub(super) value: &'t str,
}

/// The cell that a text begins with, and what stands behind it; none where it begins with anything else.
pub(super) fn cell(text: &str) -> Option<(Plain<'_>, &str)> {
    let (name, rest) = text.strip_prefix("<c r=\"")?.split_once('"')?;
    let (style, rest) = attribute(rest, " s=\"")?;
    let (kind, rest) = attribute(rest, " t=\"")?;
    let kind = match kind {
        "" | "n" => Kind::Number,
        "s" => Kind::Shared,
        _ => return None,
    };
    let style = if style.is_empty() { 0 } else { style.parse().ok()? };
    let (value, rest) = match rest.strip_prefix("><v>") {
        Some(rest) => number(rest)?,
        None => ("", rest.strip_prefix("/>")?),
    };
    Some((Plain { at: position(name)?, style, kind, value }, rest))
}

/// What an attribute says if the text begins with it, and what stands behind it.
fn attribute<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    text.strip_prefix(name).map_or(Some(("", text)), |rest| rest.split_once('"'))
}

fn number(text: &str) -> Option<(&str, &str)> {
    let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'E');
    let end = text.bytes().position(|byte| !is_part(byte)).filter(|end| *end > 0)?;
    let (value, rest) = text.split_at_checked(end)?;
    Some((value, rest.strip_prefix("</v></c>")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_write_is_taken_as_it_stands() {
        let cell = |text| cell(text).map(|(Plain { at, style, kind, value }, rest)| (at, style, kind, value, rest));
        let text = "<c r=\"F37\" s=\"2\" t=\"s\"><v>23</v></c><c r=\"G37\"/>";
        assert_eq!(cell(text), Some(((37, 6), 2, Kind::Shared, "23", "<c r=\"G37\"/>")));
        assert_eq!(cell("<c r=\"G37\"/></row>"), Some(((37, 7), 0, Kind::Number, "", "</row>")));
        assert_eq!(cell("<c r=\"A1\"><v>-1.5E-3</v></c>"), Some(((1, 1), 0, Kind::Number, "-1.5E-3", "")));
    }

    #[test]
    fn everything_else_is_left_to_the_reader_of_xml() {
        for text in [
            "",
            "<row r=\"1\">",
            "<c><v>1</v></c>",
            "<c r='A1'><v>1</v></c>",
            "<c t=\"s\" r=\"A1\"><v>1</v></c>",
            "<c r=\"A1\" t=\"str\"><v>1</v></c>",
            "<c r=\"A1\"><f>B1</f><v>1</v></c>",
            "<c r=\"A1\"><v>&#49;</v></c>",
            "<c r=\"A1\"><v>1",
            "<c r=\"A1\"><v></v></c>",
            "<c r=\"A1\" s=\"x\"><v>1</v></c>",
            "<c r=\"1\"><v>1</v></c>",
            "<c r=\"A1\" cm=\"1\"><v>1</v></c>",
        ] {
            assert_eq!(cell(text), None, "{text}");
        }
    }
}
