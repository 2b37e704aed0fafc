//! How fast spreadsheets are imported, from bytes to questions and findings, beside how fast the crates `calamine` and
//! `csv` only go through the rows of the same files: in turn with us, in one process, so that both have the same machine
//! at the same moment. The Python library openpyxl is printed beside, where it is there, and not judged by.
//!
//! `cargo bench --package sixinto-tests --bench tables -- BANK...`, where the banks are those that `generate.mjs` wrote,
//! the smallest first; `cargo xtask bench --only tables` does both. Every measurement is a process of its own, so that
//! its peak of memory is its own too.
#![allow(clippy::print_stdout, reason = "a measurement is for whoever asked for it")]

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs};

use calamine::Reader as _;
use serde::{Deserialize, Serialize};
use sixinto_core::bank::parse_fields;
use sixinto_formats::named;
use sixinto_tests::files::{Options, TestImporter};
use sixinto_tests::path;

/// As the program for trainers has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// From [`COMPARED`] questions on we import at least so many rows while the other goes through one. On an idle machine
/// and beside three compilers alike it was 0.6 of `calamine` and 0.06 of `csv`.
const LEAST: [(&str, f64); 2] = [("xlsx", 0.5), ("csv", 0.04)];
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
    /// Seconds of the fastest run of what only reads.
    #[serde(default)]
    bare: f64,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match words.as_slice() {
        [] => ExitCode::SUCCESS,
        [word, file] if word == "import" => {
            println!("{}", serde_json::to_string(&measure(Path::new(file))).expect("fields have names"));
            ExitCode::SUCCESS
        }
        banks => compare(banks),
    }
}

fn compare(banks: &[String]) -> ExitCode {
    let mut is_well = true;
    let mut before: [Option<Measured>; 2] = [None, None];
    println!("{:>10} {:>8} {:>12} {:>10}", "", "rows", "rows/s", "peak MB");
    for bank in banks {
        for ((format, least), before) in LEAST.into_iter().zip(&mut before) {
            let file = written(bank, format);
            let import = measured(Command::new(env::current_exe().expect("this program")).arg("import").arg(&file));
            let ours = import.expect("the program that measures");
            let ratio = ours.bare / ours.seconds;
            print!("{format:>10} {}   x{ratio:.2} of bare reading", shown(&ours));
            is_well &= ratio >= least || ours.rows < COMPARED;
            if format == "xlsx"
                && let Some(theirs) = measured(Command::new("python3").arg(path("bench/tables.py")).arg(&file))
            {
                let ratio = theirs.seconds / ours.seconds;
                print!(", x{ratio:.1} of openpyxl with {} MB", theirs.peak / 1024);
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
    let least = LEAST.map(|(format, least)| format!("{format} at least x{least} of bare reading"));
    println!("from {COMPARED} rows on {}, growth at most x{MOST_GROWTH} of linear", least.join(", "));
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
    let session = TestImporter::new(&Options::default());
    let bank = parse_fields(&fs::read_to_string(bank).expect("a bank that is there")).expect("a generated bank");
    let written = named(format).expect("a format").write(&bank, &session.writing()).expect("what can be written");
    let file = path(&format!("../target/bench/{}.{format}", bank.id));
    fs::write(&file, written.bytes).expect("a folder to write to");
    file
}

/// What a program measured, if it can be run here and its library is there.
fn measured(command: &mut Command) -> Option<Measured> {
    let output = command.output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// Imports a file and only reads it, in turn. What a run made is dropped before the next one.
fn measure(file: &Path) -> Measured {
    let bytes = fs::read(file).expect("a file that was written");
    let rows = import(file, &bytes);
    // Later it would be the other one's too.
    let peak = peak();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let start = Instant::now();
    while ours.len() < 5 || start.elapsed().as_secs_f64() < 6.0 {
        ours.push(seconds(|| import(file, &bytes)));
        theirs.push(seconds(|| assert!(read_bare(file, &bytes) >= rows, "both read every row")));
    }
    Measured { rows, seconds: fastest(ours), peak, bare: fastest(theirs) }
}

fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    drop(work());
    start.elapsed().as_secs_f64()
}

/// Whatever else the machine does only makes a run slower.
fn fastest(times: Vec<f64>) -> f64 {
    times.into_iter().fold(f64::INFINITY, f64::min)
}

/// From bytes to questions and findings: how many rows were read.
fn import(file: &Path, bytes: &[u8]) -> usize {
    let session = TestImporter::new(&Options::default());
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    let imported = session.import(extension(file), name, bytes).expect("a table");
    assert_eq!(imported.n_reported, 0, "nothing is left out");
    imported.n_read
}

/// Goes through every row with a reader of tables that makes nothing of them: how many there are.
fn read_bare(file: &Path, bytes: &[u8]) -> usize {
    if extension(file) == Some("csv") {
        return csv::Reader::from_reader(bytes).into_byte_records().flatten().count();
    }
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    book.worksheets().into_iter().map(|(_, range)| range.rows().count()).sum()
}

fn extension(file: &Path) -> Option<&str> {
    file.extension().and_then(|end| end.to_str())
}

/// The most memory that this process ever had, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
