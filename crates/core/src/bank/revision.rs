//! Which wording of a question somebody answered.

use std::fmt::{self, Write};

use serde::{Serialize, Serializer};

use crate::Id;
use crate::fnv::{OFFSET_BASIS, PRIME, step};
use crate::json::{Node, Read, Reader, Wanted, always_valid};

/// A 64-bit FNV-1a hash folded to 32 bits, written as 8 hexadecimal digits: every resident downloads those of a whole
/// theme. It tells wordings apart, all but one in four thousand million; it protects nothing.
///
/// Source of the folding: RFC 9923.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revision(u32);

/// The text is not a [`Revision`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidRevision;

impl Revision {
    /// The revision of a question from its JSON value, so that laying a file out anew keeps it.
    pub fn of(node: &Node<'_>) -> Self {
        Self(folded(hash(OFFSET_BASIS, node)))
    }

    /// One revision for several, in their order: the hash of what a paper was drawn from.
    pub fn of_all(revisions: impl Iterator<Item = Self>) -> Self {
        Self(folded(revisions.flat_map(|one| one.0.to_le_bytes()).fold(OFFSET_BASIS, step)))
    }
}

/// Each value starts with a byte for its type and ends where the next begins, so that no two values hash the same
/// bytes.
fn hash(start: u64, node: &Node<'_>) -> u64 {
    match node {
        Node::Null => step(start, b'n'),
        Node::Flag(flag) => step(start, if *flag { b't' } else { b'f' }),
        Node::Number(number) => number.to_le_bytes().into_iter().fold(step(start, b'#'), step),
        Node::Text(text) => hash_text(start, text),
        Node::List(list) => step(list.iter().fold(step(start, b'['), hash), b']'),
        Node::Object(entries) => {
            let all = entries.iter().fold(step(start, b'{'), |sum, (key, value)| hash(hash_text(sum, key), value));
            step(all, b'}')
        }
    }
}

fn hash_text(start: u64, text: &str) -> u64 {
    // 0xff is in no UTF-8 text.
    step(text.bytes().fold(step(start, b'"'), step), 0xff)
}

/// Both halves of a hash in one.
#[expect(clippy::cast_possible_truncation, reason = "the other half is in it")]
fn folded(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// A name for a part of a question that does not tell where in the file it stood.
///
/// Steps and right sides are written in their right order and with their partners, and people name them a, b, c: on
/// a paper those names would be the key.
pub(crate) fn veil(question: &Id, part: &Id) -> Id {
    let bytes = question.as_str().bytes().chain([b'/']).chain(part.as_str().bytes());
    let hash = bytes.fold(OFFSET_BASIS, step).wrapping_mul(PRIME);
    // The high half: FNV's low bits barely mix the last byte.
    let high = hash.to_be_bytes().into_iter().take(4);
    let digits: String = high.flat_map(|byte| [hex_digit(byte >> 4), hex_digit(byte)]).collect();
    digits.parse().unwrap_or_default()
}

fn hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value & 15), 16).unwrap_or('0')
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.to_be_bytes().into_iter().try_for_each(|byte| {
            f.write_char(hex_digit(byte >> 4))?;
            f.write_char(hex_digit(byte))
        })
    }
}

impl Serialize for Revision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl std::str::FromStr for Revision {
    type Err = InvalidRevision;

    fn from_str(digits: &str) -> Result<Self, InvalidRevision> {
        let fits = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| fits);
        value.map(Self).ok_or(InvalidRevision)
    }
}

always_valid!(Revision);

impl Read for Revision {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        reader.parse(node, Wanted::Revision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_halves_of_the_hash_are_folded() {
        assert_eq!(Revision(folded(step(OFFSET_BASIS, b'a'))).to_string(), "296230c0");
    }

    #[test]
    fn layout_keeps_a_revision_and_a_letter_changes_it() {
        let revision = |text: &str| Revision::of(&Node::parse(text).expect("JSON"));
        assert_eq!(revision(r#"{"stem": "关火"}"#), revision("{\n  \"stem\":\"关火\" }"));
        assert_ne!(revision(r#"{"stem": "关火"}"#), revision(r#"{"stem": "开火"}"#));
        assert_ne!(revision(r#"["ab", "c"]"#), revision(r#"["a", "bc"]"#));
        assert_ne!(revision(r#"[["a"], "b"]"#), revision(r#"[["a", "b"]]"#));
    }
}
