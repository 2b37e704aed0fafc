//! The sheet that people write their answers on.

use sixinto_core::bank::Kind;
use sixinto_core::paper::{NamedPaper, Prompt};

use super::Print;
use crate::html::Html;
use crate::prompt_text::letter;
use crate::words;

pub(super) fn write(print: &Print<'_>, version: &NamedPaper, html: &mut Html) {
    let lang = print.lang;
    html.element("section", &[("class", "answers")], |html| {
        print.head(version, lang.say("答题卡", "Answer sheet"), html);
        html.say(
            "p",
            "hint",
            lang.say(
                "用 2B 铅笔或黑色笔把选的圈涂满；改的时候擦干净。",
                "Fill the circles you choose with a pencil or a black pen; rub out cleanly what you change.",
            ),
        );
        let prompts = print.prompts(version);
        let mut number = 0;
        for group in prompts.chunk_by(|one, other| one.kind == other.kind) {
            let kind = group.first().map_or(Kind::Single, |prompt| prompt.kind);
            html.say("h2", "", words::kind(kind, lang));
            let class = if is_wide(kind) { "grid wide" } else { "grid" };
            html.element("div", &[("class", class)], |html| {
                for prompt in group {
                    number += 1;
                    row(prompt, number, html);
                }
            });
        }
    });
    html.line();
}

/// Whether answers are written, not filled in.
fn is_wide(kind: Kind) -> bool {
    matches!(kind, Kind::Blank | Kind::Number | Kind::Order | Kind::Match)
}

fn row(prompt: &Prompt<'_>, number: usize, html: &mut Html) {
    html.element("div", &[("class", "row")], |html| {
        html.say("span", "number", &number.to_string());
        match prompt.kind {
            Kind::Single | Kind::Multiple | Kind::Spot => {
                (0..prompt.items.len()).for_each(|at| bubble(&letter(at).to_string(), html));
            }
            Kind::Judge => ["√", "×"].into_iter().for_each(|sign| bubble(sign, html)),
            Kind::Match => {
                (0..prompt.items.len()).for_each(|at| html.say("span", "short-line", &format!("{} →", letter(at))));
            }
            Kind::Blank => {
                (0..prompt.blanks.unwrap_or(1)).for_each(|at| html.say("span", "write-line", &format!("({})", at + 1)));
            }
            Kind::Number | Kind::Order => html.say("span", "write-line", ""),
        }
        if let Some(unit) = prompt.unit {
            html.say("span", "", unit);
        }
    });
}

fn bubble(name: &str, html: &mut Html) {
    html.say("span", "bubble", name);
}
