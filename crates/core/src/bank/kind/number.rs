//! A number to fill in (数字).

use std::fmt::{self, Write};
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::{Rules, Tally};
use crate::Text;
use crate::answer::{Answer, MAX_TYPED, Refusal, narrow};
use crate::json::{Node, Read, Reader, Validate, Wanted, validated_fields};

/// A stem that asks for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// What is asked for.
    pub key: NumberKey,
}

/// The number asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NumberKey {
    /// The number.
    pub value: Decimal,
    /// How far off an answer may be and still be right.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[serde(skip_serializing_if = "is_default")]
    pub tolerance: Decimal,
    /// What it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

/// A number with up to six decimals, kept as millionths so that comparing is exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal {
    /// Millionths.
    pub micro: i64,
}

/// The text is not a number with up to six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDecimal;

const ONE: i64 = 1_000_000;
/// A billion: more than any safety question asks for, and far from where arithmetic could overflow.
const LARGEST: i64 = 1_000_000_000 * ONE;

impl FromStr for Decimal {
    type Err = InvalidDecimal;

    /// Reads what a person types: full-width digits, a sign and white space are fine.
    fn from_str(text: &str) -> Result<Self, InvalidDecimal> {
        let text = narrow(text);
        let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |digits| (-1, digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || decimals.len() > 6 {
            return Err(InvalidDecimal);
        }
        let mut micro = 0_i64;
        for digit in whole.bytes().chain(decimals.bytes()).chain(std::iter::repeat_n(b'0', 6 - decimals.len())) {
            if !digit.is_ascii_digit() {
                return Err(InvalidDecimal);
            }
            micro = micro.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
        }
        if micro > LARGEST { Err(InvalidDecimal) } else { Ok(Self { micro: sign * micro }) }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.micro < 0 { "-" } else { "" };
        write!(f, "{sign}{}", self.micro.abs() / ONE)?;
        let mut rest = self.micro.abs() % ONE;
        if rest > 0 {
            f.write_char('.')?;
        }
        while rest > 0 {
            rest *= 10;
            write!(f, "{}", rest / ONE)?;
            rest %= ONE;
        }
        Ok(())
    }
}

impl Serialize for Decimal {
    #[expect(clippy::cast_precision_loss, reason = "a billion with six decimals has 15 digits, and so has a double")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.micro % ONE == 0 {
            serializer.serialize_i64(self.micro / ONE)
        } else {
            serializer.serialize_f64(self.micro as f64 / ONE as f64)
        }
    }
}

/// Whether a value is what stands where none is written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Read for Decimal {
    const OPTIONAL: bool = true;

    #[expect(clippy::cast_possible_truncation, reason = "the value is within a billion, so its millionths fit")]
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        match node {
            Node::Number(value) if (-1e9..=1e9).contains(&value) => Self { micro: (value * 1e6).round() as i64 },
            _ => {
                reader.want(Wanted::Decimal);
                Self::default()
            }
        }
    }
}

impl Validate for Decimal {
    fn validate(&self, reader: &mut Reader) {
        if !(-LARGEST..=LARGEST).contains(&self.micro) {
            reader.want(Wanted::Decimal);
        }
    }
}

validated_fields!(NumberKey { value, tolerance, unit });

impl Rules for Number {
    fn admit(&self, answer: &Answer) -> Result<(), Refusal> {
        match answer {
            Answer::Number(typed) if typed.len() <= MAX_TYPED => Ok(()),
            Answer::Number(_) => Err(Refusal::TooLong),
            _ => Err(Refusal::WrongKind),
        }
    }

    fn tally(&self, answer: &Answer) -> Tally {
        let typed = if let Answer::Number(typed) = answer { typed } else { "" };
        let is_near = |typed: Decimal| (typed.micro - self.key.value.micro).abs() <= self.key.tolerance.micro;
        Tally::whole(typed.parse().is_ok_and(is_near))
    }

    fn key(&self, _lang: &str) -> Answer {
        Answer::Number(self.key.value.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_read_as_people_write_them() {
        for (typed, micro) in
            [("119", 119 * ONE), (" １１９ ", 119 * ONE), ("19.5", 19_500_000), ("-0.25", -250_000), ("8.", 8 * ONE)]
        {
            assert_eq!(typed.parse(), Ok(Decimal { micro }), "{typed}");
        }
        for typed in ["", ".", "-", "1e3", "12a", "1.2345678", "99999999999", "NaN"] {
            assert_eq!(typed.parse::<Decimal>(), Err(InvalidDecimal), "{typed}");
        }
    }

    #[test]
    fn a_number_is_right_at_the_edge_of_its_tolerance() {
        let key: NumberKey = crate::json::read_value(r#"{ "value": 19.5, "tolerance": 0.1 }"#).expect("a key");
        let right = |typed: &str| Number { key: key.clone() }.tally(&Answer::Number(typed.into())).right;
        assert_eq!([right("19.4"), right("19.6"), right("19.39"), right("19.600001")], [1, 1, 0, 0]);
    }

    #[test]
    fn a_number_is_shown_without_needless_zeros() {
        for (micro, shown) in [(119 * ONE, "119"), (19_500_000, "19.5"), (-250_000, "-0.25"), (1, "0.000001")] {
            assert_eq!(Decimal { micro }.to_string(), shown);
        }
    }
}
