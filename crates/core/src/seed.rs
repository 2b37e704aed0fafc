//! The one source of chance: a named, portable generator behind a seed.

use rand::rngs::ChaCha8Rng;
use rand::{Rng as _, SeedableRng as _};
use serde::Serialize;

use crate::date::Date;
use crate::json::{Node, Read, Reader};

/// What makes one paper differ from another: 32 bits, so that it survives JavaScript's numbers and fits a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Seed(pub u32);

impl Read for Seed {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        Self(Read::read(node, reader))
    }
}

impl Seed {
    /// The seed that everyone shares on a day: its date as a number.
    pub fn of_day(day: Date) -> Self {
        Self(day.number())
    }

    /// The stream of chance that a seed stands for: `ChaCha8` keyed with the seed, least significant byte first, and
    /// 28 bytes that name the use.
    pub fn chance(self) -> Chance {
        let mut key = *b"....sixinto paper, format 1 ....";
        key[..4].copy_from_slice(&self.0.to_le_bytes());
        Chance(ChaCha8Rng::from_seed(key))
    }
}

/// A stream of fair choices. How it turns bits into choices is part of the format: it never changes.
#[derive(Debug)]
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// A whole number from 0 to `n - 1`, each as likely; 0 where `n` is 0 or 1.
    ///
    /// 32 random bits are multiplied by `n` and the high word is taken; the few low words that would favour some
    /// numbers are drawn again (Lemire, "Fast random integer generation in an interval", 2019).
    #[expect(clippy::cast_possible_truncation, reason = "the low word and the high word are what is wanted")]
    pub fn below(&mut self, n: u32) -> u32 {
        if n < 2 {
            return 0;
        }
        let uneven = n.wrapping_neg() % n;
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(n);
            if product as u32 >= uneven {
                return (product >> 32) as u32;
            }
        }
    }

    /// Puts a list in a uniformly random order (Fisher–Yates, from the front).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in 0..list.len() {
            let left = u32::try_from(list.len() - at).unwrap_or(u32::MAX);
            list.swap(at, at + self.below(left) as usize);
        }
    }
}
