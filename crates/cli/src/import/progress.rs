//! A line that tells how far a long reading has come, where somebody sits at a terminal to see it.

use std::cell::Cell;
use std::io::{IsTerminal as _, Write as _, stderr};
use std::time::{Duration, Instant};

use sixinto_formats::Progress;

use crate::lang::{Lang, say};

/// A file that is done sooner than this needs no line.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line changes.
const PACE: Duration = Duration::from_millis(100);

/// The line, on the standard error; in a pipe there is none.
pub(super) struct Line<'a> {
    name: &'a str,
    lang: Lang,
    is_seen: bool,
    next: Cell<Instant>,
    is_shown: Cell<bool>,
}

impl<'a> Line<'a> {
    pub(super) fn new(name: &'a str, lang: Lang) -> Self {
        let next = Cell::new(Instant::now() + PATIENCE);
        Self { name, lang, is_seen: stderr().is_terminal(), next, is_shown: Cell::new(false) }
    }

    /// Shows how far it has come, now and then.
    pub(super) fn show(&self, progress: Progress) {
        let now = Instant::now();
        if !self.is_seen || now < self.next.get() {
            return;
        }
        self.next.set(now + PACE);
        self.is_shown.set(true);
        put(&words(self.name, progress, self.lang));
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if self.is_shown.get() {
            put("");
        }
    }
}

/// The sequence clears what was on the line (ECMA-48, EL). A line that cannot be shown is missed by nobody.
fn put(words: &str) {
    let mut stderr = stderr().lock();
    let _ = write!(stderr, "\r\u{1b}[2K{words}").and_then(|()| stderr.flush());
}

fn words(name: &str, Progress { done, of }: Progress, lang: Lang) -> String {
    match of.filter(|of| *of > 0) {
        Some(of) => {
            let percent = done.saturating_mul(100) / of;
            say!(lang, "正在读 {name}：{done} / {of}（{percent}%）", "reading {name}: {done} / {of} ({percent}%)")
        }
        None => say!(lang, "正在读 {name}：{done}", "reading {name}: {done}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_where_the_whole_is_known() {
        let half = Progress { done: 500, of: Some(1000) };
        assert_eq!(words("a.xlsx", half, Lang::En), "reading a.xlsx: 500 / 1000 (50%)");
        assert_eq!(words("a.xlsx", Progress { done: 7, of: None }, Lang::Zh), "正在读 a.xlsx：7");
    }
}
