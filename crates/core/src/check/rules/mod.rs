//! The table of rules, in the order of the documentation.

mod no_explanation;
mod unknown_theme;

use super::{Rule, Severity};

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule { code: "no-explanation", severity: Severity::Error, run: no_explanation::run },
    Rule { code: "unknown-theme", severity: Severity::Error, run: unknown_theme::run },
];
