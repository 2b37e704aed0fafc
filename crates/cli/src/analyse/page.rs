//! A report as one HTML file, to read, to print and to pass on.

use sixinto_core::analysis::ItemStatistics;

use super::report::{ItemReport, Report};
use super::terminal::{groups_withheld, headings, named_numbers, numbers, withheld};
use super::{charts, counted, decimal, verdicts};
use crate::html::{self, Html};
use crate::lang::Lang;
use crate::prompt_text::letter;

const STYLE: &str = include_str!("style.css");

pub(super) fn write(report: &Report, lang: Lang) -> String {
    let what = lang.say("考试分析", "Test analysis");
    let title = report.title.as_ref().map_or_else(|| what.to_owned(), |title| format!("{title} · {what}"));
    html::page(&title, STYLE, lang, |html| {
        html.say("h1", "", &title);
        html.say("p", "muted", &counted(report, lang));
        summary(report, lang, html);
        html.element("div", &[("class", "charts")], |html| {
            charts::histogram(report, lang, html);
            charts::scatter(report, lang, html);
        });
        remarks(report, lang, html);
        table(report, lang, html);
        groups(report, lang, html);
        guide(lang, html);
    })
}

fn summary(report: &Report, lang: Lang, html: &mut Html) {
    html.element("dl", &[("class", "numbers")], |html| {
        for (name, value) in named_numbers(report, lang) {
            html.element("div", &[], |html| {
                html.say("dt", "", &name);
                html.say("dd", "", &value);
            });
        }
    });
    html.element("ul", &[("class", "told")], |html| {
        for line in verdicts::about_test(&report.test, lang) {
            html.say("li", "", &line);
        }
    });
    html.line();
}

/// The questions to look at, with who chose what.
fn remarks(report: &Report, lang: Lang, html: &mut Html) {
    html.say("h2", "", lang.say("要看一看的题", "Questions to look at"));
    if report.remarkable().is_empty() {
        html.say("p", "", lang.say("没有：每道题都考得还行。", "None: every question does its work."));
    }
    for (number, item, statistics) in report.remarkable() {
        html.element("article", &[], |html| {
            html.say("h3", "", &item.title(number));
            for verdict in &statistics.verdicts {
                html.say("p", "verdict", &verdicts::sentence(verdict, item, lang));
            }
            choices(item, statistics, lang, html);
        });
        html.line();
    }
}

fn choices(item: &ItemReport, statistics: &ItemStatistics, lang: Lang, html: &mut Html) {
    if statistics.choices.is_empty() {
        return;
    }
    html.element("ul", &[("class", "choices")], |html| {
        for (at, count) in statistics.choices.iter().enumerate() {
            let share = statistics.share_of(count);
            let text = item.choices.get(at).map_or("", String::as_str);
            html.element("li", &[], |html| {
                html.element("span", &[("class", "choice")], |html| {
                    html.say("b", "", &format!("{} ", letter(at)));
                    html.text(text);
                    if count.correct {
                        html.say("span", "right", lang.say(" √ 答案", " √ right"));
                    }
                });
                charts::meter(share, html);
                html.say("span", "count", &format!("{} ({share:.0}%)", count.people));
            });
        }
    });
}

fn table(report: &Report, lang: Lang, html: &mut Html) {
    html.say("h2", "", lang.say("全部的题", "All questions"));
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    html.say("th", "", lang.say("题", "Question"));
                    for heading in headings(lang) {
                        html.say("th", "n", heading);
                    }
                });
            });
            html.element("tbody", &[], |html| {
                for (at, item) in report.items.iter().enumerate() {
                    row(report, item, at + 1, lang, html);
                }
            });
        });
    });
    html.line();
}

fn row(report: &Report, item: &ItemReport, number: usize, lang: Lang, html: &mut Html) {
    let is_odd = item.statistics.as_ref().is_some_and(charts::is_odd);
    html.element("tr", &[("class", if is_odd { "odd" } else { "" })], |html| {
        html.element("th", &[("scope", "row")], |html| html.text(&item.title(number)));
        let Some(statistics) = &item.statistics else {
            html.element("td", &[("colspan", "9")], |html| html.text(&withheld(report, lang)));
            return;
        };
        for number in numbers(statistics) {
            html.say("td", "n", &number);
        }
    });
    html.line();
}

fn groups(report: &Report, lang: Lang, html: &mut Html) {
    let groups = &report.groups;
    if groups.shown.is_empty() && groups.withheld == 0 {
        return;
    }
    html.say("h2", "", lang.say("各单位", "Groups"));
    html.element("table", &[("class", "groups")], |html| {
        html.element("tr", &[], |html| {
            html.say("th", "", lang.say("单位", "Group"));
            for heading in [
                lang.say("人数", "People"),
                lang.say("平均得分率", "Mean %"),
                lang.say("中位数", "Median %"),
                lang.say("标准差", "SD"),
            ] {
                html.say("th", "n", heading);
            }
        });
        for group in &groups.shown {
            html.element("tr", &[], |html| {
                html.say("th", "", group.name.as_deref().unwrap_or(lang.say("（没写）", "(none named)")));
                html.say("td", "n", &group.people.to_string());
                for value in [group.mean_percent, group.median_percent, group.standard_deviation] {
                    html.say("td", "n", &decimal(value));
                }
            });
        }
    });
    html.say("p", "muted", &groups_withheld(report, lang));
}

/// What the numbers mean.
fn guide(lang: Lang, html: &mut Html) {
    html.say("h2", "", lang.say("怎么看这些数", "How to read the numbers"));
    let lines = [
        lang.say("得分率：这道题平均得了几成分。95% 以上几乎人人都会，20% 以下太难。", "Facility: the mean mark in percent of what the question is worth. From 95 % on almost everyone is right; up to 20 % it is too hard."),
        lang.say("区分度：答对这道题的人，其余的题是不是也答得好（相关系数，%）。50 以上很好，30 以上够用，20 以下弱，负的要查答案。", "Discrimination: whether those who get it right do well in the rest (a correlation, in percent). 50 and more is very good, 30 will do, under 20 is weak, and a negative one asks for a look at the key."),
        lang.say("区分效率：在这么多人答对的情况下，区分度到了最好的几成。低于 15 就分不出强弱。", "Efficiency: how much of the best discrimination these marks could have. Below 15 the question does not tell strong from weak."),
        lang.say("实际权重和应有权重：总分的差别有多少来自这道题，和它该占的分。", "Effective and intended weight: how much of the spread of totals comes from the question, beside its share of the points."),
        lang.say("内部一致性：全部的题是不是考同一样本事。75% 以上好，64% 以下差。标准误：一个人的分数上下会差多少。", "Internal consistency: whether all questions ask for the same skill. Above 75 % is good, below 64 % poor. Standard error: how far a person's score may be off."),
        lang.say("算法和 Moodle 的测验统计一样；没有答按 0 分算。", "The formulas are those of Moodle's quiz statistics; a question without an answer counts 0."),
    ];
    html.element("ul", &[("class", "muted")], |html| lines.into_iter().for_each(|line| html.say("li", "", line)));
}
