//! Texts as a reader takes them, so that what looks the same is the same.

use unicode_normalization::UnicodeNormalization;

/// A text without what does not make it another text: width, case, white space and punctuation. Signs that carry
/// meaning (`+ - < > = % _`) stay.
///
/// Letters that are their own compatibility form (ASCII, and the CJK ideographs up to U+9FFF) are taken as they are;
/// only a text with others in it goes through NFKC (Unicode Standard Annex #15), as its result depends on neighbours.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.chars().all(is_plain) {
        text.chars().filter(|letter| is_kept(*letter)).for_each(|letter| folded.push(letter.to_ascii_lowercase()));
    } else {
        let letters = text.nfkc().flat_map(char::to_lowercase);
        folded.extend(letters.filter(|letter| is_kept(*letter)));
    }
    folded
}

/// Whether NFKC and lower-casing leave a letter as it is, or we drop it anyway.
fn is_plain(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, '\u{4e00}'..='\u{9fff}' | '。' | '、' | '“' | '”' | '‘' | '’' | '《' | '》' | '，' | '？' | '！' | '：' | '；' | '（' | '）')
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
    use super::fold;

    #[test]
    fn width_case_space_and_punctuation_do_not_count() {
        assert_eq!(fold("着火了，拨打 119？"), fold("着火了 拨打１１９"));
        assert_eq!(fold("Call 119!"), fold("ＣＡＬＬ「119」"));
        assert_eq!(fold("ﬁre — “exit”"), fold("FIRE exit"));
    }

    #[test]
    fn signs_that_carry_meaning_count() {
        assert_ne!(fold("氧气 > 19%"), fold("氧气 < 19%"));
        assert_ne!(fold("高处作业是 2 米"), fold("高处作业是 3 米"));
        assert_ne!(fold("a____b"), fold("ab"));
    }
}
