//! Statements to judge, whose answers are words, signs, or the letters of two choices 对 and 错.

use crate::diagnostics::Code;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders;
use crate::diagnostics::Finding;
use crate::table::read::aliases::Role;
use crate::table::read::choices::{answers, chosen, no_answer};
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::header::Column;
use crate::table::read::options::{Offered, offered};
use crate::text::spellings;

/// A statement that is true or false.
pub(crate) fn read(context: Context<'_>, findings: &mut Vec<Finding>) -> Result<QuestionFields, LeftOut> {
    let answers = answers(context)?;
    let offered = offered(context)?;
    if offered.len() > 1
        && !is_truth(&offered)
        && answers.first().is_some_and(|(_, text)| spellings::truth(text).is_none())
    {
        return Err(Box::new(own_choices(context, &offered)));
    }
    let answer = match answers.first() {
        None => ticked(context).ok_or_else(|| Box::new(no_answer(context, Kind::Judge)))?,
        Some((column, text)) => said(context, column, text, &offered, findings)?,
    };
    let mut question = builders::question(Kind::Judge, context.text(Role::Stem));
    question.answer = Some(answer);
    Ok(question)
}

/// Whether there are two choices and they are 对 and 错, in whatever words.
pub(crate) fn is_truth(offered: &[Offered<'_>]) -> bool {
    let mut said: Vec<Option<bool>> = offered.iter().map(|offered| spellings::truth(&offered.text)).collect();
    said.sort_unstable();
    said == [Some(false), Some(true)]
}

fn ticked(context: Context<'_>) -> Option<bool> {
    let chosen = chosen(context, Kind::Judge).ok()?;
    let right = chosen.offered.iter().find(|offered| chosen.right.contains(&offered.at))?;
    spellings::truth(&right.text).filter(|_| chosen.right.len() == 1)
}

fn said(
    context: Context<'_>,
    column: &Column,
    text: &str,
    offered: &[Offered<'_>],
    findings: &mut Vec<Finding>,
) -> Result<bool, LeftOut> {
    if let Some(answer) = spellings::truth(text) {
        return Ok(answer);
    }
    if let Some([at]) = spellings::letters(text).as_deref() {
        let choice = offered.iter().find(|offered| offered.at == *at);
        if let Some(answer) = choice.and_then(|offered| spellings::truth(&offered.text)) {
            return Ok(answer);
        }
        if offered.is_empty() && *at < 2 {
            findings.push(convention(context, column, text));
            return Ok(*at == 0);
        }
    }
    match spellings::normalized(text).as_str() {
        "1" => return Ok(true),
        "0" => return Ok(false),
        _ => {}
    }
    Err(Box::new(unknown(context, column, text)))
}

fn convention(context: Context<'_>, column: &Column, text: &str) -> Finding {
    context.warning(
        Code::JudgeLetter,
        column,
        Words::new(
            format!("判断题的答案写的是 {text}，没有选项：按 A 是对、B 是错读的"),
            format!("the answer is {text} and there are no choices: A was taken for true and B for false"),
        ),
        Words::new("请改写成 对 或 错", "write true or false"),
    )
}

fn unknown(context: Context<'_>, column: &Column, text: &str) -> Finding {
    let found = crate::text::ellipsis(text);
    let finding = context.error(
        Code::JudgeAnswer,
        column,
        Words::new(
            format!("判断题的答案写的是 {found}，看不出是对还是错"),
            format!("it says {found}, which is neither true nor false"),
        ),
        Words::new("请改为 对 或 错", "write true or false"),
    );
    finding.instead(found, Words::new("对、错", "true, false"))
}

fn own_choices(context: Context<'_>, offered: &[Offered<'_>]) -> Finding {
    let texts: Vec<&str> = offered.iter().map(|offered| offered.text.as_ref()).collect();
    let column = context.header.column(Role::Kind).or_else(|| offered.first().map(|offered| offered.column));
    let message = Words::new(
        format!("判断题的选项是 {}，不是对和错", texts.join("、")),
        format!("the choices of a statement are {}, which are not true and false", texts.join(", ")),
    );
    let help = Words::new(
        "把题型改为单选题，或者把选项改为 对、错",
        "make it a single choice, or let the choices be true and false",
    );
    match column {
        Some(column) => context.error(Code::JudgeChoices, column, message, help),
        None => Finding::error(Code::JudgeChoices, context.place(), message, help),
    }
}
