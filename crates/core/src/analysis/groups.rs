//! Groups of people, of which nothing is told where they are small.
//!
//! A group of fewer people than asked for is not shown, nor named: in a class of three, a mean and one person's own mark
//! tell the others' (k-anonymity). Where all that is not shown together is fewer people than that, the smallest group
//! that would be shown is held back as well, since the whole less the groups shown would be the one that is not.

use serde::Serialize;

use super::item::share;
use super::moments::{mean, median, variance};
use super::{Marks, points, total};

/// A group in numbers; percentages are of what its people could have reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What it is called; `None` for those who name none.
    pub name: Option<String>,
    /// How many people it has.
    pub people: usize,
    /// The mean total, in percent.
    pub mean_percent: Option<f64>,
    /// The middle total, in percent.
    pub median_percent: Option<f64>,
    /// The standard deviation of the totals, in percent.
    pub standard_deviation: Option<f64>,
}

/// The groups that may be told of.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Groups {
    /// Sorted by name.
    pub shown: Vec<Group>,
    /// How many groups are not told of.
    pub withheld: usize,
}

/// Everybody by group; nothing where there are no two of them.
pub fn groups(marks: &Marks, names: &[Option<String>], least: usize) -> Groups {
    let mut known: Vec<&Option<String>> = names.iter().collect();
    known.sort();
    known.dedup();
    if known.len() < 2 {
        return Groups::default();
    }
    let percents = percents(marks);
    let own = |name: &Option<String>| -> Vec<f64> {
        names.iter().zip(&percents).filter(|(other, _)| *other == name).map(|(_, percent)| *percent).collect()
    };
    let mut shown: Vec<Group> = known.iter().map(|name| group((*name).clone(), &own(name))).collect();
    let mut hidden: Vec<Group> = shown.extract_if(.., |group| group.people < least).collect();
    while !hidden.is_empty() && hidden.iter().map(|group| group.people).sum::<usize>() < least && !shown.is_empty() {
        let smallest = shown.iter().enumerate().min_by_key(|(_, group)| group.people).map_or(0, |(at, _)| at);
        hidden.push(shown.remove(smallest));
    }
    Groups { shown, withheld: hidden.len() }
}

/// Everybody's total in percent of what they were asked.
pub fn percents(marks: &Marks) -> Vec<f64> {
    let percent = |person: &Vec<Option<super::Response>>| {
        let asked = marks.items.iter().zip(person).filter(|(_, response)| response.is_some());
        share(total(person), points(asked.map(|(item, _)| item.of).sum())).unwrap_or(0.0)
    };
    marks.people.iter().map(percent).collect()
}

fn group(name: Option<String>, percents: &[f64]) -> Group {
    Group {
        name,
        people: percents.len(),
        mean_percent: mean(percents),
        median_percent: median(percents),
        standard_deviation: variance(percents).map(f64::sqrt),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Item, Response};
    use crate::paper::MICRO;

    /// The groups shown, and how many are not, of groups of these sizes.
    fn shown(sizes: &[(&str, usize)]) -> (Vec<String>, usize) {
        let names: Vec<Option<String>> =
            sizes.iter().flat_map(|(name, n)| std::iter::repeat_n(Some((*name).to_owned()), *n)).collect();
        let item = Item { of: MICRO, ..Item::default() };
        let marks = Marks { items: vec![item], people: vec![vec![Some(Response::default())]; names.len()] };
        let groups = groups(&marks, &names, 5);
        (groups.shown.into_iter().filter_map(|group| group.name).collect(), groups.withheld)
    }

    #[test]
    fn small_groups_are_not_told_of() {
        assert_eq!(shown(&[("a", 5), ("b", 4), ("c", 3), ("d", 9)]), (vec!["a".into(), "d".into()], 2));
    }

    #[test]
    fn a_small_group_cannot_be_reckoned_from_the_others() {
        assert_eq!(shown(&[("a", 9), ("b", 4), ("c", 6)]), (vec!["a".into()], 2));
        assert_eq!(shown(&[("a", 9), ("b", 4)]), (vec![], 2));
    }

    #[test]
    fn one_group_is_everybody_and_needs_no_table() {
        assert_eq!(shown(&[("a", 9)]), (vec![], 0));
    }
}
