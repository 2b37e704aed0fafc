//! What an answer names: choices by letters or words, or what goes into gaps.

use sixinto_core::bank::Kind;
use sixinto_core::bank::kind::BlankSlot;
use sixinto_core::check::fold;

use crate::builders;
use crate::plain_text::context::{Context, Key, Stop, stop};
use crate::plain_text::diagnostics;
use crate::plain_text::number::mark;
use crate::text::spellings::{letter, letters};

/// The choices that an answer picks, in its order: letters joined by anything, `B. 关阀门`, or the words of a choice.
pub(crate) fn picked(context: &Context<'_, '_>, key: &Key) -> Result<Vec<usize>, Stop> {
    let n = context.block.choices.iter().filter(|choice| !context.doc.join(&choice.text).is_empty()).count();
    let picked = by_letters(&key.text)
        .or_else(|| by_words(context, &key.text))
        .ok_or_else(|| stop(key.at, diagnostics::unreadable_answer(Kind::Single, &key.text)))?;
    match picked.iter().find(|at| **at >= n) {
        Some(_) if n < 2 => Err(stop(context.at(), diagnostics::no_choices())),
        Some(at) => Err(stop(key.at, diagnostics::answer_without_choice(&letter(*at).to_string(), n))),
        None => Ok(picked),
    }
}

fn by_letters(text: &str) -> Option<Vec<usize>> {
    let joined: String = text.chars().map(|sign| if "和与及以→>-—\n".contains(sign) { ' ' } else { sign }).collect();
    letters(&joined)
}

fn by_words(context: &Context<'_, '_>, text: &str) -> Option<Vec<usize>> {
    let texts = context.block.choices.iter().map(|choice| fold(&context.doc.join(&choice.text)));
    let own = mark(text.trim());
    let words = own.map_or(text, |(_, from)| text.trim().get(from..).unwrap_or_default());
    let at = texts.into_iter().position(|choice| choice == fold(words) && !choice.is_empty())?;
    own.is_none_or(|(index, _)| index == at).then(|| vec![at])
}

/// The answers of gaps: `|` or `；` between gaps, `;` or `/` between several answers of one.
pub(crate) fn slots(key: &Key, n_gaps: usize) -> Result<Vec<BlankSlot>, Stop> {
    let text = key.text.trim().trim_end_matches(['。', '；', ';']);
    let between: &[char] = if text.contains(['|', '｜']) {
        &['|', '｜']
    } else if n_gaps > 1 && text.contains('；') {
        &['；']
    } else if n_gaps > 1 && text.contains('\n') {
        &['\n']
    } else if n_gaps > 1 && text.split(['、', '，']).count() == n_gaps {
        &['、', '，']
    } else if n_gaps > 1 && text.split(';').count() == n_gaps {
        &[';']
    } else {
        &[]
    };
    let parts: Vec<&str> = if between.is_empty() { vec![text] } else { text.split(between).collect() };
    let inner: &[char] = if between.contains(&';') { &['/', '／'] } else { &[';', '；', '/', '／'] };
    if parts.len() != n_gaps {
        return Err(stop(key.at, diagnostics::blank_count(n_gaps, parts.len())));
    }
    let accepted = |part: &&str| -> Vec<String> {
        part.split(inner).map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
    };
    let slots: Vec<Vec<String>> = parts.iter().map(accepted).collect();
    if slots.iter().any(Vec::is_empty) {
        let n_answers = slots.iter().filter(|slot| !slot.is_empty()).count();
        return Err(stop(key.at, diagnostics::blank_count(n_gaps, n_answers)));
    }
    Ok(slots.iter().map(|slot| builders::blank(slot.iter().map(String::as_str))).collect())
}
