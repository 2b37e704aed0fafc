//! Elements of Moodle XML: their texts, and where they stand.

use roxmltree::Node;

use crate::diagnostics::{Place, Quote};
use crate::text::html::{self, LostMarkup};

/// The first child of that name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name(name))
}

/// Every child of that name.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

/// All that is said in an element, or in its `<text>` where it has one.
pub(super) fn raw(node: Node<'_, '_>) -> String {
    let node = child(node, "text").unwrap_or(node);
    let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
    texts.collect::<String>().trim().to_owned()
}

/// The same of a child; empty where there is none.
pub(super) fn raw_of(node: Node<'_, '_>, name: &str) -> String {
    child(node, name).map(raw).unwrap_or_default()
}

/// A text without its markup, and what could be seen of it and is lost. Without a format it is HTML.
pub(super) fn shown(node: Node<'_, '_>) -> (String, Option<LostMarkup>) {
    let raw = raw(node);
    let plain = match node.attribute("format") {
        Some("plain_text" | "markdown") => return (raw, None),
        Some("moodle_auto_format") => html::mixed_to_text(&raw),
        _ => html::to_text(&raw),
    };
    (plain.text.into_owned(), plain.lost)
}

/// Lines of a text, counted on from the last place that was asked for.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    file: &'a str,
    text: &'a str,
    /// A byte, and how many lines begin before it.
    known: (usize, u32),
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, known: (0, 1) }
    }

    /// Begins at an element; those in it are asked for next.
    pub(super) fn enter(&mut self, node: Node<'_, '_>) {
        let start = node.range().start;
        self.known = (start, self.line(start));
    }

    fn line(&self, at: usize) -> u32 {
        let (from, line) = self.known;
        let n_breaks = self.text.get(from..at).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count();
        line + u32::try_from(n_breaks).unwrap_or(0)
    }

    /// Where an element stands, and the line in which it begins.
    pub(super) fn place(&self, node: Node<'_, '_>) -> (Place, Quote) {
        const MOST: usize = 400;
        let range = node.range();
        let back = self.text.floor_char_boundary(range.start.saturating_sub(MOST));
        let before = &self.text[back..range.start];
        let from = before.rfind('\n').map_or(back, |at| back + at + 1);
        let rest = &self.text[from..];
        let rest = &rest[..rest.floor_char_boundary(rest.len().min(2 * MOST))];
        let line = rest.lines().next().unwrap_or_default();
        let (begin, end) = (range.start - from, (range.end - from).min(line.len()));
        let column = self.text[from..range.start].chars().count() + 1;
        let place = Place::text(self.file, self.line(range.start), u32::try_from(column).unwrap_or(u32::MAX));
        (place, Quote::new(line, begin.min(line.len()), end))
    }
}
