//! What every fuzz target does: reads bytes as one format, and holds what comes out to what must be true of it.
//!
//! `cargo +nightly fuzz run gift -- -max_total_time=600 -rss_limit_mb=512` runs one of them; `./run` runs all. What
//! they find goes into `tests/fixtures/fuzz/TARGET`, which the suite reads on every run.

use std::collections::BTreeMap;

use sixinto_core::Id;
use sixinto_formats::{Input, Landed, Names, Progress, Reading, Writing, land, named};

/// Reads bytes as a format. Where a bank comes out, it is written again in the same format and read back.
pub fn read(format: &str, bytes: &[u8]) {
    let Some(landed) = import(format, bytes) else { return };
    assert_eq!(landed.n_read, landed.bank.questions.len() + landed.n_reported, "what was read is imported or reported");
    let names = Names::default();
    let writing = Writing { lang: "zh-CN", themes: &names, topics: &names, progress: &|_: Progress| {} };
    let format = named(format).expect("a format");
    if let Ok(written) = format.write(&landed.bank, &writing) {
        let whole = written.losses.iter().filter(|loss| loss.whole).count();
        let again = import(format.name(), &written.bytes).map_or(0, |again| again.bank.questions.len());
        assert!(again + whole >= landed.bank.questions.len(), "what was written is read, or was said to be lost");
    }
}

fn import(format: &str, bytes: &[u8]) -> Option<Landed> {
    let id = |name: &str| name.parse::<Id>().expect("an id");
    let (bank, theme, topic, names, codes) = (id("trial"), id("home"), id("general"), Names::default(), BTreeMap::new());
    let reading = Reading {
        bank: &bank,
        lang: "zh-CN".parse().expect("a language"),
        theme: Some(&theme),
        topic: &topic,
        themes: &names,
        topics: &names,
        type_codes: &codes,
        progress: &|_: Progress| {},
    };
    let input = Input { name: "trial", bytes };
    let imported = named(format).expect("a format").read(&input, &reading).ok()?;
    Some(land(imported, &reading))
}
