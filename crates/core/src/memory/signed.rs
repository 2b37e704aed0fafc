//! What a person has put their name to.

use serde::Serialize;

use super::read::Finished;
use crate::certificate::Code;
use crate::day::Millis;
use crate::json::{Fields, Limit, Node, Read, Reader, Reason, Wanted};
use crate::{Attempt, Id};

/// The longest name, in characters.
pub const MAX_NAME: usize = 40;

/// The far side of the box that is signed in: strokes are in thousandths of it.
pub const MAX_COORDINATE: u16 = 1000;

/// An exam that was passed. Whether it was is found by marking the attempt, not by what stands here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// With what.
    pub attempt: Attempt,
    /// What was reached, in millionths of a point.
    pub micropoints: u64,
    /// What could be reached.
    pub of: u64,
    /// What ties it to the answers.
    pub code: Box<str>,
    /// Whose it is, as that person typed it.
    pub name: Box<str>,
}

/// Promises that somebody has signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pledge {
    /// When.
    pub at: Millis,
    /// Of which theme they are.
    pub theme: Id,
    /// Which.
    pub promises: Vec<Id>,
    /// Whose they are, as that person typed it.
    pub name: Box<str>,
    /// A signature by finger: strokes of x, y, x, y ...
    pub strokes: Vec<Vec<u16>>,
}

impl Read for Certificate {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["attempt", "micropoints", "of", "code", "name"], reader);
        let certificate = Self {
            attempt: fields.take::<Finished>("attempt", reader).0,
            micropoints: fields.take("micropoints", reader),
            of: fields.take("of", reader),
            code: fields.take::<Name>("code", reader).0,
            name: fields.take::<Name>("name", reader).0,
        };
        fields.end(reader);
        if certificate.code.parse::<Code>().is_err() {
            reader.fail_in("code", Reason::Wanted(Wanted::Code));
        }
        if certificate.micropoints > certificate.of {
            reader.fail_in("micropoints", Reason::Wanted(Wanted::WholeNumber));
        }
        certificate
    }
}

impl Read for Pledge {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["at", "theme", "promises", "name", "strokes"], reader);
        let strokes: Vec<Stroke> = fields.take("strokes", reader);
        let pledge = Self {
            at: fields.take("at", reader),
            theme: fields.take("theme", reader),
            promises: fields.take("promises", reader),
            name: fields.take::<Name>("name", reader).0,
            strokes: strokes.into_iter().map(|stroke| stroke.0).collect(),
        };
        fields.end(reader);
        pledge
    }
}

/// A text of at most [`MAX_NAME`] characters.
#[derive(Default)]
struct Name(Box<str>);

impl Read for Name {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let name: Box<str> = Read::read(node, reader);
        if name.chars().count() > MAX_NAME {
            reader.fail(Reason::Limit { of: Limit::Letters, most: MAX_NAME });
        }
        Self(name)
    }
}

/// Points in the box, x and y by turns.
#[derive(Default)]
struct Stroke(Vec<u16>);

impl Read for Stroke {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let points: Vec<u16> = Read::read(node, reader);
        if !points.len().is_multiple_of(2) || points.iter().any(|at| *at > MAX_COORDINATE) {
            reader.want(Wanted::Stroke);
        }
        Self(points)
    }
}
