//! A bank as Moodle XML.

use std::fmt::Write;

use sixinto_core::bank::kind::NumberKey;
use sixinto_core::bank::{BankFile, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::moodle::{blanks, fractions, labels};
use crate::text::ellipsis;
use crate::{Loss, Progress, Writing, Written, losses};

pub(super) fn write(bank: &BankFile, writing: &Writing<'_>) -> Written {
    let mut pen = Pen { lang: writing.lang, out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n") };
    let mut all_losses = Vec::new();
    let of = Some(bank.questions.len());
    for (done, question) in bank.questions.iter().enumerate() {
        match lost(question) {
            Err(loss) => all_losses.push(*loss),
            Ok(mut lost) => {
                all_losses.append(&mut lost);
                pen.question(question, &labels::tags(question, writing));
            }
        }
        (writing.progress)(Progress { done: done + 1, of });
    }
    pen.out.push_str("</quiz>\n");
    Written { bytes: pen.out.into_bytes(), losses: all_losses }
}

/// What the file will not hold of a question; an error where that is the whole of it.
fn lost(question: &QuestionFields) -> Result<Vec<Loss>, Box<Loss>> {
    let choices = question.choices.as_deref().unwrap_or_default();
    let mut lost = losses::usual(question, &["unit"]);
    match question.kind {
        Kind::Spot => return Err(Box::new(losses::of_kind(&question.id, question.kind))),
        Kind::Blank if question.blanks.as_ref().is_none_or(|blanks| blanks.len() != 1) => {
            return Err(Box::new(losses::of_kind(&question.id, question.kind)));
        }
        Kind::Blank if question.stem.all().any(|stem| blanks::n_gaps(stem) != 1) => {
            lost.push(losses::part(&question.id, "stem"));
        }
        Kind::Single | Kind::Multiple if choices.len() < 2 || !choices.iter().any(|choice| choice.correct) => {
            let words = Words::new("少于两个选项，或者没有对的选项", "fewer than two choices, or none that is right");
            return Err(Box::new(losses::whole(&question.id, "choices", words)));
        }
        Kind::Single | Kind::Multiple if !fractions::of(question.kind, choices).1 => {
            lost.push(losses::part(&question.id, "weight"));
        }
        _ => {}
    }
    if losses::texts(question).flat_map(Text::all).any(|text| !text.chars().all(is_written)) {
        lost.push(losses::part(&question.id, "text"));
    }
    Ok(lost)
}

/// What XML 1.0 can hold.
fn is_written(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

struct Pen<'a> {
    lang: &'a str,
    out: String,
}

impl Pen<'_> {
    fn question(&mut self, question: &QuestionFields, tags: &[String]) {
        let kind = match question.kind {
            Kind::Single | Kind::Multiple => "multichoice",
            Kind::Judge => "truefalse",
            Kind::Blank => "shortanswer",
            Kind::Number => "numerical",
            Kind::Match => "matching",
            Kind::Order | Kind::Spot => "ordering",
        };
        let stem = question.stem.get(self.lang);
        self.put(format_args!("  <question type=\"{kind}\">\n    <name><text>"));
        self.escape(&ellipsis(stem));
        self.out.push_str("</text></name>\n");
        self.text("questiontext", "    ", stem);
        if let Some(explanation) = &question.explanation {
            self.text("generalfeedback", "    ", explanation.get(self.lang));
        }
        self.put(format_args!(
            "    <defaultgrade>1</defaultgrade>\n    <penalty>0</penalty>\n    <idnumber>{}</idnumber>\n",
            question.id
        ));
        self.answers(question);
        self.out.push_str("    <tags>\n");
        for tag in tags {
            self.out.push_str("      <tag><text>");
            self.escape(tag);
            self.out.push_str("</text></tag>\n");
        }
        self.out.push_str("    </tags>\n  </question>\n");
    }

    fn answers(&mut self, question: &QuestionFields) {
        match question.kind {
            Kind::Single | Kind::Multiple => self.choices(question),
            Kind::Judge => {
                for (text, value) in [("true", true), ("false", false)] {
                    let fraction = if question.answer == Some(value) { "100" } else { "0" };
                    self.answer(fraction, text, None);
                }
            }
            Kind::Blank => {
                self.out.push_str("    <usecase>0</usecase>\n");
                for text in question.blanks.iter().flatten().flat_map(|blank| &blank.accept).flat_map(Text::all) {
                    self.answer("100", &blanks::literal(text), None);
                }
            }
            Kind::Number => question.number.iter().for_each(|key| self.number(key)),
            Kind::Match => {
                for pair in question.pairs.iter().flatten() {
                    self.out.push_str("    <subquestion format=\"plain_text\"><text>");
                    self.escape(pair.left.get(self.lang));
                    self.out.push_str("</text><answer><text>");
                    self.escape(pair.right.get(self.lang));
                    self.out.push_str("</text></answer></subquestion>\n");
                }
            }
            Kind::Order | Kind::Spot => {
                self.out.push_str("    <layouttype>VERTICAL</layouttype>\n    <selecttype>ALL</selecttype>\n    <gradingtype>ALL_OR_NOTHING</gradingtype>\n");
                for (at, step) in question.steps.iter().flatten().enumerate() {
                    self.answer(&format!("{}", at + 1), step.text.get(self.lang), None);
                }
            }
        }
    }

    fn choices(&mut self, question: &QuestionFields) {
        let choices = question.choices.as_deref().unwrap_or_default();
        let is_single = question.kind == Kind::Single;
        self.put(format_args!("    <single>{is_single}</single>\n    <shuffleanswers>true</shuffleanswers>\n    <answernumbering>ABCD</answernumbering>\n"));
        for (choice, fraction) in choices.iter().zip(fractions::of(question.kind, choices).0) {
            let why = choice.why.as_ref().map(|why| why.get(self.lang));
            self.answer(&fractions::shown(fraction), choice.text.get(self.lang), why);
        }
    }

    fn number(&mut self, key: &NumberKey) {
        self.put(format_args!(
            "    <answer fraction=\"100\"><text>{}</text><tolerance>{}</tolerance></answer>\n",
            key.value, key.tolerance
        ));
        if let Some(unit) = &key.unit {
            self.out.push_str("    <units><unit><multiplier>1</multiplier><unit_name>");
            self.escape(unit.get(self.lang));
            self.out.push_str(
                "</unit_name></unit></units>\n    <unitgradingtype>0</unitgradingtype>\n    <showunits>0</showunits>\n",
            );
        }
    }

    fn answer(&mut self, fraction: &str, text: &str, feedback: Option<&str>) {
        self.put(format_args!("    <answer fraction=\"{fraction}\" format=\"plain_text\">\n      <text>"));
        self.escape(text);
        self.out.push_str("</text>\n");
        if let Some(feedback) = feedback {
            self.text("feedback", "      ", feedback);
        }
        self.out.push_str("    </answer>\n");
    }

    fn text(&mut self, name: &str, indent: &str, text: &str) {
        self.put(format_args!("{indent}<{name} format=\"plain_text\"><text>"));
        self.escape(text);
        self.put(format_args!("</text></{name}>\n"));
    }

    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        self.out.write_fmt(words).expect("a string takes whatever is written");
    }

    fn escape(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| is_written(*letter)) {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\r' => self.out.push_str("&#13;"),
                _ => self.out.push(letter),
            }
        }
    }
}
