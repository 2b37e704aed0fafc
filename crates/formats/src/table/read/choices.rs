//! Questions with choices: which of them the answer names.

use std::collections::BTreeSet;

use crate::diagnostics::Code;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::{Words, fold};

use crate::builders;
use crate::diagnostics::Finding;
use crate::table::read::aliases::Role;
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::header::Column;
use crate::table::read::options::{Offered, after_mark, offered};
use crate::text::spellings::{self, letter};

/// The choices of a row and the letters of those that are right.
#[derive(Debug)]
pub(crate) struct Chosen<'a> {
    /// All of them.
    pub(crate) offered: Vec<Offered<'a>>,
    /// The indexes, as letters count them, of those that are right.
    pub(crate) right: BTreeSet<usize>,
    /// The column that says so.
    pub(crate) column: &'a Column,
}

/// A question of one or of several right choices.
pub(crate) fn read(context: Context<'_>, kind: Kind, findings: &mut Vec<Finding>) -> Result<QuestionFields, LeftOut> {
    let chosen = chosen(context, kind)?;
    if chosen.offered.len() < 2 {
        return Err(Box::new(too_few(context, &chosen)));
    }
    if kind == Kind::Single && chosen.right.len() > 1 {
        return Err(Box::new(several(context, &chosen)));
    }
    if kind == Kind::Multiple && chosen.right.len() == 1 && !context.text(Role::Kind).contains("不定项") {
        findings.push(context.warning(
            Code::OneAnswerForMultiple,
            chosen.column,
            Words::new("多选题只有一个正确选项", "a question with several right choices has only one"),
            Words::new(
                "看看是不是漏了答案，或者应该是单选题",
                "add the ones that are missing, or make it a single choice",
            ),
        ));
    }
    findings.extend(alike(context, &chosen));
    let mut question = builders::question(kind, context.text(Role::Stem));
    let texts = chosen.offered.iter().map(|offered| (offered.text.as_ref(), chosen.right.contains(&offered.at)));
    let mut choices = builders::choices(texts);
    for (choice, offered) in choices.iter_mut().zip(&chosen.offered) {
        let why = u8::try_from(offered.at).map_or("", |at| context.text(Role::Why(at)));
        choice.why = Some(why).filter(|why| !why.is_empty()).map(builders::plain);
    }
    question.choices = Some(choices);
    Ok(question)
}

/// What is right, by the columns of answers, or else by those of isCorrect, or else by ticks.
pub(crate) fn chosen(context: Context<'_>, kind: Kind) -> Result<Chosen<'_>, LeftOut> {
    let offered = offered(context)?;
    let answers = answers(context)?;
    if let Some((column, _)) = answers.first() {
        let mut right = BTreeSet::new();
        for (column, text) in &answers {
            right.extend(
                named(text, &offered, is_numbered(context))
                    .ok_or_else(|| Box::new(unknown(context, column, text, &offered)))?,
            );
        }
        return Ok(Chosen { offered, right, column });
    }
    let marked = marked(context, &offered)?;
    let column = answer_column(context).or_else(|| offered.first().map(|offered| offered.column));
    let column = column.or_else(|| context.header.column(Role::Stem));
    let Some(column) = column.filter(|_| !marked.is_empty()) else { return Err(Box::new(no_answer(context, kind))) };
    Ok(Chosen { offered, right: marked, column })
}

/// The cells with answers that are not empty.
pub(crate) fn answers(context: Context<'_>) -> Result<Vec<(&Column, &str)>, LeftOut> {
    let columns = context.header.numbered(|role| if let Role::Answer(at) = role { Some(at) } else { None });
    let mut answers = Vec::new();
    for (_, column) in columns {
        let text = context.needed(column)?;
        if !text.is_empty() {
            answers.push((column, text));
        }
    }
    Ok(answers)
}

fn answer_column(context: Context<'_>) -> Option<&Column> {
    context.header.columns.iter().find(|column| matches!(column.role, Role::Answer(_)))
}

/// What is marked as right beside the choices, or else on them.
pub(crate) fn marked(context: Context<'_>, offered: &[Offered<'_>]) -> Result<BTreeSet<usize>, LeftOut> {
    let mut right = BTreeSet::new();
    for (at, column) in context.header.numbered(|role| if let Role::Correct(at) = role { Some(at) } else { None }) {
        let text = context.needed(column)?;
        if text == "1" || spellings::truth(text) == Some(true) {
            right.insert(usize::from(at));
        }
    }
    if right.is_empty() {
        right.extend(offered.iter().filter(|offered| offered.is_ticked == Some(true)).map(|offered| offered.at));
    }
    Ok(right)
}

/// Whether choices are headed by numbers, so that an answer may be one.
fn is_numbered(context: Context<'_>) -> bool {
    let first = context.header.column(Role::Choice(0));
    first.is_some_and(|column| column.title.chars().any(|sign| spellings::half_width(sign) == '1'))
}

/// The indexes of the choices that an answer names: by letters, by their texts, or by both; by numbers where the
/// choices are headed by numbers. None where one of them cannot be found.
fn named(answer: &str, offered: &[Offered<'_>], is_numbered: bool) -> Option<Vec<usize>> {
    let is_there = |at: &usize| offered.iter().any(|offered| offered.at == *at);
    let by_text = |text: &str| {
        let text = fold(text);
        let mut same = offered.iter().filter(|offered| fold(&offered.text) == text).map(|offered| offered.at);
        same.next().filter(|_| !text.is_empty())
    };
    if answer.chars().count() > 1
        && let Some(at) = by_text(answer)
    {
        return Some(vec![at]);
    }
    if let Some(letters) = spellings::letters(answer).filter(|letters| letters.iter().all(is_there)) {
        return Some(letters);
    }
    if is_numbered {
        let digits: Vec<usize> = answer.split([',', '，', '、', ';', '；', '|']).map_while(number).collect();
        if !digits.is_empty() && digits.iter().all(is_there) {
            return Some(digits);
        }
    }
    // A letter with a text behind it counts where that is the text of its choice, so that nothing after it is lost.
    let with_mark = |text: &str| {
        let is_meant =
            |offered: &&Offered<'_>| after_mark(text, offered.at).is_some_and(|rest| fold(rest) == fold(&offered.text));
        offered.iter().find(is_meant).map(|offered| offered.at)
    };
    let ways: [&[char]; 3] = [&[], &['\n', ';', '；', '|', '｜'], &['、', '，', ',']];
    ways.into_iter().find_map(|signs| {
        let parts = answer.split(signs).map(str::trim).filter(|part| !part.is_empty());
        let found = parts.map(|part| by_text(part).or_else(|| with_mark(part))).collect::<Option<Vec<_>>>();
        found.filter(|found| !found.is_empty())
    })
}

fn number(text: &str) -> Option<usize> {
    let text: String = text.trim().chars().map(spellings::half_width).collect();
    text.parse::<usize>().ok()?.checked_sub(1)
}

/// The letters of choices: A–D, or A、C where some are missing.
pub(crate) fn letters(offered: &[Offered<'_>]) -> (String, String) {
    let ats: Vec<usize> = offered.iter().map(|offered| offered.at).collect();
    match ats.as_slice() {
        [] => (String::new(), String::new()),
        [one] => (letter(*one).to_string(), letter(*one).to_string()),
        [first, .., last] if last - first + 1 == ats.len() => {
            let range = format!("{}–{}", letter(*first), letter(*last));
            (range.clone(), range)
        }
        _ => {
            let each: Vec<String> = ats.iter().map(|at| letter(*at).to_string()).collect();
            (each.join("、"), each.join(", "))
        }
    }
}

fn unknown(context: Context<'_>, column: &Column, text: &str, offered: &[Offered<'_>]) -> Finding {
    let (zh, en) = letters(offered);
    let found = crate::text::ellipsis(text);
    if offered.is_empty() {
        let message = Words::new(
            format!("写的是 {found}，但这道题没有选项"),
            format!("it says {found}, but there are no choices"),
        );
        return context.error(Code::AnswerWithoutChoice, column, message, Words::new("补上选项", "add the choices"));
    }
    let only = if offered.len() == 1 { "the only choice is" } else { "the only choices are" };
    let (of_zh, of_en) = (format!("只有 {zh} {}个选项", count(offered.len())), format!("{only} {en}"));
    let named = spellings::letters(text).unwrap_or_default();
    let unmatched: Vec<String> = named
        .iter()
        .filter(|at| !offered.iter().any(|offered| offered.at == **at))
        .map(|at| letter(*at).to_string())
        .collect();
    let (message, help) = if named.len() > 1 && !unmatched.is_empty() {
        let (unmatched_zh, unmatched_en) = (unmatched.join("、"), unmatched.join(", "));
        (
            Words::new(
                format!("写的是 {found}，但没有选项 {unmatched_zh}，{of_zh}"),
                format!("it says {found}, but there is no choice {unmatched_en}: {of_en}"),
            ),
            Words::new(format!("请只写 {zh} 里的字母"), format!("write only letters of {en}")),
        )
    } else {
        (
            Words::new(format!("写的是 {found}，但{of_zh}"), format!("it says {found}, but {of_en}")),
            // Nobody means a question with one choice: its others are missing.
            if offered.len() == 1 {
                Words::new("补上别的选项", "add the other choices")
            } else {
                one_of(&zh, &en)
            },
        )
    };
    context.error(Code::AnswerWithoutChoice, column, message, help).instead(found, Words::new(zh, en))
}

fn one_of(zh: &str, en: &str) -> Words {
    Words::new(format!("请改为 {zh} 之一"), format!("change it to one of {en}"))
}

/// A small number as it is said before 个.
pub(crate) fn count(n: usize) -> String {
    const WORDS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The answer is missing: at its cell, or at the row where there is no such column.
pub(crate) fn no_answer(context: Context<'_>, kind: Kind) -> Finding {
    let message = Words::new("没有写答案", "the answer is missing");
    let help = match kind {
        Kind::Single => Words::new("写正确选项的字母，如 B", "write the letter of the right choice, such as B"),
        Kind::Multiple => Words::new("写正确选项的字母，如 ABD", "write the letters of the right choices, such as ABD"),
        Kind::Judge => Words::new("写 对 或 错", "write true or false"),
        Kind::Blank => {
            Words::new("写要填的词；几个空之间用 | 隔开", "write what belongs in the blank, with | between blanks")
        }
        _ => Words::new("补上答案", "add the answer"),
    };
    match answer_column(context).or_else(|| context.header.column(Role::Stem)) {
        Some(column) => context.error(Code::NoAnswer, column, message, help),
        None => Finding::error(Code::NoAnswer, context.place(), message, help),
    }
}

fn too_few(context: Context<'_>, chosen: &Chosen<'_>) -> Finding {
    let column = context.header.column(Role::Choice(0)).or_else(|| context.header.column(Role::Choices));
    let n = chosen.offered.len();
    let (message, help) = (
        Words::new(format!("只有{}个选项", count(n)), format!("there are too few choices: {n}")),
        Words::new("至少写两个选项", "write two choices at least"),
    );
    context.error(Code::Check(sixinto_core::check::Code::TooFewChoices), column.unwrap_or(chosen.column), message, help)
}

fn several(context: Context<'_>, chosen: &Chosen<'_>) -> Finding {
    let found: String = chosen.right.iter().map(|at| letter(*at)).collect();
    let finding = context.error(
        Code::SeveralAnswersForSingle,
        chosen.column,
        Words::new(
            format!("单选题写了{}个答案：{found}", count(chosen.right.len())),
            format!("a single choice with {} answers: {found}", chosen.right.len()),
        ),
        Words::new("只留一个答案，或者把题型改为多选题", "leave one answer, or make it a multiple choice"),
    );
    finding.instead(found, Words::new("一个字母", "one letter"))
}

/// Two choices that say the same.
fn alike(context: Context<'_>, chosen: &Chosen<'_>) -> Option<Finding> {
    let mut said = std::collections::BTreeMap::new();
    for offered in &chosen.offered {
        if let Some(first) = said.insert(fold(&offered.text), offered.at) {
            let (one, other) = (letter(first), letter(offered.at));
            return Some(context.warning(
                Code::Check(sixinto_core::check::Code::SameChoiceTwice),
                offered.column,
                Words::new(
                    format!("选项 {one} 和 {other} 写的一样"),
                    format!("the choices {one} and {other} say the same"),
                ),
                Words::new("改掉其中一个", "change one of them"),
            ));
        }
    }
    None
}
