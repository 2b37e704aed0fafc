//! What the title of a column says of it: a name that is known, with whatever people write round it, or one with a letter
//! or number of its own.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table::read::aliases::{NAMES, Role};
use crate::text::spellings::half_width;

const BEFORE_CHOICE: &[&str] = &["选项", "选择项", "备选项", "候选项", "option", "choice"];
const BEFORE_CORRECT: &[&str] = &["iscorrect", "correct", "是否正确", "正确"];

/// The role of each name.
static ROLES: LazyLock<HashMap<&str, Role>> = LazyLock::new(|| {
    let named = NAMES.iter().rev().flat_map(|(role, names)| names.iter().map(|name| (*name, *role)));
    named.collect()
});

/// What people write behind a name; each has one of the signs in it that [`bare`] looks for first.
const NOTES: [&str; 10] =
    ["请勿删除", "勿删除", "不可删除", "勿删", "勿改", "必填项", "必填", "选填", "可选", "可不填"];

/// More bytes than a name with notes has.
const LONGEST: usize = 90;

/// What is in the column of that name; spaces, line breaks, brackets and notes such as 勿删 are no part of it.
pub(crate) fn role(title: &str) -> Option<Role> {
    let bare = bare(title);
    ROLES.get(bare.as_str()).copied().or_else(|| numbered(&bare))
}

/// 选项A, A, optionA, 选项1, 答案2, isCorrect1, 选项1是否正确.
fn numbered(bare: &str) -> Option<Role> {
    if let Some(index) = place(bare, true) {
        return Some(Role::Choice(index));
    }
    for before in BEFORE_CHOICE {
        if let Some(rest) = bare.strip_prefix(before) {
            return about_choice(rest);
        }
        if let Some(index) = bare.strip_suffix(before).and_then(|rest| place(rest, true)) {
            return Some(Role::Choice(index));
        }
    }
    let after =
        |names: &[&str]| names.iter().find_map(|name| bare.strip_prefix(name).and_then(|rest| place(rest, false)));
    if let Some(index) = after(&["why"]) {
        return Some(Role::Why(index));
    }
    after(BEFORE_CORRECT).map(Role::Correct).or_else(|| {
        let number = |names: &[&str]| after(names).filter(|_| bare.ends_with(|letter: char| letter.is_ascii_digit()));
        number(&["答案", "正确答案", "answer"])
            .map(Role::Answer)
            .or_else(|| number(&["得分", "分值", "score"]).map(Role::Points))
    })
}

/// What stands behind 选项: A, 1是否正确, A说明.
fn about_choice(rest: &str) -> Option<Role> {
    let before = |ends: &[&str]| ends.iter().find_map(|end| rest.strip_suffix(end)).and_then(|rest| place(rest, false));
    if let Some(index) = before(&["是否正确", "iscorrect"]) {
        return Some(Role::Correct(index));
    }
    before(&["说明", "解析", "why"]).map(Role::Why).or_else(|| place(rest, false).map(Role::Choice))
}

/// The index that a letter or number names: A and 1 are 0.
fn place(text: &str, is_letter: bool) -> Option<u8> {
    match *text.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(letter - b'a'),
        [digit @ b'1'..=b'9'] if !is_letter => Some(digit - b'1'),
        [tens @ b'1'..=b'2', digit @ b'0'..=b'9'] if !is_letter => {
            Some((tens - b'0') * 10 + digit - b'1').filter(|at| *at < 26)
        }
        _ => None,
    }
}

/// A name without what is round it: half-width, lower case, no white space, no brackets with what is in them. Of a text
/// that is too long for a name only its beginning.
fn bare(title: &str) -> String {
    let is_round = |letter: char| {
        letter.is_whitespace() || matches!(half_width(letter), '[' | ']' | '【' | '】' | '<' | '>' | '《' | '》')
    };
    let mut bare = String::new();
    let mut depth = 0_usize;
    for letter in title.trim_matches(is_round).chars().map(half_width) {
        match letter {
            '(' | '[' | '【' | '<' => depth += 1,
            ')' | ']' | '】' | '>' => depth = depth.saturating_sub(1),
            _ if depth > 0 || letter.is_whitespace() || matches!(letter, '*' | ':' | '_' | '-' | '.' | '、' | '：') =>
                {}
            // Most letters of a Chinese table have no case.
            '\u{4e00}'..='\u{9fff}' => bare.push(letter),
            _ => bare.extend(letter.to_lowercase()),
        }
        if bare.len() > LONGEST {
            return bare;
        }
    }
    if !bare.contains(['勿', '必', '选', '可']) {
        return bare;
    }
    for note in NOTES {
        while let Some(at) = bare.find(note) {
            bare.replace_range(at..at + note.len(), "");
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_by_many_names() {
        for (title, wanted) in [
            ("题干（必填）", Role::Stem),
            (" 题 干\n(必填) ", Role::Stem),
            ("【题目】", Role::Stem),
            ("Question Text", Role::Stem),
            ("题型（勿删）", Role::Kind),
            ("选项A（勿删）", Role::Choice(0)),
            ("选项Ｈ", Role::Choice(7)),
            ("B", Role::Choice(1)),
            ("选项1", Role::Choice(0)),
            ("选择项5", Role::Choice(4)),
            ("选项10", Role::Choice(9)),
            ("option_c", Role::Choice(2)),
            ("A选项", Role::Choice(0)),
            ("选项B说明", Role::Why(1)),
            ("why C", Role::Why(2)),
            ("isCorrect2", Role::Correct(1)),
            ("选项2是否正确", Role::Correct(1)),
            ("正确答案\n（必填）", Role::Answer(0)),
            ("答案2", Role::Answer(1)),
            ("得分1", Role::Points(0)),
            ("*答案：", Role::Answer(0)),
            ("难 易 度", Role::Difficulty),
            ("序号", Role::Serial),
            ("No.", Role::Serial),
        ] {
            assert_eq!(role(title), Some(wanted), "{title}");
        }
        let long = "题干".repeat(100);
        for title in ["", &long, "备注", "创建人", "1", "答案a", "选项Z9"] {
            assert_eq!(role(title), None, "{title}");
        }
    }
}
