//! How fast spreadsheets are imported, from bytes to questions and findings, beside the Python library openpyxl, which
//! only goes through the rows of the same workbooks in the same run.
//!
//! `cargo bench --package sixinto-tests --bench tables -- BANK...`, where the banks are those that `generate.mjs` wrote,
//! the smallest first; `cargo xtask bench --only tables` does both. Every measurement is a process of its own, so that
//! its peak of memory is its own too.
#![allow(clippy::print_stdout, reason = "a measurement is for whoever asked for it")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs};

use serde::{Deserialize, Serialize};
use sixinto_core::bank::parse_fields;
use sixinto_formats::named;
use sixinto_tests::files::{Desk, Options};
use sixinto_tests::path;

/// As the program for trainers has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// From a workbook of [`COMPARED`] questions on we import at least so many times as many rows a second.
const LEAST: f64 = 8.0;
const COMPARED: usize = 10_000;

/// Ten times the rows may take ten times as long and so much more.
const MOST_GROWTH: f64 = 1.2;

/// What a process measured.
#[derive(Serialize, Deserialize)]
struct Measured {
    rows: usize,
    /// Of the fastest run.
    seconds: f64,
    /// Peak memory in KiB.
    peak: u64,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match words.as_slice() {
        [] => ExitCode::SUCCESS,
        [word, file] if word == "import" => {
            println!("{}", serde_json::to_string(&import(Path::new(file))).expect("fields have names"));
            ExitCode::SUCCESS
        }
        banks => compare(banks),
    }
}

fn compare(banks: &[String]) -> ExitCode {
    let mut is_well = true;
    let mut before: [Option<Measured>; 2] = [None, None];
    println!("{:>10} {:>8} {:>12} {:>10}   {:>12} {:>10}", "", "rows", "rows/s", "peak MB", "openpyxl", "peak MB");
    for bank in banks {
        for (format, before) in ["xlsx", "csv"].into_iter().zip(&mut before) {
            let file = written(bank, format);
            let ours = measured(Command::new(env::current_exe().expect("this program")).arg("import").arg(&file));
            print!("{format:>10} {}", shown(&ours));
            if format == "xlsx" {
                let theirs = measured(Command::new("python3").arg(path("bench/tables.py")).arg(&file));
                let ratio = theirs.seconds / ours.seconds;
                print!("   {} we import x{ratio:.1} as fast", shown(&theirs));
                is_well &= ratio >= LEAST || ours.rows < COMPARED;
            }
            if let Some(before) = before {
                let growth = seconds_a_row(&ours) / seconds_a_row(before);
                print!(", x{growth:.2} of linear");
                is_well &= growth <= MOST_GROWTH;
            }
            println!();
            *before = Some(ours);
        }
    }
    println!("from {COMPARED} rows on at least x{LEAST} openpyxl, growth at most x{MOST_GROWTH} of linear");
    ExitCode::from(u8::from(!is_well))
}

#[expect(clippy::cast_precision_loss, reason = "no sheet has 2^52 rows")]
fn seconds_a_row(measured: &Measured) -> f64 {
    measured.seconds / measured.rows as f64
}

fn shown(measured: &Measured) -> String {
    format!("{:>8} {:>12.0} {:>10}", measured.rows, 1.0 / seconds_a_row(measured), measured.peak / 1024)
}

/// A bank as a spreadsheet.
fn written(bank: &str, format: &str) -> PathBuf {
    let desk = Desk::new(&Options::default());
    let bank = parse_fields(&fs::read_to_string(bank).expect("a bank that is there")).expect("a generated bank");
    let written = named(format).expect("a format").write(&bank, &desk.writing()).expect("what can be written");
    let file = path(&format!("../target/bench/{}.{format}", bank.id));
    fs::write(&file, written.bytes).expect("a folder to write to");
    file
}

fn measured(command: &mut Command) -> Measured {
    let output = command.output().expect("a program that is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("what was measured")
}

/// Imports a file over and over. What a run made is dropped before the next one.
fn import(file: &Path) -> Measured {
    let desk = Desk::new(&Options::default());
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    let bytes = fs::read(file).expect("a file that was written");
    let (mut times, mut rows) = (Vec::new(), 0);
    let start = Instant::now();
    while times.len() < 5 || start.elapsed().as_secs_f64() < 3.0 {
        let start = Instant::now();
        let imported = desk.import(file.extension().and_then(|end| end.to_str()), name, &bytes).expect("a table");
        times.push(start.elapsed().as_secs_f64());
        assert_eq!(imported.n_reported, 0, "nothing is left out");
        rows = imported.n_read;
    }
    Measured { rows, seconds: times.into_iter().fold(f64::INFINITY, f64::min), peak: peak() }
}

/// The most memory that this process ever had, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
