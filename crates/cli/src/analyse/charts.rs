//! The two charts of a report, as SVG inside the page. Colours are the style's, so that dark pages have dark charts.

use sixinto_core::analysis::{ItemStatistics, Verdict};

use super::report::Report;
use crate::html::Html;
use crate::lang::{Lang, say};

/// How many people reached which tenth of the points.
pub(super) fn histogram(report: &Report, lang: Lang, html: &mut Html) {
    const WIDTH: f64 = 400.0;
    const HEIGHT: f64 = 180.0;
    const BAR: f64 = 36.0;
    let most = report.histogram.iter().copied().max().unwrap_or(0).max(1);
    figure(
        html,
        (WIDTH, HEIGHT + 40.0),
        lang.say("成绩分布：各得分率有多少人", "Scores: how many people reached which percentage"),
        |html| {
            for (at, people) in report.histogram.iter().enumerate() {
                let (left, height) = (20.0 + BAR * real(at), (HEIGHT - 24.0) * real(*people) / real(most));
                let (from, to) = (at * 10, if at == 9 { 100 } else { at * 10 + 9 });
                let tip = say!(lang, "{from}–{to}%：{people} 人", "{from}–{to}%: {people} people");
                bar(html, (left + 2.0, HEIGHT - height, BAR - 4.0, height), "bar", &tip);
                if *people > 0 {
                    label(html, (left + BAR / 2.0, HEIGHT - height - 5.0), "middle", &people.to_string());
                }
                label(html, (left + BAR / 2.0, HEIGHT + 15.0), "middle", &from.to_string());
            }
            line(html, (20.0, HEIGHT, 380.0, HEIGHT), "axis");
            label(html, (WIDTH / 2.0, HEIGHT + 34.0), "middle", lang.say("得分率（%）", "percent of the points"));
        },
    );
}

/// Each question by how easy it is and how well it tells strong from weak.
pub(super) fn scatter(report: &Report, lang: Lang, html: &mut Html) {
    const LEFT: f64 = 44.0;
    const TOP: f64 = 12.0;
    const WIDTH: f64 = 330.0;
    const HEIGHT: f64 = 230.0;
    let x = |facility: f64| LEFT + WIDTH * facility / 100.0;
    // Less than -50 is as bad as -50, and would squeeze the rest.
    let y = |index: f64| TOP + HEIGHT * (100.0 - index.max(-50.0)) / 150.0;
    figure(
        html,
        (400.0, 290.0),
        lang.say("每道题：横看难易，竖看区分度", "Questions by facility and discrimination"),
        |html| {
            bar(
                html,
                (LEFT, y(0.0), WIDTH, y(-50.0) - y(0.0)),
                "bad",
                lang.say("区分度是负的：查答案", "negative: check the key"),
            );
            bar(
                html,
                (x(95.0), TOP, WIDTH * 0.05, HEIGHT),
                "dull",
                lang.say("几乎人人都会", "almost everyone is right"),
            );
            for value in [0.0, 20.0, 40.0, 60.0, 80.0, 100.0] {
                label(html, (x(value), TOP + HEIGHT + 16.0), "middle", &format!("{value:.0}"));
            }
            for value in [-50.0, 0.0, 20.0, 50.0, 100.0] {
                line(html, (LEFT, y(value), LEFT + WIDTH, y(value)), "grid");
                label(html, (LEFT - 6.0, y(value) + 4.0), "end", &format!("{value:.0}"));
            }
            for (at, item) in report.items.iter().enumerate() {
                let Some(statistics) = &item.statistics else { continue };
                let (Some(facility), Some(index)) = (statistics.facility, statistics.discrimination_index) else {
                    continue;
                };
                let class = if is_odd(statistics) { "dot odd" } else { "dot" };
                dot(html, (x(facility), y(index)), class, &item.title(at + 1));
                label(html, (x(facility) + 6.0, y(index) - 4.0), "start", &(at + 1).to_string());
            }
            label(
                html,
                (LEFT + WIDTH / 2.0, TOP + HEIGHT + 36.0),
                "middle",
                lang.say("← 难　得分率（%）　易 →", "← hard   facility (%)   easy →"),
            );
        },
    );
}

/// Whether a question stands out: something is said of the whole of it, not only of choices that nobody takes.
pub(super) fn is_odd(statistics: &ItemStatistics) -> bool {
    statistics.verdicts.iter().any(|verdict| !matches!(verdict, Verdict::UnusedChoices { .. }))
}

/// A bar from 0 to 100 percent for the line of a question.
pub(super) fn meter(percent: f64, html: &mut Html) {
    let width = format!("{:.1}", percent.clamp(0.0, 100.0));
    html.element("svg", &[("viewBox", "0 0 100 8"), ("class", "meter"), ("aria-hidden", "true")], |html| {
        html.element("rect", &[("width", "100"), ("height", "8"), ("class", "track")], |_| {});
        html.element("rect", &[("width", width.as_str()), ("height", "8"), ("class", "bar")], |_| {});
    });
}

fn figure(html: &mut Html, (width, height): (f64, f64), title: &str, inside: impl FnOnce(&mut Html)) {
    html.element("figure", &[], |html| {
        html.say("figcaption", "", title);
        let viewbox = format!("0 0 {width:.0} {height:.0}");
        html.element("svg", &[("viewBox", viewbox.as_str()), ("role", "img"), ("aria-label", title)], inside);
    });
    html.line();
}

fn bar(html: &mut Html, (x, y, width, height): (f64, f64, f64, f64), class: &str, tip: &str) {
    let [x, y, width, height] = [x, y, width, height].map(|number| format!("{number:.1}"));
    let place = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height), ("class", class)];
    html.element("rect", &place, |html| html.say("title", "", tip));
}

fn dot(html: &mut Html, (x, y): (f64, f64), class: &str, tip: &str) {
    let [x, y] = [x, y].map(|number| format!("{number:.1}"));
    html.element("circle", &[("cx", x.as_str()), ("cy", &y), ("r", "4"), ("class", class)], |html| {
        html.say("title", "", tip);
    });
}

fn line(html: &mut Html, (x1, y1, x2, y2): (f64, f64, f64, f64), class: &str) {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(|number| format!("{number:.1}"));
    html.element("line", &[("x1", x1.as_str()), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("class", class)], |_| {});
}

fn label(html: &mut Html, (x, y): (f64, f64), anchor: &str, text: &str) {
    let [x, y] = [x, y].map(|number| format!("{number:.1}"));
    html.element("text", &[("x", x.as_str()), ("y", &y), ("text-anchor", anchor)], |html| html.text(text));
}

/// A small count as a length.
fn real(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}
