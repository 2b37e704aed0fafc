//! XML of strangers: a tree with the places of its nodes, and no entities but the five that XML has.
//!
//! A document type is refused, since that is where entities of entities are declared. Depth, attributes and the names
//! in scope are counted before the tree is built: some of the work on it grows with their product.

use crate::diagnostics::Code;
use roxmltree::{Document, Error, Node, ParsingOptions};
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place, Position, Quote};
use crate::limits::{MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_NODES};

/// An XML file as a tree.
#[derive(Debug)]
pub struct Xml<'a> {
    /// Where all of it is.
    pub at: Place,
    text: &'a str,
    document: Document<'a>,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> Xml<'a> {
    /// Reads a text; `at` is the file, or the file in a package, that it comes from.
    ///
    /// # Errors
    /// A finding where it is no XML, or has more in it than is read.
    pub fn parse(at: Place, text: &'a str) -> Result<Self, Box<Finding>> {
        let lines: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        let here = |offset: usize| (place(&at, &lines, text, offset), Some(quote(&lines, text, offset, offset + 1)));
        if let Err((offset, refusal)) = survey(text) {
            let (place, quote) = here(offset);
            return Err(Box::new(refused(&refusal, place).quoting(quote)));
        }
        let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_XML_NODES, entity_resolver: None };
        match Document::parse_with_options(text, options) {
            Ok(document) => Ok(Self { at, text, document, lines }),
            Err(error) => {
                let (place, quote) = here(offset_of(&error, &lines, text));
                Err(Box::new(broken(&error, place).quoting(quote)))
            }
        }
    }

    /// The outermost element.
    pub fn root(&self) -> Node<'_, 'a> {
        self.document.root_element()
    }

    /// Where a node begins.
    pub fn place(&self, node: Node<'_, '_>) -> Place {
        place(&self.at, &self.lines, self.text, node.range().start)
    }

    /// The line in which a node begins, with its beginning marked: of an element, its start tag.
    pub fn quote(&self, node: Node<'_, '_>) -> Option<Quote> {
        let range = node.range();
        let whole = self.text.get(range.clone()).unwrap_or_default();
        let tag = if node.is_element() { whole.find('>').map_or(whole.len(), |end| end + 1) } else { whole.len() };
        Some(quote(&self.lines, self.text, range.start, range.start + tag))
    }
}

/// What is beyond the bounds before a tree is built.
enum Refusal {
    Dtd,
    Depth,
    Attributes,
}

/// Goes over the tags without building anything, and tells where a bound is passed.
fn survey(text: &str) -> Result<(), (usize, Refusal)> {
    // How many prefixes are in scope, for each element that is open.
    let mut scopes = vec![0];
    let (mut at, mut n_copies) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        let skip = |end: &str| rest.find(end).map_or(rest.len(), |found| found + end.len());
        at = start
            + if rest.starts_with("<!--") {
                skip("-->")
            } else if rest.starts_with("<![CDATA[") {
                skip("]]>")
            } else if rest.starts_with("<?") {
                skip("?>")
            } else if rest.starts_with("<!") {
                return Err((start, Refusal::Dtd));
            } else if rest.starts_with("</") {
                scopes.truncate(scopes.len().saturating_sub(1).max(1));
                skip(">")
            } else {
                let tag = tag(rest);
                let scope = scopes.last().copied().unwrap_or(0) + tag.n_prefixes;
                // An element that adds a prefix gets a list of its own of all that are in scope.
                n_copies += if tag.n_prefixes > 0 { scope } else { 0 };
                if tag.n_attributes > MAX_XML_ATTRIBUTES || n_copies > MAX_XML_NODES as usize {
                    return Err((start, Refusal::Attributes));
                }
                if !tag.is_empty {
                    scopes.push(scope);
                }
                if scopes.len() > MAX_XML_DEPTH + 1 {
                    return Err((start, Refusal::Depth));
                }
                tag.length
            };
    }
    Ok(())
}

/// A start tag.
struct Tag {
    length: usize,
    n_attributes: usize,
    n_prefixes: usize,
    is_empty: bool,
}

fn tag(text: &str) -> Tag {
    let (mut n_attributes, mut quote, mut before) = (0, None, b' ');
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (None, b'"' | b'\'') => {
                n_attributes += 1;
                quote = Some(byte);
            }
            (None, b'>') => {
                let n_prefixes = text.get(..at).unwrap_or_default().matches("xmlns").count();
                return Tag { length: at + 1, n_attributes, n_prefixes, is_empty: before == b'/' };
            }
            _ => {}
        }
        before = byte;
    }
    Tag { length: text.len(), n_attributes, n_prefixes: 0, is_empty: false }
}

fn place(at: &Place, lines: &[usize], text: &str, offset: usize) -> Place {
    let line = lines.partition_point(|start| *start <= offset).saturating_sub(1);
    let before = lines.get(line).and_then(|start| text.get(*start..offset)).unwrap_or_default();
    let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    let position = Position::Text { line: number(line), column: number(before.chars().count()) };
    Place { position, ..at.clone() }
}

/// The line of a place with it marked; of a line that goes on and on, what is near.
fn quote(lines: &[usize], text: &str, from: usize, to: usize) -> Quote {
    const NEAR: usize = 100;
    let line = lines.partition_point(|start| *start <= from);
    let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
    let end = lines.get(line).copied().unwrap_or(text.len());
    let start = text.ceil_char_boundary(start.max(from.saturating_sub(NEAR)));
    let end = text.floor_char_boundary(end.min(from + 2 * NEAR));
    let shown = text.get(start..end).unwrap_or_default().trim_end();
    let from = from.saturating_sub(start).min(shown.len());
    let to = shown.floor_char_boundary(to.saturating_sub(start)).clamp(from, shown.len());
    Quote::new(shown, from, to)
}

fn offset_of(error: &Error, lines: &[usize], text: &str) -> usize {
    let position = error.pos();
    if matches!(error, Error::NoRootNode | Error::UnclosedRootNode | Error::UnexpectedEndOfStream) {
        return text.trim_end().len();
    }
    let start = lines.get(position.row.saturating_sub(1) as usize).copied().unwrap_or(0);
    let line = text.get(start..).unwrap_or_default();
    start + line.char_indices().nth(position.col.saturating_sub(1) as usize).map_or(0, |(at, _)| at)
}

fn refused(refusal: &Refusal, at: Place) -> Finding {
    match refusal {
        Refusal::Dtd => Finding::error(
            Code::XmlDtd,
            at,
            Words::new("文件里有 DOCTYPE 声明，不读这样的文件", "the file declares a document type, which is not read"),
            Words::new(
                "题目文件用不着它，它可以拿来撑爆内存：删掉 <!DOCTYPE …> 这一段再导入",
                "question files need none and it can be used to exhaust memory: delete the part <!DOCTYPE ...>",
            ),
        ),
        Refusal::Depth => Finding::error(
            Code::XmlTooDeep,
            at,
            Words::new(
                format!("标记一层套一层，超过了 {MAX_XML_DEPTH} 层"),
                format!("elements are nested more than {MAX_XML_DEPTH} deep"),
            ),
            Words::new("正常的题目没有这么多层，请重新导出", "no question is that deep: export the file again"),
        ),
        Refusal::Attributes => Finding::error(
            Code::XmlTooWide,
            at,
            Words::new(
                format!("一个标记有超过 {MAX_XML_ATTRIBUTES} 个属性"),
                format!("an element has more than {MAX_XML_ATTRIBUTES} attributes"),
            ),
            Words::new("正常的题目没有这么多属性，请重新导出", "no question has that many: export the file again"),
        ),
    }
}

fn broken(error: &Error, at: Place) -> Finding {
    let zh = match error {
        Error::UnexpectedCloseTag(open, close, _) => format!("开头的标记是 <{open}>，结尾却是 </{close}>"),
        Error::NoRootNode => "文件里没有标记".to_owned(),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => "文件没写完：有的标记没有结尾".to_owned(),
        Error::UnknownEntityReference(name, _) => format!("XML 里没有 &{name}; 这个写法"),
        Error::MalformedEntityReference(_) => "单独的 & 要写成 &amp;".to_owned(),
        Error::DuplicatedAttribute(name, _) => format!("属性 {name} 写了两次"),
        Error::UnknownNamespace(prefix, _) => format!("没有声明前缀 {prefix}:"),
        Error::NodesLimitReached => "文件里的标记太多".to_owned(),
        _ => "这里不合 XML 的写法".to_owned(),
    };
    Finding::error(
        Code::XmlBroken,
        at,
        Words::new(zh, format!("this is not well-formed XML: {error}")),
        Words::new("改好这一处，或者从原来的软件重新导出", "correct this place, or export the file again"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<(Code, u32)> {
        let finding = Xml::parse(Place::whole("a.xml"), text).err()?;
        let Position::Text { line, .. } = finding.at.position else { panic!("a place in a text") };
        Some((finding.code, line))
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert_eq!(code("<a>\n<b/></a>"), None);
        assert_eq!(code("<a>\n<b></a>"), Some((Code::XmlBroken, 2)));
        assert_eq!(code("<a>\n  &nbsp;</a>"), Some((Code::XmlBroken, 2)));
        assert_eq!(code("<a>\n<b c='"), Some((Code::XmlBroken, 2)));
        assert_eq!(code("<a>\n"), Some((Code::XmlBroken, 1)));
        assert_eq!(code(""), Some((Code::XmlBroken, 1)));
        assert_eq!(
            code("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>"),
            Some((Code::XmlDtd, 2))
        );
    }

    #[test]
    fn a_hundred_thousand_elements_in_each_other_are_refused() {
        let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        assert_eq!(code(&deep), Some((Code::XmlTooDeep, 1)));
        assert_eq!(code(&"<a x='>'>".repeat(100_000)), Some((Code::XmlTooDeep, 1)));
    }

    #[test]
    fn a_hundred_thousand_attributes_are_refused() {
        let wide = " a=''".repeat(100_000);
        assert_eq!(code(&format!("<a{wide}/>")), Some((Code::XmlTooWide, 1)));
    }

    #[test]
    fn prefixes_that_each_element_copies_from_all_around_it_are_refused() {
        let scope = " xmlns:p='u'".repeat(60);
        let deep = format!("<a{scope}>").repeat(200);
        assert_eq!(code(&format!("{deep}{}", "<b xmlns:q='u'/>".repeat(10_000))), Some((Code::XmlTooWide, 1)));
    }

    #[test]
    fn comments_and_raw_text_are_not_taken_for_tags() {
        let open = "<b>".repeat(MAX_XML_DEPTH + 1);
        assert_eq!(code(&format!("<a><!-- {open} --><![CDATA[{open}]]><?x {open}?></a>")), None);
        assert_eq!(code("<a><!-- "), Some((Code::XmlBroken, 1)));
    }

    #[test]
    fn a_node_is_quoted_with_its_tag_marked_even_in_an_endless_line() {
        let text = format!("<a>\n{}<b 名='1'>题</b></a>", "字".repeat(5000));
        let xml = Xml::parse(Place::whole("a.xml"), &text).expect("XML");
        let node = xml.root().first_element_child().expect("an element");
        let quote = xml.quote(node).expect("a line");
        assert_eq!(&quote.line[quote.from..quote.to], "<b 名='1'>");
        assert!(quote.line.len() < 400);
        assert_eq!(xml.place(node).position, Position::Text { line: 2, column: 5001 });
    }
}
