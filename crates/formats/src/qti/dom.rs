//! Elements and attributes by one name, whichever version of QTI calls them what, and their contents as plain text.

use std::borrow::Cow;

use roxmltree::Node;

/// What an element is called in QTI 3, without `qti-`: `simple-choice` for `qti-simple-choice` and for the
/// `simpleChoice` of QTI 2.
pub(super) fn name<'a>(node: Node<'a, '_>) -> Cow<'a, str> {
    let name = node.tag_name().name();
    name.strip_prefix("qti-").map_or_else(|| kebab(name), Cow::Borrowed)
}

/// An attribute by its name in QTI 3.
pub(super) fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    let found = node.attributes().find(|attribute| attribute.name() == wanted || kebab(attribute.name()) == wanted);
    found.map(|attribute| attribute.value())
}

/// An attribute of this project's own.
pub(super) fn own<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    let own = |name: &str| name.strip_prefix("data-sixinto-") == Some(wanted);
    node.attributes().find(|attribute| own(attribute.name())).map(|attribute| attribute.value())
}

/// The elements of that name directly in a node.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, wanted: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && name(*child) == wanted)
}

/// The first element of that name directly in a node.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &'static str) -> Option<Node<'a, 'i>> {
    children(node, wanted).next()
}

/// The elements of that name anywhere in a node.
pub(super) fn all<'a, 'i>(node: Node<'a, 'i>, wanted: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |child| child.is_element() && name(*child) == wanted)
}

/// How white space is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// As pages are: runs are one space, and paragraphs are lines.
    Collapsed,
    /// As this project writes it: every letter counts, and only `br` ends a line.
    Kept,
}

/// What a node says in plain text. Interactions and feedback in it are left out, and a place to type at becomes
/// `____`; so do pictures and the like, which are told to `lost`.
pub(super) fn flatten<'a, 'i>(node: Node<'a, 'i>, space: Space, lost: &mut Vec<Node<'a, 'i>>) -> String {
    let mut text = String::new();
    let mut skipped_to = 0;
    // Where each block ends that is open.
    let mut blocks: Vec<usize> = Vec::new();
    for inner in node.descendants() {
        let start = inner.range().start;
        while blocks.pop_if(|end| *end <= start).is_some() {
            end_line(&mut text);
        }
        if start < skipped_to {
            continue;
        }
        if inner.is_text() {
            push(&mut text, inner.text().unwrap_or_default(), space);
        } else if inner.is_element() && inner != node && is_left_out(inner, &mut text, lost) {
            skipped_to = inner.range().end;
        } else if inner.is_element() && inner.tag_name().name() == "br" {
            text.push('\n');
        } else if is_block(inner, space) {
            end_line(&mut text);
            blocks.push(inner.range().end);
        }
    }
    match space {
        Space::Kept => text,
        Space::Collapsed => text.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned(),
    }
}

fn is_left_out<'a, 'i>(node: Node<'a, 'i>, text: &mut String, lost: &mut Vec<Node<'a, 'i>>) -> bool {
    match name(node).as_ref() {
        "text-entry-interaction" | "inline-choice-interaction" => text.push_str("____"),
        "feedback-inline" | "feedback-block" | "rubric-block" | "modal-feedback" | "stylesheet" | "catalog-info" => {}
        "img" | "object" | "math" | "svg" | "audio" | "video" | "picture" | "iframe" => lost.push(node),
        name if name.ends_with("-interaction") => {}
        _ => return false,
    }
    true
}

fn is_block(node: Node<'_, '_>, space: Space) -> bool {
    const BLOCKS: &[&str] =
        &["p", "div", "li", "tr", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "prompt"];
    space == Space::Collapsed && node.is_element() && BLOCKS.contains(&name(node).as_ref())
}

fn end_line(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

fn push(text: &mut String, piece: &str, space: Space) {
    if space == Space::Kept {
        text.push_str(piece);
        return;
    }
    for letter in piece.chars() {
        // A hard space is somebody's will; others are the layout of the file.
        if letter != '\u{a0}' && letter != '\u{3000}' && letter.is_whitespace() {
            if !text.is_empty() && !text.ends_with([' ', '\n']) {
                text.push(' ');
            }
        } else {
            text.push(letter);
        }
    }
}

/// `simpleChoice` as `simple-choice`.
fn kebab(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Borrowed(name);
    }
    let pieces = name.chars().flat_map(|letter| {
        let dash = letter.is_ascii_uppercase().then_some('-');
        dash.into_iter().chain([letter.to_ascii_lowercase()])
    });
    Cow::Owned(pieces.collect())
}
