//! One sitting: a question at a time, kept after every answer.

use std::fs;
use std::path::Path;
use std::time::Duration;

use sixinto_core::attempt::{self, Action};
use sixinto_core::check::Words;
use sixinto_core::paper::{self, Prompt};
use sixinto_core::preset::FeedbackTime;
use sixinto_core::{Attempt, Id, score};

use super::ear::{Ear, Heard};
use super::typed;
use crate::failure::Failure;
use crate::lang::{Lang, both, say};
use crate::library::Library;
use crate::{answer_text, clock, output, prompt_text, report_text};

/// A person, a paper and what is between them.
pub(super) struct Session<'a> {
    pub(super) library: &'a Library,
    pub(super) attempt: Attempt,
    pub(super) save: Option<&'a Path>,
    pub(super) ear: &'a Ear,
    pub(super) lang: Lang,
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
    /// The same again.
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
                Step::Go(index) if index < n_questions => self.act(Action::Go(index))?,
                Step::Go(_) | Step::Stay => {}
                Step::Leave => return Ok(End::Left),
            }
            if let Step::Go(index) = step {
                next = index;
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
        output::plain(&self.question(&prompt, index))?;
        loop {
            let line = match self.hear()? {
                Heard::Line(line) => line,
                Heard::Bell => return Ok(Step::Stay),
                Heard::End => return Ok(Step::Leave),
            };
            match (typed::narrow(&line).as_str(), paper.feedback) {
                ("?", _) => output::plain(self.help())?,
                ("q", _) => {
                    if let Step::Leave = self.confirm_leaving()? {
                        return Ok(Step::Leave);
                    }
                }
                ("-", _) => return self.answered(&prompt, index, None),
                ("", FeedbackTime::End) => return Ok(Step::Go(index + 1)),
                ("", FeedbackTime::Each) => output::plain(self.lang.say("先答这一题；不会就写 -\n", "answer first; type - if you do not know\n"))?,
                ("<", FeedbackTime::End) => return Ok(Step::Go(index.saturating_sub(1))),
                ("<", FeedbackTime::Each) => output::plain(self.lang.say("讲过的题不能再改\n", "what was explained stays as it is\n"))?,
                _ => match typed::answer(&line, &prompt) {
                    Ok(answer) => return self.answered(&prompt, index, Some(answer)),
                    Err(words) => output::plain(&format!("{}\n", words.get(self.lang.tag())))?,
                },
            }
            if self.attempt.finished.is_some() {
                return Ok(Step::Stay);
            }
        }
    }

    /// Takes an answer, or none; in practice, tells what came of it.
    fn answered(&mut self, prompt: &Prompt<'_>, index: usize, answer: Option<sixinto_core::Answer>) -> Result<Step, Failure> {
        self.act(Action::Answer { question: prompt.id.clone(), answer })?;
        if self.attempt.paper.feedback == FeedbackTime::Each && self.attempt.finished.is_none() {
            self.act(Action::Lock(prompt.id.clone()))?;
            self.tell(prompt, prompt.id)?;
        }
        Ok(Step::Go(index + 1))
    }

    fn tell(&self, prompt: &Prompt<'_>, id: &Id) -> Result<(), Failure> {
        match score::feedback(&self.library.pool, &self.attempt, id, self.lang.tag()) {
            Ok(feedback) => output::plain(&report_text::question(prompt, &feedback, self.lang)),
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
        output::plain(&self.before_handing_in())?;
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
        let ask = match self.save {
            Some(_) => self.lang.say("停下吗？答过的都存好了。y 停下，n 接着做\n", "Stop? What you answered is kept. y to stop, n to go on\n"),
            None => self.lang.say("停下吗？没有用 --save，答过的不会留下。y 停下，n 接着做\n", "Stop? Without --save your answers are lost. y to stop, n to go on\n"),
        };
        output::plain(ask)?;
        let is_leaving = match self.hear()? {
            Heard::Line(line) => matches!(typed::narrow(&line).as_str(), "y" | "yes" | "q" | "是" | "对"),
            Heard::End => true,
            Heard::Bell => false,
        };
        Ok(if is_leaving { Step::Leave } else { Step::Stay })
    }

    /// Waits for a line, but not past the deadline, when the paper hands itself in.
    fn hear(&mut self) -> Result<Heard, Failure> {
        output::plain("> ")?;
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
                Words::new("运行 sixinto check 看题库有没有错", "see with `sixinto check` whether the banks are in order"),
            )),
        }
    }

    fn ring(&mut self) -> Result<(), Failure> {
        output::plain(self.lang.say("\n时间到，交卷了。\n", "\nTime is up: handed in.\n"))?;
        self.act(Action::Finish)
    }

    fn question(&self, prompt: &Prompt<'_>, index: usize) -> String {
        let question = prompt_text::question(prompt, index, &self.library.folder, self.lang);
        let how = typed::how(prompt);
        let how = how.get(self.lang.tag());
        let clock = self.attempt.time_left(clock::now()).map_or_else(String::new, |left| {
            let time = face(left.div_ceil(1000));
            say!(self.lang, "；还剩 {time}", "; {time} left")
        });
        let before = self.attempt.answers.get(prompt.id).map_or_else(String::new, |answer| {
            let parts = answer_text::parts(prompt, answer, self.lang).join(self.lang.say("；", "; "));
            say!(self.lang, "   现在的答案：{parts}\n", "   Your answer now: {parts}\n")
        });
        say!(self.lang, "\n{question}{before}（{how}{clock}；? 看帮助）\n", "\n{question}{before}({how}{clock}; ? for help)\n")
    }

    fn before_handing_in(&self) -> String {
        let asked = self.attempt.paper.questions.iter().enumerate();
        let open = asked.filter(|(_, asked)| self.attempt.answers.get(&asked.id).is_none());
        let open: Vec<String> = open.map(|(at, _)| (at + 1).to_string()).collect();
        let list = open.join(self.lang.say("、", ", "));
        let state = match open.len() {
            0 => self.lang.say("每题都答了。", "Every question is answered.").to_owned(),
            n => say!(self.lang, "还有 {n} 题没答，没答的不得分：第 {list} 题。", "Not answered yet: {n}; they score nothing: {list}."),
        };
        say!(self.lang, "\n{state}\n回车交卷；写题号回去改\n", "\n{state}\nPress Enter to hand in; type a number to go back to that question\n")
    }

    fn help(&self) -> &'static str {
        match self.attempt.paper.feedback {
            FeedbackTime::Each => self.lang.say(
                "答案写在 > 后面，按回车。-  不会，看讲解   q  停下   ?  帮助\n",
                "Type the answer after > and press Enter.  -  do not know, explain   q  stop   ?  help\n",
            ),
            FeedbackTime::End => self.lang.say(
                "答案写在 > 后面，按回车。直接回车  下一题   -  不要这题的答案   <  上一题   q  停下   ?  帮助\n",
                "Type the answer after > and press Enter.  Enter alone  next   -  take the answer back   <  previous   q  stop   ?  help\n",
            ),
        }
    }
}

/// Seconds as a clock shows them: 2:05.
fn face(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
