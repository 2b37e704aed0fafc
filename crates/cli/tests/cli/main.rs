//! The built command, run on small question folders.
//!
//! `fixtures/questions` has every kind of question and is in order; `fixtures/alone` are banks without themes beside
//! them, with faults; `fixtures/attempts` are stored attempts. What is printed is compared with the files of
//! `expected`, which `UPDATE=1` writes anew.

mod analyse;
mod certificate;
mod check;
mod draw;
mod help;
mod mark;
mod paper;
mod quiz;
mod run;
