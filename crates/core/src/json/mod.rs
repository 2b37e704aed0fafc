//! Reading files strictly: every value is asked for by type, and all that does not fit is named with its place.
//!
//! [`Node::parse`] turns text into a tree of nodes; [`Read`] turns nodes into our types. Deriving a reader for every
//! type would do the same in one step, but costs the page twice the bytes (each derived reader is a state machine of
//! its own), stops at the first fault, and loses the place of a value that is of the wrong type.

mod failure;
pub(crate) mod fields;
mod format;
mod node;
pub(crate) mod read;
pub(crate) mod validate;

pub(crate) use failure::codes;
pub use failure::{Failure, Limit, Reason, Wanted};
pub use fields::Fields;
pub use format::Format;
pub use node::{Expected, Node, SyntaxError};
pub use read::{Read, Reader};
pub use validate::Validate;

pub(crate) use fields::{read_fields, read_names};
pub(crate) use validate::{always_valid, validated_fields};

/// The largest file, in bytes.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// The deepest nesting of objects and lists.
pub const MAX_DEPTH: usize = 127;

/// A file that says which version of its format it is written in.
pub trait Versioned: Read {
    /// The version this program reads.
    const FORMAT: u32;
}

/// Reads a whole file of one type.
///
/// # Errors
/// Everything that is wrong with it, in the order of the text; never an empty list.
pub fn read<T: Versioned>(text: &str) -> Result<T, Vec<Failure>> {
    let text = admit(text).map_err(|failure| vec![failure])?;
    let node = tree(text).map_err(|failure| vec![failure])?;
    same_version(&node, T::FORMAT).map_err(|failure| vec![failure])?;
    let mut reader = Reader::default();
    let value = T::read(node, &mut reader);
    if reader.failures().is_empty() { Ok(value) } else { Err(reader.into_failures()) }
}

/// Reads a value that has no version of its own: what one part of a program hands another.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read_value<T: Read>(text: &str) -> Result<T, Failure> {
    let mut reader = Reader::default();
    let value = T::read(tree(text)?, &mut reader);
    reader.into_first_failure().map_or(Ok(value), Err)
}

/// Takes off a byte order mark, and refuses a text that is too long to look at.
pub(crate) fn admit(text: &str) -> Result<&str, Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(Failure::whole(Reason::Limit { of: Limit::Bytes, most: MAX_BYTES }));
    }
    Ok(text)
}

/// Text to nodes.
pub(crate) fn tree(text: &str) -> Result<Node<'_>, Failure> {
    Node::parse(text).map_err(|SyntaxError { at, expected }| {
        let reason = match expected {
            Expected::LessDepth => Reason::Limit { of: Limit::Depth, most: MAX_DEPTH },
            expected => Reason::Syntax(expected),
        };
        Failure { stopped_at: Some(at), ..Failure::whole(reason) }
    })
}

/// Compares versions in both directions, before a field that only the other version has can be called unknown.
pub(crate) fn same_version(node: &Node<'_>, known: u32) -> Result<(), Failure> {
    match node.member("format") {
        Some(Node::Number(found)) if found.total_cmp(&f64::from(known)).is_ne() => {
            let reason = Reason::Version { found: *found, known };
            Err(Failure { pointer: "/format".to_owned(), ..Failure::whole(reason) })
        }
        _ => Ok(()),
    }
}
