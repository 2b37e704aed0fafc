//! A bank as GIFT.

use std::fmt::Write;

use sixinto_core::bank::kind::NumberKey;
use sixinto_core::bank::{BankFile, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::gift::context::form_of;
use crate::gift::span::Span;
use crate::moodle::fractions::{self, WHOLE};
use crate::moodle::{blanks, labels};
use crate::{Loss, Progress, Writing, Written, losses};

pub(super) fn write(bank: &BankFile, writing: &Writing<'_>) -> Written {
    let mut out = String::new();
    let mut all_losses = Vec::new();
    let of = Some(bank.questions.len());
    for (done, question) in bank.questions.iter().enumerate() {
        let mut pen = Pen { lang: writing.lang, out: String::new(), lost: losses::usual(question, &[]) };
        match pen.question(question, &labels::tags(question, writing)) {
            Ok(()) => {
                all_losses.append(&mut pen.lost);
                out.push_str(&pen.out);
                out.push('\n');
            }
            Err(loss) => all_losses.push(*loss),
        }
        (writing.progress)(Progress { done: done + 1, of });
    }
    Written { bytes: out.into_bytes(), losses: all_losses }
}

struct Pen<'a> {
    lang: &'a str,
    out: String,
    lost: Vec<Loss>,
}

impl Pen<'_> {
    fn question(&mut self, question: &QuestionFields, tags: &[String]) -> Result<(), Box<Loss>> {
        self.put(format_args!("// [id:{}]", question.id));
        for tag in tags {
            self.put(format_args!(" [tag:{}]", tag.replace(']', "\\]")));
        }
        self.out.push('\n');
        let stem = question.stem.get(self.lang).trim();
        let has_markup = losses::texts(question).flat_map(Text::all).any(|text| text.contains(['<', '&']));
        // A line that begins with slashes would be a comment.
        if has_markup || stem.starts_with("//") {
            self.out.push_str("[plain]");
            self.escape(stem);
        } else {
            self.protected(stem);
        }
        self.out.push('{');
        self.answers(question)?;
        if let Some(explanation) = &question.explanation {
            self.out.push_str("\n\t####");
            self.protected(explanation.get(self.lang));
        }
        let is_one_line = question.explanation.is_none() && matches!(question.kind, Kind::Judge | Kind::Number);
        self.out.push_str(if is_one_line { "}\n" } else { "\n}\n" });
        Ok(())
    }

    fn answers(&mut self, question: &QuestionFields) -> Result<(), Box<Loss>> {
        match question.kind {
            Kind::Single | Kind::Multiple => self.choices(question),
            Kind::Judge => {
                self.out.push_str(if question.answer == Some(true) { "TRUE" } else { "FALSE" });
                Ok(())
            }
            Kind::Blank => self.blank(question),
            Kind::Number => {
                question.number.iter().for_each(|key| self.number(key));
                Ok(())
            }
            Kind::Match => self.pairs(question),
            Kind::Order | Kind::Spot => of_kind(question),
        }
    }

    fn choices(&mut self, question: &QuestionFields) -> Result<(), Box<Loss>> {
        let choices = question.choices.as_deref().unwrap_or_default();
        if choices.len() < 2 || !choices.iter().any(|choice| choice.correct) {
            let words = Words::new("少于两个选项，或者没有对的选项", "fewer than two choices, or none that is right");
            return Err(Box::new(losses::whole(&question.id, "choices", words)));
        }
        let (fractions, is_same) = fractions::of(question.kind, choices);
        if !is_same {
            self.lost.push(losses::part(&question.id, "weight"));
        }
        for (choice, fraction) in choices.iter().zip(fractions) {
            self.out.push_str("\n\t");
            match fraction {
                WHOLE if question.kind == Kind::Single => self.out.push('='),
                0 => self.out.push('~'),
                fraction => self.put(format_args!("~%{}%", fractions::shown(fraction))),
            }
            self.protected(choice.text.get(self.lang));
            if let Some(why) = &choice.why {
                self.out.push('#');
                self.protected(why.get(self.lang));
            }
        }
        Ok(())
    }

    fn blank(&mut self, question: &QuestionFields) -> Result<(), Box<Loss>> {
        let [slot] = question.blanks.as_deref().unwrap_or_default() else { return of_kind(question) };
        if blanks::n_gaps(question.stem.get(self.lang)) != 1 {
            self.lost.push(losses::part(&question.id, "stem"));
        }
        // An arrow would make pairs of them, and no escape hides it.
        let (kept, lost): (Vec<&str>, Vec<&str>) =
            slot.accept.iter().flat_map(Text::all).partition(|text| !text.contains("->"));
        if kept.is_empty() {
            return Err(Box::new(losses::whole(&question.id, "accept", arrow())));
        }
        if !lost.is_empty() {
            self.lost.push(losses::part(&question.id, "accept"));
        }
        for text in kept {
            self.out.push_str("\n\t=");
            self.protected(&blanks::literal(text));
        }
        Ok(())
    }

    fn number(&mut self, key: &NumberKey) {
        self.put(format_args!("#{}", key.value));
        if key.tolerance.micro != 0 {
            self.put(format_args!(":{}", key.tolerance));
        }
    }

    fn pairs(&mut self, question: &QuestionFields) -> Result<(), Box<Loss>> {
        let pairs = question.pairs.as_deref().unwrap_or_default();
        if pairs.len() < 2 || pairs.iter().any(|pair| pair.left.get(self.lang).contains("->")) {
            return Err(Box::new(losses::whole(&question.id, "pairs", arrow())));
        }
        for pair in pairs {
            self.out.push_str("\n\t=");
            self.protected(pair.left.get(self.lang));
            self.out.push_str(" -> ");
            self.escape(pair.right.get(self.lang).trim());
        }
        Ok(())
    }

    /// A text that is not taken for a weight or for the name of a format.
    fn protected(&mut self, text: &str) {
        let text = text.trim();
        let begins_as_format = form_of(Span { text, at: 0 }).0.is_some();
        if text.starts_with('%') || begins_as_format {
            self.out.push_str("[plain]");
        }
        self.escape(text);
    }

    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        self.out.write_fmt(words).expect("a string takes whatever is written");
    }

    fn escape(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '~' | '=' | '#' | '{' | '}' | ':' | '\\' => self.out.extend(['\\', letter]),
                '\n' => self.out.push_str("\\n"),
                '\r' => {}
                _ => self.out.push(letter),
            }
        }
    }
}

fn of_kind<T>(question: &QuestionFields) -> Result<T, Box<Loss>> {
    Err(Box::new(losses::of_kind(&question.id, question.kind)))
}

fn arrow() -> Words {
    Words::new("文字里有 ->，会当成连线题的箭头", "the text has ->, which would be taken for an arrow between pairs")
}
