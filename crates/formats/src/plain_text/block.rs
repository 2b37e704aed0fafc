//! Blocks: questions as they stand in a text, with their choices and what is said of them.

use crate::plain_text::bracket::brackets;
use crate::plain_text::doc::Slice;
use crate::plain_text::label::Label;
use crate::plain_text::number::choices;
use crate::plain_text::title::{Stated, heading};

/// Everything that a text was split into.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    /// The questions.
    pub(crate) questions: Vec<Block>,
    /// The first line, where it is the name of the whole.
    pub(crate) title: Option<Slice>,
    /// Lines that belong to no question, and how many follow each other.
    pub(crate) unmatched_lines: Vec<(Slice, usize)>,
    /// Lines of lists with answers for which there is no question, or no single one.
    pub(crate) unmatched_answers: Vec<Slice>,
}

/// A question as it stands in the text.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) number: u32,
    pub(crate) stated: Stated,
    pub(crate) stem: Vec<Slice>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) fields: Vec<(Label, Vec<Slice>)>,
    /// The answer that a list gives it.
    pub(crate) listed: Option<Slice>,
    pub(crate) section: usize,
}

/// A choice as it stands in the text.
#[derive(Debug)]
pub(crate) struct Choice {
    /// Which letter it has: 0 for A.
    pub(crate) index: usize,
    /// Where the letter stands.
    pub(crate) mark: Slice,
    /// What it says.
    pub(crate) text: Vec<Slice>,
}

impl Block {
    /// The values that a label has.
    pub(crate) fn values(&self, label: Label) -> impl Iterator<Item = &[Slice]> {
        self.fields.iter().filter(move |field| field.0 == label).map(|field| field.1.as_slice())
    }
}

/// Whether a line begins the choices of a question: with an A.
pub(super) fn starts_choices(text: &str) -> bool {
    choices(text).first().is_some_and(|choice| choice.index == 0)
}

/// Whether a line ends with an answer in brackets.
pub(super) fn has_answer(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '.', '；', ';', ' ', '\u{3000}']);
    let last = brackets(text).pop();
    last.is_some_and(|bracket| bracket.to == text.len() && bracket.is_answer(0))
}

/// Whether a line announces a list of answers.
pub(super) fn is_answer_heading(text: &str) -> bool {
    let name = text.trim_matches(|sign: char| sign.is_whitespace() || "#*【】[]：:（）()".contains(sign));
    let name = heading(name).and_then(|at| name.get(at..)).unwrap_or(name);
    let name = name.strip_suffix("如下").or_else(|| name.strip_suffix("部分")).unwrap_or(name);
    matches!(name.to_lowercase().as_str(), "answers" | "answer key" | "keys" | "答案页" | "答案与解析")
        || Label::named(name) == Some(Label::Answer)
}
