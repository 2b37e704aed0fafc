//! HTML to plain text: tags away, entities decoded, paragraphs to line breaks.

use std::borrow::Cow;

use memchr::memchr2;

/// A text without markup, and what of it could be seen before and is gone.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Plain<'a> {
    pub(crate) text: Cow<'a, str>,
    /// `img` and the like, or `sup` where something else than digits was raised.
    pub(crate) lost: Option<&'static str>,
}

/// What a browser would show of HTML, as lines of text.
pub(crate) fn of_html(html: &str) -> Plain<'_> {
    convert(html, true)
}

/// A text in which tags may be, but need not: `<` before anything else than the name of a tag is itself, and line
/// breaks are line breaks.
pub(crate) fn of_mixed(text: &str) -> Plain<'_> {
    if memchr2(b'<', b'&', text.as_bytes()).is_none() {
        return Plain { text: Cow::Borrowed(text), lost: None };
    }
    convert(text, false)
}

#[derive(Default)]
struct Page {
    text: String,
    lost: Option<&'static str>,
    /// Whether white space is one space, as in HTML.
    folds: bool,
    space: bool,
    raised: Option<bool>,
    /// Whether no tag, or no comment, ends in what is left: it is looked for only once.
    no_end: [bool; 2],
}

fn convert(html: &str, is_html: bool) -> Plain<'static> {
    let mut page = Page { folds: is_html, ..Page::default() };
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        page.say(before);
        let taken = if from.starts_with('<') { page.tag(from, is_html) } else { page.entity(from) };
        let taken = taken.unwrap_or_else(|| {
            page.say(&from[..1]);
            1
        });
        rest = &from[taken..];
    }
    page.say(rest);
    Plain { text: Cow::Owned(page.text.trim().to_owned()), lost: page.lost }
}

impl Page {
    fn say(&mut self, text: &str) {
        for letter in text.chars() {
            if self.folds && matches!(letter, ' ' | '\t' | '\n' | '\r') {
                self.space = true;
            } else {
                self.letter(letter);
            }
        }
    }

    fn letter(&mut self, letter: char) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        let shifted = match self.raised {
            Some(up) => shifted(letter, up),
            None => Some(letter),
        };
        if shifted.is_none() {
            self.lost.get_or_insert("sup");
        }
        self.text.push(shifted.unwrap_or(letter));
    }

    /// A new line, unless one has just begun.
    fn begin_line(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Takes a tag or comment, and tells how many bytes it was.
    fn tag(&mut self, from: &str, is_html: bool) -> Option<usize> {
        if let Some(comment) = from.strip_prefix("<!--") {
            return self.end(comment, "-->", 1).map(|end| end + "<!---->".len());
        }
        let inner = &from[1..];
        let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length = inner.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let name = inner[..length].to_ascii_lowercase();
        let ends = matches!(inner.as_bytes().get(length), Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r'));
        if !(ends && (KNOWN.contains(&name.as_str()) || is_html && name.starts_with(|c: char| c.is_ascii_alphabetic())))
        {
            return None;
        }
        let end = self.end(from, ">", 0)? + 1;
        self.act(&name, closing);
        if !closing && (name == "script" || name == "style") {
            let close = from.find("</").map_or(from.len(), |close| close.max(end));
            return Some(close);
        }
        Some(end)
    }

    fn end(&mut self, text: &str, mark: &str, which: usize) -> Option<usize> {
        let end = if self.no_end[which] { None } else { text.find(mark) };
        self.no_end[which] |= end.is_none();
        end
    }

    fn act(&mut self, name: &str, closing: bool) {
        match name {
            "br" => {
                self.space = false;
                self.text.push('\n');
            }
            "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre"
            | "blockquote" | "hr" => self.begin_line(),
            "td" | "th" => self.space = true,
            "sup" | "sub" => self.raised = (!closing).then_some(name == "sup"),
            "img" | "video" | "audio" | "object" | "iframe" | "svg" | "math" | "canvas" | "embed" if !closing => {
                self.lost = Some("img");
            }
            _ => {}
        }
    }

    /// Takes an entity, and tells how many bytes it was.
    fn entity(&mut self, from: &str) -> Option<usize> {
        let end = from.bytes().take(12).position(|byte| byte == b';')?;
        let name = from.get(1..end)?;
        let letter = match name.strip_prefix('#') {
            Some(number) => {
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?).filter(|letter| *letter != '\0')?
            }
            None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
        };
        self.letter(letter);
        Some(end + 1)
    }
}

/// The tags of Moodle's editors. Others, such as `<50℃`, are no tags outside of HTML.
const KNOWN: &[&str] = &[
    "a",
    "abbr",
    "audio",
    "b",
    "big",
    "blockquote",
    "br",
    "canvas",
    "center",
    "code",
    "del",
    "div",
    "em",
    "embed",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "li",
    "mark",
    "math",
    "object",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "video",
];

/// The entities that editors write of themselves.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("times", '×'),
    ("divide", '÷'),
    ("deg", '°'),
    ("middot", '·'),
    ("bull", '•'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("euro", '€'),
    ("yen", '¥'),
    ("pound", '£'),
    ("sect", '§'),
    ("plusmn", '±'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("larr", '←'),
    ("rarr", '→'),
    ("uarr", '↑'),
    ("darr", '↓'),
    ("minus", '−'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("micro", 'µ'),
    ("radic", '√'),
    ("permil", '‰'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ensp", ' '),
    ("emsp", ' '),
];

/// A letter as it looks raised or lowered.
fn shifted(letter: char, up: bool) -> Option<char> {
    const FROM: &str = "0123456789+-()";
    let to = if up { "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾" } else { "₀₁₂₃₄₅₆₇₈₉₊₋₍₎" };
    FROM.chars().zip(to.chars()).find(|(from, _)| *from == letter).map(|(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_and_white_space_is_one_space() {
        let html = "<p>先关<b>阀门</b>，</p>\n<p>再&nbsp;开窗。<br/>不要 \n 开灯</p>";
        assert_eq!(of_html(html), Plain { text: "先关阀门，\n再 开窗。\n不要 开灯".into(), lost: None });
    }

    #[test]
    fn raised_digits_stay_raised() {
        assert_eq!(of_html("10<sup>3</sup> m<sup>2</sup>, CO<sub>2</sub>").text, "10³ m², CO₂");
        assert_eq!(of_html("x<sup>n</sup>").lost, Some("sup"));
    }

    #[test]
    fn a_sign_that_begins_no_tag_is_itself() {
        for text in ["温度<50℃", "a < b", "<", "&", "AT&T;", "&#0;", "<é>", "<bank>"] {
            assert_eq!(of_mixed(text).text, text);
        }
        assert_eq!(of_mixed("a<b>c</b>\nd &lt;i&gt; &#65;&#x42;").text, "ac\nd <i> AB");
    }

    #[test]
    fn pictures_are_missed_and_scripts_are_not() {
        assert_eq!(of_html("看图<img src=\"a.png\">"), Plain { text: "看图".into(), lost: Some("img") });
        assert_eq!(of_html("a<script>alert(1)</script><!-- x -->b").text, "ab");
        assert_eq!(of_html("<p").text, "<p");
    }
}
