//! What can be wrong with the answers of a question, in words.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::check::Words;

use crate::moodle::fractions::{self, percent, snap};
use crate::moodle_xml::context::{Context, Fault};

/// What an answer is worth, where Moodle has such a grade.
pub(super) fn fraction(context: &Context<'_>, answer: Node<'_, '_>) -> Result<i64, Fault> {
    let text = answer.attribute("fraction").unwrap_or("0").trim();
    let fraction = percent(text);
    if let Some(fraction) = fraction.and_then(snap) {
        return Ok(fraction);
    }
    let message = Words::new(format!("Moodle 没有 {text}% 这个分值"), format!("Moodle has no grade of {text} %"));
    let near = fraction.map(|fraction| fractions::shown(fractions::nearest(fraction)));
    let help = match &near {
        Some(near) => Words::new(format!("改成最接近的 {near}"), format!("write {near}, the nearest one")),
        None => Words::new("写成 100、50、33.33333 这样的数字", "write a number such as 100, 50 or 33.33333"),
    };
    let expected = Words::new(
        "100、90、83.33333、80、75、70、66.66667、60、50 等",
        "100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50 and so on",
    );
    let fault = context.error(Code::WeightNotAllowed, answer, message, help).instead(text, expected);
    Err(Box::new(match near {
        Some(near) => fault.suggesting(near),
        None => fault,
    }))
}

pub(super) fn empty(context: &Context<'_>, answer: Node<'_, '_>) -> Fault {
    let help = Words::new("在 Moodle 里补上文字，或者删去它", "write something in Moodle, or remove it");
    context.error(Code::EmptyAnswer, answer, Words::new("这个答案是空的", "this answer is empty"), help)
}

pub(super) fn none_right(context: &Context<'_>, node: Node<'_, '_>) -> Fault {
    let message = Words::new("没有一个答案是对的", "none of the answers is right");
    context.error(
        Code::NoRightAnswer,
        node,
        message,
        Words::new("在 Moodle 里给对的答案 100% 的分值", "give the right answer a grade of 100 % in Moodle"),
    )
}

pub(super) fn too_few(context: &Context<'_>, node: Node<'_, '_>, least: usize, n: usize) -> Fault {
    let message = Words::new(
        format!("至少要有 {least} 个答案，这里只有 {n} 个"),
        format!("there should be at least {least} answers, and there is {n}"),
    );
    context.error(Code::TooFewAnswers, node, message, Words::new("在 Moodle 里补上", "add some in Moodle"))
}
