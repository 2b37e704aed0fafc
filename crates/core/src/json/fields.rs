//! Objects whose fields are known.

use std::borrow::Cow;

use super::{Node, Read, Reader, Reason, Wanted};

/// The fields of an object that are not read yet.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: Vec<(Cow<'a, str>, Node<'a>)>,
    known: &'static [&'static str],
    missing: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The fields of an object that may have those of `known`.
    pub fn of(node: Node<'a>, known: &'static [&'static str], reader: &mut Reader) -> Self {
        Self { entries: reader.members(node), known, missing: Vec::new() }
    }

    /// Reads the field of that name.
    pub fn take<T: Read>(&mut self, name: &'static str, reader: &mut Reader) -> T {
        let value = self.enter(name, T::OPTIONAL, reader).map_or_else(T::default, |node| T::read(node, reader));
        reader.leave();
        value
    }

    /// What is the same for every type stands once in the program.
    #[inline(never)]
    fn enter(&mut self, name: &'static str, is_optional: bool, reader: &mut Reader) -> Option<Node<'a>> {
        reader.enter(name);
        self.pull(name, is_optional)
    }

    /// Takes the list of that name, its elements unread.
    pub fn take_list(&mut self, name: &'static str, reader: &mut Reader) -> Vec<Node<'a>> {
        match self.pull(name, false) {
            Some(Node::List(nodes)) => return nodes,
            Some(_) => reader.fail_in(name, Reason::Wanted(Wanted::List)),
            None => {}
        }
        Vec::new()
    }

    /// Notes what is left over and what was not found. A strange field says more than a missing one: it is most likely
    /// the same one with a typo.
    pub fn end(self, reader: &mut Reader) {
        let mut is_strange = false;
        for (name, _) in self.entries {
            let (field, known) = (name.into_owned(), self.known);
            let is_known = known.contains(&field.as_str());
            is_strange |= !is_known;
            reader.fail(if is_known { Reason::Twice(field) } else { Reason::UnknownField { field, known } });
        }
        if !is_strange {
            self.missing.into_iter().for_each(|name| reader.fail(Reason::MissingField(name)));
        }
    }

    fn pull(&mut self, name: &'static str, is_optional: bool) -> Option<Node<'a>> {
        // People keep the order of the documentation, so the next field is most often the first that is left.
        let Some(at) = self.entries.iter().position(|(key, _)| key == name) else {
            if !is_optional {
                self.missing.push(name);
            }
            return None;
        };
        Some(self.entries.remove(at).1)
    }
}

/// Reads a struct from the fields of an object: `read_fields!(Media { file, alt })`. A field that goes by another name
/// in files says so: `schema = "$schema"`.
macro_rules! read_fields {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    ($type:ty { $($field:ident $(= $name:literal)?),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(node: $crate::json::Node<'_>, reader: &mut $crate::json::Reader) -> Self {
                const KNOWN: &[&str] = &[$($crate::json::read_fields!(@name $field $($name)?)),*];
                let mut fields = $crate::json::Fields::of(node, KNOWN, reader);
                let value = Self {
                    $($field: fields.take($crate::json::read_fields!(@name $field $($name)?), reader)),*
                };
                fields.end(reader);
                value
            }
        }
    };
}

/// Reads an enum from its names: `read_names!(Scope { Theme = "theme", All = "all" })`.
macro_rules! read_names {
    ($type:ty { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(node: $crate::json::Node<'_>, reader: &mut $crate::json::Reader) -> Self {
                const VALUES: &[$type] = &[$(<$type>::$variant),*];
                VALUES.get(reader.name(node, &[$($name),*])).copied().unwrap_or_default()
            }
        }
    };
}

pub(crate) use {read_fields, read_names};
