//! Blanks that cannot be filled: without an answer, or not as many as the stem has gaps.

use crate::bank::Body;
use crate::bank::kind::Blank;
use crate::check::texts::{pointer_in, strings};
use crate::check::{Context, Notes, QuestionRef, Words, counted};

/// As short as a gap can be.
const GAP: usize = "____".len();

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    if let Body::Blank(blank) = &question_ref.question.body {
        answers(question_ref, blank, notes);
        gaps(question_ref, blank.blanks.len(), notes);
    }
}

fn answers(question_ref: QuestionRef<'_>, blank: &Blank, notes: &mut Notes) {
    for (at, slot) in blank.blanks.iter().enumerate() {
        let number = at + 1;
        if slot.accept.is_empty() {
            notes.at(
                question_ref,
                format!("/blanks/{at}/accept"),
                Words::new(format!("第 {number} 个空没有答案"), format!("blank {number} has no answer")),
                Words::new("在 accept 里写上所有算对的答案", "write everything that counts as right into `accept`"),
            );
        }
        for (index, _) in
            slot.accept.iter().enumerate().filter(|(_, text)| text.all().any(|text| text.trim().is_empty()))
        {
            notes.at(
                question_ref,
                format!("/blanks/{at}/accept/{index}"),
                Words::new(
                    format!("第 {number} 个空有一个答案是空的"),
                    format!("an answer of blank {number} is empty"),
                ),
                Words::new("写上答案，或者删去它", "write the answer, or remove it"),
            );
        }
    }
}

fn gaps(question_ref: QuestionRef<'_>, n_blanks: usize, notes: &mut Notes) {
    let stem = &question_ref.question.stem;
    for (lang, text) in strings(stem, question_ref.lang()) {
        let n_gaps = text.split(|letter| letter != '_').filter(|run| run.len() >= GAP).count();
        let is_right = n_gaps == n_blanks && n_gaps > 0;
        if is_right || text.trim().is_empty() {
            continue;
        }
        let (message, help) = if n_gaps == 0 {
            (
                Words::new("题干里没有留空", "the stem has no gap"),
                Words::new(
                    "在要填的地方写 ____（四个下划线）",
                    "write ____ (four underscores) where something is to be filled in",
                ),
            )
        } else {
            (
                Words::new(
                    format!("题干里有 {n_gaps} 个空，blanks 里有 {n_blanks} 个"),
                    format!(
                        "the stem has {} and `blanks` has {}",
                        counted(n_gaps, "gap", "gaps"),
                        counted(n_blanks, "entry", "entries")
                    ),
                ),
                Words::new(
                    "每个 ____ 在 blanks 里写一项，次序一样",
                    "write one entry in `blanks` for each ____, in the same order",
                ),
            )
        };
        notes.at(question_ref, pointer_in("/stem", stem, lang), message, help);
    }
}
