//! Objects whose fields are known.

use std::borrow::Cow;

use super::{Misfit, Node, Read, Reason, Wanted};

/// The fields of an object that are not read yet.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: Vec<Option<(Cow<'a, str>, Node<'a>)>>,
    known: &'static [&'static str],
    /// Where the next field most likely is: people keep the order of the documentation.
    next: usize,
}

impl<'a> Fields<'a> {
    /// The fields of an object that may have those of `known`.
    ///
    /// # Errors
    /// The value is not an object.
    pub fn of(node: Node<'a>, known: &'static [&'static str]) -> Result<Self, Misfit> {
        let Node::Object(entries) = node else { return Err(Wanted::Object.into()) };
        Ok(Self { entries: entries.into_iter().map(Some).collect(), known, next: 0 })
    }

    /// Reads the field of that name.
    ///
    /// # Errors
    /// It is missing, or its value does not fit.
    pub fn take<T: Read>(&mut self, name: &'static str) -> Result<T, Misfit> {
        match self.pull(name) {
            Some(node) => T::read(node).map_err(|misfit| misfit.inside(name)),
            None => T::absent().ok_or_else(|| self.missing(name)),
        }
    }

    /// Takes the list of that name, its elements unread.
    ///
    /// # Errors
    /// It is missing, or no list.
    pub fn take_list(&mut self, name: &'static str) -> Result<Vec<Node<'a>>, Misfit> {
        match self.pull(name) {
            Some(Node::List(nodes)) => Ok(nodes),
            Some(_) => Err(Misfit::from(Wanted::List).inside(name)),
            None => Err(self.missing(name)),
        }
    }

    /// Makes sure that nothing is left.
    ///
    /// # Errors
    /// A field that is not known, or one that stands twice.
    pub fn end(self) -> Result<(), Misfit> {
        self.entries.into_iter().flatten().next().map_or(Ok(()), |(field, _)| Err(unexpected(&field, self.known)))
    }

    fn pull(&mut self, name: &str) -> Option<Node<'a>> {
        let len = self.entries.len();
        let named = |entry: &Option<(Cow<'a, str>, Node<'a>)>| entry.as_ref().is_some_and(|(key, _)| key == name);
        let at = (self.next..len).chain(0..self.next.min(len)).find(|at| named(&self.entries[*at]))?;
        self.next = at + 1;
        self.entries[at].take().map(|(_, node)| node)
    }

    /// A field that nobody knows says more about a missing one than that it is missing: it is most likely a typo.
    fn missing(&self, name: &'static str) -> Misfit {
        let left = self.entries.iter().flatten();
        let mut strange = left.filter(|(field, _)| !self.known.contains(&field.as_ref()));
        strange.next().map_or_else(|| Misfit::new(Reason::MissingField(name)), |(field, _)| unexpected(field, self.known))
    }
}

fn unexpected(field: &str, known: &'static [&'static str]) -> Misfit {
    let name = field.to_owned();
    let is_known = known.contains(&field);
    let reason = if is_known { Reason::Twice(name) } else { Reason::UnknownField { field: name, known } };
    Misfit::new(reason).inside(field)
}

/// Reads a struct from the fields of an object: `read_fields!(Media { file, alt })`. A field that goes by another name
/// in files says so: `schema = "$schema"`.
macro_rules! read_fields {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    ($type:ty { $($field:ident $(= $name:literal)?),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(node: $crate::json::Node<'_>) -> Result<Self, $crate::json::Misfit> {
                const KNOWN: &[&str] = &[$($crate::json::read_fields!(@name $field $($name)?)),*];
                let mut fields = $crate::json::Fields::of(node, KNOWN)?;
                let value = Self {
                    $($field: fields.take($crate::json::read_fields!(@name $field $($name)?))?),*
                };
                fields.end()?;
                Ok(value)
            }
        }
    };
}

/// Reads an enum from its names: `read_names!(Scope { Theme = "theme", All = "all" })`.
macro_rules! read_names {
    ($type:ty { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(node: $crate::json::Node<'_>) -> Result<Self, $crate::json::Misfit> {
                const VALUES: &[$type] = &[$(<$type>::$variant),*];
                Ok(VALUES[$crate::json::read::name_in(node, &[$($name),*])?])
            }
        }
    };
}

pub(crate) use {read_fields, read_names};
