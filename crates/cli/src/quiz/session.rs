//! One sitting: a question at a time, kept after every answer.

use std::fs;
use std::path::Path;
use std::time::Duration;

use sixinto_core::attempt::{self, Action};
use sixinto_core::check::Words;
use sixinto_core::paper::{self, Prompt};
use sixinto_core::preset::FeedbackTime;
use sixinto_core::{Answer, Attempt, score};

use super::ear::{Ear, Heard};
use super::{talk, typed};
use crate::failure::Failure;
use crate::lang::{Lang, both};
use crate::library::Library;
use crate::output::{self, Voice};
use crate::{clock, report_text};

/// A person, a paper and what is between them.
pub(super) struct Session<'a> {
    pub(super) library: &'a Library,
    pub(super) attempt: Attempt,
    pub(super) save: Option<&'a Path>,
    pub(super) ear: &'a Ear,
    pub(super) lang: Lang,
    pub(super) voice: Voice,
}

/// How a sitting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The paper was handed in, or its time is over.
    Finished,
    /// The person went away.
    Left,
}

/// What comes next.
enum Step {
    /// A question, by index; past the last one, handing in.
    Go(usize),
    /// The same question.
    Stay,
    /// Going away.
    Leave,
}

impl Session<'_> {
    /// Asks until the paper is finished or the person goes away.
    pub(super) fn take(&mut self) -> Result<End, Failure> {
        let n_questions = self.attempt.paper.questions.len();
        let mut next = self.attempt.current;
        while self.attempt.finished.is_none() {
            let step = if next < n_questions { self.ask(next)? } else { self.hand_in()? };
            match step {
                Step::Leave => return Ok(End::Left),
                Step::Stay => {}
                Step::Go(index) => next = index,
            }
            if self.attempt.finished.is_none() && next < n_questions {
                self.act(Action::Go(next))?;
            }
        }
        Ok(End::Finished)
    }

    /// Stores the attempt, so that nothing is lost whatever happens next.
    pub(super) fn keep(&self) -> Result<(), Failure> {
        let Some(path) = self.save else { return Ok(()) };
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        // What was kept before stays whole until the new text is on the disk.
        let kept = fs::write(&part, output::to_json(&self.attempt) + "\n").and_then(|()| fs::rename(&part, path));
        kept.map_err(|error| {
            let name = path.display();
            Failure::new(
                both!("存不了 {name}：{error}", "{name} cannot be written: {error}"),
                Words::new("换一个能写的地方", "choose a place that can be written to"),
            )
        })
    }

    fn ask(&mut self, index: usize) -> Result<Step, Failure> {
        let Some(id) = self.attempt.paper.questions.get(index).map(|asked| asked.id.clone()) else {
            return Ok(Step::Go(index + 1));
        };
        if self.attempt.locked.contains(&id) {
            return Ok(Step::Go(index + 1));
        }
        let library = self.library;
        let paper = self.attempt.paper.clone();
        let prompt = paper::prompt(&library.pool, &paper, index, self.lang.tag());
        let Ok(Some(prompt)) = prompt else { return Ok(Step::Go(index + 1)) };
        let asked = talk::question(&prompt, index, &library.folder, &self.attempt, clock::now(), self.lang);
        self.voice.tell(&asked)?;
        loop {
            let step = match self.hear()? {
                Heard::Line(line) => self.obey(&line, &prompt, index)?,
                Heard::Bell => Some(Step::Stay),
                Heard::End => Some(Step::Leave),
            };
            match step {
                Some(step) => return Ok(step),
                None if self.attempt.finished.is_some() => return Ok(Step::Stay),
                None => {}
            }
        }
    }

    /// Does what was typed at a question; no step where the question still stands.
    fn obey(&mut self, line: &str, prompt: &Prompt<'_>, index: usize) -> Result<Option<Step>, Failure> {
        let feedback = self.attempt.paper.feedback;
        let reply = match (typed::narrow(line).as_str(), feedback) {
            ("q", _) => return Ok(Some(self.confirm_leaving()?).filter(|step| matches!(step, Step::Leave))),
            ("-", _) => return self.answered(prompt, index, None).map(Some),
            ("", FeedbackTime::End) => return Ok(Some(Step::Go(index + 1))),
            ("<", FeedbackTime::End) => return Ok(Some(Step::Go(index.saturating_sub(1)))),
            ("?", _) => talk::help(feedback),
            ("", FeedbackTime::Each) => Words::new("先答这一题；不会就写 -", "answer first; type - if you do not know"),
            ("<", FeedbackTime::Each) => Words::new("讲过的题不能再改", "what was explained stays as it is"),
            _ => match typed::answer(line, prompt) {
                Ok(answer) => return self.answered(prompt, index, Some(answer)).map(Some),
                Err(words) => words,
            },
        };
        self.voice.tell(&format!("{}\n", reply.get(self.lang.tag())))?;
        Ok(None)
    }

    /// Takes an answer, or none; in practice, tells what came of it.
    fn answered(&mut self, prompt: &Prompt<'_>, index: usize, answer: Option<Answer>) -> Result<Step, Failure> {
        self.act(Action::Answer { question: prompt.id.clone(), answer })?;
        if self.attempt.paper.feedback == FeedbackTime::Each && self.attempt.finished.is_none() {
            self.act(Action::Lock(prompt.id.clone()))?;
            self.tell(prompt)?;
        }
        Ok(Step::Go(index + 1))
    }

    fn tell(&self, prompt: &Prompt<'_>) -> Result<(), Failure> {
        match score::feedback(&self.library.pool, &self.attempt, prompt.id, self.lang.tag()) {
            Ok(feedback) => self.voice.tell(&report_text::question(prompt, &feedback, self.lang)),
            Err(_) => Ok(()),
        }
    }

    /// After the last question: back to what is open, or the end.
    fn hand_in(&mut self) -> Result<Step, Failure> {
        let questions = &self.attempt.paper.questions;
        if self.attempt.paper.feedback == FeedbackTime::Each {
            match questions.iter().position(|asked| !self.attempt.locked.contains(&asked.id)) {
                Some(open) => return Ok(Step::Go(open)),
                None => self.act(Action::Finish)?,
            }
            return Ok(Step::Stay);
        }
        let n_questions = questions.len();
        self.voice.tell(&talk::before_handing_in(&self.attempt, self.lang))?;
        let line = match self.hear()? {
            Heard::Line(line) => typed::narrow(&line),
            Heard::Bell => return Ok(Step::Stay),
            Heard::End => return Ok(Step::Leave),
        };
        match (line.as_str(), line.parse::<usize>()) {
            ("", _) => self.act(Action::Finish)?,
            ("q", _) => return self.confirm_leaving(),
            ("<", _) => return Ok(Step::Go(n_questions.saturating_sub(1))),
            (_, Ok(number)) if (1..=n_questions).contains(&number) => return Ok(Step::Go(number - 1)),
            _ => {}
        }
        Ok(Step::Stay)
    }

    fn confirm_leaving(&mut self) -> Result<Step, Failure> {
        self.voice.tell(talk::ask_to_leave(self.save).get(self.lang.tag()))?;
        let is_leaving = match self.hear()? {
            Heard::Line(line) => matches!(typed::narrow(&line).as_str(), "y" | "yes" | "q" | "是" | "对"),
            Heard::End => true,
            Heard::Bell => false,
        };
        Ok(if is_leaving { Step::Leave } else { Step::Stay })
    }

    /// Waits for a line, but not past the deadline, when the paper hands itself in.
    fn hear(&mut self) -> Result<Heard, Failure> {
        self.voice.tell("> ")?;
        let heard = self.ear.hear(self.attempt.time_left(clock::now()).map(Duration::from_millis));
        if self.attempt.time_left(clock::now()) == Some(0) {
            self.ring()?;
            return Ok(Heard::Bell);
        }
        Ok(heard)
    }

    fn act(&mut self, action: Action) -> Result<(), Failure> {
        match self.attempt.act(&self.library.pool, action, clock::now()) {
            Ok(()) => self.keep(),
            Err(attempt::Error::TimeOver) => self.ring(),
            Err(error) => Err(Failure::new(
                both!("这一步做不了：{error}", "this cannot be done: {error}"),
                Words::new(
                    "运行 sixinto check 看题库有没有错",
                    "see with `sixinto check` whether the banks are in order",
                ),
            )),
        }
    }

    fn ring(&mut self) -> Result<(), Failure> {
        self.voice.tell(self.lang.say("\n时间到，交卷了。\n", "\nTime is up: handed in.\n"))?;
        self.act(Action::Finish)
    }
}
