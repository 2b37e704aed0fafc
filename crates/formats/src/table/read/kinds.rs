//! Which kind of question a row is: by its own cell, by the section or sheet it stands in, or else by what is in it,
//! where that leaves no doubt.

use std::collections::BTreeSet;

use crate::diagnostics::Code;
use sixinto_core::bank::Kind;
use sixinto_core::check::Words;

use crate::Reading;
use crate::diagnostics::Finding;
use crate::table::cells::sheet::Sheet;
use crate::table::read::aliases::Role;
use crate::table::read::blank_number::with_gaps;
use crate::table::read::choices::{self, answers};
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::header::{Column, Header};
use crate::table::read::judge::is_truth;
use crate::table::read::options::offered;
use crate::text::spellings;

/// How the kind of a row is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// The file says it.
    Said(Kind),
    /// It follows from the answer and the choices.
    Inferred(Kind),
}

/// The kind of a row in a section or sheet of a kind; `codes` are the numbers that the column of kinds has in it.
pub(crate) fn kind(
    context: Context<'_>,
    around: Option<Kind>,
    reading: &Reading<'_>,
    codes: &BTreeSet<String>,
) -> Result<Known, LeftOut> {
    let Some(column) = context.header.column(Role::Kind) else {
        return around.map_or_else(|| inferred(context), |kind| Ok(Known::Said(kind)));
    };
    let text = context.needed(column)?;
    if text.is_empty() {
        return around.map_or_else(|| inferred(context), |kind| Ok(Known::Said(kind)));
    }
    let known = reading.type_codes.get(text).copied().or_else(|| spellings::kind(text));
    known.map(Known::Said).ok_or_else(|| Box::new(unknown(context, column, text, codes)))
}

/// The numbers in the column of kinds, which mean different kinds in different programs.
pub(crate) fn codes(sheet: &Sheet, header: &Header, reading: &Reading<'_>) -> BTreeSet<String> {
    const MOST: usize = 20;
    let Some(column) = header.column(Role::Kind) else { return BTreeSet::new() };
    let texts = sheet.rows().filter(|row| row.number > header.row).map(|row| row.text(column.at));
    let is_code = |text: &&str| is_number(text) && !reading.type_codes.contains_key(*text);
    let mut codes = BTreeSet::new();
    for text in texts.filter(is_code) {
        if codes.len() < MOST && !codes.contains(text) {
            codes.insert(text.to_owned());
        }
    }
    codes
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() < 8 && text.chars().all(char::is_numeric)
}

fn unknown(context: Context<'_>, column: &Column, text: &str, codes: &BTreeSet<String>) -> Finding {
    let found = crate::text::ellipsis(text);
    let wanted =
        Words::new("单选、多选、判断、填空、数字、排序、连线", "single, multiple, judge, blank, number, order, match");
    if is_number(text) {
        let all: Vec<&str> = codes.iter().map(String::as_str).collect();
        let message = Words::new(
            format!("题型写的是数字 {found}；各个软件的数字意思不同，不能猜（这一列里有 {}）", all.join("、")),
            format!(
                "the kind is the number {found}, which programs use for different kinds (this column has {})",
                all.join(", ")
            ),
        );
        let help = Words::new(
            format!(
                "用选项说明每个数字是什么，如 --type-code {found}=single（或 multiple、judge、blank）；或者把题型改写成 单选、多选、判断"
            ),
            format!(
                "say what each number is with an option such as --type-code {found}=single (or multiple, judge, blank), or write the kind itself"
            ),
        );
        return context.error(Code::TypeCode, column, message, help).instead(found, wanted);
    }
    let message =
        Words::new(format!("不认识的题型：{found}"), format!("not a kind of question that is known: {found}"));
    let help = Words::new(format!("请改为 {} 之一", wanted.zh), format!("change it to one of {}", wanted.en));
    context.error(Code::UnknownKind, column, message, help).instead(found, wanted)
}

/// What a row must be, by its choices and its answer.
fn inferred(context: Context<'_>) -> Result<Known, LeftOut> {
    let (offered, answers) = (offered(context)?, answers(context)?);
    let answer = answers.first().map(|(_, text)| *text);
    let truth = answer.and_then(spellings::truth);
    let letters = answer.and_then(spellings::letters);
    let n_marked = if answer.is_none() { choices::marked(context, &offered)?.len() } else { 0 };
    let kind = match (&*offered, answer) {
        ([], Some(_)) if with_gaps(context.text(Role::Stem)).0.contains("____") && truth.is_none() => Some(Kind::Blank),
        ([], Some(_)) => truth.map(|_| Kind::Judge),
        (offered, _) if is_truth(offered) => Some(Kind::Judge),
        (_, Some(_)) => letters.map(|letters| if letters.len() == 1 { Kind::Single } else { Kind::Multiple }),
        _ => [None, Some(Kind::Single)].get(n_marked).copied().unwrap_or(Some(Kind::Multiple)),
    };
    kind.map(Known::Inferred).ok_or_else(|| Box::new(doubtful(context)))
}

fn doubtful(context: Context<'_>) -> Finding {
    let message =
        Words::new("没有写题型，从答案也看不出来", "the kind is not written, and the answer does not tell it");
    let help = Words::new(
        "补上答案，或者加一列“题型”，写单选、多选、判断",
        "add the answer, or a column \"type\" with single, multiple or judge",
    );
    match context.header.column(Role::Kind).or_else(|| context.header.column(Role::Stem)) {
        Some(column) => context.error(Code::NoKind, column, message, help),
        None => Finding::error(Code::NoKind, context.place(), message, help),
    }
}

/// The kind that a sheet or the title of a section is for: 单选题, 一、多选题（每题 2 分）.
pub(crate) fn of_title(title: &str) -> Option<Kind> {
    const NAMES: [(&str, Kind); 9] = [
        ("单选", Kind::Single),
        ("单项选择", Kind::Single),
        ("多选", Kind::Multiple),
        ("多项选择", Kind::Multiple),
        ("不定项", Kind::Multiple),
        ("判断", Kind::Judge),
        ("填空", Kind::Blank),
        ("排序", Kind::Order),
        ("连线", Kind::Match),
    ];
    let mut kinds = NAMES.iter().filter(|(name, _)| title.contains(name)).map(|(_, kind)| *kind);
    let first = kinds.next();
    // A sheet for two kinds is for none of them.
    if kinds.all(|kind| Some(kind) == first) { first.or_else(|| spellings::kind(title)) } else { None }
}
