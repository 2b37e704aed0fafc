//! A report in the terminal.

use sixinto_core::analysis::ItemStatistics;
use sixinto_formats::ellipsis;

use super::report::{ItemReport, Report};
use super::{counted, decimal, fine, verdicts};
use crate::lang::{Lang, say};
use crate::table::table;

pub(super) fn write(report: &Report, lang: Lang) -> String {
    let mut text = counted(report, lang) + "\n\n" + &whole(report, lang) + "\n" + &items(report, lang);
    let remarks = remarks(report, lang);
    if !remarks.is_empty() {
        text += lang.say("\n要看一看的题\n", "\nQuestions to look at\n");
        text += &remarks;
    }
    text + &groups(report, lang)
}

/// The numbers of the test, each with its name.
pub(super) fn named_numbers(report: &Report, lang: Lang) -> Vec<(String, String)> {
    let test = &report.test;
    let of = test.of.map_or_else(String::new, |of| format!(" / {of}"));
    let consistency = if test.is_kr20 {
        lang.say("内部一致性（KR-20）", "Internal consistency (KR-20)")
    } else {
        lang.say("内部一致性（Cronbach α）", "Internal consistency (Cronbach's alpha)")
    };
    let percent = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.1}%"));
    let rows = [
        (lang.say("人数", "People"), test.people.to_string()),
        (lang.say("题数", "Questions"), test.items.to_string()),
        (lang.say("平均分", "Mean"), format!("{}{of}", decimal(test.mean))),
        (lang.say("平均得分率", "Mean in percent"), percent(test.mean_percent)),
        (lang.say("中位数", "Median"), decimal(test.median)),
        (lang.say("标准差", "Standard deviation"), decimal(test.standard_deviation)),
        (lang.say("偏度", "Skewness"), fine(test.skewness)),
        (lang.say("峰度", "Kurtosis"), fine(test.kurtosis)),
        (consistency, percent(test.internal_consistency)),
        (lang.say("误差比", "Error ratio"), percent(test.error_ratio)),
        (lang.say("标准误", "Standard error"), decimal(test.standard_error)),
    ];
    rows.map(|(name, value)| (name.to_owned(), value)).into()
}

/// What the columns of the table of questions are called.
pub(super) fn headings(lang: Lang) -> [&'static str; 9] {
    [
        lang.say("答题人数", "People"),
        lang.say("得分率", "Facility"),
        lang.say("标准差", "SD"),
        lang.say("区分度", "Discrimination"),
        lang.say("区分效率", "Efficiency"),
        lang.say("实际权重", "Effective weight"),
        lang.say("应有权重", "Intended weight"),
        lang.say("猜对率", "Guessing"),
        lang.say("没答", "Blank"),
    ]
}

/// The numbers of a question in the order of [`headings`].
pub(super) fn numbers(statistics: &ItemStatistics) -> [String; 9] {
    [
        statistics.people.to_string(),
        decimal(statistics.facility),
        decimal(statistics.standard_deviation),
        decimal(statistics.discrimination_index),
        decimal(statistics.discriminative_efficiency),
        decimal(statistics.effective_weight),
        decimal(statistics.intended_weight),
        decimal(statistics.random_guess),
        statistics.blank.to_string(),
    ]
}

/// What is said of a question that too few people answered.
pub(super) fn withheld(report: &Report, lang: Lang) -> String {
    let least = report.min_group;
    say!(lang, "不到 {least} 个人答，不报告", "answered by fewer than {least}, not told")
}

fn whole(report: &Report, lang: Lang) -> String {
    let rows: Vec<Vec<String>> =
        named_numbers(report, lang).into_iter().map(|(name, value)| vec![name, value]).collect();
    let told = verdicts::about_test(&report.test, lang);
    table(&rows) + &told.into_iter().map(|line| line + "\n").collect::<String>()
}

fn items(report: &Report, lang: Lang) -> String {
    let first = [lang.say("题", "Question")].into_iter().chain(headings(lang));
    let mut rows = vec![first.map(str::to_owned).collect::<Vec<_>>()];
    for (at, item) in report.items.iter().enumerate() {
        let name = short_title(&item.title(at + 1));
        let cells = item.statistics.as_ref().map_or_else(|| vec![withheld(report, lang)], |it| numbers(it).into());
        rows.push([vec![name], cells].concat());
    }
    table(&rows)
}

fn short_title(title: &str) -> String {
    const MOST: usize = 22;
    let title = ellipsis(title);
    match title.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or_default().trim_end_matches('…')),
        None => title,
    }
}

fn remarks(report: &Report, lang: Lang) -> String {
    let line = |(number, item, statistics): (usize, &ItemReport, &ItemStatistics)| {
        let told =
            statistics.verdicts.iter().map(|verdict| format!("   {}\n", verdicts::sentence(verdict, item, lang)));
        format!("{}\n{}", ellipsis(&item.title(number)), told.collect::<String>())
    };
    report.remarkable().into_iter().map(line).collect()
}

fn groups(report: &Report, lang: Lang) -> String {
    let groups = &report.groups;
    if groups.shown.is_empty() && groups.withheld == 0 {
        return String::new();
    }
    let head = [
        lang.say("单位", "Group"),
        lang.say("人数", "People"),
        lang.say("平均得分率", "Mean %"),
        lang.say("中位数", "Median %"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for group in &groups.shown {
        let name = group.name.clone().unwrap_or_else(|| lang.say("（没写）", "(none named)").to_owned());
        rows.push(vec![name, group.people.to_string(), decimal(group.mean_percent), decimal(group.median_percent)]);
    }
    format!("\n{}{}", table(&rows), groups_withheld(report, lang))
}

/// How many groups are not told of, where there are any.
pub(super) fn groups_withheld(report: &Report, lang: Lang) -> String {
    let (n, least) = (report.groups.withheld, report.min_group);
    if n == 0 {
        return String::new();
    }
    say!(
        lang,
        "另有 {n} 个单位没有列出：不到 {least} 个人，或者列出来就能算出别的小单位。\n",
        "{n} more groups are not told of: they have fewer than {least} people, or would give away one that has.\n"
    )
}
