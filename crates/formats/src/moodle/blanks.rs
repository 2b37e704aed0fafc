//! Moodle's short answers and this project's gaps.

/// As short as a gap can be.
const GAP: &str = "____";

/// What an accepted text of Moodle's is here.
pub(crate) enum Accepted {
    Text(String),
    /// `*` stands for anything, which a bank cannot say.
    Wildcard,
    Empty,
}

/// Takes the backslash from `\*`; a bare `*` is a wildcard.
pub(crate) fn accepted(text: &str) -> Accepted {
    let text = text.trim();
    if text.is_empty() {
        return Accepted::Empty;
    }
    let bytes = text.as_bytes();
    let is_bare = |at: usize| bytes[at] == b'*' && (at == 0 || bytes[at - 1] != b'\\');
    if (0..bytes.len()).any(is_bare) {
        return Accepted::Wildcard;
    }
    Accepted::Text(text.replace("\\*", "*"))
}

/// A text as Moodle accepts it literally.
pub(crate) fn literal(text: &str) -> String {
    text.replace('*', "\\*")
}

/// How many gaps a stem has.
pub(crate) fn n_gaps(stem: &str) -> usize {
    stem.split(|letter| letter != '_').filter(|run| run.len() >= GAP.len()).count()
}

/// The stem with a gap at its end where it has none, and how many it has then.
pub(crate) fn with_gap(mut stem: String) -> (String, usize) {
    if n_gaps(&stem) == 0 {
        stem.push_str(GAP);
    }
    let n = n_gaps(&stem);
    (stem, n)
}
