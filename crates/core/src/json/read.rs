//! Nodes to values.

use super::{Misfit, Node, Reason, Wanted};

/// A type that can be read from a JSON value.
pub trait Read: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// [`Misfit`]: what is wrong, and where inside the value.
    fn read(node: Node<'_>) -> Result<Self, Misfit>;

    /// What stands for a field that is not there; `None` where it must be.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if node == Node::Null { Ok(None) } else { T::read(node).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        let Node::List(nodes) = node else { return Err(Wanted::List.into()) };
        let mut list = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.into_iter().enumerate() {
            list.push(T::read(node).map_err(|misfit| misfit.inside(&index.to_string()))?);
        }
        Ok(list)
    }
}

impl Read for bool {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if let Node::Flag(flag) = node { Ok(flag) } else { Err(Wanted::Flag.into()) }
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl Read for Box<str> {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        if let Node::Text(text) = node { Ok(text.into()) } else { Err(Wanted::String.into()) }
    }
}

/// The largest whole number that JavaScript keeps exactly.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

impl Read for u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        match node {
            Node::Number(number) if (0.0..=MAX_SAFE).contains(&number) && number.trunc() == number => Ok(number as u64),
            _ => Err(Wanted::WholeNumber.into()),
        }
    }
}

macro_rules! read_whole_numbers {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(node: Node<'_>) -> Result<Self, Misfit> {
                Self::try_from(u64::read(node)?).map_err(|_| Wanted::WholeNumber.into())
            }
        }
    )*};
}

read_whole_numbers!(u8, u16, u32, usize);

impl Read for i16 {
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        match node {
            Node::Number(number) if (-100.0..=100.0).contains(&number) && number.trunc() == number => Ok(number as i16),
            _ => Err(Wanted::Weight.into()),
        }
    }
}

/// The place of a name in a list of names.
pub(crate) fn name_in(node: Node<'_>, known: &'static [&'static str]) -> Result<usize, Misfit> {
    let Node::Text(name) = node else { return Err(Wanted::String.into()) };
    let at = known.iter().position(|known| *known == name);
    at.ok_or_else(|| Misfit::new(Reason::UnknownName { name: name.into_owned(), known }))
}
