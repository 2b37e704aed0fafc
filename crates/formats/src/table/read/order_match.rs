//! Steps to put in order and pairs to bring together, one in each cell of a choice.

use crate::diagnostics::Code;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders;
use crate::diagnostics::Finding;
use crate::table::read::aliases::Role;
use crate::table::read::choices::{answers, letters};
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::options::{Offered, offered};
use crate::text::spellings;

/// Steps: as they stand where there is no answer, else in the order of its letters.
pub(crate) fn order(context: Context<'_>) -> Result<QuestionFields, LeftOut> {
    let offered = enough(context)?;
    let answers = answers(context)?;
    let mut steps: Vec<&Offered<'_>> = offered.iter().collect();
    if let Some((column, text)) = answers.first() {
        let n_letters = text.chars().filter(|sign| spellings::half_width(*sign).is_ascii_alphabetic()).count();
        let order = spellings::letters(text).filter(|order| order.len() == offered.len() && n_letters == offered.len());
        let find = |at: &usize| offered.iter().find(|offered| offered.at == *at);
        let ordered = order.and_then(|order| order.iter().map(find).collect::<Option<Vec<_>>>());
        steps = ordered.ok_or_else(|| {
            let (zh, en) = letters(&offered);
            let message = Words::new(
                format!("写的是 {text}，不是 {zh} 各一次的次序"),
                format!("it says {text}, which does not have each of {en} once"),
            );
            let help = Words::new(
                "把全部字母按正确的次序写一遍，如 BACD",
                "write every letter once in the right order, such as BACD",
            );
            Box::new(context.error(Code::NotAnOrder, column, message, help).instead(*text, Words::new(zh, en)))
        })?;
    }
    let mut question = builders::question(Kind::Order, context.text(Role::Stem));
    question.steps = Some(builders::steps(steps.iter().map(|offered| offered.text.as_ref())));
    Ok(question)
}

/// Pairs such as `119 → 火警`.
pub(crate) fn pairs(context: Context<'_>) -> Result<QuestionFields, LeftOut> {
    let offered = enough(context)?;
    let mut pairs = Vec::new();
    for offered in &offered {
        let sides = ["→", "——", "=>", "->", "＝", "="].iter().find_map(|sign| offered.text.split_once(sign));
        let sides = sides.map(|(left, right)| (left.trim(), right.trim()));
        let sides = sides.filter(|(left, right)| !left.is_empty() && !right.is_empty());
        pairs.push(sides.ok_or_else(|| {
            let message = Words::new(
                format!("看不出“{}”是哪两样连在一起", offered.text),
                format!("it does not say which two go together: {}", offered.text),
            );
            let help = Words::new("写成 左边 → 右边，如 119 → 火警", "write left → right, such as 119 → fire");
            Box::new(context.error(Code::NotAPair, offered.column, message, help))
        })?);
    }
    let mut question = builders::question(Kind::Match, context.text(Role::Stem));
    question.pairs = Some(builders::pairs(pairs));
    Ok(question)
}

fn enough(context: Context<'_>) -> Result<Vec<Offered<'_>>, LeftOut> {
    let offered = offered(context)?;
    if offered.len() > 1 {
        return Ok(offered);
    }
    let message = Words::new("选项格里至少要写两样", "there are fewer than two things in the cells of choices");
    let help = Words::new("每个选项格写一样", "write one in each cell");
    let column = context.header.column(Role::Choice(0)).or_else(|| context.header.column(Role::Choices));
    Err(Box::new(match column.or_else(|| context.header.column(Role::Stem)) {
        Some(column) => context.error(Code::TooFewParts, column, message, help),
        None => Finding::error(Code::TooFewParts, context.place(), message, help),
    }))
}
