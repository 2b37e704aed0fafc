//! Texts of any length, short enough to name something by.

/// The beginning of a text, with `…` where there is more of it.
pub fn ellipsis(text: &str) -> String {
    let (beginning, sign) = truncated(text);
    [beginning, sign].concat()
}

/// The same in two parts: what is kept, and the sign that stands for the rest where there is one.
pub(crate) fn truncated(text: &str) -> (&str, &'static str) {
    const MOST: usize = 40;
    let text = text.lines().next().unwrap_or_default();
    // No letter is shorter than a byte.
    let end = if text.len() > MOST { text.char_indices().nth(MOST) } else { None };
    end.and_then(|(end, _)| text.get(..end)).map_or((text, ""), |beginning| (beginning, "…"))
}
