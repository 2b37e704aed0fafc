//! All that counts in a finished attempt as one number.
//!
//! The bytes, which never change for a version. A number is eight bytes, least significant first. A text is its length
//! in bytes of UTF-8 as a number, and these bytes. A list is its length as a number, and its elements. What may be
//! absent is the byte 0, or the byte 1 and its value. So each value tells where it ends, and no two attempts that
//! differ in what counts are the same bytes.
//!
//! 1. The text `sixinto certificate 1`.
//! 2. Of the paper: the number of its format; the text of its preset; the list of its themes' texts; the number of its
//!    seed; the texts of its rule and of its feedback, as files name them; its seconds and its pass percent, numbers
//!    that may be absent; the text of its bank; the list of its questions, each the text of its id and the number of
//!    its micropoints.
//! 3. The number of when it was started, and the number, which may be absent, of when it was finished.
//! 4. The list of its answers by question id, each the text of that id, the text of the answer's kind as files name it,
//!    and its value: a text for `single` and `number`, a list of texts for `multiple`, `blank`, `order` and `spot`, the
//!    number 0 or 1 for `judge`, a list of pairs of texts for `match`. Sets and maps are sorted.
//! 5. The number of micropoints that were reached.
//!
//! How choices were shuffled follows from the seed; flags, locks and the question on the screen do not count.
//!
//! The number is the 64-bit FNV-1a hash of these bytes, mixed once more by `MurmurHash3`'s finaliser (`fmix64`): FNV
//! leaves the last bytes in some bits only, and a code shows only some of the bits.

use crate::attempt::Attempt;
use crate::fnv::{OFFSET_BASIS, step};
use crate::paper::Paper;
use crate::{Answer, Id};

/// The number of an attempt and the micropoints that it reached.
pub(super) fn of(attempt: &Attempt, micropoints: u64) -> u64 {
    let sum = Sum(OFFSET_BASIS).text("sixinto certificate 1").paper(&attempt.paper);
    let sum = sum.number(attempt.started).maybe(attempt.finished);
    let answers: Vec<(&Id, &Answer)> = attempt.answers.iter().collect();
    let sum = sum.list(&answers, |sum, (question, answer)| sum.text(question.as_str()).answer(answer));
    finalised(sum.number(micropoints).0)
}

/// The hash of what was written so far.
struct Sum(u64);

impl Sum {
    fn byte(self, byte: u8) -> Self {
        Self(step(self.0, byte))
    }

    fn number(self, number: u64) -> Self {
        number.to_le_bytes().into_iter().fold(self, Self::byte)
    }

    fn text(self, text: &str) -> Self {
        text.bytes().fold(self.number(text.len() as u64), Self::byte)
    }

    fn list<T>(self, list: &[T], write: impl Fn(Self, &T) -> Self) -> Self {
        list.iter().fold(self.number(list.len() as u64), write)
    }

    fn ids(self, ids: &[Id]) -> Self {
        self.list(ids, |sum, id| sum.text(id.as_str()))
    }

    fn maybe(self, number: Option<u64>) -> Self {
        match number {
            Some(number) => self.byte(1).number(number),
            None => self.byte(0),
        }
    }

    fn paper(self, paper: &Paper) -> Self {
        let sum = self.number(paper.format.into()).text(paper.preset.as_str()).ids(&paper.themes);
        let sum = sum.number(paper.seed.0.into()).text(paper.rule.name()).text(paper.feedback.name());
        let sum = sum.maybe(paper.seconds.map(u64::from)).maybe(paper.pass_percent.map(u64::from));
        let sum = sum.text(&paper.bank.to_string());
        sum.list(&paper.questions, |sum, asked| sum.text(asked.id.as_str()).number(asked.micropoints))
    }

    fn answer(self, answer: &Answer) -> Self {
        match answer {
            Answer::Single(id) => self.text("single").text(id.as_str()),
            Answer::Multiple(ids) => self.text("multiple").ids(ids.as_slice()),
            Answer::Judge(holds) => self.text("judge").number((*holds).into()),
            Answer::Blank(typed) => self.text("blank").list(typed, |sum, text| sum.text(text)),
            Answer::Number(typed) => self.text("number").text(typed),
            Answer::Order(ids) => self.text("order").ids(ids),
            Answer::Match(pairs) => {
                let pairs: Vec<(&Id, &Id)> = pairs.iter().collect();
                let pair = |sum: Self, (left, right): &(&Id, &Id)| sum.text(left.as_str()).text(right.as_str());
                self.text("match").list(&pairs, pair)
            }
            Answer::Spot(ids) => self.text("spot").ids(ids.as_slice()),
        }
    }
}

/// `fmix64`. Source: Appleby, `MurmurHash3`.
fn finalised(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finaliser_is_that_of_murmur_hash_3() {
        assert_eq!(finalised(0), 0);
        assert_eq!(finalised(1), 0xb456_bcfc_34c2_cb2c);
        assert_eq!(finalised(u64::MAX), 0x64b5_720b_4b82_5f21);
    }

    #[test]
    fn values_are_the_bytes_that_the_layout_says() {
        let hash = |bytes: &[u8]| bytes.iter().copied().fold(OFFSET_BASIS, step);
        let written = Sum(OFFSET_BASIS).text("火").maybe(None).maybe(Some(258));
        let expected = hash(b"\x03\0\0\0\0\0\0\0\xe7\x81\xab\x00\x01\x02\x01\0\0\0\0\0\0");
        assert_eq!(written.0, expected);
        let two = Sum(OFFSET_BASIS).list(&["a", "bc"], |sum, text| sum.text(text));
        let expected = hash(b"\x02\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0a\x02\0\0\0\0\0\0\0bc");
        assert_eq!(two.0, expected);
    }
}
