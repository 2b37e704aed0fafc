//! Moodle XML, the format in which Moodle keeps whole question banks.
//!
//! Read are multichoice, truefalse, shortanswer (as a `blank`), numerical with its unit, matching, and ordering of the
//! plugin; categories, tags and `idnumber` give themes, topic, difficulty and id. Other types are reported, each with
//! its name. Texts in HTML become plain text; a picture that is lost is a warning.
//!
//! What Moodle has and a bank has not: penalties, hints, the texts for right, partly right and wrong as a whole, partly
//! right short answers and second numbers. Each is reported, the first and third once a file.
//!
//! Where we differ from Moodle, it is a decision: grades that are not in its list are refused question by question and
//! not the whole file; a numerical answer that is no number is refused; a DTD is refused, and so is anything nested
//! deeper or larger than [`crate::limits`] says.
//!
//! Texts are written as `plain_text`, so that what looks like markup in them is read as the text it is.

mod answers;
mod context;
mod diagnostics;
mod element;
mod read;
mod write;

use std::borrow::Cow;

use crate::diagnostics::Code;
use sixinto_core::bank::{BankFile, MAX_QUESTIONS};
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::moodle::labels::Labels;
use crate::text::encoding::decode;
use crate::text::xml::Xml;
use crate::{Format, Imported, Input, Progress, Reading, Writing, Written};

/// A quiz in Moodle XML.
#[derive(Debug)]
pub struct MoodleXml;

/// Is told of the progress after so many questions.
const STEP: usize = 1000;

impl Format for MoodleXml {
    fn name(&self) -> &'static str {
        "moodle-xml"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["xml"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let text = decode(input).map_or(Cow::Borrowed(""), |decoded| decoded.text);
        let head = text.get(..text.floor_char_boundary(4096)).unwrap_or_default();
        head.trim_start().starts_with('<') && head.contains("<quiz")
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        let text = decode(input)?.text;
        let xml = Xml::parse(Place::whole(input.name), &text)?;
        let root = xml.root();
        if root.tag_name().name() != "quiz" {
            return Err(Box::new(no_quiz(input.name)));
        }
        let mut imported = Imported::default();
        let mut context = context::Context::new(input.name, &text, Labels::new(reading));
        for node in root.children().filter(|node| node.has_tag_name("question")) {
            if imported.n_read >= MAX_QUESTIONS {
                return Err(Box::new(too_many(input.name)));
            }
            context.read(node, &mut imported);
            if imported.n_read % STEP == 0 {
                (reading.progress)(Progress { done: imported.n_read, of: None });
            }
        }
        Ok(imported)
    }

    fn write(&self, bank: &BankFile, writing: &Writing<'_>) -> Result<Written, Box<Finding>> {
        Ok(write::write(bank, writing))
    }
}

fn no_quiz(file: &str) -> Finding {
    Finding::error(
        Code::NotAQuiz,
        Place::whole(file),
        Words::new(
            "最外层不是 <quiz>，不是 Moodle 的题库",
            "the outermost element is not <quiz>: this is not a Moodle question bank",
        ),
        Words::new(
            "在 Moodle 的题库里选“导出”，格式选 Moodle XML",
            "export it from Moodle's question bank as Moodle XML",
        ),
    )
}

fn too_many(file: &str) -> Finding {
    Finding::error(
        Code::TooManyQuestions,
        Place::whole(file),
        Words::new(
            format!("题太多：一个题库最多 {MAX_QUESTIONS} 道"),
            format!("too many questions: a bank has at most {MAX_QUESTIONS}"),
        ),
        Words::new("把它分成几个文件", "split it into several files"),
    )
}
