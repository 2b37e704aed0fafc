//! What is wrong with a file, and where.

mod finding;
mod place;

pub use finding::{Finding, Quote};
pub use place::{Place, Position, column_letters};
