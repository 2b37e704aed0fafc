//! Answers that are no choices: true or false, words, numbers, pairs.

use crate::diagnostics::Code;
use sixinto_core::bank::kind::{Decimal, NumberKey};
use sixinto_core::bank::{Kind, MAX_PARTS, QuestionFields};

use crate::builders;
use crate::diagnostics::Finding;
use crate::gift::choices::weight;
use crate::gift::context::{Context, explain, left_out, slot};
use crate::gift::diagnostics;
use crate::gift::span::{Span, unescaped};
use crate::moodle::blanks::{self, Accepted};
use crate::moodle::fractions::WHOLE;
use crate::text::numerals::decimal;

/// True or false. The first feedback is for the wrong answer, whatever that is; the second for the right one.
pub(super) fn judge(
    context: &mut Context<'_>,
    answer: bool,
    feedback: Option<Span<'_>>,
    stem: String,
) -> QuestionFields {
    let (wrong, right) = feedback.map_or((None, None), |feedback| {
        let (wrong, right) = feedback.split(b'#');
        (Some(wrong), right)
    });
    let texts: Vec<Span<'_>> = [right, wrong].into_iter().flatten().collect();
    let explanation = explain(context, &texts);
    QuestionFields { answer: Some(answer), explanation, ..builders::question(Kind::Judge, stem) }
}

/// A short answer: every text that is wholly right.
pub(super) fn words(
    context: &mut Context<'_>,
    answers: Span<'_>,
    stem: String,
) -> Result<QuestionFields, Box<Finding>> {
    if matches!(answers.text.to_ascii_lowercase().as_str(), "true" | "false" | "t" | "f") {
        context.warnings.push(diagnostics::small_truth(context, answers));
    }
    let mut accept: Vec<String> = Vec::new();
    let mut feedback = Vec::new();
    for (fraction, piece) in graded(context, answers)? {
        let (text, own) = piece.split(b'#');
        let text = text.trim();
        if fraction == WHOLE {
            feedback.splice(0..0, own);
            match blanks::accepted(&Context::bare(text)) {
                Accepted::Text(text) => accept.push(text),
                Accepted::Empty => return Err(diagnostics::empty_answer(context, piece)),
                Accepted::Wildcard => context.warnings.push(left_out(
                    context,
                    text,
                    Code::WildcardAnswer,
                    "带通配符 * 的答案没有导入",
                    "an answer with the wildcard * was left out",
                )),
            }
        } else {
            feedback.extend(own);
            if fraction > 0 {
                context.warnings.push(left_out(
                    context,
                    piece,
                    Code::PartialAnswer,
                    "只得一部分分的答案没有导入",
                    "an answer that is only partly right was left out",
                ));
            }
        }
    }
    if accept.is_empty() {
        return Err(diagnostics::none_right(context, answers));
    }
    let (stem, n_gaps) = blanks::with_gap(stem);
    if n_gaps > 1 {
        context.warnings.push(diagnostics::gaps(context, answers, n_gaps));
    }
    let explanation = explain(context, &feedback);
    Ok(QuestionFields { blanks: Some(vec![slot(&accept)]), explanation, ..builders::question(Kind::Blank, stem) })
}

/// The answers that begin with `=`, or the only one without it, each with its weight.
fn graded<'a>(context: &Context<'_>, answers: Span<'a>) -> Result<Vec<(i64, Span<'a>)>, Box<Finding>> {
    let pieces: Vec<_> = answers.pieces([b'=', b'=']).take(MAX_PARTS + 1).collect();
    match pieces.len() {
        0 => return Err(diagnostics::none_right(context, answers)),
        n if n > MAX_PARTS => return Err(diagnostics::too_many_parts(context, answers)),
        _ => {}
    }
    let graded = |(_, piece): (Option<u8>, Span<'a>)| match weight(piece) {
        Some((fraction, length)) => (fraction, piece.from(length)),
        None => (WHOLE, piece),
    };
    Ok(pieces.into_iter().map(graded).collect())
}

/// One number. Others are left out, and so is what is said to anybody else.
pub(super) fn number(
    context: &mut Context<'_>,
    answers: Span<'_>,
    stem: String,
) -> Result<QuestionFields, Box<Finding>> {
    let (answers, others) = match answers.find(b'~') {
        Some(at) => (answers.part(0, at), Some(answers.from(at))),
        None => (answers, None),
    };
    let mut key: Option<NumberKey> = None;
    let mut feedback = Vec::new();
    for (fraction, piece) in graded(context, answers.trim())? {
        let (text, own) = piece.split(b'#');
        let read = number_key(context, text.trim())?;
        if fraction == WHOLE && key.is_none() {
            key = Some(read);
            feedback.splice(0..0, own);
        } else {
            feedback.extend(own);
            context.warnings.push(left_out(
                context,
                text,
                Code::SecondNumber,
                "这里只能有一个数字，这一个没有导入",
                "there is room for one number; this one was left out",
            ));
        }
    }
    let number = key.ok_or_else(|| diagnostics::none_right(context, answers))?;
    feedback.extend(others.and_then(|others| others.split(b'#').1));
    let explanation = explain(context, &feedback);
    Ok(QuestionFields { number: Some(number), explanation, ..builders::question(Kind::Number, stem) })
}

/// `value`, `value:tolerance` or `least..most`.
fn number_key(context: &Context<'_>, span: Span<'_>) -> Result<NumberKey, Box<Finding>> {
    let fault = || diagnostics::no_number(context, span);
    let text = unescaped(span.text);
    let read = |text: &str| decimal(text).ok_or_else(fault);
    if let Some((least, most)) = text.split_once("..") {
        return range(read(least)?, read(most)?).ok_or_else(fault);
    }
    let (value, tolerance) = text.split_once(':').unwrap_or((&text, "0"));
    let key = NumberKey { value: read(value)?, tolerance: read(tolerance)?, unit: None };
    if key.tolerance.micro < 0 { Err(fault()) } else { Ok(key) }
}

/// The middle of a range and half its width, where millionths can hold them.
fn range(least: Decimal, most: Decimal) -> Option<NumberKey> {
    let (sum, width) = (least.micro + most.micro, most.micro - least.micro);
    let fits = width >= 0 && sum % 2 == 0;
    fits.then_some(NumberKey { value: Decimal { micro: sum / 2 }, tolerance: Decimal { micro: width / 2 }, unit: None })
}

/// Pairs; a right side without a left one is left out.
pub(super) fn pairs(
    context: &mut Context<'_>,
    answers: Span<'_>,
    stem: String,
) -> Result<QuestionFields, Box<Finding>> {
    let pieces: Vec<_> = answers.pieces([b'=', b'=']).take(MAX_PARTS + 1).collect();
    if pieces.len() > MAX_PARTS {
        return Err(diagnostics::too_many_parts(context, answers));
    }
    let mut pairs: Vec<(String, String)> = Vec::with_capacity(pieces.len());
    for (_, piece) in pieces {
        let arrow = piece.text.find("->").ok_or_else(|| diagnostics::no_arrow(context, piece))?;
        let left = context.words(piece.part(0, arrow));
        let right = unescaped(&piece.text[arrow + 2..]);
        if right.is_empty() {
            return Err(diagnostics::empty_answer(context, piece));
        }
        if left.is_empty() {
            context.warnings.push(left_out(
                context,
                piece,
                Code::ExtraRightSide,
                "多出来的右边没有导入",
                "a right side that belongs to nothing was left out",
            ));
        } else {
            pairs.push((left, right.into_owned()));
        }
    }
    if pairs.len() < 2 {
        return Err(diagnostics::too_few(context, answers, 2, pairs.len()));
    }
    let pairs = builders::pairs(pairs.iter().map(|(left, right)| (left.as_str(), right.as_str())));
    Ok(QuestionFields { pairs: Some(pairs), ..builders::question(Kind::Match, stem) })
}
