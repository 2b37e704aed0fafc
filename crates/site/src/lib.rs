//! The site that residents open, made from two things: the page, and a folder of questions.
//!
//! A [`Page`] is what `cargo xtask` makes of `www` and of the core, once; it holds no word of any question. [`make`]
//! puts a question folder to it and gives every file of the [`Site`], so that the program of trainers, which carries the
//! page inside, makes the same site as `cargo xtask build`, byte for byte. Only [`disk`] touches the disk.

pub mod banks;
pub mod bundle;
pub mod compress;
pub mod disk;
pub mod page;
pub mod parts;

mod extras;
mod html;
mod localize;
mod make;
mod offline;
mod one_file;
mod pack;
mod places;
mod site;

#[cfg(test)]
mod shipped;

/// What went wrong, and underneath why.
pub use anyhow::Error;
pub use make::{Made, Pictures, make};
pub use offline::Contents;
pub use page::Page;
pub use site::Site;
