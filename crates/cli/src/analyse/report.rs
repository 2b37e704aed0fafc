//! Everything a report says, with what it must not say taken out.

use serde::Serialize;
use sixinto_core::analysis::{self, Groups, ItemStatistics, TestStatistics, Verdict};
use sixinto_formats::Finding;
use sixinto_formats::responses::{Label, Responses};

/// The numbers of a test, for any output.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// What the test is called, where a paper says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    /// How many people the files have.
    pub(super) read: usize,
    /// Nothing is told about fewer people than this.
    pub(super) min_group: usize,
    /// The test as a whole.
    pub(super) test: TestStatistics,
    /// Question by question.
    pub(super) items: Vec<ItemReport>,
    /// Group by group.
    pub(super) groups: Groups,
    /// How many people are in each tenth of the points, 0 to 9, 10 to 19 … 90 to 100 percent.
    pub(super) histogram: [usize; 10],
    /// What was wrong with the files.
    pub(super) findings: Vec<Finding>,
}

/// A question and its numbers.
#[derive(Debug, Serialize)]
pub(super) struct ItemReport {
    /// Its id, or what the table calls it.
    pub(super) question: String,
    /// Its stem; empty where nobody knows it.
    pub(super) stem: String,
    /// What its choices say, in the order of the counts.
    pub(super) choices: Vec<String>,
    /// Its numbers; nothing where too few people answered it.
    pub(super) statistics: Option<ItemStatistics>,
}

impl Report {
    pub(super) fn new(responses: Responses, min_group: usize, title: Option<String>) -> Self {
        let Responses { marks, labels, groups, findings, n_read } = responses;
        let analysis = analysis::analyse(&marks);
        let item = |(label, statistics): (Label, ItemStatistics)| ItemReport {
            question: label.name,
            stem: label.stem,
            choices: label.choices,
            statistics: Some(statistics).filter(|statistics| statistics.answered() >= min_group),
        };
        Self {
            title,
            read: n_read,
            min_group,
            test: analysis.test,
            items: labels.into_iter().zip(analysis.items).map(item).collect(),
            groups: analysis::groups(&marks, &groups, min_group),
            histogram: histogram(&analysis::percents(&marks)),
            findings,
        }
    }

    /// The questions of which there is something to say, the most pressing first, with their numbers on the list.
    pub(super) fn remarkable(&self) -> Vec<(usize, &ItemReport, &ItemStatistics)> {
        let with =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((at + 1, item, item.statistics.as_ref()?)));
        let mut remarkable: Vec<_> = with.filter(|(_, _, statistics)| !statistics.verdicts.is_empty()).collect();
        remarkable.sort_by_key(|(_, _, statistics)| statistics.verdicts.iter().map(Verdict::rank).min());
        remarkable
    }
}

impl ItemReport {
    /// Its number on the list and its stem, or else its name; a name that begins with that number says it already.
    pub(super) fn title(&self, number: usize) -> String {
        let title = if self.stem.is_empty() { &self.question } else { &self.stem };
        match title.strip_prefix(&number.to_string()) {
            Some(rest) if !rest.starts_with(|letter: char| letter.is_ascii_digit()) => title.clone(),
            _ => format!("{number}. {title}"),
        }
    }
}

fn histogram(percents: &[f64]) -> [usize; 10] {
    let mut bars = [0; 10];
    for percent in percents {
        let bar = (1..10).take_while(|tenth| *percent >= f64::from(*tenth) * 10.0).count();
        bars[bar] += 1;
    }
    bars
}
