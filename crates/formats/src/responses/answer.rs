//! A cell as an answer to a question.

use sixinto_core::answer::Answer;
use sixinto_core::bank::Question;
use sixinto_core::bank::kind::Body;
use sixinto_core::check::{Words, fold};
use sixinto_core::paper::PaperQuestion;
use sixinto_core::{Id, Text};

use crate::text::spellings::{half_width, letter, letters, truth};

/// What stands between the answers of one cell, beside what [`letters`] knows; ┋ is what web forms put there.
const BETWEEN: [char; 5] = ['┋', '|', ';', '；', '\n'];

/// The answer that a cell gives, or what it should have said.
pub(super) fn parse(question: &Question, asked: &PaperQuestion, cell: &str) -> Result<Answer, Words> {
    let rules = question.body.rules();
    let items = rules.items();
    let text_of = |id: &Id| items.iter().find(|item| item.id == id).map(|item| item.text);
    let shown: Vec<(&Id, &Text)> = asked.items.iter().filter_map(|id| Some((id, text_of(id)?))).collect();
    match &question.body {
        Body::Single(_) => match chosen(&shown, cell).as_deref() {
            Some([only]) => Ok(Answer::Single(only.clone())),
            _ => Err(one_of(shown.len())),
        },
        Body::Multiple(_) => chosen(&shown, cell)
            .map(|ids| Answer::Multiple(ids.into_iter().collect()))
            .ok_or_else(|| some_of(shown.len())),
        Body::Spot(_) => {
            chosen(&shown, cell).map(|ids| Answer::Spot(ids.into_iter().collect())).ok_or_else(|| some_of(shown.len()))
        }
        Body::Order(_) => chosen(&shown, cell).map(Answer::Order).ok_or_else(|| some_of(shown.len())),
        Body::Judge(_) => truth(cell).map(Answer::Judge).ok_or_else(|| Words::new("√ 或 ×", "√ or ×")),
        Body::Blank(body) => {
            let typed: Vec<Box<str>> = cell.split(BETWEEN).map(|part| part.trim().into()).collect();
            let n = body.blanks.len();
            let words = || {
                Words::new(format!("{n} 个空的答案，用；隔开"), format!("answers to {n} blanks with ; between them"))
            };
            (typed.len() <= n).then_some(Answer::Blank(typed)).ok_or_else(words)
        }
        Body::Number(_) => Ok(Answer::Number(cell.trim().into())),
        Body::Match(_) => {
            pairs(asked, cell).ok_or_else(|| Words::new("字母配数字，如 A2 B1", "letters with numbers, such as A2 B1"))
        }
    }
}

/// The items that letters or texts name.
fn chosen(shown: &[(&Id, &Text)], cell: &str) -> Option<Vec<Id>> {
    let cell = cell.replace('┋', ";");
    let by_letter =
        letters(&cell).and_then(|indexes| indexes.into_iter().map(|at| Some(shown.get(at)?.0.clone())).collect());
    by_letter.or_else(|| {
        let whole = by_text(shown, &cell).map(|id| vec![id]);
        whole.or_else(|| {
            cell.split(BETWEEN).filter(|part| !part.trim().is_empty()).map(|part| by_text(shown, part)).collect()
        })
    })
}

/// The item of that text, with or without its letter in front.
fn by_text(shown: &[(&Id, &Text)], text: &str) -> Option<Id> {
    let folded = fold(text);
    let same = |(at, (_, own)): &(usize, &(&Id, &Text))| {
        let letter = letter(*at).to_ascii_lowercase();
        own.all().map(fold).any(|own| own == folded || folded.strip_prefix(letter) == Some(own.as_str()))
    };
    shown.iter().enumerate().find(same).map(|(_, (id, _))| (*id).clone())
}

/// `A2 B1`, with anything but letters and digits between them.
fn pairs(asked: &PaperQuestion, cell: &str) -> Option<Answer> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for sign in cell.chars().map(half_width).map(|sign| sign.to_ascii_uppercase()) {
        match (sign, pairs.last_mut()) {
            ('A'..='Z', _) => pairs.push((sign as usize - 'A' as usize, 0)),
            ('0'..='9', Some(pair)) => pair.1 = pair.1.checked_mul(10)?.checked_add(sign as usize - '0' as usize)?,
            ('0'..='9', None) => return None,
            _ => {}
        }
    }
    let named = |(item, target): &(usize, usize)| {
        Some((asked.items.get(*item)?.clone(), asked.targets.get(target.checked_sub(1)?)?.clone()))
    };
    Some(pairs).filter(|pairs| !pairs.is_empty())?.iter().map(named).collect::<Option<_>>().map(Answer::Match)
}

fn one_of(n: usize) -> Words {
    let last = letter(n.saturating_sub(1));
    Words::new(format!("A–{last} 之一"), format!("one of A–{last}"))
}

fn some_of(n: usize) -> Words {
    let last = letter(n.saturating_sub(1));
    Words::new(format!("A–{last} 里的字母"), format!("letters from A to {last}"))
}
