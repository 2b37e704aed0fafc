//! What is written to the terminal or into a pipe.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;
use sixinto_core::check::Words;

use crate::failure::Failure;
use crate::lang::{Lang, both};
use crate::snippet;

/// Writes text that may be coloured; the colours are left out where nobody would see them.
pub(crate) fn coloured(text: &str) -> Result<(), Failure> {
    written(write(&mut anstream::stdout(), text))
}

/// Writes words of question files, without the control characters that could play tricks on a terminal.
pub(crate) fn plain(text: &str) -> Result<(), Failure> {
    written(write(&mut io::stdout().lock(), &tame(text)))
}

/// Where a conversation is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// It is the output.
    Out,
    /// It stands beside an output that is for a program.
    Aside,
}

impl Voice {
    /// Says something, as [`plain`] does.
    pub(crate) fn tell(self, text: &str) -> Result<(), Failure> {
        match self {
            Self::Out => plain(text),
            Self::Aside => {
                aside(&tame(text));
                Ok(())
            }
        }
    }
}

/// Writes a value as one line of JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    written(write(&mut io::stdout().lock(), &format!("{}\n", to_json(value))))
}

/// A value as JSON.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("our values have names for keys, so each of them has a JSON form")
}

/// Says something beside the output proper.
pub(crate) fn note(words: &Words, lang: Lang) {
    aside(&format!("{}\n", words.get(lang.tag())));
}

/// Says why nothing came of a command.
pub(crate) fn complain(failure: &Failure, lang: Lang) {
    let cause = failure.cause.as_ref().map(|cause| snippet::render(&cause.finding, &snippet::lines(&cause.text), lang));
    let what = snippet::failure(failure.what.get(lang.tag()), failure.help.get(lang.tag()), lang);
    aside(&format!("{}{what}", cause.unwrap_or_default()));
}

/// Says something that is put into words already beside the output proper. Where even the standard error is closed there
/// is nobody left to tell.
pub(crate) fn aside(text: &str) {
    let _ = write(&mut anstream::stderr(), text);
}

fn tame(text: &str) -> String {
    text.chars().map(|letter| if is_safe(letter) { letter } else { '\u{fffd}' }).collect()
}

fn is_safe(letter: char) -> bool {
    letter == '\n' || !letter.is_control()
}

fn write(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

/// A reader who closes the pipe early, as `head` does, has seen enough.
fn written(done: io::Result<()>) -> Result<(), Failure> {
    match done {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::new(
            both!("结果写不出去：{error}", "the output cannot be written: {error}"),
            both!("看看磁盘是不是满了", "see whether the disk is full"),
        )),
        _ => Ok(()),
    }
}
