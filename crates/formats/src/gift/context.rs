//! What is known of a block while it is read: where its pieces stand, how its texts are written, what is odd in it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostics::Code;
use sixinto_core::bank::kind::BlankSlot;
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::builders;
use crate::diagnostics::{Finding, Place, Quote};
use crate::gift::block::Block;
use crate::gift::span::{Span, unescaped};
use crate::text::html::{self, LostMarkup};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Moodle's own: text in which tags may be.
    Moodle,
    Html,
    Plain,
    Markdown,
}

/// A block under reading.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) file: &'a Arc<str>,
    pub(super) block: &'a Block<'a>,
    /// How the stem is written, and whatever does not say otherwise.
    pub(super) form: Form,
    pub(super) warnings: Vec<Finding>,
}

impl Context<'_> {
    /// The text of a piece, as a reader is to see it.
    pub(super) fn words(&mut self, span: Span<'_>) -> String {
        let (form, rest) = form_of(span);
        self.shown(rest, form.unwrap_or(self.form))
    }

    /// The same in a given form.
    pub(super) fn shown(&mut self, span: Span<'_>, form: Form) -> String {
        let text = unescaped(span.text);
        let plain = match form {
            Form::Plain | Form::Markdown => return text.into_owned(),
            Form::Html => html::to_text(&text),
            Form::Moodle => html::mixed_to_text(&text),
        };
        if let Some(lost) = plain.lost {
            let warning = markup_lost(self, span, lost);
            self.warnings.push(warning);
        }
        match plain.text {
            Cow::Borrowed(_) => text.into_owned(),
            Cow::Owned(text) => text,
        }
    }

    /// The text of a piece that has no markup, such as a short answer.
    pub(super) fn bare(span: Span<'_>) -> Cow<'_, str> {
        unescaped(form_of(span).1.text)
    }

    /// The explanation, or nothing where there is no text.
    pub(super) fn text(&mut self, span: Span<'_>) -> Option<Text> {
        let text = self.words(span);
        (!text.is_empty()).then(|| builders::plain(text))
    }

    pub(super) fn error(&self, code: Code, span: Span<'_>, message: Words, help: Words) -> Box<Finding> {
        Box::new(self.placed(span, |at| Finding::error(code, at, message, help)))
    }

    pub(super) fn warning(&self, code: Code, span: Span<'_>, message: Words, help: Words) -> Finding {
        self.placed(span, |at| Finding::warning(code, at, message, help))
    }

    pub(super) fn note(&self, code: Code, span: Span<'_>, message: Words, help: Words) -> Finding {
        self.placed(span, |at| Finding::note(code, at, message, help))
    }

    fn placed(&self, span: Span<'_>, finding: impl FnOnce(Place) -> Finding) -> Finding {
        let (place, quote) = self.place(span);
        finding(place).quoting(Some(quote))
    }

    /// Where a piece stands, and the line in which it begins.
    pub(super) fn place(&self, span: Span<'_>) -> (Place, Quote) {
        let before = &self.block.original[..span.at];
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let n_breaks = before.bytes().filter(|byte| *byte == b'\n').count();
        let line = self.block.line + u32::try_from(n_breaks).unwrap_or(0);
        let column = before[from..].chars().count() + 1;
        let rest = &self.block.original[from..];
        let whole = rest.lines().next().unwrap_or_default();
        let end = (span.at - from + span.text.trim_end().len()).clamp(span.at - from, whole.len().max(span.at - from));
        let place = Place::text(self.file.clone(), line, u32::try_from(column).unwrap_or(u32::MAX));
        (place, clipped(whole, span.at - from, end.min(whole.len())))
    }
}

/// A line of any length with a place marked, as much of it as one can look at.
fn clipped(line: &str, from: usize, to: usize) -> Quote {
    const MOST: usize = 400;
    if line.len() <= MOST {
        return Quote::new(line, from.min(line.len()), to);
    }
    let start = line.floor_char_boundary(from.saturating_sub(MOST / 2));
    let end = line.floor_char_boundary((start + MOST).min(line.len()));
    Quote::new(&line[start..end], from.min(end) - start, to.clamp(from.min(end), end) - start)
}

/// What a text begins with that says how it is written.
const NAMES: [(&str, Form); 4] =
    [("[moodle]", Form::Moodle), ("[html]", Form::Html), ("[plain]", Form::Plain), ("[markdown]", Form::Markdown)];

/// The form that a piece begins with in brackets, and what stands after it.
pub(super) fn form_of(span: Span<'_>) -> (Option<Form>, Span<'_>) {
    let span = span.from(span.text.len() - span.text.trim_start().len());
    if !span.text.starts_with('[') {
        return (None, span);
    }
    match NAMES.iter().find(|(name, _)| span.text.starts_with(name)) {
        Some((name, form)) => (Some(*form), span.from(name.len())),
        None => (None, span),
    }
}

/// A gap with what may be written into it.
pub(super) fn slot(accept: &[String]) -> BlankSlot {
    builders::blank(accept.iter().map(String::as_str))
}

/// The first of some feedback is the explanation, unless there is a general one; the others have no place.
pub(super) fn explain(context: &mut Context<'_>, feedback: &[Span<'_>]) -> Option<Text> {
    let mut explanation = None;
    for span in feedback.iter().filter(|span| !span.text.trim().is_empty()) {
        if explanation.is_none() && !context.block.text.contains("####") {
            explanation = Some(builders::plain(context.words(*span)));
        } else {
            context.warnings.push(feedback_lost(context, span.trim()));
        }
    }
    explanation
}

fn markup_lost(context: &Context<'_>, span: Span<'_>, what: LostMarkup) -> Finding {
    let (zh, en) = match what {
        LostMarkup::Picture => ("图片没有导入", "the picture was left out"),
        LostMarkup::Script => ("上标或下标变成了普通文字", "raised or lowered letters became plain text"),
    };
    let help =
        Words::new("看看这道题只有文字还能不能懂", "see whether the question can be understood by its text alone");
    context.warning(Code::MarkupLost, span, Words::new(zh, en), help)
}

fn feedback_lost(context: &Context<'_>, span: Span<'_>) -> Finding {
    left_out(
        context,
        span,
        Code::FeedbackLost,
        "这段反馈没有地方放，没有导入",
        "there is no place for this feedback; it was left out",
    )
}

/// An answer that a bank has no place for.
pub(super) fn left_out(context: &Context<'_>, span: Span<'_>, code: Code, zh: &str, en: &str) -> Finding {
    let help = Words::new("看看这道题去掉它以后还对不对", "see whether the question is still right without it");
    context.warning(code, span, Words::new(zh, en), help)
}
