//! Choices: one right, several right, or true and false.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::kind::Choice;
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders::plain;
use crate::diagnostics::Finding;
use crate::qti::context::{Context, names};
use crate::qti::diagnostics::{no_key, unknown_key};
use crate::qti::dom::{all, attribute, children};
use crate::qti::scoring::{Declaration, Mapping, Scoring};
use crate::text::spellings;

pub(super) fn fill<'x, 'a>(
    context: &mut Context<'x, 'a>,
    question: &mut QuestionFields,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Result<(), Box<Finding>> {
    let mut nodes: Vec<Node<'x, 'a>> = children(at, "simple-choice").collect();
    nodes.extend(children(at, "inline-choice"));
    let right = right_ones(context, at, &nodes, declaration, scoring)?;
    let mut choices = Vec::new();
    for ((node, id), correct) in nodes.iter().zip(names(&nodes)).zip(right) {
        let text = plain(context.text(*node));
        let fixed = attribute(*node, "fixed") == Some("true");
        choices.push(Choice { id, text, correct, fixed, why: why(context, *node).map(plain), weight: None });
    }
    let is_single = declaration.is_single || (context.own.is_none() && attribute(at, "max-choices") == Some("1"));
    if let Some(answer) = judgement(context, &nodes, &choices).filter(|_| is_single) {
        question.kind = Kind::Judge;
        question.answer = Some(answer);
        question.explanation = together(context, at, &choices).map(plain);
        return Ok(());
    }
    if is_single && choices.iter().filter(|choice| choice.correct).count() > 1 {
        return Err(several_right(context, at));
    }
    if let Some(mapping) = declaration.mapping.as_ref().filter(|_| scoring == Scoring::Map) {
        weigh(context, at, &mut choices, &nodes, mapping, is_single)?;
    }
    question.kind = if is_single { Kind::Single } else { Kind::Multiple };
    question.choices = Some(choices);
    Ok(())
}

/// Which of the nodes are right.
pub(super) fn right_ones<'x, 'a>(
    context: &Context<'x, 'a>,
    at: Node<'x, 'a>,
    nodes: &[Node<'x, 'a>],
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Result<Vec<bool>, Box<Finding>> {
    let identifier = |node: &Node<'x, 'a>| attribute(*node, "identifier").unwrap_or_default();
    for value in &declaration.correct {
        if !nodes.iter().any(|node| identifier(node) == value.trim()) {
            return Err(unknown_key(context, at, value, nodes));
        }
    }
    let mapping = declaration.mapping.as_ref().filter(|_| scoring == Scoring::Map);
    let best = mapping.map_or(0.0, Mapping::highest);
    let is_right = |node: &Node<'x, 'a>| match mapping {
        Some(mapping) if declaration.correct.is_empty() => {
            let worth = mapping.worth(identifier(node));
            worth > 0.0 && (!declaration.is_single || worth >= best)
        }
        _ => declaration.correct.iter().any(|value| value.trim() == identifier(node)),
    };
    let right: Vec<bool> = nodes.iter().map(is_right).collect();
    if right.contains(&true) || context.own.is_some() { Ok(right) } else { Err(no_key(context, at)) }
}

fn why<'x, 'a>(context: &mut Context<'x, 'a>, choice: Node<'x, 'a>) -> Option<String> {
    let nodes: Vec<Node<'x, 'a>> = all(choice, "feedback-inline").chain(all(choice, "feedback-block")).collect();
    let texts: Vec<String> = nodes.into_iter().map(|node| context.text(node)).filter(|text| !text.is_empty()).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// What is said of either choice of a judgement, which has no room for both, as one text.
fn together<'x, 'a>(context: &mut Context<'x, 'a>, at: Node<'x, 'a>, choices: &[Choice]) -> Option<String> {
    let mut whys: Vec<&str> = choices.iter().filter_map(|choice| choice.why.as_ref()?.all().next()).collect();
    whys.dedup();
    if whys.len() > 1 {
        let message = Words::new(
            "判断题的对和错各有说明，这里只有一段解析，两段合在了一起",
            "there is feedback for true and for false; a judge question has one explanation, so both were put into it",
        );
        let help = Words::new(
            "看看解析读起来通不通，改成一段话",
            "read the explanation and make one text of it that makes sense",
        );
        context.warn(Code::QtiFeedbackJoined, at, message, help);
    }
    (!whys.is_empty()).then(|| whys.join("\n"))
}

/// Whether two choices are true and false, and which of them is right.
fn judgement(context: &Context<'_, '_>, nodes: &[Node<'_, '_>], choices: &[Choice]) -> Option<bool> {
    let [one, other] = choices else { return None };
    if context.own.is_some_and(|kind| kind != "judge") {
        return None;
    }
    let by_name = |node: Node<'_, '_>| match attribute(node, "identifier")?.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    };
    let says = |choice: &Choice| choice.text.all().next().and_then(spellings::truth);
    let truths = says(one).zip(says(other)).or_else(|| by_name(nodes[0]).zip(by_name(nodes[1])));
    let (first, second) = truths.filter(|(first, second)| first != second)?;
    Some(if one.correct { first } else { second })
}

/// What each choice is worth, in percent of the most. A single choice that is worth all or nothing needs no weights.
fn weigh<'x, 'a>(
    context: &mut Context<'x, 'a>,
    at: Node<'x, 'a>,
    choices: &mut [Choice],
    nodes: &[Node<'x, 'a>],
    mapping: &Mapping<'x>,
    is_single: bool,
) -> Result<(), Box<Finding>> {
    let best = mapping.whole(is_single);
    if best <= 0.0 {
        return Err(context.unscorable(at));
    }
    let worth = |node: &Node<'x, 'a>| mapping.worth(attribute(*node, "identifier").unwrap_or_default());
    let is_whole = |(choice, node): (&Choice, &Node<'x, 'a>)| {
        let whole = if choice.correct { best } else { 0.0 };
        (worth(node) - whole).abs() < 1e-6
    };
    if is_single && context.own.is_none() && choices.iter().zip(nodes).all(is_whole) {
        return Ok(());
    }
    let mut is_rounded = false;
    for (choice, node) in choices.iter_mut().zip(nodes) {
        let identifier = attribute(*node, "identifier").unwrap_or_default();
        let is_named = mapping.entries.iter().any(|(key, _)| *key == identifier);
        if is_named || mapping.default != 0.0 {
            let percent = (worth(node) / best * 100.0).clamp(-100.0, 100.0);
            is_rounded |= (percent - percent.round()).abs() > 1e-6;
            choice.weight = Some(whole(percent));
        }
    }
    if is_rounded {
        let message = Words::new(
            "选项的分值不是整数百分比，已经四舍五入",
            "what choices are worth is no whole percentage and was rounded",
        );
        let help = Words::new("看看 weight 加起来是不是 100", "see whether the weights still add up to 100");
        context.warn(Code::QtiWeightRounded, at, message, help);
    }
    Ok(())
}

#[expect(clippy::cast_possible_truncation, reason = "a percentage from -100 to 100 fits")]
fn whole(percent: f64) -> i16 {
    percent.round() as i16
}

fn several_right<'x, 'a>(context: &Context<'x, 'a>, at: Node<'x, 'a>) -> Box<Finding> {
    context.error(
        Code::QtiSeveralRight,
        at,
        Words::new("只能选一项的题写了几个正确答案", "one choice is asked for and several are right"),
        Words::new(
            "多选题把 cardinality 改成 multiple；单选题只留一个正确答案",
            "write cardinality=\"multiple\", or leave one correct response",
        ),
    )
}
