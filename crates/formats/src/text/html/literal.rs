//! Signs in HTML that begin no markup, written so that they are themselves.

use std::borrow::Cow;

use memchr::memchr2_iter;

/// What is taken for a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tags {
    /// Whatever has the form of one.
    All,
    /// Those that editors write. Others, such as `<50℃`, are no tags outside of HTML.
    OfEditors,
}

/// A text with `&lt;` and `&amp;` for every sign that begins no tag, no comment and no entity.
pub(super) fn escaped(text: &str, tags: Tags) -> Cow<'_, str> {
    let mut written = String::new();
    let mut done = 0;
    // Nothing that begins behind the last of them ends.
    let last_end = text.rfind('>');
    for at in memchr2_iter(b'<', b'&', text.as_bytes()) {
        let (before, from) = (&text[done..at], &text[at..]);
        let escape = match from.strip_prefix('<') {
            Some(inner) if Some(at) > last_end || !is_markup(inner, tags) => "&lt;",
            None if names_no_letter(from) => "&amp;",
            _ => continue,
        };
        written.push_str(before);
        written.push_str(escape);
        done = at + 1;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    written.push_str(&text[done..]);
    Cow::Owned(written)
}

/// Whether what stands after `<` makes it a tag, a comment or a declaration.
fn is_markup(inner: &str, tags: Tags) -> bool {
    const LONGEST: usize = 64;
    const DECLARATIONS: [&str; 4] = ["!--", "![", "!doctype", "?xml"];
    let begins = |with: &&str| inner.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    if DECLARATIONS.iter().any(begins) {
        return true;
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b":-_".contains(byte);
    let length = inner.bytes().take(LONGEST).take_while(is_name).count();
    let (name, rest) = inner.split_at(length);
    // An address in brackets, <http://…>, is none.
    let is_tag = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && !name.ends_with(':')
        && rest.starts_with(['>', '/', ' ', '\t', '\n', '\r', '\u{c}']);
    is_tag && (tags == Tags::All || is_of_editors(&name.to_ascii_lowercase()))
}

fn is_of_editors(name: &str) -> bool {
    OF_EDITORS.contains(&name) || name.split_once(':').is_some_and(|(prefix, _)| OF_OFFICE.contains(&prefix))
}

/// Whether something like `&#0;` stands for no letter. A browser shows � for it, and as it is it can be mended.
fn names_no_letter(text: &str) -> bool {
    let Some(number) = text.strip_prefix("&#") else { return false };
    let (radix, digits) = number.strip_prefix(['x', 'X']).map_or((10, number), |digits| (16, digits));
    let end = digits.find(|letter: char| !letter.is_digit(radix)).unwrap_or(digits.len());
    let code = u32::from_str_radix(&digits[..end], radix);
    end > 0 && code.ok().and_then(char::from_u32).is_none_or(|letter| letter == '\0')
}

/// The prefixes of Word's own tags, such as `<o:p>`, which come along with what is copied from it.
const OF_OFFICE: [&str; 5] = ["m", "o", "st1", "v", "w"];

/// The tags of Moodle's editors.
#[rustfmt::skip]
const OF_EDITORS: &[&str] = &[
    "a", "abbr", "audio", "b", "big", "blockquote", "br", "canvas", "center", "code", "del", "div", "em", "embed",
    "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "ins", "li", "mark", "math", "object",
    "ol", "p", "pre", "s", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "svg", "table",
    "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "video",
];
