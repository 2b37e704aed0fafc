//! Words such as "always" stand in wrong choices only: who strikes those out scores without knowing.

use crate::Text;
use crate::bank::Body;
use crate::bank::kind::Choice;
use crate::check::statistics::{ENOUGH, by_theme};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, QuestionRef, Subject, Words};
use crate::text::Lang;

const CHINESE: &[&str] =
    &["一定", "绝对", "任何", "所有", "从不", "从来", "永远", "完全", "总是", "根本", "百分之百", "万无一失"];
const ENGLISH: &[&str] = &[
    "always",
    "never",
    "all",
    "any",
    "anything",
    "every",
    "everything",
    "completely",
    "totally",
    "absolutely",
    "entirely",
    "impossible",
];

/// So many wrong ones with such a word are no chance ...
const ENOUGH_HITS: usize = 5;

/// ... and where they are so many percent of all, it helps to know.
const NOTICEABLE: usize = 3;

/// What may be taken for right or wrong: a choice, or a statement to judge.
struct Claim<'a> {
    question_ref: QuestionRef<'a>,
    text: &'a Text,
    pointer: String,
    is_right: bool,
}

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (theme, question_refs) in by_theme(subject) {
        let claims: Vec<Claim<'_>> = question_refs.into_iter().flat_map(claims).collect();
        let of = |is_right: bool| claims.iter().filter(|claim| claim.is_right == is_right).count();
        let (right, wrong) = (of(true), of(false));
        for lang in &subject.context.langs {
            let with_word = |is_right: bool| {
                let claims = claims.iter().filter(move |claim| claim.is_right == is_right);
                claims.filter_map(|claim| Some((claim, absolute_word(claim, *lang)?)))
            };
            let (in_right, in_wrong) = (with_word(true).count(), with_word(false).count());
            let is_often = in_wrong >= ENOUGH_HITS && 100 * in_wrong >= NOTICEABLE * wrong;
            let is_habit = is_often && in_wrong * right > 2 * in_right * wrong;
            if !is_habit || right < ENOUGH {
                continue;
            }
            let Some((claim, word)) = with_word(false).next() else { continue };
            let tag = lang.as_str();
            notes.at(
                claim.question_ref,
                pointer_in(&claim.pointer, claim.text, *lang),
                Words::new(
                    format!("“{word}”这类绝对的词（{tag}）大多出现在主题“{theme}”的错误选项里：错的 {wrong} 个中有 {in_wrong} 个，对的 {right} 个中有 {in_right} 个"),
                    format!(
                        "absolute words like `{word}` ({tag}) stand mostly in wrong choices of the theme `{theme}`: in {in_wrong} of {wrong} wrong ones and {in_right} of {right} right ones"
                    ),
                ),
                Words::new("去掉这些词，或者换个说法", "leave these words out, or say it in another way"),
            );
        }
    }
}

fn claims<'a>(question_ref: QuestionRef<'a>) -> Vec<Claim<'a>> {
    let question = question_ref.question;
    if let Body::Judge(judge) = &question.body {
        return vec![Claim { question_ref, text: &question.stem, pointer: "/stem".to_owned(), is_right: judge.answer }];
    }
    let choices = question.body.choices().iter().enumerate();
    let claim = |(at, choice): (usize, &'a Choice)| Claim {
        question_ref,
        text: &choice.text,
        pointer: format!("/choices/{at}/text"),
        is_right: choice.correct,
    };
    choices.map(claim).collect()
}

/// The first absolute word in what is claimed in a language.
fn absolute_word(claim: &Claim<'_>, lang: Lang) -> Option<&'static str> {
    let (_, text) = strings(claim.text, claim.question_ref.lang()).find(|(own, _)| *own == lang)?;
    match lang.as_str() {
        "zh-CN" => CHINESE.iter().copied().find(|word| stands_in(text, word)),
        "en" => {
            let mut words = text.split(|letter: char| !letter.is_alphabetic());
            words.find_map(|own| ENGLISH.iter().copied().find(|word| own.eq_ignore_ascii_case(word)))
        }
        _ => None,
    }
}

/// 不一定 is the opposite of 一定.
fn stands_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with('不'))
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn not_always_is_not_always() {
        assert!(stands_in("这样一定安全", "一定"));
        assert!(!stands_in("这样不一定安全", "一定"));
    }
}
