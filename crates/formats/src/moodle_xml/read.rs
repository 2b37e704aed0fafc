//! Questions of Moodle XML, one by one.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::QuestionFields;
use sixinto_core::check::Words;

use crate::diagnostics::Finding;
use crate::moodle::labels::{unkept, unknown_category};
use crate::moodle_xml::answers;
use crate::moodle_xml::context::{Context, Fault};
use crate::moodle_xml::element::{child, children, raw, raw_of};
use crate::{Found, Imported};

impl Context<'_> {
    /// Reads one question, or takes its category for those that follow.
    pub(super) fn read(&mut self, node: Node<'_, '_>, imported: &mut Imported) {
        self.lines.enter(node);
        if node.attribute("type") == Some("category") {
            if !self.labels.enter(&raw_of(node, "category")) {
                let (message, help) = unknown_category();
                let finding = self.placed(node, |at| Finding::note(Code::UnknownCategory, at, message, help));
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
            return Err(self.error(
                Code::NoStem,
                node,
                message,
                Words::new("在 Moodle 里补上题干", "write it in Moodle"),
            ));
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
            self.left_out(Code::HintLost, node, "提示没有导入", "the hints were left out");
        }
        let penalty = raw_of(node, "penalty").parse::<f64>().unwrap_or(0.0);
        if penalty > 0.0 && node.attribute("type") != Some("truefalse") && self.said.insert("penalty") {
            self.remark(
                Code::PenaltyLost,
                node,
                "重答扣分（penalty）没有导入：这里不按重答的次数扣分",
                "penalties for another try were left out: there are none here",
            );
        }
        let combined = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];
        if combined.into_iter().any(|name| !raw_of(node, name).is_empty()) && self.said.insert("combined") {
            self.remark(
                Code::CombinedFeedbackLost,
                node,
                "整题的“答对、部分答对、答错”反馈没有导入",
                "the texts for right, partly right and wrong as a whole were left out",
            );
        }
    }
}
