//! Numbers before questions, letters before choices.

use crate::text::spellings::half_width;

/// The number that a text begins with, and where the rest begins: `1.`, `1、`, `（1）`, `第1题`, `题1：`, `Q1.`.
pub(crate) fn number(text: &str) -> Option<(u32, usize)> {
    let trimmed = text.trim_start();
    let start = text.len() - trimmed.len();
    let (is_named, rest) = strip_name(trimmed);
    let (is_boxed, rest) = match rest.strip_prefix(['（', '(', '[', '【']) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (number, rest) = digits(rest)?;
    let after = if is_boxed { rest.trim_start().strip_prefix(['）', ')', ']', '】'])? } else { rest };
    let after = match after.trim_start().strip_prefix('题') {
        Some(after) if trimmed.starts_with('第') => after,
        _ => after,
    };
    let rest = after.trim_start().strip_prefix(['.', '．', '、', ':', '：', ')', '）', ',', '，', '。']);
    let is_number = rest.is_some() || is_boxed || is_named;
    let rest = rest.unwrap_or(after);
    is_number.then(|| (number, start + trimmed.len() - rest.trim_start().len()))
}

fn strip_name(text: &str) -> (bool, &str) {
    const NAMES: [&str; 6] = ["第", "题目", "题", "Question", "question", "Q"];
    let rest = NAMES.iter().find_map(|name| text.strip_prefix(name)).map(str::trim_start);
    rest.map_or((false, text), |rest| (true, rest))
}

/// A number of at most six digits at the beginning of a text, and what comes after it.
pub(crate) fn digits(text: &str) -> Option<(u32, &str)> {
    let mut value = 0_u32;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let Some(digit) = half_width(letter).to_digit(10) else { break };
        if value >= 100_000 {
            return None;
        }
        value = value * 10 + digit;
        end = at + letter.len_utf8();
    }
    (end > 0).then(|| (value, text.get(end..).unwrap_or_default()))
}

/// A choice in a line: which one, where its letter stands, and from where to where its text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lettered {
    pub(crate) index: usize,
    pub(crate) mark: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The letter at the very beginning of a text, and where the rest begins: `A.`, `B、`, `（C）`, `Ｄ．`, a letter and a tab.
pub(crate) fn mark(text: &str) -> Option<(usize, usize)> {
    let (is_boxed, rest) = match text.strip_prefix(['（', '(', '[', '【']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let letter = rest.chars().next()?;
    let index = match half_width(letter).to_ascii_uppercase() {
        name @ 'A'..='Z' => name as usize - 'A' as usize,
        _ => return None,
    };
    let rest = rest.get(letter.len_utf8()..)?;
    let signs = ['.', '．', '、', ':', '：', ')', '）', ',', '，', '。', '\t'];
    let rest = if is_boxed {
        let rest = rest.trim_start().strip_prefix(['）', ')', ']', '】'])?;
        rest.strip_prefix(['.', '．', '、', ':', '：']).unwrap_or(rest)
    } else {
        rest.trim_start_matches(' ').strip_prefix(signs)?
    };
    Some((index, text.len() - rest.trim_start().len()))
}

/// The choices of a line that begins with one: further ones follow where the next letter stands with its sign.
pub(crate) fn choices(text: &str) -> Vec<Lettered> {
    let start = text.len() - text.trim_start().len();
    let Some((index, from)) = text.get(start..).and_then(mark) else { return Vec::new() };
    let mut found = vec![Lettered { index, mark: start, from: start + from, to: text.trim_end().len() }];
    let mut before = ' ';
    for (at, letter) in text.char_indices().skip_while(|(at, _)| *at < start + from) {
        let follows = !before.is_ascii_alphanumeric();
        before = letter;
        let last = found.last_mut().expect("it begins with one");
        // The sign of the next choice: its letter, after white space or a wide letter, and where the text is not empty.
        let next = text.get(at..).filter(|_| follows && at >= last.from).and_then(mark);
        if let Some((index, from)) = next.filter(|(index, _)| *index == last.index + 1) {
            let own = text.get(last.from..at).unwrap_or_default();
            last.to =
                last.from + own.trim_end_matches(|end: char| end.is_whitespace() || ";；,，、".contains(end)).len();
            found.push(Lettered { index, mark: at, from: at + from, to: text.trim_end().len() });
        }
    }
    for choice in &mut found {
        choice.to = choice.to.max(choice.from);
    }
    found
}

/// A choice whose letter has nothing but white space behind it: `A 关阀门`. Only the questions around it tell whether it
/// is one.
pub(crate) fn bare_choice(text: &str) -> Option<Lettered> {
    let letter = text.chars().next().map(half_width).filter(char::is_ascii_uppercase)?;
    let rest = text.get(text.chars().next()?.len_utf8()..)?;
    let own = rest.trim_start();
    let is_wide = own.chars().next().is_some_and(|letter| !letter.is_ascii());
    let from = text.len() - own.len();
    let index = letter as usize - 'A' as usize;
    (is_wide && own.len() < rest.len()).then(|| Lettered { index, mark: 0, from, to: text.trim_end().len() })
}

/// Where the choices begin in a line that begins with the stem: at an A that a B follows.
pub(crate) fn choices_inside(text: &str) -> Option<usize> {
    let mut first = None;
    let mut before = 'a';
    for (at, letter) in text.char_indices() {
        let may_begin = before.is_whitespace() || "）)？?。：:】".contains(before);
        before = letter;
        if !may_begin {
            continue;
        }
        match (text.get(at..).and_then(mark), first) {
            (Some((0, _)), _) => first = Some(at),
            (Some((1, _)), Some(_)) => return first,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_numbered_in_many_ways() {
        let cases = [
            ("1.火警", Some((1, "火警"))),
            ("12、火警", Some((12, "火警"))),
            ("（3）火警", Some((3, "火警"))),
            ("第4题 火警", Some((4, "火警"))),
            ("第5题：火警", Some((5, "火警"))),
            ("６．火警", Some((6, "火警"))),
            ("Q7. Fire", Some((7, "Fire"))),
            ("119是火警电话", None),
            ("2026年安全月", None),
        ];
        for (text, wanted) in cases {
            let found = number(text).map(|(number, from)| (number, text.get(from..).expect("a part of it")));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn choices_stand_one_a_line_or_several() {
        let cases: [(&str, &[&str]); 5] = [
            ("A. 开灯", &["开灯"]),
            ("Ａ．开灯　Ｂ．关阀门", &["开灯", "关阀门"]),
            ("A、开灯；B、关阀门；C、打电话", &["开灯", "关阀门", "打电话"]),
            ("（A）119 （B）120", &["119", "120"]),
            ("A.119B.120", &["119B.120"]),
        ];
        for (text, wanted) in cases {
            let found: Vec<&str> = choices(text).iter().filter_map(|choice| text.get(choice.from..choice.to)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn choices_may_follow_the_stem_in_its_line() {
        let text = "火警电话是（ ） A.119 B.120";
        assert_eq!(choices_inside(text).and_then(|at| text.get(at..)), Some("A.119 B.120"));
        assert_eq!(choices_inside("维生素 A、C 有用吗"), None);
    }
}
