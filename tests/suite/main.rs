//! Suites that cross crates, one module a subject.

mod analysis;
mod books;
mod calendar;
mod cards;
mod certificate;
mod draw;
mod findings;
mod formats;
mod fsrs;
mod golden;
mod json;
mod limits;
mod marks;
mod memory;
mod pledges;
mod progress;
mod purity;
mod qr;
mod responses;
mod review;
mod schema;
mod shipped;
mod tables;
mod topics;
mod versions;
