//! Blanks and numbers to fill in.

use crate::diagnostics::Code;
use sixinto_core::bank::kind::NumberKey;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders;
use crate::diagnostics::Finding;
use crate::table::read::aliases::Role;
use crate::table::read::choices::{answers, no_answer};
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::header::Column;

/// What stands for a gap in a bank.
const GAP: &str = "____";

/// A stem with gaps: between the answers of two of them `|`, between two answers for one of them `;`.
pub(crate) fn blank(context: Context<'_>, findings: &mut Vec<Finding>) -> Result<QuestionFields, LeftOut> {
    let answers = answers(context)?;
    let Some((column, first)) = answers.first() else { return Err(Box::new(no_answer(context, Kind::Blank))) };
    let (stem, n_gaps) = with_gaps(context.text(Role::Stem));
    if n_gaps == 0 {
        return Err(Box::new(no_gap(context)));
    }
    let mut parts: Vec<&str> = match answers.as_slice() {
        [_] => first.split(['|', '｜']).map(str::trim).collect(),
        several => several.iter().map(|(_, text)| *text).collect(),
    };
    if parts.len() == 1
        && n_gaps > 1
        && let Some(other) = other_separators(first, n_gaps)
    {
        findings.push(guessed(context, column, n_gaps));
        parts = other;
    }
    if parts.len() != n_gaps || parts.iter().any(|part| part.is_empty()) {
        return Err(Box::new(not_as_many(context, column, n_gaps, parts.len())));
    }
    let blanks = parts.iter().map(|part| {
        let accept = part.split([';', '；']).map(str::trim).filter(|text| !text.is_empty());
        builders::blank(accept)
    });
    let mut question = builders::question(Kind::Blank, stem);
    question.blanks = Some(blanks.collect());
    Ok(question)
}

/// A stem whose gaps are four underscores each, and how many: runs of underscores; where there are none, empty brackets.
pub(crate) fn with_gaps(stem: &str) -> (String, usize) {
    let (text, n) = underscored(stem);
    if n > 0 { (text, n) } else { bracketed(stem) }
}

fn underscored(stem: &str) -> (String, usize) {
    let (mut text, mut n, mut run) = (String::new(), 0, String::new());
    for letter in stem.chars().chain(['\0']) {
        if matches!(letter, '_' | '＿') {
            run.push(letter);
            continue;
        }
        if run.chars().count() >= 2 {
            text.push_str(GAP);
            n += 1;
        } else {
            text.push_str(&run);
        }
        run.clear();
        text.extend(Some(letter).filter(|letter| *letter != '\0'));
    }
    (text, n)
}

fn bracketed(stem: &str) -> (String, usize) {
    let (mut text, mut n, mut rest) = (String::new(), 0, stem);
    while let Some(at) = rest.find(['（', '(']) {
        let (before, open) = rest.split_at(at);
        text.push_str(before);
        let inner = open.strip_prefix(['（', '(']).unwrap_or_default();
        if let Some(after) = inner.trim_start().strip_prefix(['）', ')']) {
            text.push_str(GAP);
            n += 1;
            rest = after;
        } else {
            text.push_str(open.get(..open.len() - inner.len()).unwrap_or_default());
            rest = inner;
        }
    }
    text.push_str(rest);
    (text, n)
}

fn other_separators(answer: &str, n_gaps: usize) -> Option<Vec<&str>> {
    let signs = [&['\n'][..], &[';', '；'], &['、'], &['，', ','], &[' ', '\u{3000}']];
    let mut ways =
        signs.into_iter().map(|signs| answer.split(signs).map(str::trim).filter(|part| !part.is_empty()).collect());
    ways.find(|parts: &Vec<&str>| parts.len() == n_gaps)
}

fn guessed(context: Context<'_>, column: &Column, n_gaps: usize) -> Finding {
    context.warning(
        Code::BlankSeparator,
        column,
        Words::new(
            format!("有 {n_gaps} 个空，答案之间没有用 | 隔开：按次序分给了各个空"),
            format!("there are {n_gaps} blanks and no | between their answers: they were filled in order"),
        ),
        Words::new(
            "不同的空用 | 隔开，同一个空的几种写法用 ; 隔开",
            "put | between blanks, and ; between answers for the same blank",
        ),
    )
}

fn no_gap(context: Context<'_>) -> Finding {
    let message = Words::new("填空题的题干里没有空", "there is no blank in the stem");
    let help = Words::new(
        "在要填的地方写 ____（四个下划线）",
        "write ____ (four underscores) where something is to be filled in",
    );
    match context.header.column(Role::Stem) {
        Some(column) => context.error(Code::NoBlank, column, message, help),
        None => Finding::error(Code::NoBlank, context.place(), message, help),
    }
}

fn not_as_many(context: Context<'_>, column: &Column, n_gaps: usize, n_answers: usize) -> Finding {
    let finding = context.error(
        Code::BlanksAndAnswers,
        column,
        Words::new(
            format!("题干里有 {n_gaps} 个空，答案有 {n_answers} 个"),
            format!("blanks in the stem: {n_gaps}, answers: {n_answers}"),
        ),
        Words::new("每个空写一个答案，中间用 | 隔开", "write an answer for each blank, with | between them"),
    );
    finding.instead(n_answers.to_string(), Words::new(format!("{n_gaps} 个答案"), format!("answers: {n_gaps}")))
}

/// A number with how far off one may be and what it counts: `19.5±0.5 %`, `119`, `100米`.
pub(crate) fn number(context: Context<'_>) -> Result<QuestionFields, LeftOut> {
    let answers = answers(context)?;
    let Some((column, text)) = answers.first() else { return Err(Box::new(no_answer(context, Kind::Number))) };
    let mut key = key(text).ok_or_else(|| Box::new(no_number(context, column, text)))?;
    let unit = Some(context.text(Role::Unit)).filter(|unit| !unit.is_empty());
    key.unit = unit.map(builders::plain).or(key.unit);
    let mut question = builders::question(Kind::Number, context.text(Role::Stem));
    question.number = Some(key);
    Ok(question)
}

fn key(text: &str) -> Option<NumberKey> {
    let is_part = |sign: char| sign.is_numeric() || "+-±.．－＋/ ".contains(sign);
    let end = text.find(|sign| !is_part(sign)).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let unit = Some(unit.trim()).filter(|unit| !unit.is_empty()).map(builders::plain);
    if unit.as_ref().is_some_and(|unit| unit.all().any(|unit| unit.contains(char::is_numeric))) {
        return None;
    }
    let parts = ["±", "+/-", "+-"].iter().find_map(|sign| number.split_once(sign));
    let (value, tolerance) = parts.map_or((number, None), |(value, tolerance)| (value, Some(tolerance)));
    let tolerance = tolerance.map(|tolerance| tolerance.trim().parse()).transpose().ok()?.unwrap_or_default();
    Some(NumberKey { value: value.trim().parse().ok()?, tolerance, unit })
}

fn no_number(context: Context<'_>, column: &Column, text: &str) -> Finding {
    let found = crate::text::ellipsis(text);
    let finding = context.error(
        Code::NotANumber,
        column,
        Words::new(
            format!("数字题的答案写的是 {found}，不是一个数"),
            format!("it says {found}, which is not a number"),
        ),
        Words::new("写一个数，如 119、19.5±0.5、100 米", "write a number such as 119, 19.5±0.5 or 100 m"),
    );
    finding.instead(found, Words::new("一个数", "a number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_underscores_or_else_empty_brackets() {
        for (stem, wanted, n) in [
            ("火警电话是____。", "火警电话是____。", 1),
            ("先__后________", "先____后____", 2),
            ("snake_case（  ）", "snake_case____", 1),
            ("火警（119）是（）和( )", "火警（119）是____和____", 2),
            ("((a", "((a", 0),
        ] {
            assert_eq!(with_gaps(stem), (wanted.to_owned(), n));
        }
    }

    #[test]
    fn numbers_have_a_tolerance_and_a_unit() {
        let shown = |text: &str| {
            let key = key(text)?;
            let unit = key.unit.map(|unit| unit.get("zh-CN").to_owned()).unwrap_or_default();
            Some(format!("{} {} {unit}", key.value, key.tolerance))
        };
        assert_eq!(shown("19.5±0.5%").as_deref(), Some("19.5 0.5 %"));
        assert_eq!(shown("110 ± 10 次").as_deref(), Some("110 10 次"));
        assert_eq!(shown("119").as_deref(), Some("119 0 "));
        assert_eq!(shown("-5+/-1").as_deref(), Some("-5 1 "));
        assert_eq!(shown("约100"), None);
        assert_eq!(shown("15到20"), None);
    }
}
