//! What a site is made of besides questions, and the one file that carries it from the build tool to the program.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::bundle::Bundle;

/// `index.html` with its placeholders.
pub const TEMPLATE: &str = "index.html";
/// The colours of the page.
pub const TOKENS: &str = "tokens.css";
/// The service worker, but for what it keeps.
pub const WORKER: &str = "sw.js";
/// The whole script of the page that is one file.
pub const ONE_FILE: &str = "one-file.js";
/// The core, as far as a first question needs it.
pub const ENGINE: &str = "engine.wasm";
/// What a person comes back for.
pub const BOOK: &str = "book.wasm";

/// Name, edge in pixels and purpose of each icon that an installer picks from.
pub(crate) const ICONS: [(&str, u32, &str); 3] =
    [("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("maskable-512.png", 512, "maskable")];

/// What stands on the start screen of a phone that asks for it in its own way.
pub(crate) const TOUCH_ICON: &str = "touch-180.png";

/// The names of all icons.
pub fn icons() -> impl Iterator<Item = &'static str> {
    ICONS.into_iter().map(|(name, ..)| name).chain([TOUCH_ICON])
}

/// Begins the file of a page, so that nothing else is taken for one.
const MAGIC: &[u8] = b"sixinto page 1\n";

/// The page without a word of any question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Scripts and styles.
    pub bundle: Bundle,
    /// Everything else by name: those named here, and the icons.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// What stands before the bytes of the files, which follow in the same order.
#[derive(Serialize, Deserialize)]
struct Head {
    bundle: Bundle,
    files: Vec<String>,
    lengths: Vec<usize>,
}

impl Page {
    /// A file of the page.
    ///
    /// # Errors
    /// Where it has none by this name.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        self.files.get(name).map(Vec::as_slice).with_context(|| format!("the page has no {name}"))
    }

    /// A file of the page that is text.
    ///
    /// # Errors
    /// Where it has none by this name, or what it has is no text.
    pub fn text(&self, name: &str) -> Result<&str> {
        std::str::from_utf8(self.file(name)?).with_context(|| name.to_owned())
    }

    /// The page as one file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let bodies = || self.bundle.0.iter().map(|output| &output.bytes).chain(self.files.values());
        let head = Head {
            bundle: self.bundle.clone(),
            files: self.files.keys().cloned().collect(),
            lengths: bodies().map(Vec::len).collect(),
        };
        let head = serde_json::to_string(&head).expect("a list of names has a JSON form");
        let mut bytes = [MAGIC, head.as_bytes(), b"\n"].concat();
        bodies().for_each(|body| bytes.extend_from_slice(body));
        bytes
    }

    /// Reads the file of a page.
    ///
    /// # Errors
    /// Where it is none, or not whole.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let rest = bytes.strip_prefix(MAGIC).context("this is no file of a page")?;
        let end = rest.iter().position(|byte| *byte == b'\n').context("the file of the page ends too early")?;
        let (head, mut rest) = (&rest[..end], &rest[end + 1..]);
        let Head { mut bundle, files, lengths } = serde_json::from_slice(head)?;
        ensure!(lengths.len() == bundle.0.len() + files.len(), "the file of the page has not as many files as lengths");
        let mut bodies = Vec::new();
        for length in lengths {
            let (body, after) = rest.split_at_checked(length).context("the file of the page ends too early")?;
            bodies.push(body.to_vec());
            rest = after;
        }
        let others = bodies.split_off(bundle.0.len());
        for (output, body) in bundle.0.iter_mut().zip(bodies) {
            output.bytes = body;
        }
        Ok(Self { bundle, files: files.into_iter().zip(others).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Output;

    #[test]
    fn a_page_comes_out_of_its_file_as_it_went_in() -> Result<()> {
        let output = Output {
            name: "app-1.js".to_owned(),
            entry: Some("www/main.js".to_owned()),
            imports: vec!["chunk-1.js".to_owned()],
            bytes: b"begin();\n".to_vec(),
        };
        let files = [(ENGINE, &b"\0asm\n\n"[..]), (TEMPLATE, b"<p>")].map(|(name, it)| (name.to_owned(), it.to_vec()));
        let page = Page { bundle: Bundle(vec![output]), files: files.into() };
        let bytes = page.to_bytes();
        assert_eq!(Page::from_bytes(&bytes)?, page);
        assert_eq!(page.text(TEMPLATE)?, "<p>");
        for end in 0..bytes.len() {
            assert!(Page::from_bytes(&bytes[..end]).is_err(), "{end}");
        }
        Ok(())
    }
}
