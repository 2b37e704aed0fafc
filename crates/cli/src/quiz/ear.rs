//! What the person types, line by line, unless a bell rings first.

use std::io::{self, BufRead as _};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// A line, without its end.
    Line(String),
    /// The time was over before anything was typed.
    Bell,
    /// Nothing more will be typed.
    End,
}

/// Lines of the standard input. Reading them blocks, so a thread of its own does it and the bell can ring meanwhile.
pub(super) struct Ear(Receiver<String>);

impl Ear {
    pub(super) fn open() -> Self {
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let mut input = io::stdin().lock();
            let mut line = Vec::new();
            while input.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
                let text = String::from_utf8_lossy(&line).trim().to_owned();
                if sender.send(text).is_err() {
                    break;
                }
                line.clear();
            }
        });
        Self(lines)
    }

    /// The next line; with patience, only if it comes within that time.
    pub(super) fn hear(&self, patience: Option<Duration>) -> Heard {
        let heard = match patience {
            None => self.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => self.0.recv_timeout(patience),
        };
        match heard {
            Ok(line) => Heard::Line(line),
            Err(RecvTimeoutError::Timeout) => Heard::Bell,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }
}
