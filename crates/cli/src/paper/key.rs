//! The pages for the trainer: what is right in each version, and why.

use sixinto_core::attempt::Attempt;
use sixinto_core::paper::{NamedPaper, Prompt};
use sixinto_core::score::{self, Citation};
use sixinto_core::{Answer, Id};

use super::Print;
use crate::html::Html;
use crate::lang::{Lang, say};
use crate::prompt_text::letter;
use crate::{answer_text, words};

/// A version of which every key may be seen.
struct Opened<'a> {
    version: &'a NamedPaper,
    prompts: Vec<Prompt<'a>>,
    attempt: Attempt,
}

pub(super) fn write(print: &Print<'_>, html: &mut Html) {
    let lang = print.lang;
    let opened: Vec<Opened<'_>> = print.set.versions.iter().map(|version| open(print, version)).collect();
    html.element("section", &[("class", "key")], |html| {
        html.element("h1", &[], |html| {
            html.text(&print.set.title);
            html.say("span", "what", lang.say("答案和讲解（考完再发）", "Key and explanations (not before the test)"));
        });
        for version in &opened {
            at_a_glance(print, version, html);
        }
        html.say("h2", "", lang.say("为什么", "Why"));
        let Some(first) = opened.first() else { return };
        for (at, prompt) in first.prompts.iter().enumerate() {
            explanation(print, &opened, prompt, at, html);
        }
    });
}

fn open<'a>(print: &'a Print<'_>, version: &'a NamedPaper) -> Opened<'a> {
    let mut attempt = Attempt::start(version.paper.clone(), 0);
    attempt.finished = Some(0);
    Opened { version, prompts: print.prompts(version), attempt }
}

/// Every answer of a version, in rows of ten.
fn at_a_glance(print: &Print<'_>, opened: &Opened<'_>, html: &mut Html) {
    html.say("h2", "", &print.version_name(opened.version));
    html.element("div", &[("class", "glance")], |html| {
        for (at, prompt) in opened.prompts.iter().enumerate() {
            let key = key_of(print, opened, prompt.id);
            html.element("span", &[], |html| {
                html.say("i", "", &(at + 1).to_string());
                html.say("b", "", &brief(prompt, key.as_ref(), print.lang));
            });
        }
    });
}

fn key_of(print: &Print<'_>, opened: &Opened<'_>, question: &Id) -> Option<Answer> {
    let feedback = score::feedback(&print.library.pool, &opened.attempt, question, print.lang.tag());
    feedback.ok().map(|feedback| feedback.key)
}

/// An answer in letters and signs, as it stands on the answer sheet.
fn brief(prompt: &Prompt<'_>, key: Option<&Answer>, lang: Lang) -> String {
    let at = |id: &Id| prompt.items.iter().position(|item| item.id == id).map_or('?', letter);
    let chosen = |is_right: &dyn Fn(&Id) -> bool| -> String {
        prompt.items.iter().filter(|item| is_right(item.id)).map(|item| at(item.id)).collect()
    };
    match key {
        Some(Answer::Single(right)) => at(right).to_string(),
        Some(Answer::Multiple(right) | Answer::Spot(right)) => chosen(&|id| right.contains(id)),
        Some(Answer::Judge(is_true)) => if *is_true { "√" } else { "×" }.to_owned(),
        Some(Answer::Order(steps)) => steps.iter().map(at).collect(),
        Some(Answer::Match(pairs)) => {
            let number = |id: &Id| prompt.targets.iter().position(|target| target.id == id).map_or(0, |at| at + 1);
            let pair = |(item, target): (&Id, &Id)| format!("{}{}", at(item), number(target));
            let mut pairs: Vec<String> = pairs.iter().map(pair).collect();
            pairs.sort();
            pairs.join(" ")
        }
        Some(other) => answer_text::parts(prompt, other, lang).join(lang.say("；", "; ")),
        None => String::new(),
    }
}

fn explanation(print: &Print<'_>, opened: &[Opened<'_>], prompt: &Prompt<'_>, at: usize, html: &mut Html) {
    let Some(first) = opened.first() else { return };
    let lang = print.lang;
    let Ok(feedback) = score::feedback(&print.library.pool, &first.attempt, prompt.id, lang.tag()) else { return };
    html.element("article", &[], |html| {
        html.element("p", &[("class", "stem")], |html| {
            html.say("b", "", &format!("{} ", numbers(opened, prompt.id, at)));
            html.text(prompt.stem);
        });
        let right = answer_text::parts(prompt, &feedback.key, lang).join(lang.say("；", "; "));
        let version = &first.version.name;
        let label = if opened.len() > 1 {
            say!(lang, "答案（{version} 卷）：", "Right (version {version}): ")
        } else {
            lang.say("答案：", "Right: ").to_owned()
        };
        labelled(&label, &right, html);
        labelled(lang.say("为什么：", "Why: "), feedback.explanation, html);
        if let Some(action) = feedback.action {
            labelled(lang.say("怎么做：", "What to do: "), action, html);
        }
        if let Some(source) = &feedback.source {
            labelled(lang.say("依据：", "Source: "), &cited(source, lang), html);
        }
    });
    html.line();
}

/// Where a question stands in each version: `A3 · B17`.
fn numbers(opened: &[Opened<'_>], question: &Id, at: usize) -> String {
    if opened.len() == 1 {
        return format!("{}.", at + 1);
    }
    let place = |opened: &Opened<'_>| {
        let at = opened.prompts.iter().position(|prompt| prompt.id == question)?;
        Some(format!("{}{}", opened.version.name, at + 1))
    };
    opened.iter().filter_map(place).collect::<Vec<_>>().join(" · ")
}

fn labelled(label: &str, text: &str, html: &mut Html) {
    if text.is_empty() {
        return;
    }
    html.element("p", &[], |html| {
        html.say("span", "label", label);
        html.text(text);
    });
}

fn cited(source: &Citation<'_>, lang: Lang) -> String {
    let article = source.article.map_or_else(String::new, |article| words::article(article, lang));
    let comma = if lang == Lang::En && !article.is_empty() { ", " } else { "" };
    format!("{}{comma}{article}", source.title)
}
