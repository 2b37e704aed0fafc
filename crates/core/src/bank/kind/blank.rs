//! Words to fill in (填空).

use serde::Serialize;

use super::{Rules, Tally};
use crate::Text;
use crate::answer::{Answer, MAX_TYPED, Refusal, narrow};
use crate::json::validated_fields;

/// A stem with gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// One entry for each `____` of the stem.
    pub blanks: Vec<BlankSlot>,
}

/// One gap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct BlankSlot {
    /// Everything that counts as right, in whatever language; the first is the one shown.
    pub accept: Vec<Text>,
}

validated_fields!(BlankSlot { accept });

impl BlankSlot {
    fn accepts(&self, typed: &str) -> bool {
        let typed = fold(typed);
        self.accept.iter().flat_map(Text::all).any(|right| fold(right) == typed)
    }
}

/// Closing punctuation is not part of an answer.
fn fold(typed: &str) -> String {
    narrow(typed).trim_end_matches(['.', ',', '!', ';']).to_owned()
}

impl Rules for Blank {
    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        let Answer::Blank(typed) = answer else {
            return Err(Refusal::WrongKind);
        };
        let fits = typed.len() <= self.blanks.len() && typed.iter().all(|text| text.len() <= MAX_TYPED);
        if fits { Ok(()) } else { Err(Refusal::TooLong) }
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let typed: &[Box<str>] = if let Answer::Blank(typed) = answer { typed } else { &[] };
        Tally::parts(self.blanks.iter().enumerate().map(|(at, blank)| {
            let text = typed.get(at).filter(|text| !narrow(text).is_empty())?;
            Some(blank.accepts(text))
        }))
    }

    fn key(&self, lang: &str) -> Answer {
        let first = |blank: &BlankSlot| blank.accept.first().map_or("", |text| text.get(lang)).into();
        Answer::Blank(self.blanks.iter().map(first).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn water() -> Blank {
        let accept = |text: &str| crate::json::read_value(text).expect("a list of texts");
        Blank {
            blanks: vec![BlankSlot { accept: accept(r#"[{"zh-CN": "肥皂水", "en": "soapy water"}, "soap suds"]"#) }],
        }
    }

    #[test]
    fn width_case_and_space_do_not_make_an_answer_wrong() {
        for typed in ["肥皂水", " 肥皂水。", "Soapy Water", "ＳＯＡＰＹ　ｗａｔｅｒ", "soap suds"] {
            assert_eq!(water().tally(&Answer::Blank(vec![typed.into()])).right, 1, "{typed}");
        }
        assert_eq!(water().tally(&Answer::Blank(vec!["水".into()])).wrong, 1);
    }

    #[test]
    fn a_gap_left_empty_is_neither_right_nor_wrong() {
        let tally = water().tally(&Answer::Blank(vec!["  ".into()]));
        assert_eq!((tally.right, tally.wrong, tally.of), (0, 0, 1));
    }
}
