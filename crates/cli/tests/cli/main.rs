//! The built command, run on small question folders.
//!
//! `fixtures/questions` has every kind of question and is in order; `fixtures/alone` are banks without themes beside
//! them, with faults; `fixtures/attempts` are stored attempts; `fixtures/import` are trainers' files. What is printed is compared with the files of
//! `expected`, which `UPDATE=1` writes anew.

mod analyse;
mod build;
mod certificate;
mod check;
mod draw;
mod export;
mod help;
mod import;
mod json;
mod mark;
mod paper;
mod quiz;
mod run;
mod serve;
mod stats;
mod template;
