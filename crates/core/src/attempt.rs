//! A paper being answered.

use std::fmt;

use serde::Serialize;

use crate::answer::{Answer, Refusal, only_member};
use crate::bank::Pool;
pub use crate::day::Millis;
use crate::json::{Fields, Node, Read, Reader, Wanted, read_fields};
use crate::map::{IdMap, IdSet};
use crate::paper::{BankChanged, Paper};
use crate::preset::FeedbackTime;
use crate::{Id, paper};

/// A paper and all that was done with it: a plain value, to be stored after every action.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// Version of this format.
    pub format: u32,
    /// What is answered.
    pub paper: Paper,
    /// When it was begun.
    pub started: Millis,
    /// When it ends by itself, by the clock on the wall: a closed browser does not stop it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Millis>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished: Option<Millis>,
    /// Index of the question on the screen.
    pub current: usize,
    /// Answers by question.
    pub answers: IdMap<Answer>,
    /// Questions to look at again.
    pub flagged: IdSet,
    /// Questions whose feedback was shown; their answers no longer change.
    pub locked: IdSet,
}

/// What a resident does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Action {
    /// Answers a question, or takes the answer back.
    Answer {
        /// Which question.
        question: Id,
        /// The answer; `None` takes it back.
        answer: Option<Answer>,
    },
    /// Asks for the feedback of a question: its answer is final from here.
    Lock(Id),
    /// Marks a question to look at again.
    Flag(Id),
    /// Takes that mark off.
    Unflag(Id),
    /// Goes to a question, forward or back.
    Go(usize),
    /// Hands in.
    #[default]
    Finish,
}

/// Why an action cannot be taken. The attempt is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The questions are worded otherwise than when the paper was drawn.
    BankChanged,
    /// The paper has no such question.
    UnknownQuestion,
    /// The answer does not fit its question.
    Answer(Refusal),
    /// The feedback of this question was shown already.
    Locked,
    /// The attempt is over.
    Finished,
    /// The deadline has passed.
    TimeOver,
}

read_fields!(Attempt { format, paper, started, deadline, finished, current, answers, flagged, locked });

impl Read for Action {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        if matches!(&node, Node::Text(name) if name == "finish") {
            return Self::Finish;
        }
        let Some((name, node)) = only_member(node) else {
            reader.want(Wanted::Action);
            return Self::default();
        };
        match &*name {
            "answer" => {
                let mut fields = Fields::of(node, &["question", "answer"], reader);
                let action =
                    Self::Answer { question: fields.take("question", reader), answer: fields.take("answer", reader) };
                fields.end(reader);
                action
            }
            "lock" => Self::Lock(Read::read(node, reader)),
            "flag" => Self::Flag(Read::read(node, reader)),
            "unflag" => Self::Unflag(Read::read(node, reader)),
            "go" => Self::Go(Read::read(node, reader)),
            _ => {
                reader.want(Wanted::Action);
                Self::default()
            }
        }
    }
}

impl Attempt {
    /// Begins a paper.
    pub fn start(paper: Paper, now: Millis) -> Self {
        Self {
            format: paper::FORMAT,
            started: now,
            deadline: paper.seconds.map(|seconds| now.saturating_add(u64::from(seconds) * 1000)),
            paper,
            finished: None,
            current: 0,
            answers: IdMap::default(),
            flagged: IdSet::default(),
            locked: IdSet::default(),
        }
    }

    /// Takes a stored attempt up again. One that is open when its deadline has passed is finished, at its deadline.
    ///
    /// # Errors
    /// [`Error::BankChanged`], [`Error::UnknownQuestion`] or [`Error::Answer`] where it does not fit the pool.
    pub fn resume(mut self, pool: &Pool, now: Millis) -> Result<Self, Error> {
        self.paper.questions(pool)?;
        for (question, answer) in self.answers.iter() {
            let question = pool.question(question).ok_or(Error::UnknownQuestion)?;
            question.body.rules().admit(answer).map_err(Error::Answer)?;
        }
        if self.finished.is_none() && self.time_left(now) == Some(0) {
            self.finish(now);
        }
        Ok(self)
    }

    /// Milliseconds until the deadline, 0 once it has passed; `None` without a time limit.
    pub fn time_left(&self, now: Millis) -> Option<Millis> {
        self.deadline.map(|deadline| deadline.saturating_sub(now))
    }

    /// Does what a resident did.
    ///
    /// # Errors
    /// [`Error`], and then nothing has changed.
    pub fn act(&mut self, pool: &Pool, action: Action, now: Millis) -> Result<(), Error> {
        self.paper.questions(pool)?;
        if self.finished.is_some() {
            return Err(Error::Finished);
        }
        if action != Action::Finish && self.time_left(now) == Some(0) {
            return Err(Error::TimeOver);
        }
        match action {
            Action::Answer { question, answer } => self.answer(pool, question, answer)?,
            Action::Lock(question) => {
                self.locked.insert(self.known(question)?);
            }
            Action::Flag(question) => {
                self.flagged.insert(self.known(question)?);
            }
            Action::Unflag(question) => {
                self.flagged.remove(&question);
            }
            Action::Go(index) if index < self.paper.questions.len() => self.current = index,
            Action::Go(_) => return Err(Error::UnknownQuestion),
            Action::Finish => self.finish(now),
        }
        Ok(())
    }

    /// Whether the key of a question may be shown.
    pub fn is_open(&self, question: &Id) -> bool {
        let is_shown = self.paper.feedback == FeedbackTime::Each && self.locked.contains(question);
        is_shown || self.finished.is_some()
    }

    fn answer(&mut self, pool: &Pool, question: Id, answer: Option<Answer>) -> Result<(), Error> {
        let question = self.known(question)?;
        if self.locked.contains(&question) {
            return Err(Error::Locked);
        }
        let Some(answer) = answer.filter(|answer| !answer.is_empty()) else {
            self.answers.remove(&question);
            return Ok(());
        };
        let asked = pool.question(&question).ok_or(Error::UnknownQuestion)?;
        asked.body.rules().admit(&answer).map_err(Error::Answer)?;
        self.answers.insert(question, answer);
        Ok(())
    }

    fn known(&self, question: Id) -> Result<Id, Error> {
        let is_asked = self.paper.questions.iter().any(|asked| asked.id == question);
        if is_asked { Ok(question) } else { Err(Error::UnknownQuestion) }
    }

    fn finish(&mut self, now: Millis) {
        // A clock that was turned back must not end an attempt before it began.
        let now = now.max(self.started);
        self.finished = Some(self.deadline.map_or(now, |deadline| deadline.min(now)));
    }
}

impl Error {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(self) -> &'static str {
        match self {
            Self::BankChanged => BankChanged.code(),
            Self::UnknownQuestion => "unknown-question",
            Self::Answer(refusal) => refusal.code(),
            Self::Locked => "locked",
            Self::Finished => "finished",
            Self::TimeOver => "time-over",
        }
    }
}

impl From<BankChanged> for Error {
    fn from(_: BankChanged) -> Self {
        Self::BankChanged
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BankChanged => BankChanged.fmt(f),
            Self::UnknownQuestion => f.write_str("the paper has no such question"),
            Self::Answer(refusal) => refusal.fmt(f),
            Self::Locked => f.write_str("the feedback of this question was shown already"),
            Self::Finished => f.write_str("the attempt is over"),
            Self::TimeOver => f.write_str("the time is over"),
        }
    }
}

impl std::error::Error for Error {}
