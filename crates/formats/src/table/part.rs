//! The XML in the packages that workbooks are, gone through as it is unpacked.

use std::io::{self, BufReader};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::{Reader, XmlVersion};

use super::refuse::Refusal;
use crate::package::{Package, Unpacking};

/// A file of a package as XML.
pub(super) type Part<'p> = Reader<BufReader<Unpacking<'p>>>;

/// The file of that name as XML.
pub(super) fn part<'p>(package: &'p mut Package<'_>, name: &str) -> Result<Part<'p>, Refusal> {
    let stream = package.stream(name).map_err(|_| Refusal::Broken("zip"))?;
    let mut reader = Reader::from_reader(BufReader::new(stream.ok_or(Refusal::Broken("part"))?));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    Ok(reader)
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
