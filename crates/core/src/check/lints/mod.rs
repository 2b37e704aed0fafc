//! The table of lints, in the order of the documentation.

mod absolute_words;
mod bad_area;
mod bad_media;
mod bad_tolerance;
mod bad_weight;
mod duplicate_id;
mod duplicate_part_id;
mod duplicate_stem;
mod empty_blank;
mod empty_text;
mod future_source;
mod hard_to_read;
mod judge_balance;
mod key_position_bias;
mod length_cue;
mod loose_all_of_the_above;
mod missing_translation;
mod no_correct_choice;
mod no_explanation;
mod no_source;
mod no_theme;
mod review_overdue;
mod same_choice_twice;
mod several_correct;
mod similar_stem;
pub(super) mod superseded_source;
mod too_few_choices;
mod unfillable_preset;
mod unknown_article;
mod unknown_source;
mod unknown_theme;
mod unknown_topic;

use super::Severity::{Error, Warning};
use super::{Code, Context, Lint, Notes, QuestionRef, Run, Severity, Subject};

/// Every lint.
pub const LINTS: &[Lint] = &[
    // The question among others.
    all(Code::DuplicateId, Error, duplicate_id::run),
    all(Code::DuplicateStem, Error, duplicate_stem::run),
    all(Code::SimilarStem, Warning, similar_stem::run),
    each(Code::NoTheme, Error, no_theme::run),
    each(Code::UnknownTheme, Error, unknown_theme::run),
    all(Code::UnknownTopic, Warning, unknown_topic::run),
    // What is asked.
    each(Code::EmptyText, Error, empty_text::run),
    each(Code::MissingTranslation, Error, missing_translation::run),
    each(Code::HardToRead, Warning, hard_to_read::run),
    all(Code::BadMedia, Error, bad_media::run),
    each(Code::TooFewChoices, Error, too_few_choices::run),
    each(Code::DuplicatePartId, Error, duplicate_part_id::run),
    each(Code::SameChoiceTwice, Error, same_choice_twice::run),
    each(Code::LooseAllOfTheAbove, Error, loose_all_of_the_above::run),
    // What is right.
    each(Code::NoCorrectChoice, Error, no_correct_choice::run),
    each(Code::SeveralCorrect, Error, several_correct::run),
    each(Code::BadWeight, Error, bad_weight::run),
    each(Code::EmptyBlank, Error, empty_blank::run),
    each(Code::BadTolerance, Error, bad_tolerance::run),
    each(Code::BadArea, Error, bad_area::run),
    // Why it is right.
    each(Code::NoExplanation, Error, no_explanation::run),
    each(Code::NoSource, Error, no_source::run),
    each(Code::UnknownSource, Error, unknown_source::run),
    each(Code::UnknownArticle, Error, unknown_article::run),
    each(Code::SupersededSource, Error, superseded_source::run),
    each(Code::FutureSource, Warning, future_source::run),
    each(Code::ReviewOverdue, Warning, review_overdue::run),
    // All questions together.
    all(Code::UnfillablePreset, Error, unfillable_preset::run),
    all(Code::KeyPositionBias, Warning, key_position_bias::run),
    all(Code::LengthCue, Warning, length_cue::run),
    all(Code::JudgeBalance, Warning, judge_balance::run),
    all(Code::AbsoluteWords, Warning, absolute_words::run),
];

const fn each(code: Code, severity: Severity, run: fn(QuestionRef<'_>, &Context, &mut Notes)) -> Lint {
    Lint { code, severity, run: Run::Each(run) }
}

const fn all(code: Code, severity: Severity, run: fn(&Subject<'_>, &mut Notes)) -> Lint {
    Lint { code, severity, run: Run::All(run) }
}
