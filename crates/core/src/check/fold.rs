//! Texts as a reader takes them, so that what looks the same is the same.

use unicode_normalization::UnicodeNormalization;

use crate::fnv::{OFFSET_BASIS, PRIME};

/// A text without what does not make it another text: width, case, white space and punctuation. Signs that carry
/// meaning stay: `+ - < > = % _` anywhere, and a point, colon, slash or tilde between two digits.
///
/// Letters that are their own compatibility form (ASCII, and the CJK ideographs up to U+9FFF) are taken as they are;
/// only a text with others in it goes through NFKC (Unicode Standard Annex #15), as its result depends on neighbours.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_letter(text, |letter| folded.push(letter));
    folded
}

/// A number that two lists of texts share if they fold to the same one by one, and hardly ever otherwise (64-bit
/// FNV-1a). It lets many texts be compared without writing their folded forms down.
pub fn fingerprint(texts: &[&str]) -> u64 {
    let mut hash = OFFSET_BASIS;
    let mut step = |value: u32| hash = (hash ^ u64::from(value)).wrapping_mul(PRIME);
    for text in texts {
        each_letter(text, |letter| step(u32::from(letter)));
        // No letter has this number, so that "ab" and "c" are not "a" and "bc".
        step(u32::MAX);
    }
    hash
}

/// Whether nothing is left of a text once it is folded.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(is_kept)
}

/// The first and the last letter of a folded text, found without folding it: texts that fold to the same have the same
/// ends, as far as both are known. An end is not known where NFKC might make another letter of it.
pub(super) fn ends(text: &str) -> [Option<char>; 2] {
    let known =
        |letter: Option<char>| letter.filter(|letter| is_plain(*letter)).map(|letter| letter.to_ascii_lowercase());
    [known(text.chars().find(|letter| is_kept(*letter))), known(text.chars().rev().find(|letter| is_kept(*letter)))]
}

fn each_letter(text: &str, emit: impl FnMut(char)) {
    if text.is_ascii() || text.chars().all(is_plain) {
        keep(text.chars().map(|letter| letter.to_ascii_lowercase()), emit);
    } else {
        keep(text.nfkc().flat_map(char::to_lowercase), emit);
    }
}

/// Whether NFKC and lower-casing leave a letter as it is, or we drop it anyway.
fn is_plain(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3001}' | '\u{3002}' | '\u{300a}' | '\u{300b}')
        || matches!(letter, '“' | '”' | '‘' | '’' | '，' | '？' | '！' | '：' | '；' | '（' | '）')
}

fn keep(letters: impl Iterator<Item = char>, mut emit: impl FnMut(char)) {
    // A sign that stands right after a digit is held back until we see whether a digit follows.
    let (mut after_digit, mut held) = (false, None);
    for letter in letters {
        if is_kept(letter) {
            let is_digit = letter.is_ascii_digit();
            if is_digit && let Some(sign) = held {
                emit(sign);
            }
            emit(letter);
            held = None;
            after_digit = is_digit;
        } else {
            held = if after_digit { sign_between_digits(letter) } else { None };
            after_digit = false;
        }
    }
}

/// 2.5 is not 25, 30:2 not 302, 1/2 not 12 and 2–3 not 23.
fn sign_between_digits(letter: char) -> Option<char> {
    match letter {
        '.' | '/' | '~' | ':' => Some(letter),
        '：' => Some(':'),
        '\u{2010}'..='\u{2015}' => Some('-'),
        _ => None,
    }
}

fn is_kept(letter: char) -> bool {
    match letter {
        '\u{0}'..='\u{7f}' => {
            letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '<' | '>' | '=' | '%' | '_')
        }
        '\u{4e00}'..='\u{9fff}' => true,
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303f}' | '，' | '？' | '！' | '：' | '；' | '（' | '）' => {
            false
        }
        _ => !letter.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, fold, is_blank};

    fn check_same(one: &str, other: &str, is_same: bool) {
        assert_eq!(fold(one) == fold(other), is_same, "{one} / {other}");
        assert_eq!(fingerprint(&[one]) == fingerprint(&[other]), is_same, "{one} / {other}");
    }

    #[test]
    fn width_case_space_and_punctuation_do_not_count() {
        check_same("着火了，拨打 119？", "着火了 拨打１１９", true);
        check_same("Call 119!", "ＣＡＬＬ「119」", true);
        check_same("ﬁre — “exit”", "FIRE exit", true);
        check_same("拨打119，120是急救", "拨打119。 120是急救", true);
    }

    #[test]
    fn signs_that_carry_meaning_count() {
        check_same("氧气 > 19%", "氧气 < 19%", false);
        check_same("高处作业是 2 米", "高处作业是 3 米", false);
        check_same("a____b", "ab", false);
        check_same("2.5 米", "25 米", false);
        check_same("按压和吹气 30：2", "按压和吹气 302", false);
        check_same("2–3 米", "23 米", false);
        check_same("２．５ 米。", "2.5米", true);
        check_same("30：2", "30:2", true);
    }

    #[test]
    fn nothing_is_left_of_punctuation() {
        assert_eq!(["", " ？！", "。", "√", "<"].map(is_blank), [true, true, true, false, false]);
        assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
    }
}
