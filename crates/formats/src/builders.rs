//! Making the fields of a question from what other files hold: texts, and which of them are right.

use sixinto_core::Id;
use sixinto_core::bank::kind::{BlankSlot, Choice, Pair, Step};
use sixinto_core::bank::{Difficulty, Kind, QuestionFields};
use sixinto_core::text::Text;

/// A question of a kind with its stem, neither easy nor hard, and everything else still to come.
pub fn question(kind: Kind, stem: impl Into<Box<str>>) -> QuestionFields {
    QuestionFields { kind, difficulty: Difficulty::Middling, stem: plain(stem), ..QuestionFields::default() }
}

/// A text in the bank's language.
pub fn plain(text: impl Into<Box<str>>) -> Text {
    Text::Plain(text.into())
}

/// Choices with ids `a`, `b`, `c`…, each with its text and whether it is right.
pub fn choices<'a>(texts: impl IntoIterator<Item = (&'a str, bool)>) -> Vec<Choice> {
    let texts = texts.into_iter().enumerate();
    texts
        .map(|(at, (text, correct))| Choice { id: letter(at), text: plain(text), correct, ..Choice::default() })
        .collect()
}

/// A blank that accepts any of these texts.
pub fn blank<'a>(accept: impl IntoIterator<Item = &'a str>) -> BlankSlot {
    BlankSlot { accept: accept.into_iter().map(plain).collect() }
}

/// Steps with ids `a`, `b`, `c`…, in their right order.
pub fn steps<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Step> {
    texts.into_iter().enumerate().map(|(at, text)| Step { id: letter(at), text: plain(text) }).collect()
}

/// Pairs with ids `a`, `b`, `c`….
pub fn pairs<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Pair> {
    let pair = |(at, (left, right))| Pair { id: letter(at), left: plain(left), right: plain(right) };
    texts.into_iter().enumerate().map(pair).collect()
}

/// The id of the part at an index: `a` to `z`, then `p26` and on.
pub fn letter(at: usize) -> Id {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    let id = LETTERS.get(at..=at).map_or_else(|| format!("p{at}").parse(), str::parse);
    id.expect("a letter, or a letter and digits, is an id")
}
