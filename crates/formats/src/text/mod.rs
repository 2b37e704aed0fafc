//! What reads and shapes texts, whatever the format they stand in.
//!
//! ```text
//! bytes  --encoding::decode-->  text                  UTF-8, UTF-16, GB18030, windows-1252, ...
//! text   --xml::Xml::parse-->   tree                  with the places of its nodes, and no entities but XML's own
//! text   --html-->              text without markup   and what could be seen of it and is lost
//! text   --spellings-->         Kind, bool, ...       the words that people write for them
//! text   --numerals-->          Decimal               numbers as programs write them
//! text   --ellipsis-->          its beginning         to name something by in a message
//! ```

mod ellipsis;
pub mod encoding;
pub(crate) mod html;
pub(crate) mod numerals;
pub mod spellings;
pub mod xml;

pub use crate::text::ellipsis::ellipsis;
pub(crate) use crate::text::ellipsis::truncated;
