//! How much the core does in a second, compiled for this machine.
//!
//! `cargo bench --package sixinto-tests --bench throughput -- FILE...`, where each file is a bank that
//! `generate.mjs` wrote; `cargo xtask bench` does both.
#![allow(clippy::print_stdout, reason = "a measurement is for whoever asked for it")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use sixinto_core::attempt::{Action, Attempt};
use sixinto_core::check::{self, Context};
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::{Blueprint, Pool, Seed, bank, score};
use sixinto_tests::library;

/// Drawing from the largest bank may take so many times as long as from the smallest.
const MOST_GROWTH: f64 = 2.0;

/// What one bank took.
struct Line {
    questions: usize,
    /// Seconds a question.
    checked: f64,
    /// Seconds a paper.
    drawn: f64,
    /// Seconds an attempt.
    marked: f64,
}

fn main() -> ExitCode {
    let files: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let lines: Vec<Line> = files.iter().map(|file| measure(&read(Path::new(file)))).collect();
    println!("native, a second     questions parsed and checked      papers drawn       attempts marked");
    let mut before: Option<&Line> = None;
    for line in &lines {
        let cell = |seconds: f64, was: Option<f64>| match was {
            Some(was) => format!("{:>12.0} (time x{:.2})", 1.0 / seconds, seconds / was),
            None => format!("{:>12.0}             ", 1.0 / seconds),
        };
        println!(
            "{:>9} questions  {}  {}  {}",
            line.questions,
            cell(line.checked, before.map(|line| line.checked)),
            cell(line.drawn, before.map(|line| line.drawn)),
            cell(line.marked, before.map(|line| line.marked)),
        );
        before = Some(line);
    }
    let (Some(first), Some(last)) = (files.first(), files.last()) else {
        return ExitCode::SUCCESS;
    };
    let growth = growth(&pool(&read(Path::new(first))), &pool(&read(Path::new(last))));
    println!("in turn, drawing from the largest takes x{growth:.2} of the smallest, at most x{MOST_GROWTH}");
    ExitCode::from(u8::from(growth > MOST_GROWTH))
}

/// How many times as long a paper from `large` takes as one from `small`. The two are drawn in turn, so that whatever
/// else the machine does slows both.
fn growth(small: &Pool, large: &Pool) -> f64 {
    let context = context();
    let exam = context.presets.value.preset("exam").expect("there is an exam");
    let time = |pool: &Pool, seed: u32| {
        let start = Instant::now();
        assert!(!draw(pool, exam, seed).questions.is_empty());
        start.elapsed().as_secs_f64()
    };
    let pairs: Vec<(f64, f64)> = (0..20_000).map(|seed| (time(small, seed), time(large, seed))).collect();
    median(pairs.iter().map(|pair| pair.1).collect()) / median(pairs.iter().map(|pair| pair.0).collect())
}

fn pool(text: &str) -> Pool {
    Pool::new(vec![bank::parse(text).expect("the bank can be read")]).expect("no id stands twice")
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn measure(text: &str) -> Line {
    let context = context();
    let files = [("bank.json".to_owned(), text.to_owned())];
    let checked = median_seconds(|| assert_eq!(check::check_files(&files, &context).findings, [], "the bank is clean"));

    let pool = pool(text);
    let exam = context.presets.value.preset("exam").expect("there is an exam");
    let mut seed = 0;
    let drawn = median_seconds(|| {
        seed += 1;
        assert!(!draw(&pool, exam, seed).questions.is_empty());
    });

    let attempt = answered(&pool, exam);
    let marked = median_seconds(|| {
        let report = score::mark(&pool, &attempt, "zh-CN").expect("the attempt is finished");
        assert_eq!(report.micropoints, report.of, "every answer is the key");
    });
    let questions = pool.questions().len();
    #[expect(clippy::cast_precision_loss, reason = "no bank has 2^52 questions")]
    Line { questions, checked: checked / questions as f64, drawn, marked }
}

fn draw(pool: &Pool, exam: &Blueprint, seed: u32) -> paper::Paper {
    let request = Request { blueprint: exam, themes: &[], seed: Seed(seed), seen: &Seen::default() };
    paper::draw(pool, request).expect("the bank can fill an exam")
}

/// A finished exam with every question answered right.
fn answered(pool: &Pool, exam: &Blueprint) -> Attempt {
    let paper = draw(pool, exam, 1);
    let mut blank = Attempt::start(paper.clone(), 0);
    blank.act(pool, Action::Finish, 1).expect("an exam can be handed in");
    let mut attempt = Attempt::start(paper, 0);
    for question in &blank.paper.questions {
        let key = score::feedback(pool, &blank, &question.id, "zh-CN").expect("the exam is finished").key;
        let answer = Action::Answer { question: question.id.clone(), answer: Some(key) };
        attempt.act(pool, answer, 1).expect("the question is open");
    }
    attempt.act(pool, Action::Finish, 2).expect("an exam can be handed in");
    attempt
}

/// What the shipped banks are held against.
fn context() -> Context {
    library::shipped("2026-11-23").1
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The median time of at least five runs and at least half a second of them.
fn median_seconds(mut run: impl FnMut()) -> f64 {
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 5 || start.elapsed().as_secs_f64() < 0.5 {
        let start = Instant::now();
        run();
        times.push(start.elapsed().as_secs_f64());
    }
    median(times)
}
