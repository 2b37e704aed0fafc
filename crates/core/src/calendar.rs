//! The daily paper as a calendar: a month at a glance, and how many days in a row it was done.

use serde::Serialize;

use crate::date::{Date, Month};
use crate::json::{Fields, Format, Node, Read, Reader, Reason, Versioned, Wanted, read_fields};
use crate::map::DateMap;

/// The version of the calendar as it is stored.
pub const FORMAT: u32 = 2;

/// The daily papers that one person did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// Version of this format.
    pub format: Format<FORMAT>,
    /// By the day that the paper is for, whenever it was done.
    pub days: DateMap<Played>,
}

/// One daily paper that was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Played {
    /// The best score so far, in whole percent.
    pub percent: u8,
    /// Whether it was done on its day.
    pub on_time: bool,
}

/// A month as it is shown.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Which month.
    pub month: Month,
    /// Its days, first to last.
    pub days: Vec<Square>,
    /// How many of them were done, on time or later.
    pub done: usize,
    /// How many of them were done on time.
    pub on_time: usize,
    /// Days in a row that were done on time, up to today, or up to yesterday while today is open; of any month.
    pub streak: u32,
    /// The most there ever were in a row.
    pub longest: u32,
}

/// A day of a month as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Square {
    /// Which day.
    pub date: Date,
    /// Its column: 1 is Monday, 7 is Sunday.
    pub column: u8,
    /// What became of it.
    pub state: State,
    /// The best score so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

/// What became of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Done on its day.
    OnTime,
    /// Done, but later.
    Late,
    /// Today, not done yet.
    Open,
    /// Past, not done. It can still be done, late.
    Missed,
    /// To come.
    Future,
}

impl Versioned for Calendar {
    const FORMAT: u32 = FORMAT;
}

read_fields!(Calendar { format, days });

impl Read for Played {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut fields = Fields::of(node, &["percent", "on_time"], reader);
        let played = Self { percent: fields.take("percent", reader), on_time: fields.take("on_time", reader) };
        fields.end(reader);
        if played.percent > 100 {
            reader.fail_in("percent", Reason::Wanted(Wanted::WholeNumber));
        }
        played
    }
}

impl Calendar {
    /// Takes down that a day's paper was done. The best score stays, and what was once on time stays so.
    pub fn record(&mut self, day: Date, percent: u8, played_on: Date) {
        self.add(day, Played { percent: percent.min(100), on_time: played_on == day });
    }

    /// Puts two calendars together; of a day that both have, the best of either counts.
    #[must_use]
    pub fn merge(mut self, other: &Self) -> Self {
        other.days.iter().for_each(|(day, played)| self.add(*day, *played));
        self
    }

    /// A month as it is shown on a day.
    pub fn sheet(&self, month: Month, today: Date) -> Sheet {
        let days: Vec<Square> = month.days().map(|date| self.square(date, today)).collect();
        let (streak, longest) = self.streaks(today);
        Sheet {
            month,
            done: days.iter().filter(|day| day.percent.is_some()).count(),
            on_time: days.iter().filter(|day| day.state == State::OnTime).count(),
            days,
            streak,
            longest,
        }
    }

    fn add(&mut self, day: Date, new: Played) {
        let Played { percent, on_time } = self.days.get(&day).copied().unwrap_or_default();
        let best = Played { percent: percent.max(new.percent), on_time: on_time || new.on_time };
        self.days.insert(day, best);
    }

    fn square(&self, date: Date, today: Date) -> Square {
        let played = self.days.get(&date);
        let state = match played {
            Some(Played { on_time: true, .. }) => State::OnTime,
            Some(_) => State::Late,
            None if date > today => State::Future,
            None if date == today => State::Open,
            None => State::Missed,
        };
        Square { date, column: date.weekday(), state, percent: played.map(|played| played.percent) }
    }

    /// The run of days on time that reaches today or yesterday, and the longest run.
    fn streaks(&self, today: Date) -> (u32, u32) {
        let (mut current, mut longest, mut run) = (0, 0, 0);
        let mut before = None;
        for (date, _) in self.days.iter().filter(|(_, played)| played.on_time) {
            let day = date.since_1970();
            run = if before == Some(day - 1) { run + 1 } else { 1 };
            before = Some(day);
            longest = longest.max(run);
            // The day is not over, so a streak that reached yesterday is not broken.
            if (0..=1).contains(&(today.since_1970() - day)) {
                current = run;
            }
        }
        (current, longest)
    }
}
