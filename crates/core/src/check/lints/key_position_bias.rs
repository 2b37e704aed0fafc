//! The right choice stands in one place too often: who always ticks that one passes.

use std::collections::BTreeMap;

use crate::check::statistics::{Tally, by_theme, keyed};
use crate::check::{Notes, QuestionRef, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (theme, question_refs) in by_theme(subject) {
        let mut places: BTreeMap<usize, (Tally, Option<QuestionRef<'_>>)> = BTreeMap::new();
        for question_ref in question_refs {
            let Some((choices, key)) = keyed(question_ref.question) else { continue };
            for at in 0..choices.len() {
                let (tally, first) = places.entry(at).or_default();
                tally.add(at == key, choices.len());
                if at == key {
                    first.get_or_insert(question_ref);
                }
            }
        }
        for (at, (tally, first)) in places {
            let Some(question_ref) = first.filter(|_| tally.is_habit()) else { continue };
            let Tally { hits, of, expected, .. } = tally;
            let number = at + 1;
            notes.at(
                question_ref,
                format!("/choices/{at}/correct"),
                Words::new(
                    format!("主题“{theme}”的 {of} 道单选题里，{hits} 道的正确选项排在第 {number} 个，凑巧只会有大约 {expected:.0} 道"),
                    format!(
                        "in {hits} of the {of} single-choice questions of the theme `{theme}` choice {number} is the right one; by chance it would be about {expected:.0}"
                    ),
                ),
                Words::new("把其中一些题的正确选项换个位置", "move the right choice of some of them"),
            );
        }
    }
}
