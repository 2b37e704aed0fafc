//! How fast GIFT is read, beside the npm package gift-pegjs on the same file in the same run. Both only parse: no bank is
//! made of what they found.
//!
//! `cargo bench --package sixinto-tests --bench gift -- BANK`, where the bank is one that `generate.mjs` wrote; `cargo
//! xtask bench --only gift` does both.
#![allow(clippy::print_stdout, reason = "a measurement is for whoever asked for it")]

use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs};

use serde::Deserialize;
use sixinto_core::bank::parse_fields;
use sixinto_formats::{Input, named};
use sixinto_tests::files::{Options, TestImporter};
use sixinto_tests::path;

/// As the program for trainers has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many questions are timed.
const QUESTIONS: usize = 10_000;

/// We read at least so many times as many questions a second. How much Node makes of gift-pegjs differs from machine to
/// machine and with what else they do: 13 to 33 was seen.
const LEAST: f64 = 10.0;

/// What the script printed.
#[derive(Deserialize)]
struct Theirs {
    found: usize,
    seconds: f64,
}

fn main() -> ExitCode {
    let Some(bank) = env::args().skip(1).find(|word| !word.starts_with("--")) else {
        return ExitCode::SUCCESS;
    };
    let text = gift(&fs::read_to_string(bank).expect("a bank that is there"));
    let file = path("../target/bench/questions.gift");
    fs::write(&file, &text).expect("a folder to write to");
    let mut ours = times(&text);
    let script = path("bench/gift.mjs");
    let output = Command::new("node").arg(script).arg(&file).output().expect("node is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs: Theirs = serde_json::from_slice(&output.stdout).expect("what the script prints");
    assert_eq!(theirs.found, QUESTIONS, "gift-pegjs read every question");
    // Theirs takes seconds, and a machine that others use too may be slow for one; so ours is timed on both sides of it.
    ours.extend(times(&text));
    let ours = median(ours);
    let ratio = theirs.seconds / ours;
    #[expect(clippy::cast_precision_loss, reason = "ten thousand and some megabytes")]
    let (questions, megabytes) = (QUESTIONS as f64, text.len() as f64 / 1e6);
    println!("{QUESTIONS} questions in GIFT, {megabytes:.1} MB, a second");
    println!("{:>20} {:>12.0} questions {:>8.1} MB", "sixinto", questions / ours, megabytes / ours);
    println!(
        "{:>20} {:>12.0} questions {:>8.1} MB",
        "gift-pegjs",
        questions / theirs.seconds,
        megabytes / theirs.seconds
    );
    println!("we read x{ratio:.1} as fast, at least x{LEAST}");
    ExitCode::from(u8::from(ratio < LEAST))
}

/// A bank as GIFT, as much of it as is timed.
fn gift(bank: &str) -> String {
    let session = TestImporter::new(&Options::default());
    let mut bank = parse_fields(bank).expect("a generated bank");
    let format = named("gift").expect("a format");
    let written = format.write(&bank, &session.writing()).expect("what can be written");
    let left: Vec<_> = written.losses.iter().filter(|loss| loss.whole).map(|loss| &loss.question).collect();
    bank.questions.retain(|question| !left.contains(&&question.id));
    bank.questions.truncate(QUESTIONS);
    assert_eq!(bank.questions.len(), QUESTIONS, "more are generated than are timed");
    let written = format.write(&bank, &session.writing()).expect("what can be written");
    String::from_utf8(written.bytes).expect("UTF-8 is written")
}

/// The seconds of each of at least twenty readings.
fn times(text: &str) -> Vec<f64> {
    let session = TestImporter::new(&Options::default());
    let format = named("gift").expect("a format");
    let input = Input { name: "questions.gift", bytes: text.as_bytes() };
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 20 || start.elapsed().as_secs_f64() < 2.0 {
        let start = Instant::now();
        let imported = format.read(&input, &session.reading()).expect("what was written is read");
        times.push(start.elapsed().as_secs_f64());
        assert_eq!(imported.questions.len(), QUESTIONS);
    }
    times
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
