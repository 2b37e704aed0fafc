//! What somebody most likely meant to write.

/// The longest text worth comparing, in letters: no name that is known is longer.
const LONGEST: usize = 200;

/// The known name that differs from what was written by no more than a slip of the hand.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if written.chars().nth(LONGEST).is_some() {
        return None;
    }
    let (steps, name) = known.map(|name| (distance(written, name), name)).min()?;
    (steps <= 1 + written.chars().count() / 4).then_some(name)
}

/// How many letters have to be changed, added, left out or swapped with their neighbour (Damerau–Levenshtein distance,
/// optimal string alignment).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, target) in other.iter().enumerate() {
            let change = rows[i][j] + usize::from(letter != target);
            let mut best = change.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *target {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        let near = |written| nearest(written, ["stem", "source", "choices", "steps"].into_iter());
        assert_eq!(near("stme"), Some("stem"));
        assert_eq!(near("chioces"), Some("choices"));
        assert_eq!(near("weather"), None);
    }

    #[test]
    fn distances_are_counted_in_letters() {
        assert_eq!(distance("题干", "题目"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abcd", "acbd"), 1);
    }
}
