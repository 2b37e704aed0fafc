//! Lists of answers, as they stand at the end of a paper: `1.A 2.B 3-5 ABC`, `1-5 ABCDA`, `6.√ 7.×`.

use crate::plain_text::number::digits;
use crate::text::spellings;

/// An answer of a list: of which question, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) number: u32,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The longest run of numbers that one entry may answer.
const MOST: u32 = 1000;

/// The answers of a line that is nothing but a list of them.
pub(crate) fn list(text: &str) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut at = skip(text, 0, is_before_number);
    while at < text.len() {
        let (first, rest) = digits(text.get(at..)?)?;
        let (last, rest) = range(rest).unwrap_or((first, rest));
        let from = skip(text, text.len() - rest.len(), is_behind_number);
        let to = from + text.get(from..)?.find(|letter: char| letter.is_numeric()).unwrap_or(text.len() - from);
        let value = text.get(from..to)?.trim_end_matches(is_before_number);
        spread(&mut entries, value, from, first, last)?;
        at = to;
    }
    Some(entries).filter(|entries| !entries.is_empty())
}

fn is_before_number(letter: char) -> bool {
    letter.is_whitespace() || "第题（(,，;；、。.Q".contains(letter)
}

fn is_behind_number(letter: char) -> bool {
    letter.is_whitespace() || "题）).．、:：".contains(letter)
}

fn skip(text: &str, from: usize, is_skipped: impl Fn(char) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.find(|letter| !is_skipped(letter)).unwrap_or(rest.len())
}

/// The end of `1-5` and what stands behind it.
fn range(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start().strip_prefix(['-', '–', '—', '~', '～', '－', '至', '到'])?;
    digits(rest.trim_start_matches(|letter: char| letter.is_whitespace() || "-—".contains(letter)))
}

/// Gives each number of a range its part of the answers.
fn spread(entries: &mut Vec<Entry>, value: &str, from: usize, first: u32, last: u32) -> Option<()> {
    if first == last {
        is_answer(value).then_some(())?;
        entries.push(Entry { number: first, from, to: from + value.len() });
        return Some(());
    }
    let n = last.checked_sub(first).filter(|more| *more < MOST)? as usize + 1;
    let parts = Some(groups(value)).filter(|groups| groups.len() == n).unwrap_or_else(|| letters(value));
    (parts.len() == n).then_some(())?;
    for (number, (at, to)) in (first..).zip(parts) {
        is_answer(value.get(at..to)?).then_some(())?;
        entries.push(Entry { number, from: from + at, to: from + to });
    }
    Some(())
}

fn is_answer(text: &str) -> bool {
    spellings::truth(text).is_some()
        || (spellings::letters(text).is_some() && !text.chars().any(|letter| letter.is_ascii_lowercase()))
}

/// The parts between white space and commas.
fn groups(text: &str) -> Vec<(usize, usize)> {
    let is_between = |letter: char| letter.is_whitespace() || ",，、;；".contains(letter);
    let parts = text.split(is_between).filter(|part| !part.is_empty());
    parts
        .map(|part| part.as_ptr() as usize - text.as_ptr() as usize)
        .zip(text.split(is_between).filter(|part| !part.is_empty()))
        .map(|(at, part)| (at, at + part.len()))
        .collect()
}

/// The letters and signs one by one.
fn letters(text: &str) -> Vec<(usize, usize)> {
    let letters = text.char_indices().filter(|(_, letter)| !letter.is_whitespace() && !",，、;；".contains(*letter));
    letters.map(|(at, letter)| (at, at + letter.len_utf8())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_listed_one_by_one_and_in_ranges() {
        let cases: [(&str, &[(u32, &str)]); 7] = [
            ("1.A 2.B 3-5 ABC", &[(1, "A"), (2, "B"), (3, "A"), (4, "B"), (5, "C")]),
            ("1-3：AB ACD BC", &[(1, "AB"), (2, "ACD"), (3, "BC")]),
            ("1、√ 2、× 3、对", &[(1, "√"), (2, "×"), (3, "对")]),
            ("6. A、B、D；7. AC", &[(6, "A、B、D"), (7, "AC")]),
            ("1A2B3C", &[(1, "A"), (2, "B"), (3, "C")]),
            ("1～3 ABC", &[(1, "A"), (2, "B"), (3, "C")]),
            ("第1题：A", &[(1, "A")]),
        ];
        for (text, wanted) in cases {
            let found = list(text).unwrap_or_default();
            let found: Vec<_> =
                found.iter().map(|entry| (entry.number, text.get(entry.from..entry.to).expect("a part"))).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn a_question_is_no_list() {
        for text in ["1. 火警电话是", "119", "1-5 ABC", "1. A、B两种", "A. 119", "2026-11-23"] {
            assert_eq!(list(text), None, "{text}");
        }
    }
}
