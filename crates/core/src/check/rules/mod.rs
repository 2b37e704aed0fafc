//! The table of rules, in the order of the documentation.

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
use super::{Context, Notes, QuestionRef, Rule, Run, Severity, Subject};

/// Every rule.
pub const RULES: &[Rule] = &[
    // The question among others.
    all("duplicate-id", Error, duplicate_id::run),
    all("duplicate-stem", Error, duplicate_stem::run),
    all("similar-stem", Warning, similar_stem::run),
    each("no-theme", Error, no_theme::run),
    each("unknown-theme", Error, unknown_theme::run),
    all("unknown-topic", Warning, unknown_topic::run),
    // What is asked.
    each("empty-text", Error, empty_text::run),
    each("missing-translation", Error, missing_translation::run),
    each("hard-to-read", Warning, hard_to_read::run),
    all("bad-media", Error, bad_media::run),
    each("too-few-choices", Error, too_few_choices::run),
    each("duplicate-part-id", Error, duplicate_part_id::run),
    each("same-choice-twice", Error, same_choice_twice::run),
    each("loose-all-of-the-above", Error, loose_all_of_the_above::run),
    // What is right.
    each("no-correct-choice", Error, no_correct_choice::run),
    each("several-correct", Error, several_correct::run),
    each("bad-weight", Error, bad_weight::run),
    each("empty-blank", Error, empty_blank::run),
    each("bad-tolerance", Error, bad_tolerance::run),
    each("bad-area", Error, bad_area::run),
    // Why it is right.
    each("no-explanation", Error, no_explanation::run),
    each("no-source", Error, no_source::run),
    each("unknown-source", Error, unknown_source::run),
    each("unknown-article", Error, unknown_article::run),
    each("superseded-source", Error, superseded_source::run),
    each("future-source", Warning, future_source::run),
    each("review-overdue", Warning, review_overdue::run),
    // All questions together.
    all("unfillable-preset", Error, unfillable_preset::run),
    all("key-position-bias", Warning, key_position_bias::run),
    all("length-cue", Warning, length_cue::run),
    all("judge-balance", Warning, judge_balance::run),
    all("absolute-words", Warning, absolute_words::run),
];

const fn each(code: &'static str, severity: Severity, run: fn(QuestionRef<'_>, &Context, &mut Notes)) -> Rule {
    Rule { code, severity, run: Run::Each(run) }
}

const fn all(code: &'static str, severity: Severity, run: fn(&Subject<'_>, &mut Notes)) -> Rule {
    Rule { code, severity, run: Run::All(run) }
}
