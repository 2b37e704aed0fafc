//! Whether bytes look like simplified Chinese in GBK at a glance.

/// Whether nearly all that is not ASCII are the signs and common letters of GB 2312.
///
/// Letters with accents stand one by one between others, so two of them in the right ranges are rare; in Big5 and
/// `Shift_JIS` every other second byte is outside of them. Korean has its letters in the same ranges, but none in the
/// last third of them, where of Chinese letters, which stand by their sound, more than a third are.
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    /// From so many letters on, none of the last third are no accident.
    const MANY: usize = 16;
    let pairs = Pairs::of(bytes);
    let is_korean = pairs.common > MANY && pairs.late * 10 < pairs.common;
    pairs.common > 9 * pairs.others && !is_korean
}

/// How many pairs of bytes are of each sort.
#[derive(Default)]
struct Pairs {
    /// A sign, or one of the 3755 most common letters.
    common: usize,
    /// Such a letter from the last third of them, from where Korean in EUC-KR has none.
    late: usize,
    /// Any other pair or single byte beyond ASCII.
    others: usize,
}

impl Pairs {
    fn of(bytes: &[u8]) -> Self {
        const HEAD: usize = 64 * 1024;
        let mut pairs = Self::default();
        let mut rest = bytes;
        while let [first, from_second @ ..] = rest
            && pairs.common + pairs.others < HEAD
        {
            rest = from_second;
            if first.is_ascii() {
                continue;
            }
            let is_second = from_second.first().is_some_and(|second| (0xa1..=0xfe).contains(second));
            match first {
                0xa1..=0xa3 | 0xb0..=0xd7 if is_second => {
                    pairs.common += 1;
                    pairs.late += usize::from(*first > 0xc8);
                }
                _ => pairs.others += 1,
            }
            if is_second {
                rest = &from_second[1..];
            }
        }
        pairs
    }
}
