//! Texts as a reader takes them, so that what looks the same is the same.

use unicode_normalization::UnicodeNormalization;

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

/// A number that two texts share if they fold to the same, and hardly ever otherwise (64-bit FNV-1a); 0 if nothing is
/// left of the text. It lets rules compare many texts without writing their folded forms down.
pub(super) fn fingerprint(text: &str) -> u64 {
    let mut hash = 0;
    each_letter(text, |letter| {
        let start = if hash == 0 { 0xcbf2_9ce4_8422_2325 } else { hash };
        hash = (start ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3);
    });
    hash
}

fn each_letter(text: &str, emit: impl FnMut(char)) {
    if text.chars().all(is_plain) {
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
        let is_digit = letter.is_ascii_digit();
        let sign = held.take();
        if is_kept(letter) {
            if let Some(sign) = sign.filter(|_| is_digit) {
                emit(sign);
            }
            emit(letter);
        } else if after_digit {
            held = sign_between_digits(letter);
        }
        after_digit = is_digit;
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
        '+' | '-' | '<' | '>' | '=' | '%' | '_' => true,
        _ if letter.is_ascii() => letter.is_ascii_alphanumeric(),
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{303f}' | '，' | '？' | '！' | '：' | '；' | '（' | '）' => false,
        _ => !letter.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, fold};

    fn check_same(one: &str, other: &str, is_same: bool) {
        assert_eq!(fold(one) == fold(other), is_same, "{one} / {other}");
        assert_eq!(fingerprint(one) == fingerprint(other), is_same, "{one} / {other}");
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
    fn nothing_but_punctuation_has_no_fingerprint() {
        assert_eq!([fingerprint(""), fingerprint(" ？！"), fingerprint("…")], [0; 3]);
        assert_ne!(fingerprint("√"), fingerprint("×"));
    }
}
