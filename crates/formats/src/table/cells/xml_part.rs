//! The XML in the packages that workbooks are, gone through as it is unpacked.

use std::io::{self, BufReader, Read as _};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::{Reader, XmlVersion};

use crate::limits::MAX_ROW;
use crate::package::{Package, Unpacking};
use crate::table::cells::diagnostics::Refusal;

/// A file of a package as XML.
pub(crate) type Part<'p> = Reader<BufReader<Unpacking<'p>>>;

/// How many bytes are unpacked at a time.
const BUFFER: usize = 1 << 16;

/// How many bytes a piece has where its end is found.
const PIECE: usize = 1 << 20;

/// The file of that name as XML.
pub(crate) fn part<'p>(package: &'p mut Package<'_>, name: &str) -> Result<Part<'p>, Refusal> {
    let stream = package.stream(name).map_err(|_| Refusal::Broken("zip"))?;
    let mut reader = Reader::from_reader(BufReader::with_capacity(BUFFER, stream.ok_or(Refusal::Broken("part"))?));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    Ok(reader)
}

/// A file of a package in pieces that end where a row or another element does: a reader that has the text before it
/// copies nothing, as one of a stream does, and a sheet of a hundred thousand rows is still never in memory as a whole.
///
/// The end is only looked for and not understood. Where a piece is cut at one in a comment or a literal text (CDATA), it
/// is broken XML, and the file is refused; spreadsheet programs write neither.
pub(crate) struct Pieces<'p> {
    stream: Unpacking<'p>,
    end: &'static [u8],
    bytes: Vec<u8>,
    /// How many of the bytes are those of the piece before.
    given: usize,
}

impl<'p> Pieces<'p> {
    /// The file of that name, cut behind ends such as `row>`.
    pub(crate) fn of(package: &'p mut Package<'_>, name: &str, end: &'static str) -> Result<Self, Refusal> {
        let stream = package.stream(name).map_err(|_| Refusal::Broken("zip"))?;
        let stream = stream.ok_or(Refusal::Broken("part"))?;
        Ok(Self { stream, end: end.as_bytes(), bytes: Vec::new(), given: 0 })
    }

    /// The next piece, for a [`reader`] of its own.
    pub(crate) fn next(&mut self) -> Result<Option<&str>, Refusal> {
        self.bytes.drain(..self.given);
        self.given = 0;
        while self.given == 0 {
            let before = self.bytes.len();
            let mut more = self.stream.by_ref().take(PIECE as u64);
            let n_more = more.read_to_end(&mut self.bytes).map_err(|error| stopped(&error))?;
            if n_more < PIECE {
                self.given = self.bytes.len();
                break;
            }
            let from = before.saturating_sub(self.end.len());
            let found = self.bytes.get(from..).and_then(|bytes| memchr::memmem::rfind(bytes, self.end));
            self.given = found.map_or(0, |at| from + at + self.end.len());
            if self.bytes.len() > MAX_ROW {
                return Err(Refusal::Unpacked);
            }
        }
        let text = str::from_utf8(self.bytes.get(..self.given).unwrap_or_default());
        let text = text.map_err(|_| Refusal::Broken("XML"))?;
        Ok(Some(text.trim_start_matches('\u{feff}')).filter(|_| self.given > 0))
    }
}

/// A reader of a piece, in which elements may end that began in the piece before.
pub(crate) fn reader(piece: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(piece);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.expand_empty_elements = true;
    reader
}

/// Why reading XML stopped.
pub(crate) fn broken(error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) => stopped(error),
        _ => Refusal::Broken("XML"),
    }
}

fn stopped(error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::QuotaExceeded { Refusal::Unpacked } else { Refusal::Broken("XML") }
}

/// The attributes of an element, by name without prefix.
pub(crate) fn attributes<'e>(element: &'e BytesStart<'_>) -> impl Iterator<Item = (&'e str, Attribute<'e>)> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes.flatten().map(|attribute| (local(attribute.key.0), attribute))
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// What an attribute says.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = attributes(element).find(|(known, _)| *known == name)?.1;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Adds what a reference such as `&lt;` or `&#10;` stands for; entities that a file makes up stand for nothing.
pub(crate) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        text.push(letter);
    } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()) {
        text.push_str(known);
    }
}
