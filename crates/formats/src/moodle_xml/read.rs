//! Questions of Moodle XML, one by one.

use std::collections::BTreeSet;

use roxmltree::Node;
use sixinto_core::bank::QuestionFields;
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::diagnostics::Finding;
use crate::moodle::labels::{Labels, unkept, unknown_category};
use crate::moodle_xml::answers;
use crate::moodle_xml::element::{Lines, child, children, raw, raw_of, shown};
use crate::text::html::LostMarkup;
use crate::{Found, Imported, builders};

pub(super) type Fault = Box<Finding>;

/// What is known while a file is read.
pub(super) struct Context<'a> {
    lines: Lines<'a>,
    labels: Labels<'a>,
    warnings: Vec<Finding>,
    /// What is said only once a file.
    said: BTreeSet<&'static str>,
}

impl<'a> Context<'a> {
    pub(super) fn new(file: &'a str, text: &'a str, labels: Labels<'a>) -> Self {
        Self { lines: Lines::new(file, text), labels, warnings: Vec::new(), said: BTreeSet::new() }
    }

    /// Reads one question, or takes its category for those that follow.
    pub(super) fn read(&mut self, node: Node<'_, '_>, imported: &mut Imported) {
        self.lines.enter(node);
        if node.attribute("type") == Some("category") {
            if !self.labels.enter(&raw_of(node, "category")) {
                let (message, help) = unknown_category();
                let finding = self.placed(node, |at| Finding::note("unknown-category", at, message, help));
                imported.findings.push(finding);
            }
            return;
        }
        imported.n_read += 1;
        match self.question(node) {
            Ok(question) => {
                let (place, quote) = self.lines.place(node);
                let stem = question.stem.all().next().unwrap_or_default();
                imported.findings.extend(self.warnings.drain(..).map(|warning| warning.about(stem)));
                imported.questions.push(Found { question, place, quote: Some(quote) });
            }
            Err(fault) => {
                self.warnings.clear();
                let name = raw_of(node, "name");
                imported.findings.push(fault.about(&name));
            }
        }
    }

    fn question(&mut self, node: Node<'_, '_>) -> Result<QuestionFields, Fault> {
        let stem = child(node, "questiontext").map(|text| self.words(text)).unwrap_or_default();
        if stem.is_empty() {
            let message = Words::new("没有题干", "the question has no text");
            return Err(self.error("no-stem", node, message, Words::new("在 Moodle 里补上题干", "write it in Moodle")));
        }
        let mut question = answers::read(self, node, stem)?;
        let general = child(node, "generalfeedback").and_then(|text| self.text(text));
        question.explanation = general.or(question.explanation);
        let tags: Vec<String> =
            child(node, "tags").map(|tags| children(tags, "tag").map(raw).collect()).unwrap_or_default();
        self.labels.put(&mut question, &tags);
        self.name_it(&mut question, node);
        self.say_what_is_lost(node);
        Ok(question)
    }

    fn name_it(&mut self, question: &mut QuestionFields, node: Node<'_, '_>) {
        let name = raw_of(node, "idnumber");
        if name.is_empty() {
            return;
        }
        match self.labels.take(&name) {
            Ok(id) => question.id = id,
            Err(code) => {
                let (message, help) = unkept(code, &name);
                let finding = self.placed(node, |at| Finding::note(code, at, message, help));
                self.warnings.push(finding);
            }
        }
    }

    fn say_what_is_lost(&mut self, node: Node<'_, '_>) {
        if children(node, "hint").any(|hint| !raw(hint).is_empty()) {
            self.left_out("hint-lost", node, "提示没有导入", "the hints were left out");
        }
        let penalty = raw_of(node, "penalty").parse::<f64>().unwrap_or(0.0);
        if penalty > 0.0 && node.attribute("type") != Some("truefalse") && self.said.insert("penalty") {
            self.remark(
                "penalty-lost",
                node,
                "重答扣分（penalty）没有导入：这里不按重答的次数扣分",
                "penalties for another try were left out: there are none here",
            );
        }
        let combined = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];
        if combined.into_iter().any(|name| !raw_of(node, name).is_empty()) && self.said.insert("combined") {
            self.remark(
                "combined-feedback-lost",
                node,
                "整题的“答对、部分答对、答错”反馈没有导入",
                "the texts for right, partly right and wrong as a whole were left out",
            );
        }
    }

    /// The text of an element, with a warning where something of it is lost.
    pub(super) fn words(&mut self, node: Node<'_, '_>) -> String {
        let (text, lost) = shown(node);
        match lost {
            Some(LostMarkup::Picture) => self.left_out("markup-lost", node, "图片没有导入", "the picture was left out"),
            Some(LostMarkup::Script) => self.left_out(
                "markup-lost",
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
                    "feedback-lost",
                    *text,
                    "这段反馈没有地方放，没有导入",
                    "there is no place for this feedback; it was left out",
                );
            }
        }
        explanation
    }

    pub(super) fn error(&self, code: &'static str, node: Node<'_, '_>, message: Words, help: Words) -> Fault {
        Box::new(self.placed(node, |at| Finding::error(code, at, message, help)))
    }

    pub(super) fn left_out(&mut self, code: &'static str, node: Node<'_, '_>, zh: &str, en: &str) {
        let help = Words::new("看看这道题去掉它以后还对不对", "see whether the question is still right without it");
        self.warn(code, node, Words::new(zh, en), help);
    }

    pub(super) fn warn(&mut self, code: &'static str, node: Node<'_, '_>, message: Words, help: Words) {
        let warning = self.placed(node, |at| Finding::warning(code, at, message, help));
        self.warnings.push(warning);
    }

    fn remark(&mut self, code: &'static str, node: Node<'_, '_>, zh: &str, en: &str) {
        let help = Words::new("不用改", "nothing needs to be done");
        let finding = self.placed(node, |at| Finding::note(code, at, Words::new(zh, en), help));
        self.warnings.push(finding);
    }

    fn placed(&self, node: Node<'_, '_>, finding: impl FnOnce(crate::Place) -> Finding) -> Finding {
        let (place, quote) = self.lines.place(node);
        finding(place).quoting(Some(quote))
    }
}
