//! The version that a stored value says it is written in.

use serde::{Serialize, Serializer};

use super::{Node, Read, Reader, Reason, Wanted};

/// The number of a format, and no other: a value of another version cannot be read as if it were of this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format<const VERSION: u32>;

impl<const VERSION: u32> Serialize for Format<VERSION> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(VERSION)
    }
}

impl<const VERSION: u32> Read for Format<VERSION> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        match node {
            Node::Number(found) if found.total_cmp(&f64::from(VERSION)).is_eq() => {}
            Node::Number(found) => reader.fail(Reason::Version { found, known: VERSION }),
            _ => reader.want(Wanted::WholeNumber),
        }
        Self
    }
}
