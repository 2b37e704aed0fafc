//! What is known while a file is read, and how its texts and problems are put down.

use std::collections::BTreeSet;

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::builders;
use crate::diagnostics::Finding;
use crate::moodle::labels::Labels;
use crate::moodle_xml::element::{Lines, child, shown};
use crate::text::html::LostMarkup;

pub(super) type Fault = Box<Finding>;

/// What is known while a file is read.
pub(super) struct Context<'a> {
    pub(super) lines: Lines<'a>,
    pub(super) labels: Labels<'a>,
    pub(super) warnings: Vec<Finding>,
    /// What is said only once a file.
    pub(super) said: BTreeSet<&'static str>,
}

impl<'a> Context<'a> {
    pub(super) fn new(file: &'a str, text: &'a str, labels: Labels<'a>) -> Self {
        Self { lines: Lines::new(file, text), labels, warnings: Vec::new(), said: BTreeSet::new() }
    }

    /// The text of an element, with a warning where something of it is lost.
    pub(super) fn words(&mut self, node: Node<'_, '_>) -> String {
        let (text, lost) = shown(node);
        match lost {
            Some(LostMarkup::Picture) => {
                self.left_out(Code::MarkupLost, node, "图片没有导入", "the picture was left out");
            }
            Some(LostMarkup::Script) => self.left_out(
                Code::MarkupLost,
                node,
                "上标或下标变成了普通文字",
                "raised or lowered letters became plain text",
            ),
            None => {}
        }
        text
    }

    /// The same, or nothing where it is empty.
    pub(super) fn text(&mut self, node: Node<'_, '_>) -> Option<Text> {
        let text = self.words(node);
        (!text.is_empty()).then(|| builders::plain(text))
    }

    /// Of several feedbacks the first is the explanation, unless there is a general one.
    pub(super) fn explain(&mut self, node: Node<'_, '_>, feedback: &[Node<'_, '_>]) -> Option<Text> {
        let is_general = child(node, "generalfeedback").is_some_and(|general| !shown(general).0.is_empty());
        let mut explanation = None;
        for text in feedback.iter().filter(|text| !shown(**text).0.is_empty()) {
            if explanation.is_none() && !is_general {
                explanation = self.text(*text);
            } else {
                self.left_out(
                    Code::FeedbackLost,
                    *text,
                    "这段反馈没有地方放，没有导入",
                    "there is no place for this feedback; it was left out",
                );
            }
        }
        explanation
    }

    pub(super) fn error(&self, code: Code, node: Node<'_, '_>, message: Words, help: Words) -> Fault {
        Box::new(self.placed(node, |at| Finding::error(code, at, message, help)))
    }

    pub(super) fn left_out(&mut self, code: Code, node: Node<'_, '_>, zh: &str, en: &str) {
        let help = Words::new("看看这道题去掉它以后还对不对", "see whether the question is still right without it");
        self.warn(code, node, Words::new(zh, en), help);
    }

    pub(super) fn warn(&mut self, code: Code, node: Node<'_, '_>, message: Words, help: Words) {
        let warning = self.placed(node, |at| Finding::warning(code, at, message, help));
        self.warnings.push(warning);
    }

    pub(super) fn remark(&mut self, code: Code, node: Node<'_, '_>, zh: &str, en: &str) {
        let help = Words::new("不用改", "nothing needs to be done");
        let finding = self.placed(node, |at| Finding::note(code, at, Words::new(zh, en), help));
        self.warnings.push(finding);
    }

    pub(super) fn placed(&self, node: Node<'_, '_>, finding: impl FnOnce(crate::Place) -> Finding) -> Finding {
        let (place, quote) = self.lines.place(node);
        finding(place).quoting(Some(quote))
    }
}
