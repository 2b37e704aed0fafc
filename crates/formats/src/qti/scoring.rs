//! How an item is scored: which of the few ways that this project can keep, or none of them.
//!
//! Response processing is a small programming language. It is not run here: the two standard templates, and the same
//! written out, are recognised by their shape. Anything else could score anything, and the item is refused.

use roxmltree::Node;

use crate::qti::dom::{attribute, child, children, name};

/// What gives points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scoring<'a> {
    /// The response is the correct one (`match_correct`).
    Match,
    /// The sum of what each part of the response is worth (`map_response`).
    Map,
    /// A number near the correct one.
    Near {
        /// What `equal` says about it.
        tolerance: &'a str,
        /// Whether the tolerance is a percentage.
        is_relative: bool,
    },
    /// Nobody says; the correct response is all there is.
    Unsaid,
}

/// The way an item is scored.
///
/// # Errors
/// The rules that are none of the known ones.
pub(super) fn of<'a, 'i>(item: Node<'a, 'i>) -> Result<Scoring<'a>, Node<'a, 'i>> {
    let Some(processing) = child(item, "response-processing") else { return Ok(Scoring::Unsaid) };
    if let Some(template) = attribute(processing, "template") {
        let template = template.trim_end_matches(".xml").rsplit('/').next().unwrap_or_default();
        return match template {
            "match_correct" | "cc2_match" | "cc2_match_basic" | "CC2_match" | "CC2_match_basic" => Ok(Scoring::Match),
            "map_response" | "cc2_map_response" | "CC2_map_response" => Ok(Scoring::Map),
            _ => Err(processing),
        };
    }
    let mut scoring = None;
    for rule in processing.children().filter(Node::is_element).filter(|rule| scores(*rule)) {
        let found = in_rule(rule).ok_or(rule)?;
        if scoring.replace(found).is_some() {
            return Err(rule);
        }
    }
    Ok(scoring.unwrap_or(Scoring::Unsaid))
}

/// Whether a rule sets the score to anything but nothing.
fn scores(rule: Node<'_, '_>) -> bool {
    rule.descendants()
        .any(|node| node.is_element() && name(node) == "set-outcome-value" && is_score(node) && !is_zero(node))
}

fn is_score(set: Node<'_, '_>) -> bool {
    attribute(set, "identifier") == Some("SCORE")
}

fn is_zero(set: Node<'_, '_>) -> bool {
    let value = child(set, "base-value").and_then(|value| value.text());
    value.and_then(|value| value.trim().parse::<f64>().ok()) == Some(0.0)
}

fn in_rule<'a>(rule: Node<'a, '_>) -> Option<Scoring<'a>> {
    match name(rule).as_ref() {
        "set-outcome-value" => is_mapped(rule).then_some(Scoring::Map),
        "response-condition" => in_condition(rule),
        _ => None,
    }
}

/// `SCORE = map-response`, or the sum of several.
fn is_mapped(set: Node<'_, '_>) -> bool {
    let mut expressions = set.children().filter(Node::is_element);
    let (first, next) = (expressions.next(), expressions.next());
    next.is_none()
        && first.is_some_and(|first| match name(first).as_ref() {
            "map-response" => true,
            "sum" => first.children().filter(Node::is_element).all(|part| name(part) == "map-response"),
            _ => false,
        })
}

fn in_condition<'a>(condition: Node<'a, '_>) -> Option<Scoring<'a>> {
    let branch = child(condition, "response-if")?;
    let test = branch.children().find(Node::is_element)?;
    let others = || condition.children().filter(|node| node.is_element() && *node != branch);
    if is_null_test(test) {
        let inverted = name(test) == "not";
        let (mapped, nothing) =
            if inverted { (Some(branch), None) } else { (child(condition, "response-else"), Some(branch)) };
        let sets = children(mapped?, "set-outcome-value").filter(|set| is_score(*set));
        let rest = nothing.into_iter().chain(others().filter(|node| Some(*node) != mapped));
        return (sets.map(is_mapped).eq([true]) && rest.into_iter().all(|node| !scores(node))).then_some(Scoring::Map);
    }
    let known = if is_match(test) { Some(Scoring::Match) } else { near(test) };
    // Half the points for another answer would be a third way.
    known.filter(|_| scores(branch) && others().all(|node| !scores(node)))
}

fn is_null_test(test: Node<'_, '_>) -> bool {
    match name(test).as_ref() {
        "is-null" => true,
        "not" => test.children().find(Node::is_element).is_some_and(|inner| name(inner) == "is-null"),
        _ => false,
    }
}

/// `match` of a response with its correct value, or all of several.
fn is_match(test: Node<'_, '_>) -> bool {
    match name(test).as_ref() {
        "match" => child(test, "variable").is_some() && child(test, "correct").is_some(),
        "and" => test.children().filter(Node::is_element).all(|part| name(part) == "match" && is_match(part)),
        _ => false,
    }
}

/// `equal` of a response with its correct value.
fn near<'a>(test: Node<'a, '_>) -> Option<Scoring<'a>> {
    let is_equal = name(test) == "equal" && child(test, "variable").is_some() && child(test, "correct").is_some();
    let tolerance = attribute(test, "tolerance").unwrap_or("0");
    match attribute(test, "tolerance-mode").unwrap_or("exact") {
        _ if !is_equal => None,
        "exact" => Some(Scoring::Near { tolerance: "0", is_relative: false }),
        "absolute" => Some(Scoring::Near { tolerance, is_relative: false }),
        "relative" => Some(Scoring::Near { tolerance, is_relative: true }),
        _ => None,
    }
}

/// What a response consists of and what it is worth.
#[derive(Debug, Default)]
pub(super) struct Declaration<'a> {
    /// `identifier`, `string`, `float`…
    pub(super) base_type: &'a str,
    /// Whether it may have several values.
    pub(super) is_single: bool,
    /// The correct values, in their order.
    pub(super) correct: Vec<&'a str>,
    /// What values are worth, where they are.
    pub(super) mapping: Option<Mapping<'a>>,
}

/// What values are worth.
#[derive(Debug, Default)]
pub(super) struct Mapping<'a> {
    /// Of the values that are named.
    pub(super) entries: Vec<(&'a str, f64)>,
    /// Of all others.
    pub(super) default: f64,
    /// The most that all of them can be worth.
    pub(super) upper: Option<f64>,
}

impl<'a> Declaration<'a> {
    /// The declaration of a response in an item.
    pub(super) fn find(item: Node<'a, '_>, response: &str) -> Option<Self> {
        let node =
            children(item, "response-declaration").find(|node| attribute(*node, "identifier") == Some(response))?;
        let correct = child(node, "correct-response");
        let values = correct.into_iter().flat_map(|correct| children(correct, "value"));
        Some(Self {
            base_type: attribute(node, "base-type").unwrap_or_default(),
            is_single: attribute(node, "cardinality").unwrap_or("single") == "single",
            correct: values.map(|value| value.text().unwrap_or_default()).collect(),
            mapping: child(node, "mapping").map(Mapping::read),
        })
    }
}

impl<'a> Mapping<'a> {
    fn read(node: Node<'a, '_>) -> Self {
        let number = |node: Node<'a, '_>, name| attribute(node, name).and_then(|text| text.trim().parse::<f64>().ok());
        let entry = |entry| Some((attribute(entry, "map-key")?, number(entry, "mapped-value")?));
        Self {
            entries: children(node, "map-entry").filter_map(entry).collect(),
            default: number(node, "default-value").unwrap_or(0.0),
            upper: number(node, "upper-bound"),
        }
    }

    /// What a value is worth.
    pub(super) fn worth(&self, value: &str) -> f64 {
        self.entries.iter().find(|(key, _)| *key == value).map_or(self.default, |(_, worth)| *worth)
    }

    /// What a response is worth that earns all points: the upper bound, or else all that can be had.
    pub(super) fn whole(&self, is_single: bool) -> f64 {
        let positive = self.entries.iter().map(|(_, worth)| *worth).filter(|worth| *worth > 0.0);
        self.upper.unwrap_or_else(|| if is_single { self.highest() } else { positive.sum() })
    }

    /// What the best value is worth by itself.
    pub(super) fn highest(&self) -> f64 {
        self.entries.iter().map(|(_, worth)| *worth).fold(0.0, f64::max)
    }
}
