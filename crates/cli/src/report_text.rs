//! Marks and scores in words.

use sixinto_core::bank::Difficulty;
use sixinto_core::paper::Prompt;
use sixinto_core::score::{Feedback, Outcome, ScoreReport, Share};
use sixinto_core::{Answer, Attempt};

use crate::lang::{Lang, say};
use crate::library::Library;
use crate::table::table;
use crate::{answer_text, prompt_text, words};

/// The score: points, pass or not, and where they were earned.
pub(crate) fn summary(library: &Library, attempt: &Attempt, report: &ScoreReport<'_>, lang: Lang) -> String {
    let title = prompt_text::title(library, &attempt.paper, lang);
    let (points, of, percent) = (words::points(report.micropoints), words::points(report.of), report.percent);
    let (right, questions, rule) = (report.right, report.questions, report.rule_text);
    let time = words::duration(report.used / 1000, lang);
    let result = result(report, lang);
    let mut text = say!(
        lang,
        "{title}：{points} / {of} 分（{percent}%）{result}\n{questions} 题对了 {right} 题 · 用了 {time}\n怎么计分：{rule}\n",
        "{title}: {points} / {of} points ({percent}%){result}\n{right} of {questions} right · {time}\nHow it was marked: {rule}\n",
    );
    if report.by_theme.len() > 1 && attempt.paper.themes.len() != 1 {
        text += &shares(
            lang.say("按地方看", "By place"),
            &in_order(library, &report.by_theme),
            |key| library.theme_name(key, lang),
            lang,
        );
    }
    let levels: Vec<&Share<'_>> = report.by_difficulty.iter().collect();
    text += &shares(lang.say("按难易看", "By difficulty"), &levels, |key| words::difficulty(level(key), lang), lang);
    text
}

/// What came of one question: how it went, what was answered, what is right and why.
pub(crate) fn question(prompt: &Prompt<'_>, feedback: &Feedback<'_>, lang: Lang) -> String {
    let (outcome, points, of) =
        (words::outcome(feedback.outcome, lang), words::points(feedback.micropoints), words::points(feedback.of));
    let mut text = say!(lang, "   {outcome}（{points} / {of} 分）\n", "   {outcome} ({points} / {of} points)\n");
    if let Some(answer) = feedback.answer {
        text += &line(lang.say("你答的", "You answered"), &parts(prompt, answer, lang), lang);
    }
    if feedback.outcome != Outcome::Right {
        text += &line(lang.say("正确答案", "The right answer"), &parts(prompt, &feedback.key, lang), lang);
    }
    for why in feedback.whys.iter().filter(|why| feedback.answer.is_some_and(|answer| names(answer, why.id))) {
        let at = prompt.items.iter().position(|item| item.id == why.id).unwrap_or_default();
        text += &line(&prompt_text::letter(at).to_string(), why.text, lang);
    }
    text += &line(lang.say("为什么", "Why"), feedback.explanation, lang);
    if let Some(action) = feedback.action {
        text += &line(lang.say("怎么做", "What to do"), action, lang);
    }
    if let Some(source) = &feedback.source {
        let (title, day) = (source.title, source.as_of);
        let article = source.article.map_or_else(String::new, |article| words::article(article, lang));
        let comma = if lang == Lang::En && !article.is_empty() { ", " } else { "" };
        let cited = say!(lang, "{title}{article}（{day} 查阅）", "{title}{comma}{article} (read {day})");
        text += &line(lang.say("依据", "Source"), &cited, lang);
    }
    text
}

fn result(report: &ScoreReport<'_>, lang: Lang) -> String {
    let line = report.pass_percent.map_or_else(String::new, |percent| prompt_text::pass_line(report.of, percent));
    match report.passed {
        Some(true) => say!(lang, "，通过了（{line} 分合格）", ": passed (pass at {line})"),
        Some(false) => say!(lang, "，没有通过（{line} 分合格）", ": not passed (pass at {line})"),
        None => String::new(),
    }
}

/// The themes in the order of their list, as people know them; one that left the list comes last.
fn in_order<'a>(library: &Library, shares: &'a [Share<'a>]) -> Vec<&'a Share<'a>> {
    let mut shares: Vec<&Share<'_>> = shares.iter().collect();
    let themes = &library.themes.themes;
    shares.sort_by_key(|share| themes.iter().position(|theme| theme.id.as_str() == share.key).unwrap_or(themes.len()));
    shares
}

fn shares<'a>(title: &str, shares: &[&Share<'a>], name: impl Fn(&'a str) -> &'a str, lang: Lang) -> String {
    let rows: Vec<Vec<String>> = shares
        .iter()
        .map(|share| {
            let (points, of) = (words::points(share.micropoints), words::points(share.of));
            let points = say!(lang, "{points} / {of} 分", "{points} / {of} points");
            vec![format!("  {}", name(share.key)), format!("{} / {}", share.right, share.questions), points]
        })
        .collect();
    format!("\n{title}\n{}", table(&rows))
}

fn level(key: &str) -> Difficulty {
    match key {
        "1" => Difficulty::Easy,
        "2" => Difficulty::Middling,
        _ => Difficulty::Hard,
    }
}

fn parts(prompt: &Prompt<'_>, answer: &Answer, lang: Lang) -> String {
    answer_text::parts(prompt, answer, lang).join(lang.say("；", "; "))
}

/// Whether an answer chose that very part.
fn names(answer: &Answer, id: &sixinto_core::Id) -> bool {
    match answer {
        Answer::Single(chosen) => chosen == id,
        Answer::Multiple(chosen) | Answer::Spot(chosen) => chosen.contains(id),
        _ => false,
    }
}

fn line(label: &str, text: &str, lang: Lang) -> String {
    say!(lang, "   {label}：{text}\n", "   {label}: {text}\n")
}
