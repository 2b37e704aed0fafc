//! What there is to choose from in a row: one column a choice, or all of them in one cell.

use std::borrow::Cow;

use crate::table::read::aliases::Role;
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::header::Column;
use crate::text::spellings::{half_width, letter};

/// One choice of a row.
#[derive(Clone, Debug)]
pub(crate) struct Offered<'a> {
    /// Its letter: 0 is A. Letters whose cells are empty are left out.
    pub(crate) at: usize,
    /// What it says, without its letter and without a tick.
    pub(crate) text: Cow<'a, str>,
    /// Whether it is ticked, where it is ticked or crossed.
    pub(crate) is_ticked: Option<bool>,
    /// The column it stands in.
    pub(crate) column: &'a Column,
}

/// The choices of a row.
pub(crate) fn offered(context: Context<'_>) -> Result<Vec<Offered<'_>>, LeftOut> {
    let columns = context.header.numbered(|role| if let Role::Choice(at) = role { Some(at) } else { None });
    let mut offered = Vec::new();
    for (at, column) in columns {
        let text = context.needed(column)?;
        if !text.is_empty() {
            offered.push(of(at.into(), text, column));
        }
    }
    if let Some(column) = context.header.column(Role::Choices).filter(|_| offered.is_empty()) {
        let texts = split(context.needed(column)?);
        offered.extend(texts.into_iter().enumerate().map(|(at, text)| of(at, text, column)));
    }
    Ok(offered)
}

fn of<'a>(at: usize, text: &'a str, column: &'a Column) -> Offered<'a> {
    let (text, is_ticked) = untick(text);
    let text = after_mark(text, at).unwrap_or(text);
    let (text, is_ticked) = if is_ticked.is_none() { untick(text) } else { (text, is_ticked) };
    Offered { at, text: Cow::Borrowed(text), is_ticked, column }
}

/// What follows the letter of a choice: `A. 灭火器`, `A、灭火器`, `（A）灭火器`.
pub(crate) fn after_mark(text: &str, at: usize) -> Option<&str> {
    let rest = text.trim_start();
    let open = rest.strip_prefix(['(', '（', '[', '【']);
    let rest = open.unwrap_or(rest).trim_start();
    let first = rest.chars().next()?;
    if half_width(first).to_ascii_uppercase() != letter(at) {
        return None;
    }
    let rest = rest.get(first.len_utf8()..)?.trim_start();
    let ends = if open.is_some() { ")）]】" } else { ".．、:：,，)）。" };
    let end = rest.chars().next().filter(|end| ends.contains(*end))?;
    let rest = rest.get(end.len_utf8()..)?.trim_start_matches(['.', '．', '、', ' ']);
    Some(rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// A text without the tick or cross at one of its ends.
fn untick(text: &str) -> (&str, Option<bool>) {
    const TICKS: [char; 4] = ['√', '✓', '✔', '☑'];
    const CROSSES: [char; 5] = ['×', '✗', '✘', '╳', '☒'];
    let bare = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '（' | '）'));
    for (signs, is_ticked) in [(&TICKS[..], true), (&CROSSES[..], false)] {
        let rest = bare.strip_prefix(signs).or_else(|| bare.strip_suffix(signs));
        let rest = rest.map(|rest| rest.trim().trim_end_matches(['(', '（']).trim_start_matches([')', '）']).trim());
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            return (rest, Some(is_ticked));
        }
    }
    (text, None)
}

/// The choices that one cell holds: at the letters A., B.… where they stand in their order; else a line each; else
/// between `|`; else between semicolons.
pub(crate) fn split(text: &str) -> Vec<&str> {
    let at_marks = at_marks(text);
    if at_marks.len() > 1 {
        return at_marks;
    }
    let full = |text: &'_ str| !text.trim().is_empty();
    for signs in [&['\n'][..], &['|', '｜'], &[';', '；']] {
        let parts: Vec<&str> = text.split(signs).filter(|part| full(part)).map(str::trim).collect();
        if parts.len() > 1 {
            return parts;
        }
    }
    if full(text) { vec![text.trim()] } else { Vec::new() }
}

fn at_marks(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut before = '\n';
    for (at, sign) in text.char_indices() {
        let is_free = before.is_whitespace()
            || matches!(before, '|' | '｜' | ';' | '；' | ',' | '，' | '、' | '。')
            || matches!(sign, '(' | '（' | '[' | '【');
        if is_free
            && after_mark(text.get(at..).unwrap_or_default(), starts.len()).is_some()
            && is_open(sign, starts.len())
        {
            starts.push(at);
        }
        before = sign;
    }
    if starts.first().is_none_or(|first| !text.get(..*first).unwrap_or_default().trim().is_empty()) {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts.iter().zip(ends).map(|(from, to)| text.get(*from..to).unwrap_or_default());
    parts.map(|part| part.trim().trim_end_matches(['|', '｜', ';', '；', ',', '，', '、']).trim()).collect()
}

/// Whether a sign begins a mark: the letter itself, or the bracket before it.
fn is_open(sign: char, at: usize) -> bool {
    matches!(sign, '(' | '（' | '[' | '【') || half_width(sign).to_ascii_uppercase() == letter(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cell_holds_choices_in_many_ways() {
        for text in ["甲\n乙\n丙", "甲|乙|丙", "甲；乙；丙", "甲;乙;丙;"] {
            assert_eq!(split(text), ["甲", "乙", "丙"], "{text}");
        }
        for text in
            ["A. 甲,B. 乙,C. 丙", "A.甲 B.乙 C.丙", "A、甲\nB、乙\nC、丙", "A.甲;B.乙;C.丙", "A．甲|B．乙|C．丙"]
        {
            let texts: Vec<String> = split(text)
                .iter()
                .enumerate()
                .map(|(at, text)| after_mark(text, at).expect("a mark").to_owned())
                .collect();
            assert_eq!(texts, ["甲", "乙", "丙"], "{text}");
        }
        assert_eq!(split("（A）甲（B）乙"), ["（A）甲", "（B）乙"]);
        assert_eq!(split("维生素A、B"), ["维生素A、B"]);
        assert!(split(" ").is_empty());
    }

    #[test]
    fn a_letter_is_a_mark_only_where_it_is_its_own() {
        assert_eq!(after_mark("A. 灭火器", 0), Some("灭火器"));
        assert_eq!(after_mark("（Ａ）灭火器", 0), Some("灭火器"));
        assert_eq!(after_mark("b、灭火器", 1), Some("灭火器"));
        assert_eq!(after_mark("A. 灭火器", 1), None);
        assert_eq!(after_mark("A类火灾", 0), None);
        assert_eq!(after_mark("A.", 0), None);
    }

    #[test]
    fn ticks_stand_at_either_end() {
        assert_eq!(untick("√ 灭火器"), ("灭火器", Some(true)));
        assert_eq!(untick("灭火器（√）"), ("灭火器", Some(true)));
        assert_eq!(untick("× 水"), ("水", Some(false)));
        assert_eq!(untick("√"), ("√", None));
    }
}
