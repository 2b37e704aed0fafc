//! Calendar days, as question files write them.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::json::{Node, Read, Reader, Validate, Wanted};

/// A day of the Gregorian calendar, written `2026-11-23` (ISO 8601).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A month of the Gregorian calendar, written `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

/// The text is not a day, or not a month, of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl Date {
    /// The day as one number, `20261123` for 2026-11-23: the seed of a day's paper.
    pub fn number(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// The day of the week: 1 is Monday, 7 is Sunday (ISO 8601).
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((self.since_1970() + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The month it lies in.
    pub fn month(self) -> Month {
        Month(Self { day: 1, ..self })
    }

    /// Days from 1970-01-01 to this one, counted in years that begin in March and eras of 400 years.
    ///
    /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    pub(crate) fn since_1970(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * DAYS_OF_ERA + year * 365 + year / 4 - year / 100 + day_of_year - DAYS_TO_1970
    }

    /// The day so many days after 1970-01-01: the way back.
    ///
    /// Source: the same, `civil_from_days`.
    pub fn after_1970(days: i32) -> Self {
        let days = days + DAYS_TO_1970;
        let (era, day) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, is_next_year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        Self {
            year: u16::try_from(era * 400 + year + is_next_year).unwrap_or(0),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }
}

/// Days from 0000-03-01 to 1970-01-01.
const DAYS_TO_1970: i32 = 719_468;

/// Days in 400 years.
const DAYS_OF_ERA: i32 = 146_097;

impl Month {
    /// Its days, first to last.
    pub fn days(self) -> impl Iterator<Item = Date> {
        let Self(first) = self;
        let last = u8::try_from(days_in(first.year, first.month.into())).unwrap_or(31);
        (1..=last).map(move |day| Date { day, ..first })
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

impl FromStr for Month {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        format!("{text}-01").parse().map(Self)
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

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year, self.0.month)
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

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The default is no day; every other value is one.
impl Validate for Date {
    fn validate(&self, reader: &mut Reader) {
        if self.day == 0 {
            reader.want(Wanted::Date);
        }
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

    #[test]
    fn days_are_counted_as_the_calendar_goes() {
        for (days, expected, weekday) in [
            (-719_528, "0000-01-01", 6),
            (-1, "1969-12-31", 3),
            (0, "1970-01-01", 4),
            (58, "1970-02-28", 6),
            (59, "1970-03-01", 7),
            (11_016, "2000-02-29", 2),
            (20_513, "2026-03-01", 7),
            (20_605, "2026-06-01", 1),
            (20_818, "2026-12-31", 4),
            (2_932_896, "9999-12-31", 5),
        ] {
            let date: Date = expected.parse().expect("a day");
            assert_eq!((date.since_1970(), date.weekday()), (days, weekday), "{expected}");
            assert_eq!(Date::after_1970(days), date);
        }
    }

    #[test]
    fn a_month_has_its_days() {
        for (text, expected) in [("2026-06", 30), ("2026-12", 31), ("2028-02", 29), ("2100-02", 28)] {
            let month: Month = text.parse().expect("a month");
            assert_eq!(month.to_string(), text);
            assert_eq!(month.days().count(), expected);
            assert!(month.days().all(|day| day.month() == month));
        }
        for text in ["2026-13", "2026-6", "2026", "2026-06-01", ""] {
            assert_eq!(text.parse::<Month>(), Err(InvalidDate), "{text}");
        }
    }
}
