//! What GIFT and Moodle XML share: Moodle's gaps and wildcards, its fractions, and the names that hold a question's
//! theme, topic and difficulty.

pub(crate) mod blanks;
pub(crate) mod fractions;
pub(crate) mod labels;
