//! What is wrong with a file, and where.

mod code;
mod finding;
mod place;

pub use code::Code;
pub use finding::{Finding, Quote};
pub use place::{Place, Position, column_letters};
