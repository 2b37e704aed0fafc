//! Points in time, and the days they fall on. Time always comes in from outside.

use serde::Serialize;

use crate::date::Date;
use crate::json::{Node, Read, Reader, Wanted};

/// Milliseconds since 1970, UTC.
pub type Millis = u64;

/// A day in China, as the number of days since 1970-01-01 there. China has one time zone, so a day begins for everyone
/// at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Day(u32);

impl Day {
    /// 9999-12-31: the last day that a date can be written for.
    pub const LAST: Self = Self(2_932_896);

    /// The day that a moment falls on.
    pub fn of(moment: Millis) -> Self {
        const EAST: Millis = 8 * 3_600_000;
        const LENGTH: Millis = 24 * 3_600_000;
        Self::at(moment.saturating_add(EAST) / LENGTH)
    }

    /// The day as the calendar has it.
    pub fn date(self) -> Date {
        Date::after_1970(i32::try_from(self.0).unwrap_or(0))
    }

    /// The day so many days later.
    #[must_use]
    pub fn after(self, days: u32) -> Self {
        Self::at(u64::from(self.0) + u64::from(days))
    }

    /// Days since an earlier one; none since a later one, which is what a clock that was turned back leaves behind.
    pub fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    fn at(days: u64) -> Self {
        u32::try_from(days).map_or(Self::LAST, |days| Self(days).min(Self::LAST))
    }
}

impl Read for Day {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let day = Self(Read::read(node, reader));
        if day > Self::LAST {
            reader.want(Wanted::WholeNumber);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn a_day_begins_at_midnight_in_china() {
        // 2026-06-01, midnight in China, is four in the afternoon of the day before in Greenwich.
        let midnight = 1_780_243_200_000;
        assert_eq!(Day::of(midnight).date().to_string(), "2026-06-01");
        assert_eq!(Day::of(midnight - 1).date().to_string(), "2026-05-31");
        assert_eq!(Day::of(0), Day(0));
    }

    #[test]
    fn days_end_where_dates_end() {
        assert_eq!(Day::LAST.date().to_string(), "9999-12-31");
        assert_eq!(Day::of(Millis::MAX), Day::LAST);
        assert_eq!(Day::LAST.after(u32::MAX), Day::LAST);
        assert_eq!(Day(3).since(Day(5)), 0);
        assert!(json::read_value::<Day>("2932896").is_ok());
        assert!(json::read_value::<Day>("2932897").is_err());
    }
}
