//! What is asked for and what is right, by Moodle's name of the type.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::kind::{Choice, NumberKey};
use sixinto_core::bank::{Kind, MAX_PARTS, QuestionFields};
use sixinto_core::check::Words;

use crate::builders;
use crate::moodle::blanks::{self, Accepted};
use crate::moodle::fractions::{self, WHOLE, worths};
use crate::moodle_xml::context::{Context, Fault};
use crate::moodle_xml::diagnostics::{empty, fraction, none_right, too_few};
use crate::moodle_xml::element::{child, children, raw, raw_of};
use crate::text::numerals::decimal;

pub(super) fn read(context: &mut Context<'_>, node: Node<'_, '_>, stem: String) -> Result<QuestionFields, Fault> {
    match node.attribute("type").unwrap_or_default() {
        "multichoice" => choices(context, node, &stem),
        "truefalse" => judge(context, node, &stem),
        "shortanswer" => words(context, node, stem),
        "numerical" => number(context, node, &stem),
        "matching" => pairs(context, node, &stem),
        "ordering" => order(context, node, &stem),
        other => {
            let message = Words::new(
                format!("{other} 类型的题这里没有，没有导入"),
                format!("questions of the type {other} are not known here; it was left out"),
            );
            let help = Words::new(
                "改成选择、判断、填空、数字、连线或排序题，或者不管它",
                "make it a choice, true or false, short answer, number, matching or ordering question, or leave it",
            );
            Err(context.error(Code::UnsupportedType, node, message, help))
        }
    }
}

fn choices(context: &mut Context<'_>, node: Node<'_, '_>, stem: &str) -> Result<QuestionFields, Fault> {
    let is_single = matches!(raw_of(node, "single").as_str(), "" | "true" | "1");
    let kind = if is_single { Kind::Single } else { Kind::Multiple };
    let answers = parts(context, node, "answer", 2)?;
    let mut fractions = Vec::with_capacity(answers.len());
    let mut choices = Vec::with_capacity(answers.len());
    for (at, answer) in answers.into_iter().enumerate() {
        fractions.push(fraction(context, answer)?);
        let text = filled(context, answer)?;
        let why = child(answer, "feedback").and_then(|feedback| context.text(feedback));
        choices.push(Choice { id: builders::letter(at), text: builders::plain(text), why, ..Choice::default() });
    }
    let positive: i64 = fractions.iter().filter(|fraction| **fraction > 0).sum();
    if positive == 0 {
        return Err(none_right(context, node));
    }
    if !is_single && (positive - WHOLE).abs() > 500 {
        let sum = fractions::shown(positive);
        let message = Words::new(
            format!("全部选对一共得 {sum}%，应该是 100%"),
            format!("everything right earns {sum} % and should earn 100 %"),
        );
        context.warn(Code::WeightsSum, node, message, Words::new("改一改分值", "change the weights"));
    }
    for (choice, worth) in choices.iter_mut().zip(worths(kind, &fractions)) {
        choice.correct = worth.correct;
        choice.weight = worth.weight;
    }
    Ok(QuestionFields { choices: Some(choices), ..builders::question(kind, stem) })
}

/// The answer that earns the whole says which it is; its feedback explains, or else that of the other.
fn judge(context: &mut Context<'_>, node: Node<'_, '_>, stem: &str) -> Result<QuestionFields, Fault> {
    let mut right = None;
    let mut feedback = Vec::new();
    for answer in children(node, "answer").take(MAX_PARTS) {
        let own = child(answer, "feedback");
        if fraction(context, answer)? == WHOLE {
            right = Some(raw(answer).to_lowercase());
            feedback.splice(0..0, own);
        } else {
            feedback.extend(own);
        }
    }
    let answer = match right.as_deref() {
        Some("true") => true,
        Some("false") => false,
        _ => return Err(none_right(context, node)),
    };
    let explanation = context.explain(node, &feedback);
    Ok(QuestionFields { answer: Some(answer), explanation, ..builders::question(Kind::Judge, stem) })
}

fn words(context: &mut Context<'_>, node: Node<'_, '_>, stem: String) -> Result<QuestionFields, Fault> {
    let mut accept: Vec<String> = Vec::new();
    let mut feedback = Vec::new();
    for answer in parts(context, node, "answer", 1)? {
        let own = child(answer, "feedback");
        let fraction = fraction(context, answer)?;
        if fraction < WHOLE {
            feedback.extend(own);
            if fraction > 0 {
                context.left_out(
                    Code::PartialAnswer,
                    answer,
                    "只得一部分分的答案没有导入",
                    "an answer that is only partly right was left out",
                );
            }
            continue;
        }
        feedback.splice(0..0, own);
        match blanks::accepted(&raw(answer)) {
            Accepted::Text(text) => accept.push(text),
            Accepted::Empty => return Err(empty(context, answer)),
            Accepted::Wildcard => context.left_out(
                Code::WildcardAnswer,
                answer,
                "带通配符 * 的答案没有导入",
                "an answer with the wildcard * was left out",
            ),
        }
    }
    if accept.is_empty() {
        return Err(none_right(context, node));
    }
    let (stem, n_gaps) = blanks::with_gap(stem);
    if n_gaps > 1 {
        let message = Words::new(
            format!("题干里有 {n_gaps} 个空，答案只有一个空的"),
            format!("the text has {n_gaps} gaps and the answers are for one"),
        );
        context.warn(
            Code::SeveralGaps,
            node,
            message,
            Words::new("拆成几道题，每道题一个空", "split it into questions with one gap each"),
        );
    }
    let explanation = context.explain(node, &feedback);
    let blanks = vec![builders::blank(accept.iter().map(String::as_str))];
    Ok(QuestionFields { blanks: Some(blanks), explanation, ..builders::question(Kind::Blank, stem) })
}

fn number(context: &mut Context<'_>, node: Node<'_, '_>, stem: &str) -> Result<QuestionFields, Fault> {
    let mut key: Option<NumberKey> = None;
    let mut feedback = Vec::new();
    for answer in parts(context, node, "answer", 1)? {
        let own = child(answer, "feedback");
        let fraction = fraction(context, answer)?;
        if raw(answer) == "*" && fraction < WHOLE {
            feedback.extend(own);
            continue;
        }
        let read = number_key(context, answer)?;
        if fraction == WHOLE && key.is_none() {
            key = Some(read);
            feedback.splice(0..0, own);
        } else {
            feedback.extend(own);
            context.left_out(
                Code::SecondNumber,
                answer,
                "这里只能有一个数字，这一个没有导入",
                "there is room for one number; this one was left out",
            );
        }
    }
    let Some(mut number) = key else { return Err(none_right(context, node)) };
    number.unit = unit(context, node);
    let explanation = context.explain(node, &feedback);
    Ok(QuestionFields { number: Some(number), explanation, ..builders::question(Kind::Number, stem) })
}

fn number_key(context: &Context<'_>, answer: Node<'_, '_>) -> Result<NumberKey, Fault> {
    let (text, around) = (raw(answer), raw_of(answer, "tolerance"));
    let value = decimal(&text);
    let tolerance = decimal(if around.is_empty() { "0" } else { &around }).filter(|tolerance| tolerance.micro >= 0);
    let found = if value.is_some() { around } else { text };
    if let (Some(value), Some(tolerance)) = (value, tolerance) {
        return Ok(NumberKey { value, tolerance, unit: None });
    }
    let message = Words::new("答案或误差不是数字", "the answer or its tolerance is no number");
    let help = Words::new("写成 119 这样的数字，最多六位小数", "write a number such as 119, with at most six decimals");
    let expected = Words::new("数字", "a number");
    Err(Box::new(context.error(Code::NotANumber, answer, message, help).instead(found, expected)))
}

/// The unit in which the answer is given; others have no place.
fn unit(context: &mut Context<'_>, node: Node<'_, '_>) -> Option<sixinto_core::Text> {
    let mut own = None;
    for unit in child(node, "units").into_iter().flat_map(|units| children(units, "unit")) {
        let name = raw_of(unit, "unit_name");
        let is_one = decimal(&raw_of(unit, "multiplier")).is_some_and(|factor| factor.micro == 1_000_000);
        if is_one && own.is_none() && !name.is_empty() {
            own = Some(builders::plain(name));
        } else {
            context.left_out(
                Code::SecondUnit,
                unit,
                "这里只能有一个单位，这一个没有导入",
                "there is room for one unit; this one was left out",
            );
        }
    }
    own
}

fn pairs(context: &mut Context<'_>, node: Node<'_, '_>, stem: &str) -> Result<QuestionFields, Fault> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in parts(context, node, "subquestion", 2)? {
        let left = context.words(part);
        let right = raw_of(part, "answer");
        if right.is_empty() {
            return Err(empty(context, part));
        }
        if left.is_empty() {
            context.left_out(
                Code::ExtraRightSide,
                part,
                "多出来的右边没有导入",
                "a right side that belongs to nothing was left out",
            );
        } else {
            pairs.push((left, right));
        }
    }
    if pairs.len() < 2 {
        return Err(too_few(context, node, 2, pairs.len()));
    }
    let pairs = builders::pairs(pairs.iter().map(|(left, right)| (left.as_str(), right.as_str())));
    Ok(QuestionFields { pairs: Some(pairs), ..builders::question(Kind::Match, stem) })
}

/// The plugin's answers stand in their right order.
fn order(context: &mut Context<'_>, node: Node<'_, '_>, stem: &str) -> Result<QuestionFields, Fault> {
    let mut steps = Vec::new();
    for answer in parts(context, node, "answer", 2)? {
        steps.push(filled(context, answer)?);
    }
    let steps = builders::steps(steps.iter().map(String::as_str));
    Ok(QuestionFields { steps: Some(steps), ..builders::question(Kind::Order, stem) })
}

/// The parts of a question, neither too few nor too many.
fn parts<'a, 'i>(
    context: &Context<'_>,
    node: Node<'a, 'i>,
    name: &'static str,
    least: usize,
) -> Result<Vec<Node<'a, 'i>>, Fault> {
    let parts: Vec<_> = children(node, name).take(MAX_PARTS + 1).collect();
    if parts.len() < least {
        return Err(too_few(context, node, least, parts.len()));
    }
    if parts.len() > MAX_PARTS {
        let message = Words::new(
            format!("答案太多：一道题最多 {MAX_PARTS} 个"),
            format!("too many answers: a question has at most {MAX_PARTS}"),
        );
        return Err(context.error(
            Code::TooManyAnswers,
            node,
            message,
            Words::new("拆成几道题", "split it into several questions"),
        ));
    }
    Ok(parts)
}

fn filled(context: &mut Context<'_>, answer: Node<'_, '_>) -> Result<String, Fault> {
    let text = context.words(answer);
    if text.is_empty() { Err(empty(context, answer)) } else { Ok(text) }
}
