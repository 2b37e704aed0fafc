//! `cargo xtask test`: every check that a change must pass, here and in CI alike.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::args::Args;
use crate::build::Form;
use crate::command::{cargo, command, node_bin, run as run_command};
use crate::stories::{self, Telling};
use crate::{build, bundle, dist, engine, licences, project, tools};

/// What runs on this machine. The crate for the browser is left out: it has no tests of its own outside of it, and the
/// macros that it needs would have everything compiled a second time.
pub(crate) const NATIVE: [&str; 3] = ["--workspace", "--exclude", "sixinto-wasm"];

/// What runs in a browser.
const WASM: [&str; 2] = ["--package=sixinto-wasm", "--target=wasm32-unknown-unknown"];

struct Step {
    name: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "tools", run: tools::install },
    Step { name: "packages", run: bundle::install_packages },
    Step { name: "format", run: format },
    Step { name: "lint", run: lint },
    Step { name: "lint for wasm", run: lint_wasm },
    Step { name: "documentation", run: document },
    Step { name: "licences and sources", run: licences::check },
    Step { name: "rust tests", run: rust_tests },
    Step { name: "build", run: build_both },
    Step { name: "the program with the page inside", run: dist::test },
    Step { name: "types of the page", run: page_types },
    Step { name: "unit tests of the page", run: unit_tests },
    Step { name: "boundary tests", run: boundary_tests },
    Step { name: "end-to-end tests", run: e2e_tests },
];

pub(crate) fn run(args: Args) -> Result<()> {
    args.finish()?;
    let start = Instant::now();
    for step in STEPS {
        println!("\n== {}", step.name);
        let start = Instant::now();
        (step.run)().context(step.name)?;
        println!("== {} passed in {:.1} s", step.name, start.elapsed().as_secs_f64());
    }
    println!("\nevery check passed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn format() -> Result<()> {
    run_command(&mut cargo(&["fmt", "--all", "--check"]))
}

fn lint() -> Result<()> {
    run_command(cargo(&["clippy"]).args(NATIVE).args(["--all-targets", "--", "-D", "warnings"]))
}

fn lint_wasm() -> Result<()> {
    engine::install_target()?;
    for features in [&["--features=trainer"][..], &["--no-default-features", "--features=book"]] {
        run_command(cargo(&["clippy"]).args(WASM).args(features).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn document() -> Result<()> {
    let deny = ("RUSTDOCFLAGS", "-D warnings");
    run_command(cargo(&["doc", "--no-deps"]).args(NATIVE).env(deny.0, deny.1))?;
    run_command(cargo(&["doc", "--no-deps", "--features=trainer"]).args(WASM).env(deny.0, deny.1))
}

fn rust_tests() -> Result<()> {
    run_command(cargo(&["test"]).args(NATIVE))
}

fn build_both() -> Result<()> {
    build::build(Form::FolderAndFile)
}

fn page_types() -> Result<()> {
    run_command(&mut node_bin("tsc", &["-p", "www"]))?;
    run_command(&mut node_bin("tsc", &["-p", "www/tsconfig.worker.json"]))
}

fn unit_tests() -> Result<()> {
    run_command(&mut node_tests("tests/unit")?)
}

fn boundary_tests() -> Result<()> {
    run_command(node_tests("tests/boundary")?.env("SIXINTO_PROGRAM", dist::tested()?))
}

fn e2e_tests() -> Result<()> {
    stories::tell(Telling::default())
}

/// Node's test runner on every test file of a folder.
fn node_tests(folder: &str) -> Result<Command> {
    let mut files = project::files(&project::path(folder), "mjs")?;
    files.extend(project::files(&project::path(folder), "js")?);
    files.retain(|path| is_test(path));
    ensure!(!files.is_empty(), "no test in {folder}");
    let mut node = command("node", &["--test", "--test-reporter=spec"]);
    node.args(files);
    Ok(node)
}

fn is_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with(".test"))
}
