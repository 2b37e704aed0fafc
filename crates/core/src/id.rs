//! Names that questions, choices, themes and topics go by.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::{Node, Read, Reader, Validate, Wanted};

/// The longest id, in characters.
pub const MAX_LENGTH: usize = 64;

/// A short stable name: lower-case ASCII letters, digits and hyphens, 1 to [`MAX_LENGTH`] characters.
///
/// ```
/// use sixinto_core::Id;
/// assert!("home-co-smell".parse::<Id>().is_ok());
/// assert!("Home CO".parse::<Id>().is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// The text is not an [`Id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidId;

impl Id {
    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Id {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let fits = !text.is_empty()
            && text.len() <= MAX_LENGTH
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        fits.then(|| Self(text.into())).ok_or(InvalidId)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id has 1 to 64 lower-case letters, digits and hyphens")
    }
}

impl std::error::Error for InvalidId {}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// The default stands for a name that is still to come; every other value is one.
impl Validate for Id {
    fn validate(&self, reader: &mut Reader) {
        if self.0.is_empty() {
            reader.want(Wanted::Id);
        }
    }
}

impl Read for Id {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        reader.parse(node, Wanted::Id)
    }
}
