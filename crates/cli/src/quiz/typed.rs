//! What was typed, as an answer.

use sixinto_core::answer::MAX_TYPED;
use sixinto_core::bank::Kind;
use sixinto_core::bank::kind::Decimal;
use sixinto_core::check::Words;
use sixinto_core::paper::Prompt;
use sixinto_core::{Answer, Id};

use crate::lang::both;
use crate::prompt_text::letter;

/// How to answer a question, in a few words.
pub(super) fn how(prompt: &Prompt<'_>) -> Words {
    match prompt.kind {
        Kind::Single => Words::new("选一个，写字母", "pick one: type its letter"),
        Kind::Multiple => Words::new("对的都选上，如 ac", "pick all that are right, such as ac"),
        Kind::Judge => Words::new("对写 y，不对写 n", "y if it is right, n if not"),
        Kind::Blank if prompt.blanks.is_some_and(|n| n > 1) => {
            Words::new("写答案，几个空用分号隔开", "type the answers, with semicolons between them")
        }
        Kind::Blank => Words::new("写答案", "type the answer"),
        Kind::Number => Words::new("写一个数", "type a number"),
        Kind::Order => Words::new("从第一步写到最后一步，如 bca", "first step to last, such as bca"),
        Kind::Match => Words::new("字母配数字，如 a2 b1", "letters with numbers, such as a2 b1"),
        Kind::Spot => Words::new("有危险的都选上，如 ac", "pick everything dangerous, such as ac"),
    }
}

/// The answer that was meant, or why none could be.
pub(super) fn answer(typed: &str, prompt: &Prompt<'_>) -> Result<Answer, Words> {
    match prompt.kind {
        Kind::Single => match letters(typed, prompt)?.as_slice() {
            [one] => Ok(Answer::Single(one.clone())),
            _ => Err(Words::new("这题只选一个", "pick just one")),
        },
        Kind::Multiple => Ok(Answer::Multiple(letters(typed, prompt)?.into_iter().collect())),
        Kind::Spot => Ok(Answer::Spot(letters(typed, prompt)?.into_iter().collect())),
        Kind::Judge => judge(typed),
        Kind::Blank => blanks(typed, prompt.blanks.unwrap_or(1)),
        Kind::Number => number(typed, prompt.unit),
        Kind::Order => order(letters(typed, prompt)?, prompt),
        Kind::Match => pairs(typed, prompt),
    }
}

/// Letters, digits and signs of full width as those of ASCII, in lower case, without space around them.
pub(super) fn narrow(typed: &str) -> String {
    let narrow = |letter: char| match letter {
        // The full-width forms stand in the order of ASCII (Unicode, block FF00).
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    };
    typed.chars().map(narrow).collect::<String>().trim().to_lowercase()
}

fn judge(typed: &str) -> Result<Answer, Words> {
    match narrow(typed).as_str() {
        "y" | "yes" | "t" | "true" | "对" | "是" | "正确" | "√" | "✓" => Ok(Answer::Judge(true)),
        "n" | "no" | "f" | "false" | "错" | "不对" | "否" | "不是" | "错误" | "不正确" | "×" | "x" => {
            Ok(Answer::Judge(false))
        }
        _ => Err(Words::new("写 y（对）或 n（不对）", "type y (right) or n (not right)")),
    }
}

/// The parts that letters stand for, in the order typed.
fn letters(typed: &str, prompt: &Prompt<'_>) -> Result<Vec<Id>, Words> {
    let typed = narrow(typed);
    typed.chars().filter(|letter| !is_separator(*letter)).map(|letter| part(letter, prompt)).collect()
}

fn part(typed: char, prompt: &Prompt<'_>) -> Result<Id, Words> {
    let parts = prompt.items.iter().enumerate();
    let found = parts.into_iter().find(|(at, _)| letter(*at).eq_ignore_ascii_case(&typed));
    found.map(|(_, part)| part.id.clone()).ok_or_else(|| {
        let last = letter(prompt.items.len().saturating_sub(1));
        both!("没有“{typed}”，写 A 到 {last} 的字母", "there is no `{typed}`: type letters from A to {last}")
    })
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | '、' | ';' | '.' | '-' | '>' | '→' | '=' | ':')
}

fn order(ids: Vec<Id>, prompt: &Prompt<'_>) -> Result<Answer, Words> {
    let is_whole = prompt.items.iter().all(|item| ids.contains(item.id)) && ids.len() == prompt.items.len();
    let n = prompt.items.len();
    let words = || both!("{n} 个字母都要写，每个写一次", "type all {n} letters, each once");
    is_whole.then_some(Answer::Order(ids)).ok_or_else(words)
}

fn blanks(typed: &str, n: usize) -> Result<Answer, Words> {
    let parts: Vec<Box<str>> = match n {
        1 => vec![typed.trim().into()],
        _ => typed.split([';', '；']).map(|part| part.trim().into()).collect(),
    };
    let found = parts.len();
    if found > n {
        return Err(both!("这题有 {n} 个空，你写了 {found} 个", "there are {n} blanks and you filled {found}"));
    }
    if parts.iter().any(|part| part.len() > MAX_TYPED) {
        return Err(Words::new("太长了，写短些", "that is too long, write less"));
    }
    Ok(Answer::Blank(parts))
}

fn number(typed: &str, unit: Option<&str>) -> Result<Answer, Words> {
    let typed = typed.trim();
    let bare = unit.and_then(|unit| typed.strip_suffix(unit)).unwrap_or(typed).trim();
    match bare.parse::<Decimal>() {
        Ok(_) => Ok(Answer::Number(bare.into())),
        Err(_) => Err(Words::new("写一个数，如 119 或 1.5", "type a number, such as 119 or 1.5")),
    }
}

fn pairs(typed: &str, prompt: &Prompt<'_>) -> Result<Answer, Words> {
    let badly = || Words::new("写成字母配数字，如 a2 b1", "type letters with numbers, such as a2 b1");
    let typed: String = narrow(typed).chars().filter(|letter| !is_separator(*letter)).collect();
    let mut pairs = Vec::new();
    let mut rest = typed.as_str();
    while let Some(left) = rest.chars().next() {
        let after = &rest[left.len_utf8()..];
        let end = after.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(after.len());
        let number: usize = after[..end].parse().map_err(|_| badly())?;
        let target = number.checked_sub(1).and_then(|at| prompt.targets.get(at));
        let n = prompt.targets.len();
        let target = target.ok_or_else(|| {
            both!("没有“{number}”，数字从 1 到 {n}", "there is no `{number}`: the numbers are 1 to {n}")
        })?;
        pairs.push((part(left, prompt)?, target.id.clone()));
        rest = &after[end..];
    }
    let is_twice = |at: usize| pairs[..at].iter().any(|(left, _)| *left == pairs[at].0);
    if (0..pairs.len()).any(is_twice) {
        return Err(Words::new("每个字母只配一个数字", "give each letter just one number"));
    }
    Ok(Answer::Match(pairs.into_iter().collect()))
}
