//! True or false (判断).

use super::{Rules, Tally};
use crate::answer::{Answer, Refusal};

/// A stem that is true or false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judge {
    /// Whether it is true.
    pub answer: bool,
}

impl Rules for Judge {
    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        match answer {
            Answer::Judge(_) => Ok(()),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn tally(&self, answer: &Answer) -> Tally {
        Tally::whole(*answer == Answer::Judge(self.answer))
    }

    fn key(&self, _lang: &str) -> Answer {
        Answer::Judge(self.answer)
    }
}
