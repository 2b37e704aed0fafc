//! Choices with their weights and feedback.

use sixinto_core::bank::kind::Choice;
use sixinto_core::bank::{Kind, MAX_PARTS, QuestionFields};

use crate::builders;
use crate::diagnostics::Finding;
use crate::gift::context::Context;
use crate::gift::diagnostics;
use crate::gift::span::Span;
use crate::moodle::fractions::{WHOLE, percent, snap, worths};

/// Where any choice has `=`, one is to be chosen, else several.
pub(super) fn read(context: &mut Context<'_>, answers: Span<'_>, stem: String) -> Result<QuestionFields, Box<Finding>> {
    let kind = if answers.find(b'=').is_some() { Kind::Single } else { Kind::Multiple };
    let pieces: Vec<_> = answers.pieces([b'~', b'=']).take(MAX_PARTS + 1).collect();
    match pieces.len() {
        0 | 1 => return Err(diagnostics::too_few(context, answers, 2, pieces.len())),
        n if n > MAX_PARTS => return Err(diagnostics::too_many_parts(context, answers)),
        _ => {}
    }
    let mut choices = Vec::with_capacity(pieces.len());
    let mut fractions = Vec::with_capacity(pieces.len());
    for (at, (sign, piece)) in pieces.into_iter().enumerate() {
        let (fraction, piece) = grade(context, sign, piece)?;
        choices.push(choice(context, at, piece)?);
        fractions.push(fraction);
    }
    judge_fractions(context, kind, answers, &fractions)?;
    for (choice, worth) in choices.iter_mut().zip(worths(kind, &fractions)) {
        choice.correct = worth.correct;
        choice.weight = worth.weight;
    }
    Ok(QuestionFields { choices: Some(choices), ..builders::question(kind, stem) })
}

fn choice(context: &mut Context<'_>, at: usize, piece: Span<'_>) -> Result<Choice, Box<Finding>> {
    let (text, why) = piece.split(b'#');
    let words = context.words(text);
    if words.is_empty() {
        return Err(diagnostics::empty_answer(context, piece));
    }
    let why = why.and_then(|why| context.text(why));
    Ok(Choice { id: builders::letter(at), text: builders::plain(words), why, ..Choice::default() })
}

/// What a choice is worth, and what is left of it.
fn grade<'a>(context: &Context<'_>, sign: Option<u8>, piece: Span<'a>) -> Result<(i64, Span<'a>), Box<Finding>> {
    let weight = weight(piece);
    match (sign, weight) {
        (Some(b'='), None) => Ok((WHOLE, piece)),
        (Some(b'='), Some((_, length))) => {
            Err(diagnostics::swallowed_weight(context, piece.part(0, length), &piece.text[..length]))
        }
        (_, None) => Ok((0, piece)),
        (_, Some((fraction, length))) => {
            let weight = piece.part(0, length);
            let fraction =
                snap(fraction).ok_or_else(|| diagnostics::no_grade(context, weight, weight.text, fraction))?;
            Ok((fraction, piece.from(length)))
        }
    }
}

/// The weight that a piece begins with, such as `%-33.33333%`, and how long it is.
pub(super) fn weight(piece: Span<'_>) -> Option<(i64, usize)> {
    let inner = piece.text.strip_prefix('%')?;
    let end = inner.bytes().take(24).position(|byte| byte == b'%')?;
    Some((percent(&inner[..end])?, end + 2))
}

fn judge_fractions(
    context: &mut Context<'_>,
    kind: Kind,
    answers: Span<'_>,
    fractions: &[i64],
) -> Result<(), Box<Finding>> {
    let sum: i64 = fractions.iter().filter(|fraction| **fraction > 0).sum();
    if sum == 0 {
        return Err(diagnostics::none_right(context, answers));
    }
    if kind == Kind::Multiple {
        // As Moodle adds up: to two decimals of a percent.
        if (sum - WHOLE).abs() > 500 {
            context.warnings.push(diagnostics::weights_sum(context, answers, sum));
        }
    } else if fractions.iter().filter(|fraction| **fraction == WHOLE).count() > 1 {
        context.warnings.push(diagnostics::several_right(context, answers));
    }
    Ok(())
}
