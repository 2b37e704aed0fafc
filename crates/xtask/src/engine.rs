//! The core compiled for the browser, and the glue that loads it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{command, project};

/// What the module is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles what the first question needs and writes `engine.js`, `engine.d.ts` and `engine.wasm` to `www/generated`.
///
/// Gives the wasm, as it will be served.
pub(crate) fn build() -> Result<Vec<u8>> {
    glue(&compile(&[])?, "www/generated", "engine")
}

/// Compiles what a person comes back for: `book.js` and the others, beside the engine's.
pub(crate) fn build_book() -> Result<Vec<u8>> {
    glue(&compile(&["--no-default-features", "--features=book"])?, "www/generated", "book")
}

/// Compiles the engine with what trainers' tools need, into `target/bench/engine`.
pub(crate) fn build_for_trainers() -> Result<()> {
    glue(&compile(&["--features=trainer"])?, "target/bench/engine", "engine").map(drop)
}

fn compile(options: &[&str]) -> Result<PathBuf> {
    install_target()?;
    let mut cargo = command::cargo(&[
        "build",
        "--package=sixinto-wasm",
        "--profile=web",
        "--target",
        TARGET,
        "--message-format=json-render-diagnostics",
    ]);
    let messages = command::output(cargo.args(options))?;
    let mut artifacts = messages.lines().filter_map(wasm_of);
    artifacts.next_back().context("cargo built no wasm: sixinto-wasm must have the crate type cdylib")
}

/// Installs the target's standard library where `rustup` did not: it leaves that out where the toolchain of
/// `rust-toolchain.toml` was there before, or where it is told not to install by itself.
pub(crate) fn install_target() -> Result<()> {
    let folder = command::output(&mut command::command("rustc", &["--print=target-libdir", "--target", TARGET]))?;
    if Path::new(folder.trim()).exists() {
        return Ok(());
    }
    println!("rustup target add {TARGET}");
    command::run(&mut command::command("rustup", &["target", "add", TARGET]))
}

/// The wasm file that a line of cargo's JSON messages names, if it does.
fn wasm_of(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let files = message["filenames"].as_array()?.iter();
    let mut paths = files.filter_map(Value::as_str).map(PathBuf::from);
    paths.find(|path| path.extension().is_some_and(|found| found == "wasm"))
}

fn glue(module: &PathBuf, folder: &str, name: &str) -> Result<Vec<u8>> {
    let mut output = Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The page always says where the wasm is: its name carries a hash.
        .omit_default_module_path(true)
        .reset_state_function(true)
        .generate_output()?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "the glue imports JavaScript of its own, which the page's bundle does not carry"
    );
    let wasm = output.wasm_mut().emit_wasm();
    let Some(types) = output.ts() else {
        bail!("the glue came without its types");
    };
    let folder = project::path(folder);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("{name}.js")), output.js())?;
    fs::write(folder.join(format!("{name}.d.ts")), types)?;
    fs::write(folder.join(format!("{name}.wasm")), &wasm)?;
    Ok(wasm)
}
