//! A file of what is remembered, read as one that anybody may have written.

use super::{MAX_BYTES, MAX_ENTRIES, Memory};
use crate::json::{self, Failure, Fields, Limit, Node, Read, Reader, Reason, Versioned, Wanted};
use crate::map::{IdSet, Named};
use crate::place::step_to;
use crate::{Attempt, Id, paper};

/// Reads a file.
///
/// Besides what does not fit the types, these are faults: more bytes than [`MAX_BYTES`], a list or an object with more
/// entries than [`MAX_ENTRIES`], an attempt that is at, answers or marks a question which its paper does not ask, one
/// that is said to be finished and is not, and all that goes beyond the limits of [`super::Certificate`] and
/// [`super::Pledge`]. Whether a paper is of questions that are still there is looked at when it is taken up.
///
/// # Errors
/// Everything that is wrong with it, in the order of the text; never an empty list.
pub fn read(text: &str) -> Result<Memory, Vec<Failure>> {
    if text.len() > MAX_BYTES {
        return Err(vec![Failure::whole(Reason::Limit { of: Limit::Bytes, most: MAX_BYTES })]);
    }
    json::read(text)
}

/// The first list or object that has too many entries.
fn crowded(node: &Node<'_>, pointer: &mut String) -> Option<Failure> {
    let (len, steps): (usize, Box<dyn Iterator<Item = (String, &Node<'_>)>>) = match node {
        Node::List(nodes) => (nodes.len(), Box::new(nodes.iter().enumerate().map(|(at, node)| (at.to_string(), node)))),
        Node::Object(entries) => (entries.len(), Box::new(entries.iter().map(|(name, node)| (name.to_string(), node)))),
        _ => return None,
    };
    if len > MAX_ENTRIES {
        let reason = Reason::Limit { of: Limit::Entries, most: MAX_ENTRIES };
        return Some(Failure { pointer: pointer.clone(), ..Failure::whole(reason) });
    }
    for (step, node) in steps {
        let end = pointer.len();
        pointer.push('/');
        pointer.push_str(&step_to(&step));
        if let Some(failure) = crowded(node, pointer) {
            return Some(failure);
        }
        pointer.truncate(end);
    }
    None
}

impl Versioned for Memory {
    const FORMAT: u32 = super::FORMAT;
}

impl Read for Memory {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        const KNOWN: &[&str] = &[
            "format",
            "made",
            "lang",
            "open",
            "done",
            "seen",
            "daily",
            "book",
            "certificates",
            "pledges",
            "settings",
            "study",
        ];
        if let Some(failure) = crowded(&node, &mut String::new()) {
            reader.note(failure);
            return Self::default();
        }
        let mut fields = Fields::of(node, KNOWN, reader);
        let memory = Self {
            format: fields.take("format", reader),
            made: fields.take("made", reader),
            lang: fields.take("lang", reader),
            open: fields.take::<Vec<Taken>>("open", reader).into_iter().map(|taken| taken.0).collect(),
            done: fields.take::<Option<Finished>>("done", reader).map(|finished| finished.0),
            seen: fields.take::<Named<_, _>>("seen", reader).0,
            daily: fields.take::<Named<_, _>>("daily", reader).0,
            book: fields.take("book", reader),
            certificates: fields.take("certificates", reader),
            pledges: fields.take("pledges", reader),
            settings: fields.take::<Named<_, _>>("settings", reader).0,
            // The first files of this format were made without it.
            study: fields.take::<Option<Named<_, _>>>("study", reader).unwrap_or_default().0,
        };
        fields.end(reader);
        memory
    }
}

/// An attempt that is about its own paper.
#[derive(Default)]
struct Taken(Attempt);

impl Read for Taken {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let attempt = Attempt::read(node, reader);
        let reason = |found: u32| Reason::Version { found: found.into(), known: paper::FORMAT };
        for format in [attempt.format, attempt.paper.format] {
            if format != paper::FORMAT {
                reader.fail_in("format", reason(format));
            }
        }
        if attempt.current >= attempt.paper.questions.len() {
            reader.fail_in("current", Reason::Wanted(Wanted::WholeNumber));
        }
        let asked: IdSet = attempt.paper.questions.iter().map(|question| question.id.clone()).collect();
        let answered: Vec<&Id> = attempt.answers.iter().map(|(id, _)| id).collect();
        let flagged = attempt.flagged.iter().collect();
        let locked = attempt.locked.iter().collect();
        for (field, ids) in [("answers", answered), ("flagged", flagged), ("locked", locked)] {
            if ids.into_iter().any(|id| !asked.contains(id)) {
                reader.fail_in(field, Reason::Wanted(Wanted::Asked));
            }
        }
        Self(attempt)
    }
}

/// An attempt that is over.
#[derive(Default)]
pub(super) struct Finished(pub(super) Attempt);

impl Read for Finished {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let Taken(attempt) = Read::read(node, reader);
        if attempt.finished.is_none() {
            reader.fail(Reason::MissingField("finished"));
        }
        Self(attempt)
    }
}
