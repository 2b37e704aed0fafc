//! The zip files that spreadsheets are, opened with bounds on how much comes out of them.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, BufReader, Cursor, Read};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::refuse::Refusal;
use crate::limits::{MAX_ENTRIES, MAX_FILE, MAX_UNPACKED};

/// A package of files.
#[derive(Debug)]
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: BTreeMap<String, usize>,
    left: Cell<u64>,
}

/// A file of a package as XML.
pub(super) type Part<'p> = Reader<BufReader<Bounded<'p>>>;

/// What comes out of a package, until it is too much.
pub(super) struct Bounded<'p> {
    file: Box<dyn Read + 'p>,
    left: &'p Cell<u64>,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        let left = self.left.get().checked_sub(n as u64);
        self.left.set(left.unwrap_or(0));
        left.map(|_| n).ok_or_else(|| io::Error::from(io::ErrorKind::QuotaExceeded))
    }
}

impl<'a> Package<'a> {
    /// Opens a package and looks at what it says it holds.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.len() > MAX_FILE {
            return Err(Refusal::File);
        }
        // The directory of a package is read before anything else, and each entry of it takes 46 bytes at least.
        if entries(bytes) > MAX_ENTRIES {
            return Err(Refusal::Entries);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken("zip"))?;
        if zip.len() > MAX_ENTRIES {
            return Err(Refusal::Entries);
        }
        if zip.decompressed_size().is_some_and(|size| size > u128::from(MAX_UNPACKED)) {
            return Err(Refusal::Unpacked);
        }
        let entry = |at: usize| Some((fold(&zip.name_for_index(at)?.ok()?), at));
        let names = (0..zip.len()).filter_map(entry).collect();
        Ok(Self { zip, names, left: Cell::new(MAX_UNPACKED) })
    }

    /// Whether it holds a file of that name; case does not matter.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&fold(name))
    }

    /// A file of it as XML.
    pub(super) fn part(&mut self, name: &str) -> Result<Part<'_>, Refusal> {
        let at = self.names.get(&fold(name)).ok_or(Refusal::Broken("part"))?;
        let file = self.zip.by_index(*at).map_err(|_| Refusal::Broken("zip"))?;
        let mut reader = Reader::from_reader(BufReader::new(Bounded { file: Box::new(file), left: &self.left }));
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Ok(reader)
    }
}

/// How many entries the end of a package says it has.
fn entries(bytes: &[u8]) -> usize {
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06");
    let count =
        end.and_then(|at| bytes.get(at + 10..at + 12)).map(|count| usize::from(count[0]) | usize::from(count[1]) << 8);
    count.unwrap_or(0)
}

fn fold(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Why reading XML stopped.
pub(super) fn broken(error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::QuotaExceeded => Refusal::Unpacked,
        _ => Refusal::Broken("XML"),
    }
}

/// The attributes of an element, by name without prefix.
pub(super) fn attributes<'e>(element: &'e BytesStart<'_>) -> impl Iterator<Item = (&'e str, Attribute<'e>)> {
    let attributes = element.attributes().with_checks(false).flatten().collect::<Vec<_>>();
    attributes.into_iter().map(|attribute| (local(attribute.key.0), attribute))
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// What an attribute says.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = attributes(element).find(|(known, _)| *known == name)?.1;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Adds what a reference such as `&lt;` or `&#10;` stands for; entities that a file makes up stand for nothing.
pub(super) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        text.push(letter);
    } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()) {
        text.push_str(known);
    }
}
