//! The time and the randomness of this machine.

use std::hash::{BuildHasher as _, RandomState};

use jiff::civil;
use jiff::{Timestamp, ZonedDateTime, tz};
use sixinto_core::Seed;
use sixinto_core::attempt::Millis;
use sixinto_core::date::Date;

/// Hours that China is ahead of UTC. The daily paper changes at midnight there, as it does in the page.
const CHINA: i8 = 8;

/// Now.
pub(crate) fn now() -> Millis {
    // The time before 1970 is no time that a quiz was taken at.
    Millis::try_from(Timestamp::now().as_millisecond()).unwrap_or(0)
}

/// The day on this machine's calendar.
pub(crate) fn today() -> Date {
    day(ZonedDateTime::now().date())
}

/// The day in China.
pub(crate) fn today_in_china() -> Date {
    day(tz::offset(CHINA).to_datetime(Timestamp::now()).date())
}

/// A time as the clocks of China show it, `2026-11-24 08:30`.
pub(crate) fn in_china(time: Millis) -> String {
    let time = i64::try_from(time).ok().and_then(|time| Timestamp::from_millisecond(time).ok());
    // No calendar has a word for what is later than that.
    let time = time.unwrap_or(Timestamp::MAX);
    tz::offset(CHINA).to_datetime(time).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A seed that nobody could foresee: the standard library keys its hashes with the system's randomness.
#[expect(clippy::cast_possible_truncation, reason = "any 32 bits of the hash will do")]
pub(crate) fn fresh_seed() -> Seed {
    Seed(RandomState::new().hash_one(now()) as u32)
}

fn day(date: civil::Date) -> Date {
    date.to_string().parse().expect("jiff writes the days of our age as ISO 8601 does")
}
