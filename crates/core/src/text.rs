//! Texts in one or several languages.

use serde::{Serialize, Serializer};

use crate::json::{Node, Read, Reader, Reason, Validate, Wanted};

/// The longest text, in bytes of UTF-8: about 1300 Chinese characters.
pub const MAX_LENGTH: usize = 4000;

/// A text as a question file holds it: a plain string in the bank's language, or one string a language.
///
/// ```
/// use sixinto_core::text::{Lang, Text};
/// let lang = |tag: &str| tag.parse::<Lang>().unwrap();
/// let text = Text::Map(vec![(lang("zh-CN"), "关阀门".into()), (lang("en"), "shut the valve".into())]);
/// assert_eq!(text.get("en-GB"), "shut the valve");
/// assert_eq!(text.get("bo"), "关阀门");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// One string, in the bank's language.
    Plain(Box<str>),
    /// One string a language, in the file's order; never empty.
    Map(Vec<(Lang, Box<str>)>),
}

/// A language tag (BCP 47) of at most 15 letters, digits and hyphens, kept in place: a bank has tens of thousands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lang {
    len: u8,
    bytes: [u8; 15],
}

/// The text is not a [`Lang`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidLang;

impl Lang {
    /// The tag itself.
    pub fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.len)).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl std::str::FromStr for Lang {
    type Err = InvalidLang;

    fn from_str(tag: &str) -> Result<Self, InvalidLang> {
        let mut bytes = [0; 15];
        let fits = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let space = bytes.get_mut(..tag.len()).filter(|_| fits).ok_or(InvalidLang)?;
        space.copy_from_slice(tag.as_bytes());
        Ok(Self { len: u8::try_from(tag.len()).map_err(|_| InvalidLang)?, bytes })
    }
}

impl Text {
    /// The string to show to a reader of `lang`: the exact tag, else the same primary language, else the first.
    pub fn get(&self, lang: &str) -> &str {
        let map = match self {
            Self::Plain(text) => return text,
            Self::Map(map) => map,
        };
        let exact = map.iter().find(|(tag, _)| tag.as_str() == lang);
        let related = || map.iter().find(|(tag, _)| primary(tag.as_str()) == primary(lang));
        exact.or_else(related).or_else(|| map.first()).map_or("", |(_, text)| text)
    }

    /// Whether there is a string of exactly this language; a plain one is in `bank_lang`.
    pub fn has(&self, lang: &str, bank_lang: &str) -> bool {
        match self {
            Self::Plain(text) => lang == bank_lang && !text.trim().is_empty(),
            Self::Map(map) => map.iter().any(|(tag, text)| tag.as_str() == lang && !text.trim().is_empty()),
        }
    }

    /// Every string, whatever its language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (plain, map): (Option<&str>, &[_]) = match self {
            Self::Plain(text) => (Some(text), &[]),
            Self::Map(map) => (None, map),
        };
        plain.into_iter().chain(map.iter().map(|(_, text)| text.as_ref()))
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(text) => serializer.serialize_str(text),
            Self::Map(map) => serializer.collect_map(map.iter().map(|(lang, text)| (lang, text))),
        }
    }
}

impl Read for Lang {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        reader.parse(node, Wanted::Lang)
    }
}

impl Read for Text {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let entries = match node {
            Node::Object(entries) if !entries.is_empty() => entries,
            Node::Text(_) => return Self::Plain(Read::read(node, reader)),
            _ => {
                reader.want(Wanted::Text);
                return Self::default();
            }
        };
        let mut map: Vec<(Lang, Box<str>)> = Vec::with_capacity(entries.len());
        for (tag, node) in entries {
            let lang: Lang = reader.parse(Node::Text(tag), Wanted::Lang);
            if map.iter().any(|(known, _)| *known == lang) {
                reader.fail(Reason::Twice(lang.as_str().to_owned()));
            }
            map.push((lang, Read::read(node, reader)));
        }
        Self::Map(map)
    }
}

/// The default is no language; every other value is one.
impl Validate for Lang {
    fn validate(&self, reader: &mut Reader) {
        if self.len == 0 {
            reader.want(Wanted::Lang);
        }
    }
}

impl Validate for Text {
    fn validate(&self, reader: &mut Reader) {
        let map = match self {
            Self::Plain(text) => return text.validate(reader),
            Self::Map(map) => map,
        };
        if map.is_empty() {
            reader.want(Wanted::Text);
        }
        for (at, (lang, text)) in map.iter().enumerate() {
            lang.validate(reader);
            if map.iter().take(at).any(|(known, _)| known == lang) {
                reader.fail(Reason::Twice(lang.as_str().to_owned()));
            }
            text.validate(reader);
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(Box::default())
    }
}
