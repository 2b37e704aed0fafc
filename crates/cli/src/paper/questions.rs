//! The pages with the questions.

use base64::Engine as _;
use sixinto_core::bank::Kind;
use sixinto_core::paper::{NamedPaper, Part, Place, Prompt};

use super::Print;
use crate::html::Html;
use crate::lang::{Lang, say};
use crate::prompt_text::letter;
use crate::words;

/// Choices of up to so many letters stand two in a line.
const SHORT: usize = 14;

pub(super) fn write(print: &Print<'_>, version: &NamedPaper, html: &mut Html) {
    html.element("section", &[("class", "questions")], |html| {
        print.head(version, "", html);
        about(print, version, html);
        let prompts = print.prompts(version);
        let mut number = 0;
        for (at, group) in prompts.chunk_by(|one, other| one.kind == other.kind).enumerate() {
            html.element("h2", &[], |html| {
                html.text(&group_title(at, group, print.lang));
                html.text(" ");
                html.say("span", "", how(group.first().map_or(Kind::Single, |prompt| prompt.kind), print.lang));
            });
            for prompt in group {
                number += 1;
                question(print, prompt, number, html);
            }
        }
    });
    html.line();
}

/// How long it takes, how it is marked and where it is online.
fn about(print: &Print<'_>, version: &NamedPaper, html: &mut Html) {
    let (paper, lang) = (&version.paper, print.lang);
    let heading = crate::prompt_text::heading(print.library, paper, lang);
    html.element("div", &[("class", "about")], |html| {
        html.element("p", &[], |html| {
            // The first line is the name of the preset; the title says what this is.
            html.text(heading.lines().skip(1).collect::<Vec<_>>().join("\n").as_str());
        });
        let Some((address, drawing)) = &print.link else { return };
        let size = drawing.size.to_string();
        html.element("figure", &[], |html| {
            let viewbox = format!("0 0 {size} {size}");
            html.element(
                "svg",
                &[("viewBox", viewbox.as_str()), ("class", "qr"), ("role", "img"), ("aria-label", address)],
                |html| {
                    html.element("path", &[("d", drawing.path.as_str())], |_| {});
                },
            );
            html.say("figcaption", "", lang.say("扫码在手机上做这套题", "The same questions on a phone"));
        });
    });
}

/// `一、单选题（20 题，每题 2 分，共 40 分）`.
fn group_title(at: usize, group: &[Prompt<'_>], lang: Lang) -> String {
    const NUMERALS: [&str; 8] = ["一", "二", "三", "四", "五", "六", "七", "八"];
    let kind = words::kind(group.first().map_or(Kind::Single, |prompt| prompt.kind), lang);
    let (n, number, numeral) = (group.len(), at + 1, NUMERALS.get(at).copied().unwrap_or_default());
    let all = words::points(group.iter().map(|prompt| prompt.micropoints).sum());
    let each = words::points(group.first().map_or(0, |prompt| prompt.micropoints));
    let plural = if n == 1 { "" } else { "s" };
    if n > 1 && group.iter().all(|prompt| words::points(prompt.micropoints) == each) {
        return say!(
            lang,
            "{numeral}、{kind}（{n} 题，每题 {each} 分，共 {all} 分）",
            "{number}. {kind} ({n} questions, {each} points each, {all} in all)"
        );
    }
    say!(lang, "{numeral}、{kind}（{n} 题，共 {all} 分）", "{number}. {kind} ({n} question{plural}, {all} points)")
}

/// What to write on the answer sheet.
fn how(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Single => lang.say("选一个最合适的", "Choose the best one"),
        Kind::Multiple => lang.say("把对的都选出来", "Choose all that are right"),
        Kind::Judge => lang.say("对的涂√，不对的涂×", "True or false"),
        Kind::Blank => lang.say("把答案写在答题卡上", "Write on the answer sheet"),
        Kind::Number => lang.say("把数字写在答题卡上", "Write the number on the answer sheet"),
        Kind::Order => lang.say("按先后写字母", "Write the letters in order"),
        Kind::Match => lang.say("给每个字母配一个数字", "Give each letter its number"),
        Kind::Spot => lang.say("写出有危险的地方的字母", "Write the letters of what is dangerous"),
    }
}

fn question(print: &Print<'_>, prompt: &Prompt<'_>, number: usize, html: &mut Html) {
    html.element("article", &[], |html| {
        html.element("p", &[("class", "stem")], |html| {
            html.say("b", "", &format!("{number}. "));
            html.text(prompt.stem);
            if prompt.kind == Kind::Judge {
                html.say("span", "gap", "（　　）");
            }
            if let Some(unit) = prompt.unit {
                html.say("span", "gap", &format!("______ {unit}"));
            }
        });
        picture(print, prompt, html);
        let longest = prompt.items.iter().map(|item| item.text.chars().count()).max().unwrap_or(0);
        let class = if longest <= SHORT && prompt.targets.is_empty() { "parts short" } else { "parts" };
        html.element("div", &[("class", if prompt.targets.is_empty() { "" } else { "sides" })], |html| {
            parts(&prompt.items, class, |at| letter(at).to_string(), html);
            parts(&prompt.targets, "parts", |at| (at + 1).to_string(), html);
        });
    });
    html.line();
}

fn parts(parts: &[Part<'_>], class: &str, name: impl Fn(usize) -> String, html: &mut Html) {
    if parts.is_empty() {
        return;
    }
    html.element("ul", &[("class", class)], |html| {
        for (at, part) in parts.iter().enumerate() {
            html.element("li", &[], |html| {
                html.say("b", "", &format!("{}. ", name(at)));
                html.text(part.text);
            });
        }
    });
}

/// The picture inside the page, since the page is to stand alone, with a letter on each area.
fn picture(print: &Print<'_>, prompt: &Prompt<'_>, html: &mut Html) {
    let Some(media) = &prompt.media else { return };
    let Ok(bytes) = std::fs::read(print.library.folder.join(media.file)) else {
        html.say("p", "missing", media.alt);
        return;
    };
    let kind = match media.file.rsplit('.').next() {
        Some("svg") => "svg+xml",
        Some("png") => "png",
        Some("webp") => "webp",
        _ => "jpeg",
    };
    let data = format!("data:image/{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes));
    let class = if prompt.areas.is_empty() { "picture" } else { "picture spot" };
    html.element("div", &[("class", class)], |html| {
        html.void("img", &[("src", data.as_str()), ("alt", media.alt)]);
        for (at, item) in prompt.items.iter().enumerate() {
            if let Some(area) = prompt.areas.iter().find(|area| area.id == item.id) {
                html.element("span", &[("class", "area"), ("style", place(area).as_str())], |html| {
                    html.say("b", "", &letter(at).to_string());
                });
            }
        }
    });
}

/// Where an area is, from thousandths of the picture.
fn place(area: &Place<'_>) -> String {
    let percent = |thousandths: u16| format!("{}.{}%", thousandths / 10, thousandths % 10);
    let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(percent);
    format!("left:{x};top:{y};width:{width};height:{height}")
}
