//! How people spell kinds, truth, difficulty and answer letters. Files of every kind read them here.

use sixinto_core::bank::{Difficulty, Kind};

const BRACKETS: [char; 8] = ['(', ')', '[', ']', '【', '】', '「', '」'];

/// A text in half-width letters, without white space and brackets at its ends, in lower case: for comparing words that
/// have one meaning in many shapes.
pub fn normalized(text: &str) -> String {
    let narrow: String = text.chars().map(half_width).collect();
    narrow.trim_matches(|letter: char| letter.is_whitespace() || BRACKETS.contains(&letter)).to_lowercase()
}

/// The half-width form of a full-width letter, digit or sign; others stay.
pub fn half_width(letter: char) -> char {
    match letter {
        '\u{3000}' | '\u{a0}' => ' ',
        // The full-width forms stand in the order of ASCII (Unicode, block FF00).
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// The kind that a word names: 单选题, 多项选择题, judge. A number is no name, since tools disagree about numbers.
pub fn kind(text: &str) -> Option<Kind> {
    let name = normalized(text);
    let name = name.strip_suffix("题").unwrap_or(&name);
    Some(match name {
        "单选" | "单项选择" | "单项" | "选择" | "single" | "single choice" | "single-choice" | "radio" => {
            Kind::Single
        }
        "多选" | "多项选择" | "多项" | "不定项" | "不定项选择" | "multiple" | "multi" | "multiple choice"
        | "multiple-choice" | "checkbox" => Kind::Multiple,
        "判断" | "是非" | "对错" | "正误" | "judge" | "judgement" | "tf" | "t/f" | "true/false" | "true false"
        | "truefalse" => Kind::Judge,
        "填空" | "blank" | "fill" | "fill in" | "fill-in" | "cloze" => Kind::Blank,
        "数字" | "数值" | "计算" | "填数字" | "number" | "numeric" | "numerical" => Kind::Number,
        "排序" | "顺序" | "order" | "ordering" | "sequence" => Kind::Order,
        "连线" | "匹配" | "配对" | "match" | "matching" => Kind::Match,
        _ => return None,
    })
}

/// Whether a word says that a statement is true: 对, √, T, 是, 同意 and their opposites.
pub fn truth(text: &str) -> Option<bool> {
    Some(match normalized(text).as_str() {
        "对" | "正确" | "是" | "同意" | "真" | "√" | "✓" | "✔" | "☑" | "v" | "t" | "true" | "y" | "yes" | "right"
        | "correct" => true,
        "错" | "错误" | "否" | "不对" | "不正确" | "不是" | "不同意" | "假" | "×" | "✗" | "✘" | "✕" | "╳" | "☒"
        | "x" | "f" | "false" | "n" | "no" | "wrong" | "incorrect" => false,
        _ => return None,
    })
}

/// How hard a word says a question is. Numbers are not read here: scales of three and of five look alike.
pub fn difficulty(text: &str) -> Option<Difficulty> {
    Some(match normalized(text).as_str() {
        "易" | "容易" | "简单" | "较易" | "较简单" | "低" | "初级" | "easy" | "simple" | "low" => {
            Difficulty::Easy
        }
        "中" | "中等" | "一般" | "普通" | "适中" | "中级" | "middling" | "medium" | "middle" | "normal" => {
            Difficulty::Middling
        }
        "难" | "困难" | "较难" | "很难" | "高" | "高级" | "hard" | "difficult" | "high" => Difficulty::Hard,
        _ => return None,
    })
}

/// The indexes of the choices that an answer of letters names, in its order and each once: `ABD`, `a，b`, `A、B;D`,
/// `Ａ Ｂ`. Nothing where it is no such answer.
pub fn letters(text: &str) -> Option<Vec<usize>> {
    let mut indexes = Vec::new();
    for letter in normalized(text).chars() {
        match letter {
            'a'..='z' => {
                let index = letter as usize - 'a' as usize;
                if !indexes.contains(&index) {
                    indexes.push(index);
                }
            }
            ',' | '、' | ';' | '|' | '/' | '.' | '。' | '+' | '&' => {}
            _ if letter.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(indexes).filter(|indexes| !indexes.is_empty())
}

/// The letter of the choice at an index: A for 0.
pub fn letter(at: usize) -> char {
    u8::try_from(at).ok().filter(|at| *at < 26).map_or('?', |at| char::from(b'A' + at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_many_names_and_numbers_are_none() {
        for (name, wanted) in [
            ("单选题", Some(Kind::Single)),
            (" 单项选择题 ", Some(Kind::Single)),
            ("【多选】", Some(Kind::Multiple)),
            ("不定项选择题", Some(Kind::Multiple)),
            ("ＴＦ", Some(Kind::Judge)),
            ("是非题", Some(Kind::Judge)),
            ("填空", Some(Kind::Blank)),
            ("1", None),
            ("简答题", None),
        ] {
            assert_eq!(kind(name), wanted, "{name}");
        }
    }

    #[test]
    fn truth_is_written_in_words_letters_and_signs() {
        for yes in ["对", "正确", "√", "V", "Ｔ", "TRUE", "是", "（√）"] {
            assert_eq!(truth(yes), Some(true), "{yes}");
        }
        for no in ["错", "错误", "×", "X", "╳", "✕", "false", "否", "( × )"] {
            assert_eq!(truth(no), Some(false), "{no}");
        }
        assert_eq!(truth("A"), None);
    }

    #[test]
    fn answers_are_letters_with_anything_between_them() {
        for text in ["ABD", "abd", "ＡＢＤ", "A,B,D", "A，B，D", "A、B、D", "A;B;D", "A|B|D", "A B D", "A、B、D。"]
        {
            assert_eq!(letters(text), Some(vec![0, 1, 3]), "{text}");
        }
        for text in ["", "灭火器", "A灭火器", "1"] {
            assert_eq!(letters(text), None, "{text}");
        }
    }
}
