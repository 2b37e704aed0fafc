//! Nodes to values.

use std::borrow::Cow;

use super::validate::WEIGHTS;
use super::{Failure, Node, Reason, Validate, Wanted};
use crate::place::step_to;

/// A type that can be read from a JSON value.
///
/// What does not fit is noted with the [`Reader`] and its default stands in for it, so that reading goes on and finds
/// the next fault too. Whoever began the reading looks at the notes before using the value.
pub trait Read: Default {
    /// Whether the field of such a value can be left out; the default then stands for it.
    const OPTIONAL: bool = false;

    /// Reads a value.
    fn read(node: Node<'_>, reader: &mut Reader) -> Self;
}

/// Where in a file the reading is, and what did not fit so far.
#[derive(Debug, Default)]
pub struct Reader {
    path: Vec<Step>,
    failures: Vec<Failure>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Field(&'static str),
    Element(usize),
}

impl Reader {
    /// Everything that did not fit so far.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Everything that did not fit.
    pub fn into_failures(self) -> Vec<Failure> {
        self.failures
    }

    /// The first thing that did not fit.
    #[inline(never)]
    pub fn into_first_failure(self) -> Option<Failure> {
        self.failures.into_iter().next()
    }

    /// Notes that the value at hand does not fit.
    pub fn fail(&mut self, reason: Reason) {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Field(name) => pointer.push_str(name),
                Step::Element(index) => pointer.push_str(&index.to_string()),
            }
        }
        if let Reason::UnknownField { field, .. } | Reason::Twice(field) = &reason {
            pointer.push('/');
            pointer.push_str(field);
        }
        self.failures.push(Failure { pointer, ..Failure::whole(reason) });
    }

    /// Puts the name of an entry of the value at hand into the pointers of what was noted about it: all after the first
    /// `since` notes.
    pub(crate) fn name_entry(&mut self, since: usize, name: &str) {
        let here = self.path.iter().map(|step| match step {
            Step::Field(name) => 1 + name.len(),
            Step::Element(index) => 1 + index.to_string().len(),
        });
        let here = here.sum();
        let step = step_to(name);
        for failure in self.failures.iter_mut().skip(since) {
            failure.pointer.insert_str(here, &step);
            failure.pointer.insert(here, '/');
        }
    }

    /// Notes something that was found elsewhere than in the value at hand.
    pub(crate) fn note(&mut self, failure: Failure) {
        self.failures.push(failure);
    }

    /// Notes what the value at hand ought to be.
    pub fn want(&mut self, wanted: Wanted) {
        self.fail(Reason::Wanted(wanted));
    }

    /// Notes that a field of the value at hand does not fit.
    pub fn fail_in(&mut self, field: &'static str, reason: Reason) {
        self.enter(field);
        self.fail(reason);
        self.leave();
    }

    pub(super) fn enter(&mut self, field: &'static str) {
        self.path.push(Step::Field(field));
    }

    #[inline(never)]
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    /// Looks at a field of the value at hand.
    pub(crate) fn inside(&mut self, field: &'static str, look: impl FnOnce(&mut Self)) {
        self.enter(field);
        look(self);
        self.leave();
    }

    /// Looks at an element of the list at hand.
    pub(crate) fn inside_element(&mut self, index: usize, look: impl FnOnce(&mut Self)) {
        self.path.push(Step::Element(index));
        look(self);
        self.path.pop();
    }

    /// Reads the elements of a list one by one.
    pub fn each(&mut self, nodes: Vec<Node<'_>>, read: &mut dyn FnMut(Node<'_>, &mut Self)) {
        for (index, node) in nodes.into_iter().enumerate() {
            self.path.push(Step::Element(index));
            read(node, self);
            self.path.pop();
        }
    }

    /// Reads the elements of the list in a field one by one.
    pub fn each_of(&mut self, field: &'static str, nodes: Vec<Node<'_>>, read: &mut dyn FnMut(Node<'_>, &mut Self)) {
        self.enter(field);
        self.each(nodes, read);
        self.leave();
    }

    /// The elements of the list that a value has to be.
    #[inline(never)]
    fn list<'a>(&mut self, node: Node<'a>) -> Vec<Node<'a>> {
        if let Node::List(nodes) = node {
            return nodes;
        }
        self.want(Wanted::List);
        Vec::new()
    }

    /// The members of the object that a value has to be.
    #[inline(never)]
    pub(crate) fn members<'a>(&mut self, node: Node<'a>) -> Vec<(Cow<'a, str>, Node<'a>)> {
        if let Node::Object(members) = node {
            return members;
        }
        self.want(Wanted::Object);
        Vec::new()
    }

    /// The string that a value has to be.
    pub fn text<'a>(&mut self, node: Node<'a>, wanted: Wanted) -> Option<Cow<'a, str>> {
        if let Node::Text(text) = node {
            return Some(text);
        }
        self.want(wanted);
        None
    }

    /// A value made from a string, where the string is one that it can be made from.
    pub fn parse<T: Default + std::str::FromStr>(&mut self, node: Node<'_>, wanted: Wanted) -> T {
        let Some(text) = self.text(node, wanted) else { return T::default() };
        text.parse().unwrap_or_else(|_| {
            self.want(wanted);
            T::default()
        })
    }

    /// The place of a name in a list of names.
    pub(crate) fn name(&mut self, node: Node<'_>, known: &'static [&'static str]) -> usize {
        let Some(name) = self.text(node, Wanted::String) else { return 0 };
        known.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.fail(Reason::UnknownName { name: name.into_owned(), known });
            0
        })
    }

    /// A whole number from 0 to `most`.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    fn whole_number(&mut self, node: &Node<'_>, most: f64) -> u64 {
        match node {
            Node::Number(number) if (0.0..=most).contains(number) && number.fract() == 0.0 => *number as u64,
            _ => {
                self.want(Wanted::WholeNumber);
                0
            }
        }
    }
}

impl<T: Read> Read for Option<T> {
    const OPTIONAL: bool = true;

    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        if matches!(node, Node::Null) { None } else { Some(T::read(node, reader)) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let nodes = reader.list(node);
        let mut list = Self::with_capacity(nodes.len());
        reader.each(nodes, &mut |node, reader| list.push(T::read(node, reader)));
        list
    }
}

impl Read for bool {
    const OPTIONAL: bool = true;

    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let Node::Flag(flag) = node else {
            reader.want(Wanted::Flag);
            return false;
        };
        flag
    }
}

impl Read for Box<str> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let text: Self = reader.text(node, Wanted::String).unwrap_or_default().into();
        text.validate(reader);
        text
    }
}

/// The largest whole number that JavaScript keeps exactly.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

macro_rules! read_whole_numbers {
    ($($type:ty: $most:expr),*) => {$(
        impl Read for $type {
            #[expect(clippy::allow_attributes, reason = "what is unfulfilled differs from type to type")]
            #[allow(clippy::cast_possible_truncation, trivial_numeric_casts, reason = "the range is checked")]
            fn read(node: Node<'_>, reader: &mut Reader) -> Self {
                reader.whole_number(&node, $most) as Self
            }
        }
    )*};
}

read_whole_numbers!(u8: 255.0, u16: 65_535.0, u32: 4_294_967_295.0, usize: 4_294_967_295.0, u64: MAX_SAFE);

impl Read for i16 {
    #[expect(clippy::cast_possible_truncation, reason = "a number that is out of range saturates, and stays out of it")]
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        match node {
            Node::Number(number) if number.fract() == 0.0 && WEIGHTS.contains(&(number as Self)) => number as Self,
            _ => {
                reader.want(Wanted::Weight);
                0
            }
        }
    }
}
