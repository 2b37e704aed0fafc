//! A block that is being read, and how its problems are put down.

use crate::Reading;
use crate::diagnostics::{Code, Finding};
use crate::plain_text::block::Block;
use crate::plain_text::diagnostics::{self, Problem};
use crate::plain_text::doc::{Doc, Slice};

/// A block that is being read.
pub(crate) struct Context<'d, 'a> {
    pub(crate) doc: &'d Doc<'a>,
    pub(crate) block: &'d Block,
    pub(crate) reading: &'d Reading<'d>,
    pub(crate) findings: Vec<Finding>,
    pub(super) stem: String,
}

/// Where a problem is, and which.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) at: Slice,
    pub(crate) problem: Box<Problem>,
}

/// A problem at a place.
pub(crate) fn stop(at: Slice, problem: Problem) -> Stop {
    Stop { at, problem: Box::new(problem) }
}

/// The answer of a block: what it says, and where; none where it stands in no place of its own.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) text: String,
    pub(crate) at: Slice,
}

impl Context<'_, '_> {
    /// Where the question begins.
    pub(crate) fn at(&self) -> Slice {
        self.block.stem.first().copied().unwrap_or(Slice { line: 0, from: 0, to: 0 })
    }

    pub(crate) fn finding(
        &self,
        make: fn(Code, crate::Place, sixinto_core::check::Words, sixinto_core::check::Words) -> Finding,
        at: Slice,
        Problem { code, message, help }: Problem,
    ) -> Finding {
        let finding = make(code, self.doc.place(at), message, help).quoting(Some(self.doc.quote(at)));
        let finding = if self.stem.is_empty() { finding } else { finding.about(&self.stem) };
        let finding = if code == Code::AnswerWithoutChoice { self.expecting_choice(finding) } else { finding };
        let found = self.doc.text(at);
        if found.is_empty() || at == self.at() { finding } else { Finding { found: Some(found.to_owned()), ..finding } }
    }

    fn expecting_choice(&self, finding: Finding) -> Finding {
        let span = diagnostics::span(self.block.choices.len());
        let expected = sixinto_core::check::Words::new(format!("{span} 之一"), format!("one of {span}"));
        Finding { expected: Some(expected), ..finding }
    }

    pub(crate) fn warn(&mut self, at: Slice, problem: Problem) {
        let finding = self.finding(Finding::warning, at, problem);
        self.findings.push(finding);
    }
}
