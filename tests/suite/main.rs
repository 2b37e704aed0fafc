//! Suites that cross crates, one module a subject.

mod draw;
mod golden;
mod json;
mod marks;
mod purity;
mod schema;
