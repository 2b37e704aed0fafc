//! Suites that cross crates, one module a subject.

mod calendar;
mod cards;
mod certificate;
mod draw;
mod findings;
mod golden;
mod json;
mod limits;
mod marks;
mod pledges;
mod purity;
mod schema;
mod shipped;
mod topics;
