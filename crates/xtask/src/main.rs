//! `cargo xtask TASK`: builds, serves, tests and measures Sixinto.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a build tool talks to whoever started it")]

use std::process::ExitCode;

use anyhow::Result;

use crate::args::Args;

mod args;
mod command;
mod project;

mod build;
mod bundle;
mod check;
mod engine;
mod page;
mod sizes;

mod serve;

mod dist;
mod licences;
mod notices;
mod picture;
mod soak;
mod stories;
mod test;
mod tools;

mod bench;

struct Task {
    name: &'static str,
    options: &'static str,
    about: &'static str,
    run: fn(Args) -> Result<()>,
}

const TASKS: &[Task] = &[
    Task {
        name: "build",
        options: "[--single-file]",
        about: "make the page in target/site, and all of it in target/sixinto.html where asked; print what it weighs",
        run: build::run,
    },
    Task {
        name: "serve",
        options: "[--host ADDRESS] [--port NUMBER] [--no-build]",
        about: "build the page and serve it, on this machine only unless told otherwise",
        run: serve::run,
    },
    Task {
        name: "dist",
        options: "",
        about: "make the program `sixinto` with the page inside, for people without Rust, in target/dist",
        run: dist::run,
    },
    Task {
        name: "picture",
        options: "",
        about: "draw docs/import.svg from what the command says to a spreadsheet with three mistakes",
        run: picture::run,
    },
    Task { name: "test", options: "", about: "every check that a change must pass", run: test::run },
    Task {
        name: "soak",
        options: "stories [--times NUMBER] [--busy] [--slow FACTOR] [--late MILLISECONDS] [--only FILE,FILE] [--seed NUMBER] [--at NUMBER]",
        about: "tell the page's stories many times in random order: beside busy programs, with a slower processor, with late replies",
        run: soak::run,
    },
    Task {
        name: "bench",
        options: "[--only page|native|wasm|gift|tables]",
        about: "how fast the page and the engine are, beside what they are measured by",
        run: bench::run,
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        print_usage();
        return ExitCode::from(2);
    };
    match (task.run)(Args::new(words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn print_usage() {
    eprintln!("usage: cargo xtask TASK\n");
    for task in TASKS {
        eprintln!("  {} {}\n      {}", task.name, task.options, task.about);
    }
}
