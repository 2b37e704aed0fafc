//! Calendar days, as question files write them.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::json::{Node, Read, Reader, Wanted};

/// A day of the Gregorian calendar, written `2026-11-23` (ISO 8601).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is not a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl Date {
    /// The day as one number, `20261123` for 2026-11-23: the seed of a day's paper.
    pub fn number(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        if !shaped {
            return Err(InvalidDate);
        }
        let number = |part: Option<&str>| -> Result<u16, InvalidDate> {
            let digits = part.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
            digits.and_then(|digits| digits.parse().ok()).ok_or(InvalidDate)
        };
        let (year, month, day) = (number(text.get(..4))?, number(text.get(5..7))?, number(text.get(8..))?);
        if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
            return Err(InvalidDate);
        }
        // Both fit: a month is at most 12 and a day at most 31.
        Ok(Self {
            year,
            month: month.try_into().map_err(|_| InvalidDate)?,
            day: day.try_into().map_err(|_| InvalidDate)?,
        })
    }
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day is written like 2026-11-23")
    }
}

impl std::error::Error for InvalidDate {}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for Date {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        reader.parse(node, Wanted::Date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        for text in [
            "2026-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-04-31",
            "2026-1-1",
            "2026-00-10",
            "+026-01-01",
            "2026/01/01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(InvalidDate), "{text}");
        }
        assert_eq!("2024-02-29".parse::<Date>().map(Date::number), Ok(20_240_229));
    }

    #[test]
    fn days_sort_as_time_passes() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert!(day("2026-09-30") < day("2026-10-01"));
        assert_eq!(day("2026-11-23").to_string(), "2026-11-23");
    }
}
