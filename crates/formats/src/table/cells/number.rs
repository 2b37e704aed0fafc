//! Numbers as a spreadsheet shows them, who keeps everything as a double.

use std::fmt::Write;

use sixinto_core::date::Date;

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// In hundredths, with that many decimals.
    Percent(u8),
    /// As a day or time.
    Date,
}

/// What a format code such as `0.0%` or `yyyy-mm-dd` makes of a number.
pub(crate) fn shown(code: &str) -> Shown {
    let mut letters = code.chars();
    let mut bare = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(drop),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                // [h] counts hours beyond a day; [Red] and [$-804] are no part of the value.
                if inside.chars().all(|letter| "hmsHMS".contains(letter)) {
                    bare.push_str(&inside);
                }
            }
            ';' => break,
            _ => bare.push(letter),
        }
    }
    if bare.contains('%') {
        let decimals =
            bare.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
        return Shown::Percent(u8::try_from(decimals).unwrap_or(0));
    }
    let is_date = !bare.starts_with("General") && bare.chars().any(|letter| "yYmMdDhHsS年月日时".contains(letter));
    if is_date { Shown::Date } else { Shown::Plain }
}

/// What the built-in format of a number shows (ECMA-376 part 1, 18.8.30).
pub(crate) fn built_in(id: u32) -> Shown {
    match id {
        9 => Shown::Percent(0),
        10 => Shown::Percent(2),
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Date,
        _ => Shown::Plain,
    }
}

/// A number with the 15 digits that a spreadsheet keeps, without needless zeros.
pub(crate) fn plain(value: f64) -> String {
    let kept = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    kept.to_string()
}

/// A share in hundredths.
pub(crate) fn percent(value: f64, decimals: u8) -> String {
    format!("{:.*}%", usize::from(decimals), value * 100.0)
}

/// The day, the time, or both, that a serial number means; the number itself where it means none.
pub(crate) fn date(serial: f64, is_1904: bool) -> String {
    const LAST: f64 = 2_958_465.999;
    let serial = if is_1904 { serial + 1462.0 } else { serial };
    if !(0.0..=LAST).contains(&serial) {
        return plain(serial);
    }
    #[expect(clippy::cast_possible_truncation, reason = "the serial number of a day before the year 10000 is small")]
    let (days, minutes) = (serial.floor() as i32, (serial.fract() * 1440.0).round() as i32);
    let mut text = String::new();
    if days > 0 {
        // The first spreadsheet took 1900 for a leap year, and all since have kept its numbers.
        let _ = write!(text, "{}", Date::after_1970(days + i32::from(days < 60) - 25569));
    }
    if minutes > 0 || days == 0 {
        let gap = if text.is_empty() { "" } else { " " };
        let _ = write!(text, "{gap}{:02}:{:02}", minutes / 60, minutes % 60);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_they_were_typed() {
        for (value, text) in [(1.0, "1"), (19.5, "19.5"), (0.1 + 0.2, "0.3"), (-3.0, "-3"), (119.0, "119")] {
            assert_eq!(plain(value), text);
        }
        assert_eq!(percent(0.195, 1), "19.5%");
        assert_eq!(percent(0.5, 0), "50%");
    }

    #[test]
    fn serial_numbers_are_days_and_times() {
        for (serial, text) in [
            (45_293.0, "2024-01-02"),
            (45_293.5, "2024-01-02 12:00"),
            (0.25, "06:00"),
            (1.0, "1900-01-01"),
            (61.0, "1900-03-01"),
        ] {
            assert_eq!(date(serial, false), text);
        }
        assert_eq!(date(0.0 + 43_831.0, true), "2024-01-02");
        assert_eq!(date(-1.0, false), "-1");
        assert_eq!(date(1e300, false).len(), 301);
    }

    #[test]
    fn format_codes_tell_dates_from_numbers() {
        for (code, wanted) in [
            ("General", Shown::Plain),
            ("0.00_);[Red]\\(0.00\\)", Shown::Plain),
            ("m\"月\"d\"日\";@", Shown::Date),
            ("[$-804]yyyy/m/d", Shown::Date),
            ("[h]:mm", Shown::Date),
            ("0.0%", Shown::Percent(1)),
            ("#,##0\"yuan\"", Shown::Plain),
        ] {
            assert_eq!(shown(code), wanted, "{code}");
        }
    }
}
