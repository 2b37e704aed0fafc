//! Reading files strictly: every value is asked for by type, and what does not fit is named with its place.
//!
//! `serde_json` turns text into a tree of [`Node`]s; [`Read`] turns nodes into our types. Deriving a reader for every
//! type would do the same in one step, but costs the page three times the bytes (each derived reader is a state
//! machine of its own) and loses the place of a value that is of the wrong type.

mod failure;
pub(crate) mod fields;
mod node;
pub(crate) mod read;

pub use failure::{Failure, Limit, Misfit, Reason, Wanted};
pub use fields::Fields;
pub use node::Node;
pub use read::Read;

pub(crate) use fields::{read_fields, read_names};

use crate::place::{self, Place};

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
/// The first thing that stops the reading.
pub fn read<T: Versioned>(text: &str) -> Result<T, Failure> {
    let text = admit(text)?;
    let node = tree(text)?;
    same_version(&node, T::FORMAT).map_err(|misfit| locate(text, misfit))?;
    T::read(node).map_err(|misfit| locate(text, misfit))
}

/// Reads a value that has no version of its own: what one part of a program hands another.
///
/// # Errors
/// The first thing that stops the reading.
pub fn read_value<T: Read>(text: &str) -> Result<T, Failure> {
    T::read(tree(text)?).map_err(|misfit| locate(text, misfit))
}

/// Takes off a byte order mark, and refuses a text that is too long to look at.
pub(crate) fn admit(text: &str) -> Result<&str, Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(locate(text, Misfit::new(Reason::Limit { of: Limit::Bytes, most: MAX_BYTES })));
    }
    Ok(text)
}

/// Text to nodes.
pub(crate) fn tree(text: &str) -> Result<Node<'_>, Failure> {
    serde_json::from_str(text).map_err(|error| {
        let mut words = error.to_string();
        // The reader adds " at line 3 column 7"; the place is told apart from the words here.
        words.truncate(words.rfind(" at line ").unwrap_or(words.len()));
        let reason = if words == "recursion limit exceeded" {
            Reason::Limit { of: Limit::Depth, most: MAX_DEPTH }
        } else {
            Reason::Syntax(words)
        };
        // The reader counts columns in bytes, up to and with the one it stopped at.
        let line_start = line_start(text, error.line());
        let place = Place::at(text, line_start + error.column().saturating_sub(1));
        Failure { reason, place, pointer: String::new() }
    })
}

/// Compares versions in both directions, before a field that only the other version has can be called unknown.
pub(crate) fn same_version(node: &Node<'_>, known: u32) -> Result<(), Misfit> {
    match node.member("format") {
        Some(Node::Number(found)) if *found != f64::from(known) => {
            let found = u32::read(Node::Number(*found)).map_err(|misfit| misfit.inside("format"))?;
            Err(Misfit::new(Reason::Version { found, known }).inside("format"))
        }
        _ => Ok(()),
    }
}

/// Puts a place to what does not fit.
pub(crate) fn locate(text: &str, misfit: Misfit) -> Failure {
    let Misfit { reason, pointer } = misfit;
    Failure { reason, place: Place::at(text, place::offset_of(text, &pointer)), pointer }
}

fn line_start(text: &str, line: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum()
}
