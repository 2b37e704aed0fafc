//! Feeds the readers of trainers' files what nobody would write. What is done with each input, and what must be true of
//! it, is in `tests/src/exercise.rs`; what broke a reader is kept in `tests/fixtures/fuzz`, which the suite reads.
//!
//! `fuzz/run` runs every target; `cargo +nightly fuzz run gift` runs one.

pub use sixinto_tests::exercise::exercise;
