//! Moodle's grades of single answers: what fractions it allows, and how they become whole percents.
//!
//! A fraction is counted in ten-millionths of the whole, which is as fine as Moodle keeps it.

use sixinto_core::bank::Kind;
use sixinto_core::bank::kind::Choice;

/// The whole.
pub(crate) const WHOLE: i64 = 10_000_000;

/// What Moodle's list of grades offers, and the same taken away.
const ALLOWED: [i64; 21] = [
    0, 500_000, 1_000_000, 1_111_111, 1_250_000, 1_428_571, 1_666_667, 2_000_000, 2_500_000, 3_000_000, 3_333_333,
    4_000_000, 5_000_000, 6_000_000, 6_666_667, 7_000_000, 7_500_000, 8_000_000, 8_333_333, 9_000_000, WHOLE,
];

/// How far off a fraction may be and still be taken for an allowed one.
const NEAR: i64 = 100;

/// What a choice is worth, as a bank says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Worth {
    pub(crate) correct: bool,
    pub(crate) weight: Option<i16>,
}

/// The fraction that a text of percents says: `33.33333`, `-50`.
pub(crate) fn percent(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || whole.len() > 3 {
        return None;
    }
    let decimals = decimals.bytes().chain(std::iter::repeat(b'0')).take(decimals.len().max(5));
    let mut value = 0;
    for (at, digit) in whole.bytes().chain(decimals).enumerate() {
        if !digit.is_ascii_digit() {
            return None;
        }
        if at < whole.len() + 5 {
            value = value * 10 + i64::from(digit - b'0');
        }
    }
    Some(sign * value)
}

/// The allowed fraction that is meant, where it is near enough to one.
pub(crate) fn snap(fraction: i64) -> Option<i64> {
    let allowed = nearest(fraction);
    ((allowed - fraction).abs() <= NEAR).then_some(allowed)
}

/// The allowed fraction that is least far off.
pub(crate) fn nearest(fraction: i64) -> i64 {
    let size = ALLOWED.into_iter().min_by_key(|allowed| (allowed - fraction.abs()).abs()).unwrap_or(0);
    size * fraction.signum()
}

/// A fraction in percents, without needless zeros.
pub(crate) fn shown(fraction: i64) -> String {
    let sign = if fraction < 0 { "-" } else { "" };
    let (whole, rest) = (fraction.abs() / 100_000, fraction.abs() % 100_000);
    let text = format!("{sign}{whole}.{rest:05}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What choices of these fractions are worth. Where the right ones share the whole evenly and the wrong ones are worth
/// nothing, or all that there is to take away, no weights are kept: that is what a question without weights is.
pub(crate) fn worths(kind: Kind, fractions: &[i64]) -> Vec<Worth> {
    let is_right = |fraction: i64| if kind == Kind::Multiple { fraction > 0 } else { fraction == WHOLE };
    let weights = if is_plain(fractions, is_right) { None } else { Some(percents(fractions)) };
    let worth = |(at, fraction): (usize, &i64)| Worth {
        correct: is_right(*fraction),
        weight: weights.as_ref().and_then(|weights| weights.get(at).copied()),
    };
    fractions.iter().enumerate().map(worth).collect()
}

fn is_plain(fractions: &[i64], is_right: impl Fn(i64) -> bool) -> bool {
    let n_right = fractions.iter().filter(|fraction| is_right(**fraction)).count();
    let wrong = || fractions.iter().filter(|fraction| !is_right(**fraction));
    let mut right = fractions.iter().filter(|fraction| is_right(**fraction));
    let is_even = right.all(|fraction| *fraction == WHOLE || *fraction == share(n_right));
    is_even && (wrong().all(|fraction| *fraction == 0) || wrong().all(|fraction| *fraction == -WHOLE))
}

/// The allowed fraction for one of so many right choices.
fn share(n_right: usize) -> i64 {
    i64::try_from(n_right).map_or(0, |n_right| nearest(WHOLE / n_right.max(1)))
}

/// Whole percents. Where the fractions make up the whole, so do they: those that lost most by rounding down get one more.
fn percents(fractions: &[i64]) -> Vec<i16> {
    const ONE: i64 = WHOLE / 100;
    let total: i64 = fractions.iter().filter(|fraction| **fraction > 0).sum();
    if (total - WHOLE).abs() > NEAR {
        return fractions
            .iter()
            .map(|fraction| whole_percent((fraction + ONE / 2 * fraction.signum()) / ONE))
            .collect();
    }
    let mut percents: Vec<i64> = fractions.iter().map(|fraction| fraction / ONE).collect();
    let mut order: Vec<usize> = (0..fractions.len()).filter(|at| fractions[*at] > 0).collect();
    order.sort_by_key(|at| std::cmp::Reverse(fractions[*at] % ONE));
    let sum: i64 = order.iter().map(|at| percents[*at]).sum();
    for at in order.into_iter().take(usize::try_from(100 - sum).unwrap_or(0)) {
        percents[at] += 1;
    }
    percents.into_iter().map(whole_percent).collect()
}

fn whole_percent(percent: i64) -> i16 {
    i16::try_from(percent).unwrap_or(0)
}

/// The fractions to write for choices, and whether reading them gives the same choices again. Which are right is kept
/// before what they weigh.
pub(crate) fn of(kind: Kind, choices: &[Choice]) -> (Vec<i64>, bool) {
    let wanted: Vec<Worth> =
        choices.iter().map(|choice| Worth { correct: choice.correct, weight: choice.weight }).collect();
    let weighed = |choice: &Choice| nearest(i64::from(choice.weight.unwrap_or(0)) * (WHOLE / 100));
    let fractions: Vec<i64> = choices.iter().map(weighed).collect();
    let read = worths(kind, &fractions);
    let same_right = read.iter().zip(&wanted).all(|(read, wanted)| read.correct == wanted.correct);
    if wanted.iter().any(|worth| worth.weight.is_some()) && same_right {
        return (fractions, read == wanted);
    }
    let n_right = wanted.iter().filter(|worth| worth.correct).count();
    let (right, wrong) = if kind == Kind::Multiple { (share(n_right), -WHOLE) } else { (WHOLE, 0) };
    let fractions: Vec<i64> = wanted.iter().map(|worth| if worth.correct { right } else { wrong }).collect();
    let is_same = worths(kind, &fractions) == wanted;
    (fractions, is_same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, percents: &[&str]) -> Vec<(bool, Option<i16>)> {
        let fractions: Vec<i64> =
            percents.iter().map(|text| snap(percent(text).expect("percents")).expect("an allowed grade")).collect();
        worths(kind, &fractions).into_iter().map(|worth| (worth.correct, worth.weight)).collect()
    }

    #[test]
    fn only_the_grades_of_the_list_are_allowed() {
        for (text, allowed) in
            [("33.33333", true), ("33.333", true), ("33", false), ("100", true), ("-12.5", true), ("37", false)]
        {
            assert_eq!(snap(percent(text).expect("percents")).is_some(), allowed, "{text}");
        }
        for text in ["", "a", "1e2", "1000", "--5"] {
            assert_eq!(percent(text), None, "{text}");
        }
    }

    #[test]
    fn even_shares_need_no_weights() {
        let (yes, no) = ((true, None), (false, None));
        assert_eq!(read(Kind::Multiple, &["33.33333", "33.33333", "0", "33.33333"]), [yes, yes, no, yes]);
        assert_eq!(read(Kind::Multiple, &["50", "-100", "50"]), [yes, no, yes]);
        assert_eq!(read(Kind::Single, &["0", "100"]), [no, yes]);
    }

    #[test]
    fn weights_that_make_the_whole_still_do_in_whole_percents() {
        let worths = read(Kind::Multiple, &["16.66667", "16.66667", "66.66667", "-50"]);
        assert_eq!(worths, [(true, Some(17)), (true, Some(17)), (true, Some(66)), (false, Some(-50))]);
        assert_eq!(read(Kind::Single, &["100", "50"]), [(true, Some(100)), (false, Some(50))]);
    }

    #[test]
    fn grades_are_shown_as_moodle_writes_them() {
        assert_eq!([3_333_333, WHOLE, -5_000_000, 0].map(shown), ["33.33333", "100", "-50", "0"]);
    }
}
