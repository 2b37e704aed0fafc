//! Values that were made and not read: what of them could not have been read.

use super::{Limit, Reader, Reason, Wanted};
use crate::text;

/// A type that is read from JSON, and whose values can also be put together by hand, where nobody looks at what the
/// reading looks at: that no text is too long, no name empty, no number out of its range.
pub trait Validate {
    /// Notes what could not be read, with its place inside the value.
    fn validate(&self, reader: &mut Reader);
}

/// Reads a struct as [`read_fields!`](super::read_fields) does, and validates its values field by field.
macro_rules! validated_fields {
    ($type:ty { $($field:ident),* $(,)? }) => {
        $crate::json::read_fields!($type { $($field),* });

        impl $crate::json::Validate for $type {
            fn validate(&self, reader: &mut $crate::json::Reader) {
                $(reader.inside(stringify!($field), |reader| self.$field.validate(reader));)*
            }
        }
    };
}

/// For types that have no value which could not be read.
macro_rules! always_valid {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::json::Validate for $type {
            fn validate(&self, _: &mut $crate::json::Reader) {}
        }
    )*};
}

pub(crate) use {always_valid, validated_fields};

always_valid!(bool, u16);

/// The least and the greatest weight of a choice.
pub(super) const WEIGHTS: std::ops::RangeInclusive<i16> = -100..=100;

impl Validate for i16 {
    fn validate(&self, reader: &mut Reader) {
        if !WEIGHTS.contains(self) {
            reader.want(Wanted::Weight);
        }
    }
}

impl Validate for Box<str> {
    fn validate(&self, reader: &mut Reader) {
        if self.len() > text::MAX_LENGTH {
            reader.fail(Reason::Limit { of: Limit::Text, most: text::MAX_LENGTH });
        }
    }
}

impl<T: Validate> Validate for Option<T> {
    fn validate(&self, reader: &mut Reader) {
        if let Some(value) = self {
            value.validate(reader);
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn validate(&self, reader: &mut Reader) {
        for (index, value) in self.iter().enumerate() {
            reader.inside_element(index, |reader| value.validate(reader));
        }
    }
}
