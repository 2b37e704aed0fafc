//! Interactions to the kinds of this project.

use std::collections::BTreeSet;

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::kind::{Pair, Step};
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders::plain;
use crate::diagnostics::Finding;
use crate::qti::context::{Context, declaration, names};
use crate::qti::diagnostics::{no_key, unknown_key};
use crate::qti::dom::{attribute, children, name};
use crate::qti::scoring::{Declaration, Scoring};
use crate::qti::{choice, entry, spot};

type Outcome = Result<(), Box<Finding>>;

/// Fills in what is asked for and what is right.
pub(super) fn fill<'x, 'a>(
    context: &mut Context<'x, 'a>,
    question: &mut QuestionFields,
    interactions: &[Node<'x, 'a>],
    scoring: Scoring<'x>,
) -> Outcome {
    let first = interactions[0];
    if interactions.iter().all(|node| name(*node) == "text-entry-interaction") {
        return entry::fill(context, question, interactions, scoring);
    }
    if let Some(second) = interactions.get(1) {
        return Err(several(context, *second));
    }
    let declaration = declaration(context, first)?;
    if matches!(scoring, Scoring::Near { .. }) {
        return Err(context.unscorable(first));
    }
    match name(first).as_ref() {
        "choice-interaction" | "inline-choice-interaction" => {
            choice::fill(context, question, first, &declaration, scoring)
        }
        "order-interaction" => order(context, question, first, &declaration, scoring),
        "match-interaction" => pairs(context, question, first, &declaration, scoring),
        "hotspot-interaction" => spot::fill(context, question, first, &declaration, scoring),
        _ => Err(unsupported(context, first)),
    }
}

fn order<'x, 'a>(
    context: &mut Context<'x, 'a>,
    question: &mut QuestionFields,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Outcome {
    if scoring == Scoring::Map {
        return Err(context.unscorable(at));
    }
    let choices: Vec<Node<'x, 'a>> = children(at, "simple-choice").collect();
    let ids = names(&choices);
    let mut steps = Vec::new();
    for value in &declaration.correct {
        let index = choices.iter().position(|choice| attribute(*choice, "identifier") == Some(value.trim()));
        let index = index.ok_or_else(|| unknown_key(context, at, value, &choices))?;
        let text = plain(context.text(choices[index]));
        steps.push(Step { id: ids[index].clone(), text });
    }
    if steps.len() < choices.len() || steps.is_empty() {
        let message = Words::new(
            format!("有 {} 步，正确顺序里只写了 {} 步", choices.len(), steps.len()),
            format!("there are {} steps and {} of them in the correct order", choices.len(), steps.len()),
        );
        let help = Words::new("把每一步都写进 qti-correct-response", "put every step into qti-correct-response");
        return Err(context.error(Code::QtiOrderIncomplete, at, message, help));
    }
    question.kind = Kind::Order;
    question.steps = Some(steps);
    Ok(())
}

fn pairs<'x, 'a>(
    context: &mut Context<'x, 'a>,
    question: &mut QuestionFields,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Outcome {
    let sets: Vec<Vec<Node<'x, 'a>>> =
        children(at, "simple-match-set").map(|set| children(set, "simple-associable-choice").collect()).collect();
    let [lefts, rights] = sets.as_slice() else { return Err(no_key(context, at)) };
    let keys = keys_of_pairs(context, at, declaration, scoring);
    let find = |side: &[Node<'x, 'a>], wanted| {
        side.iter().copied().find(|node| attribute(*node, "identifier") == Some(wanted))
    };
    let ids = names(lefts);
    let (mut pairs, mut taken) = (Vec::new(), BTreeSet::new());
    for (left, id) in lefts.iter().zip(ids) {
        let own: Vec<&str> =
            keys.iter().filter(|key| Some(key.0) == attribute(*left, "identifier")).map(|key| key.1).collect();
        let [right] = own.as_slice() else { return Err(not_one_to_one(context, *left)) };
        let node = find(rights, right).ok_or_else(|| unknown_key(context, at, right, rights))?;
        if !taken.insert(*right) {
            return Err(not_one_to_one(context, node));
        }
        let (left, right) = (plain(context.text(*left)), plain(context.text(node)));
        pairs.push(Pair { id, left, right });
    }
    let spare =
        rights.iter().copied().find(|right| !attribute(*right, "identifier").is_some_and(|id| taken.contains(id)));
    if let Some(spare) = spare {
        let message = Words::new(
            "右边有一项配不上左边的任何一项，没有读进来",
            "a right side belongs to no left side and was left out",
        );
        let help = Words::new(
            "连线题左右要一样多；要留着它，就改成单选题",
            "a match has as many right sides as left ones: make it a choice to keep it",
        );
        context.warn(Code::QtiSpareSide, spare, message, help);
    }
    question.kind = Kind::Match;
    question.pairs = Some(pairs);
    Ok(())
}

/// Which left side belongs to which right one.
fn keys_of_pairs<'x, 'a>(
    context: &mut Context<'x, 'a>,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Vec<(&'x str, &'x str)> {
    let split = |key: &'x str| key.trim().split_once(char::is_whitespace).map(|(left, right)| (left, right.trim()));
    let Some(mapping) = declaration.mapping.as_ref().filter(|_| scoring == Scoring::Map) else {
        return declaration.correct.iter().copied().filter_map(split).collect();
    };
    let worths: Vec<f64> = mapping.entries.iter().map(|(_, worth)| *worth).filter(|worth| *worth > 0.0).collect();
    if worths.windows(2).any(|two| (two[0] - two[1]).abs() > 1e-6)
        || mapping.entries.iter().any(|(_, worth)| *worth < 0.0)
    {
        let message = Words::new(
            "各对的分值不一样，这里每一对算一样的分",
            "the pairs are worth different points, and count the same here",
        );
        let help = Words::new("看看这样计分行不行", "see whether that will do");
        context.warn(Code::QtiWorthLost, at, message, help);
    }
    if !declaration.correct.is_empty() {
        return declaration.correct.iter().copied().filter_map(split).collect();
    }
    mapping.entries.iter().filter(|(_, worth)| *worth > 0.0).filter_map(|(key, _)| split(key)).collect()
}

fn not_one_to_one<'x, 'a>(context: &Context<'x, 'a>, at: Node<'x, 'a>) -> Box<Finding> {
    context.error(
        Code::QtiNotOneToOne,
        at,
        Words::new(
            "这一项不是正好配一项，连线题判不对",
            "this does not belong to exactly one other, so a match would be marked wrong",
        ),
        Words::new(
            "左边每一项配右边不同的一项；归类的题改成几道单选题",
            "give each left side a right side of its own, or make single choices of it",
        ),
    )
}

fn several<'x, 'a>(context: &Context<'x, 'a>, at: Node<'x, 'a>) -> Box<Finding> {
    context.error(
        Code::QtiSeveral,
        at,
        Words::new("一道题里有几处不同的作答，读不了", "the item asks for several answers of different kinds"),
        Words::new("拆成几道题，一道题一处作答", "make an item of each"),
    )
}

fn unsupported<'x, 'a>(context: &Context<'x, 'a>, at: Node<'x, 'a>) -> Box<Finding> {
    let found = at.tag_name().name();
    let message = Words::new(format!("没有 {found} 这种题型"), format!("there is no kind of question for {found}"));
    let help = Words::new(
        "能读的是单选、多选、判断、填空、排序、连线和看图找隐患；改成其中一种",
        "make it a choice, a blank, an order, a match or a hotspot",
    );
    let expected = Words::new("qti-choice-interaction 等", "qti-choice-interaction and the like");
    Box::new(context.error(Code::QtiUnsupported, at, message, help).instead(found, expected))
}
