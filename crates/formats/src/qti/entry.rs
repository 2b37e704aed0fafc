//! Places to type at: words, or one number.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::kind::{BlankSlot, Decimal, NumberKey};
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::Words;

use crate::builders::{blank, plain};
use crate::diagnostics::Finding;
use crate::qti::context::{Context, declaration};
use crate::qti::diagnostics::no_key;
use crate::qti::dom::own;
use crate::qti::scoring::{Declaration, Mapping, Scoring};

pub(super) fn fill<'x, 'a>(
    context: &mut Context<'x, 'a>,
    question: &mut QuestionFields,
    entries: &[Node<'x, 'a>],
    scoring: Scoring<'x>,
) -> Result<(), Box<Finding>> {
    if let [entry] = entries {
        let declaration = declaration(context, *entry)?;
        if let Some(key) = number(context, *entry, &declaration, scoring)? {
            question.kind = Kind::Number;
            question.number = Some(key);
            return Ok(());
        }
    }
    if matches!(scoring, Scoring::Near { .. }) {
        return Err(context.unscorable(entries[0]));
    }
    let mut blanks = Vec::new();
    for entry in entries {
        let declaration = declaration(context, *entry)?;
        blanks.push(slot(context, *entry, &declaration, scoring)?);
    }
    question.kind = Kind::Blank;
    question.blanks = Some(blanks);
    Ok(())
}

/// The number asked for, where it is one.
fn number<'x, 'a>(
    context: &Context<'x, 'a>,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Result<Option<NumberKey>, Box<Finding>> {
    let is_number = matches!(declaration.base_type, "integer" | "float");
    let value = match (declaration.correct.as_slice(), scoring) {
        ([value], Scoring::Match | Scoring::Near { .. } | Scoring::Unsaid) if is_number => value,
        _ => return Ok(None),
    };
    let value: Decimal = value.parse().map_err(|_| context.unscorable(at))?;
    let tolerance = match scoring {
        Scoring::Near { tolerance, is_relative } => {
            around(value, tolerance, is_relative).ok_or_else(|| context.unscorable(at))?
        }
        _ => Decimal::default(),
    };
    Ok(Some(NumberKey { value, tolerance, unit: own(context.node, "unit").map(plain) }))
}

/// How far off an answer may be. Two tolerances, below and above, must be the same.
fn around(value: Decimal, tolerance: &str, is_relative: bool) -> Option<Decimal> {
    let mut parts = tolerance.split_whitespace().map(str::parse::<Decimal>);
    let below = parts.next()?.ok()?;
    let is_even = parts.all(|above| above == Ok(below));
    let micro = if is_relative {
        // Percent of a number in millionths, in millionths.
        let product = i128::from(value.micro.abs()) * i128::from(below.micro);
        i64::try_from(product / 100_000_000).ok()?
    } else {
        below.micro
    };
    (is_even && micro >= 0).then_some(Decimal { micro })
}

/// What one blank accepts. Case and width do not matter here, so that what QTI would take is taken.
fn slot<'x, 'a>(
    context: &mut Context<'x, 'a>,
    at: Node<'x, 'a>,
    declaration: &Declaration<'x>,
    scoring: Scoring<'x>,
) -> Result<BlankSlot, Box<Finding>> {
    let mapping = declaration.mapping.as_ref().filter(|_| scoring != Scoring::Match);
    let best = mapping.map_or(0.0, Mapping::highest);
    let entries = mapping.into_iter().flat_map(|mapping| mapping.entries.iter().copied());
    let (whole, part): (Vec<_>, Vec<_>) =
        entries.filter(|(_, worth)| *worth > 0.0).partition(|(_, worth)| *worth >= best);
    let mut accept: Vec<&str> = Vec::new();
    let correct = declaration.correct.iter().copied();
    for text in correct.chain(whole.into_iter().map(|(key, _)| key)) {
        let text = if context.own.is_some() { text } else { text.trim() };
        if !accept.contains(&text) && !part.iter().any(|(key, _)| *key == text) {
            accept.push(text);
        }
    }
    if let Some((key, _)) = part.first() {
        let message = Words::new(
            format!("“{key}”原来给一部分分，这里只有全对，没有把它算作对"),
            format!("`{key}` was worth a part of the points; here it is not accepted"),
        );
        let help = Words::new("也该算对的话，加到 accept 里", "add it to `accept` if it should be right");
        context.warn(Code::QtiPartText, at, message, help);
    }
    if accept.is_empty() { Err(no_key(context, at)) } else { Ok(blank(accept)) }
}
