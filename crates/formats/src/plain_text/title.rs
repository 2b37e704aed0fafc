//! Titles of sections, which say what kind of questions follow: 一、单选题（每题 2 分，共 20 题）.

use sixinto_core::bank::Kind;

use crate::plain_text::number::digits;
use crate::text::spellings;

/// What a title says of the questions under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Nothing: their kind is told by themselves.
    Nothing,
    /// They are of that kind.
    Kind(Kind),
    /// They are of a kind that is not here, such as 简答题.
    Other,
}

/// A title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    /// Its number, where it has one.
    pub(crate) ordinal: Option<u32>,
    /// What it says of the kind.
    pub(crate) stated: Stated,
    /// Where what stands behind the name begins.
    pub(crate) rest: usize,
}

/// The title that a line is.
pub(crate) fn title(text: &str) -> Option<Title> {
    let line = text.trim_start_matches(|sign: char| sign.is_whitespace() || "#*【[".contains(sign));
    let (ordinal, is_arabic, name) = match chinese(line) {
        Some((ordinal, rest)) => (Some(ordinal), false, rest),
        None => arabic(line).map_or((None, false, line), |(ordinal, rest)| (Some(ordinal), true, rest)),
    };
    let name = name.trim_start_matches(|sign: char| sign.is_whitespace() || "【[*".contains(sign));
    let end = name.find(|sign: char| "（(：:，,。.;；[【】]*\n\t".contains(sign)).unwrap_or(name.len());
    let head = name.get(..end)?.trim();
    let head = if head.is_ascii() { head } else { head.split_whitespace().next().unwrap_or_default() };
    let stated = stated(head, ordinal.is_some() && !is_arabic)?;
    let behind = name.get(name.find(head)? + head.len()..)?;
    let is_alone = behind.trim().is_empty() || behind.trim_start().starts_with(['（', '(', '】', ']', '*', ':', '：']);
    // A numbered line is a question unless there is nothing but the name.
    let is_title = if is_arabic { is_alone && !says_more(behind) } else { ordinal.is_some() || is_alone };
    is_title.then(|| Title { ordinal, stated, rest: text.len() - behind.len() })
}

/// Whether a note behind the name is more than brackets and signs.
fn says_more(behind: &str) -> bool {
    let behind = behind.trim().trim_start_matches(['】', ']', '*', ':', '：']).trim();
    !(behind.is_empty() || behind.starts_with(['（', '(']) && behind.ends_with(['）', ')']))
}

/// The number of a heading, such as 二、消防安全, that may name anything.
pub(crate) fn heading(text: &str) -> Option<usize> {
    let line = text.trim_start_matches(|sign: char| sign.is_whitespace() || "#*".contains(sign));
    chinese(line).map(|(_, rest)| text.len() - rest.trim_start().len())
}

fn stated(head: &str, is_numbered: bool) -> Option<Stated> {
    let lower = head.to_lowercase();
    let english = lower.strip_suffix(" questions").or_else(|| lower.strip_suffix(" question")).unwrap_or(&lower);
    if matches!(english, "选择题" | "客观题" | "choice") {
        return Some(Stated::Nothing);
    }
    let is_word = head.ends_with('题') || is_numbered || (head.is_ascii() && english.len() > 3);
    if let Some(kind) = spellings::kind(english).filter(|_| is_word) {
        return Some(Stated::Kind(kind));
    }
    let has_name = |names: &[&str]| names.iter().any(|name| head.contains(name));
    let is_short = head.chars().count() <= 10 && head.ends_with('题');
    if !is_short {
        None
    } else if has_name(&["简答", "问答", "论述", "案例", "名词解释", "情景", "思考", "综合", "材料", "实操"])
    {
        Some(Stated::Other)
    } else if head.starts_with("判断") {
        Some(Stated::Kind(Kind::Judge))
    } else if head.starts_with("填空") {
        Some(Stated::Kind(Kind::Blank))
    } else {
        None
    }
}

/// `一、`, `（二）`, `第三部分`, `Part 1:`.
fn chinese(text: &str) -> Option<(u32, &str)> {
    if let Some((ordinal, rest)) = text.strip_prefix("Part ").and_then(digits) {
        return Some((ordinal, rest.trim_start_matches([':', '.', ' ', '-'])));
    }
    let (is_part, rest) = text.strip_prefix('第').map_or((false, text), |rest| (true, rest));
    let (is_boxed, rest) = rest.strip_prefix(['（', '(']).map_or((false, rest), |rest| (true, rest));
    let (ordinal, rest) = numeral(rest).or_else(|| digits(rest).filter(|_| is_part))?;
    let rest = rest.trim_start();
    let rest = match (is_part, is_boxed) {
        (true, _) => ["部分", "大题", "章", "节", "单元"].iter().find_map(|name| rest.strip_prefix(name))?,
        (false, true) => rest.strip_prefix(['）', ')'])?,
        (false, false) => rest.strip_prefix(['、', '.', '．', ',', '，', ':', '：', ' '])?,
    };
    Some((ordinal, rest.trim_start_matches(['、', '：', ':', ' ', '\u{3000}', '\t'])))
}

fn arabic(text: &str) -> Option<(u32, &str)> {
    crate::plain_text::number::number(text).map(|(ordinal, from)| (ordinal, text.get(from..).unwrap_or_default()))
}

/// A Chinese numeral up to 99.
fn numeral(text: &str) -> Option<(u32, &str)> {
    const DIGITS: &str = "一二三四五六七八九";
    let end = text.find(|letter: char| letter != '十' && !DIGITS.contains(letter)).unwrap_or(text.len());
    let (numeral, rest) = text.split_at(end);
    let digit = |letter: char| DIGITS.chars().zip(1..).find(|(name, _)| *name == letter).map(|(_, value)| value);
    let letters: Vec<char> = numeral.chars().take(4).collect();
    let value = match letters.as_slice() {
        ['十'] => 10,
        ['十', ones] => 10 + digit(*ones)?,
        [tens, '十'] => 10 * digit(*tens)?,
        [tens, '十', ones] => 10 * digit(*tens)? + digit(*ones)?,
        [ones] => digit(*ones)?,
        _ => return None,
    };
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_the_kind() {
        let cases = [
            ("一、单选题", Some((Some(1), Stated::Kind(Kind::Single)))),
            ("二、多项选择题（每题2分，共20题）", Some((Some(2), Stated::Kind(Kind::Multiple)))),
            ("（三）判断题：对的打√", Some((Some(3), Stated::Kind(Kind::Judge)))),
            ("第四部分 填空题", Some((Some(4), Stated::Kind(Kind::Blank)))),
            ("【判断题】", Some((None, Stated::Kind(Kind::Judge)))),
            ("1. 单选题（共 5 题）", Some((Some(1), Stated::Kind(Kind::Single)))),
            ("十二、简答题", Some((Some(12), Stated::Other))),
            ("选择题", Some((None, Stated::Nothing))),
            ("Part 2: Multiple choice", Some((Some(2), Stated::Kind(Kind::Multiple)))),
            ("1. 判断题：着火时可以乘电梯。（×）", None),
            ("二、消防安全", None),
            ("多选一个都不行", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(title(text).map(|title| (title.ordinal, title.stated)), wanted, "{text}");
        }
    }
}
