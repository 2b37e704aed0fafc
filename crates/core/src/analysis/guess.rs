//! What somebody earns on average who knows nothing.

use crate::bank::{Body, Question};
use crate::score::Rule;
use crate::{Answer, Id};

/// The mean of what the possible answers earn under a rule, in percent; each is as likely.
///
/// As in Moodle it is told where guessing is choosing one of a few (`single`, `judge`), is 0 where something is to be
/// typed, and `None` for the other kinds: how people guess there is nobody's guess.
pub fn random_guess_percent(question: &Question, rule: Rule) -> Option<f64> {
    let answers: Vec<Answer> = match &question.body {
        Body::Single(body) => body.choices.iter().map(|choice| Answer::Single(choice.id.clone())).collect(),
        Body::Judge(_) => vec![Answer::Judge(true), Answer::Judge(false)],
        Body::Blank(_) | Body::Number(_) => return Some(0.0),
        _ => return None,
    };
    let earned = answers.iter().map(|answer| earned_percent(question, rule, answer));
    super::moments::mean(&earned.collect::<Vec<_>>())
}

fn earned_percent(question: &Question, rule: Rule, answer: &Answer) -> f64 {
    const WHOLE: u64 = 1_000_000;
    let earned = rule.credit(question.body.rules().tally(answer)).of(WHOLE);
    super::points(earned) * 100.0
}

/// For each item that a question shows, by its id in the order of the bank, whether it is right: for kinds of which
/// each item is right or wrong by itself.
pub fn right_items(question: &Question) -> Vec<(Id, bool)> {
    let key = question.body.rules().key("");
    let is_right = |id: &Id| match &key {
        Answer::Single(right) => id == right,
        Answer::Multiple(right) | Answer::Spot(right) => right.contains(id),
        _ => false,
    };
    match key {
        Answer::Single(_) | Answer::Multiple(_) | Answer::Spot(_) => {
            let items = question.body.rules().items();
            items.into_iter().map(|item| (item.id.clone(), is_right(item.id))).collect()
        }
        _ => Vec::new(),
    }
}
