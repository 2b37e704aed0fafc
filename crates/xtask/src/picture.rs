//! `cargo xtask picture`: the import story as a picture for the documents, drawn from what the command really prints.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use unicode_width::UnicodeWidthChar as _;

use crate::args::Args;
use crate::project;

const STORY: &str = "tests/fixtures/formats/table/story-300.xlsx";
const PICTURE: &str = "docs/import.svg";
/// In pixels.
const LETTER: usize = 8;
const LINE: usize = 20;
const MARGIN: usize = 16;

/// Imports the story without writing anything and draws the end of what is printed, from the first error on.
pub(crate) fn run(args: Args) -> Result<()> {
    args.finish()?;
    let root = project::root();
    let folder = fresh_folder(&root.join("target"))?;
    std::fs::copy(root.join(STORY), folder.join("题库.xlsx")).context("the story is not there")?;
    let typed = ["import", "题库.xlsx", "--theme", "家庭", "--fix-file", "批注.xlsx"];
    let said = Command::new("cargo")
        .args(["run", "-q", "-p", "sixinto", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .args(["--", "--lang", "zh-CN"])
        .args(typed)
        .current_dir(&folder)
        .env("CLICOLOR_FORCE", "1")
        .output()?;
    let said = String::from_utf8(said.stdout).context("the command prints UTF-8")?;
    let from = said.find("\u{1b}[1m\u{1b}[91m").context("the story has errors")?;
    let shown = format!("$ sixinto {}\n…\n\n{}", typed.join(" "), said.get(from..).unwrap_or_default());
    let picture = root.join(PICTURE);
    std::fs::create_dir_all(picture.parent().context("a folder")?)?;
    std::fs::write(&picture, svg(&shown))?;
    println!("{PICTURE}");
    Ok(())
}

/// A folder that has nothing in it.
fn fresh_folder(target: &std::path::Path) -> Result<std::path::PathBuf> {
    let folder = target.join("picture");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    ensure!(std::fs::read_dir(&folder)?.next().is_none(), "{} is not empty", folder.display());
    Ok(folder)
}

/// A terminal with coloured text in it. Every letter is put where its column is, so that marks stand under what they
/// mark whatever font there is.
fn svg(text: &str) -> String {
    let (mut body, mut widest, mut colour) = (String::new(), 0, Colour::default());
    let lines: Vec<&str> = text.trim_end().lines().collect();
    for (row, line) in lines.iter().enumerate() {
        let y = MARGIN + (row + 1) * LINE;
        let mut column = 0;
        for (at, run) in line.split('\u{1b}').enumerate() {
            let run = if at == 0 { run } else { colour.changed(run) };
            let mut places = Vec::new();
            let start = column;
            for letter in run.chars() {
                places.push((MARGIN + column * LETTER).to_string());
                column += letter.width().unwrap_or(0);
            }
            if column > start {
                let (class, places) = (colour.class(), places.join(" "));
                let _ = writeln!(body, r#"<text class="{class}" y="{y}" x="{places}">{}</text>"#, escaped(run));
            }
        }
        widest = widest.max(column);
    }
    let (width, height) = (widest * LETTER + 2 * MARGIN, lines.len() * LINE + 2 * MARGIN);
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="sixinto import">
<style>
text {{ font: 14px "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace; white-space: pre; fill: #dcdcdc; }}
.bold {{ font-weight: bold; fill: #fff; }}
.red {{ font-weight: bold; fill: #ff7b72; }}
.blue {{ font-weight: bold; fill: #79b8ff; }}
.green {{ font-weight: bold; fill: #7ee787; }}
</style>
<rect width="100%" height="100%" rx="8" fill="#16191d"/>
{body}</svg>
"##
    )
}

/// What the escape sequences before a text have asked for (ECMA-48, SGR).
#[derive(Default)]
struct Colour {
    codes: Vec<u8>,
}

impl Colour {
    /// Takes the sequence off the front of a text.
    fn changed<'t>(&mut self, text: &'t str) -> &'t str {
        let Some((codes, rest)) = text.strip_prefix('[').and_then(|text| text.split_once('m')) else { return text };
        for code in codes.split(';').filter_map(|code| code.parse().ok()) {
            if code == 0 { self.codes.clear() } else { self.codes.push(code) }
        }
        rest
    }

    fn class(&self) -> &'static str {
        let has = |wanted: &[u8]| self.codes.iter().any(|code| wanted.contains(code));
        match () {
            () if has(&[31, 91]) => "red",
            () if has(&[34, 94]) => "blue",
            () if has(&[32, 92, 36, 96]) => "green",
            () if has(&[1]) => "bold",
            () => "plain",
        }
    }
}

/// Text with what XML takes for its own written out; spaces stay spaces.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace(' ', "\u{a0}")
}
