//! The right choice is the longest, or the shortest, too often: who goes by the look of them passes.

use crate::Id;
use crate::bank::kind::Choice;
use crate::check::statistics::{Tally, by_theme, keyed};
use crate::check::texts::{pointer_in, strings};
use crate::check::{Notes, QuestionRef, Subject, Words};
use crate::text::Lang;

/// How the right choice stands out.
#[derive(Clone, Copy)]
enum Look {
    Longest,
    Shortest,
}

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (theme, question_refs) in by_theme(subject) {
        for lang in &subject.context.langs {
            for look in [Look::Longest, Look::Shortest] {
                let mut tally = Tally::default();
                let mut first = None;
                for question_ref in &question_refs {
                    let Some((choices, key)) = keyed(question_ref.question) else { continue };
                    let Some(lengths) = lengths(choices, *lang, *question_ref) else { continue };
                    let is_hit = look.stands_out(&lengths, key);
                    tally.add(is_hit, choices.len());
                    if is_hit {
                        first.get_or_insert((*question_ref, &choices[key], key));
                    }
                }
                if let Some(found) = first.filter(|_| tally.is_habit()) {
                    note(theme, *lang, look, &tally, found, notes);
                }
            }
        }
    }
}

/// How long each choice is in a language, in letters, if it is there in that language.
fn lengths(choices: &[Choice], lang: Lang, question_ref: QuestionRef<'_>) -> Option<Vec<usize>> {
    let length = |choice: &Choice| {
        let mut texts = strings(&choice.text, question_ref.lang());
        texts.find(|(own, _)| *own == lang).map(|(_, text)| text.chars().count())
    };
    choices.iter().map(length).collect()
}

impl Look {
    /// Whether the one at `key` is, alone, the longest or the shortest.
    fn stands_out(self, lengths: &[usize], key: usize) -> bool {
        let own = lengths[key];
        lengths.iter().enumerate().all(|(at, length)| match self {
            Self::Longest => at == key || *length < own,
            Self::Shortest => at == key || *length > own,
        })
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Longest => ("最长", "the longest"),
            Self::Shortest => ("最短", "the shortest"),
        }
    }
}

fn note(
    theme: &Id,
    lang: Lang,
    look: Look,
    tally: &Tally,
    found: (QuestionRef<'_>, &Choice, usize),
    notes: &mut Notes,
) {
    let (question_ref, choice, at) = found;
    let Tally { hits, of, expected, .. } = tally;
    let ((zh, en), tag) = (look.words(), lang.as_str());
    notes.at(
        question_ref,
        pointer_in(&format!("/choices/{at}/text"), &choice.text, lang),
        Words::new(
            format!("主题“{theme}”的 {of} 道单选题里，{hits} 道的正确选项{zh}（{tag}），凑巧只会有大约 {expected:.0} 道"),
            format!(
                "in {hits} of the {of} single-choice questions of the theme `{theme}` the right choice is {en} ({tag}); by chance it would be about {expected:.0}"
            ),
        ),
        Words::new("把这些题的选项写得差不多长", "make the choices of these questions about equally long"),
    );
}
