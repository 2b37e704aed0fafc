//! The table of rules, in the order of the documentation.

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
mod loose_all_of_the_above;
mod missing_translation;
mod no_correct_choice;
mod no_explanation;
mod no_source;
mod no_theme;
mod review_overdue;
mod same_choice_twice;
mod several_correct;
mod superseded_source;
mod too_few_choices;
mod unfillable_preset;
mod unknown_source;
mod unknown_theme;

use super::Severity::{Error, Warning};
use super::{Notes, Rule, Severity, Subject};

/// Every rule.
pub const RULES: &[Rule] = &[
    // The question among others.
    rule("duplicate-id", Error, duplicate_id::run),
    rule("duplicate-stem", Error, duplicate_stem::run),
    rule("no-theme", Error, no_theme::run),
    rule("unknown-theme", Error, unknown_theme::run),
    // What is asked.
    rule("empty-text", Error, empty_text::run),
    rule("missing-translation", Error, missing_translation::run),
    rule("bad-media", Error, bad_media::run),
    rule("too-few-choices", Error, too_few_choices::run),
    rule("duplicate-part-id", Error, duplicate_part_id::run),
    rule("same-choice-twice", Error, same_choice_twice::run),
    rule("loose-all-of-the-above", Error, loose_all_of_the_above::run),
    // What is right.
    rule("no-correct-choice", Error, no_correct_choice::run),
    rule("several-correct", Error, several_correct::run),
    rule("bad-weight", Error, bad_weight::run),
    rule("empty-blank", Error, empty_blank::run),
    rule("bad-tolerance", Error, bad_tolerance::run),
    rule("bad-area", Error, bad_area::run),
    // Why it is right.
    rule("no-explanation", Error, no_explanation::run),
    rule("no-source", Error, no_source::run),
    rule("unknown-source", Error, unknown_source::run),
    rule("superseded-source", Error, superseded_source::run),
    rule("future-source", Warning, future_source::run),
    rule("review-overdue", Warning, review_overdue::run),
    // All questions together.
    rule("unfillable-preset", Error, unfillable_preset::run),
];

const fn rule(code: &'static str, severity: Severity, run: fn(&Subject<'_>, &mut Notes)) -> Rule {
    Rule { code, severity, run }
}
