//! One block into a question, or into what is wrong with it.

use std::sync::Arc;

use crate::diagnostics::Code;
use sixinto_core::bank::QuestionFields;

use crate::diagnostics::Finding;
use crate::gift::block::Block;
use crate::gift::context::{Context, Form, form_of};
use crate::gift::span::{Span, unescaped};
use crate::gift::{answers, choices, diagnostics};
use crate::moodle::labels::{Labels, unkept, unknown_category};
use crate::{Found, Imported};

/// The stem with its answers still in their braces.
struct Parts<'a> {
    stem: Span<'a>,
    answers: Span<'a>,
    /// What follows the answers, where something does.
    after: Option<Span<'a>>,
}

/// Reads a block and puts down what came of it.
pub(super) fn read(block: &Block<'_>, file: &Arc<str>, labels: &mut Labels<'_>, imported: &mut Imported) {
    let mut context = Context { file, block, form: Form::Moodle, warnings: Vec::new() };
    let whole = Span { text: &block.text, at: 0 }.trim();
    if let Some(path) = whole.text.strip_prefix("$CATEGORY:") {
        if !labels.enter(&unescaped(path)) {
            let (message, help) = unknown_category();
            imported.findings.push(context.note(Code::UnknownCategory, whole, message, help));
        }
        return;
    }
    imported.n_read += 1;
    let (name, body) = without_name(whole);
    match question(&mut context, body) {
        Ok(mut question) => {
            labels.put(&mut question, &block.tags);
            name_it(&mut question, &mut context, whole, labels);
            let (place, quote) = context.place(whole);
            let stem = question.stem.all().next().unwrap_or_default();
            imported.findings.extend(context.warnings.into_iter().map(|warning| warning.about(stem)));
            imported.questions.push(Found { question, place, quote: Some(quote) });
        }
        Err(fault) => {
            let text = name.unwrap_or_else(|| body.text.split('{').next().unwrap_or_default());
            imported.findings.push(fault.about(&unescaped(text)));
        }
    }
}

/// Takes `::name::` off; without the second pair of colons the first is dropped.
fn without_name(whole: Span<'_>) -> (Option<&str>, Span<'_>) {
    if !whole.text.starts_with("::") {
        return (None, whole);
    }
    let rest = whole.from(2);
    let mut from = 0;
    while let Some(at) = rest.from(from).find(b':').map(|at| at + from) {
        if rest.text[at..].starts_with("::") {
            return (Some(&rest.text[..at]), rest.from(at + 2).trim());
        }
        from = at + 1;
    }
    (None, rest)
}

fn name_it(question: &mut QuestionFields, context: &mut Context<'_>, whole: Span<'_>, labels: &mut Labels<'_>) {
    let Some(name) = context.block.id.as_deref() else { return };
    match labels.take(name) {
        Ok(id) => question.id = id,
        Err(code) => {
            let (message, help) = unkept(code, name);
            let first = whole.part(0, whole.text.find('\n').unwrap_or(whole.text.len()));
            context.warnings.push(context.note(code, first, message, help));
        }
    }
}

fn question(context: &mut Context<'_>, body: Span<'_>) -> Result<QuestionFields, Box<Finding>> {
    if let Some(at) = context.block.zero {
        let zero = Span { text: "0", at };
        context.warnings.push(diagnostics::lone_zero(context, zero));
    }
    let Parts { stem, answers, after } = parts(context, body)?;
    let (form, stem) = form_of(stem);
    context.form = form.unwrap_or(Form::Moodle);
    let (answers, explanation) = match answers.last_four_hashes() {
        Some(at) => (answers.part(0, at).trim(), Some(answers.from(at + 4))),
        None => (answers, None),
    };
    let text = match after {
        Some(after) => {
            let text = format!("{}____{}", stem.text, after.text);
            context.shown(Span { text: &text, at: stem.at }, context.form)
        }
        None => context.shown(stem, context.form),
    };
    if text.is_empty() {
        return Err(diagnostics::no_stem(context, body.part(0, body.text.find('\n').unwrap_or(body.text.len()))));
    }
    let explanation = explanation.and_then(|span| context.text(span));
    let mut question = by_type(context, answers, body, text)?;
    question.explanation = explanation.or(question.explanation);
    Ok(question)
}

fn parts<'a>(context: &Context<'_>, body: Span<'a>) -> Result<Parts<'a>, Box<Finding>> {
    let (open, close) = (body.find(b'{'), body.find(b'}'));
    let (open, close) = match (open, close) {
        (Some(open), Some(close)) if open < close => (open, close),
        (None, None) if body.text.contains('｛') => return Err(diagnostics::full_width(context, first_line(body))),
        (None, None) => return Err(diagnostics::description(context, first_line(body))),
        (open, close) => return Err(diagnostics::braces(context, mark(body, open.or(close).unwrap_or(0)))),
    };
    let answers = body.part(open + 1, close);
    let rest = body.from(close + 1);
    if let Some(at) = answers.find(b'{') {
        return Err(diagnostics::braces(context, mark(answers, at)));
    }
    if let Some(at) = rest.find(b'{').or_else(|| rest.find(b'}')) {
        return Err(diagnostics::second_block(context, mark(rest, at)));
    }
    let after = (!rest.text.is_empty()).then_some(rest);
    Ok(Parts { stem: body.part(0, open), answers: answers.trim(), after })
}

fn first_line(span: Span<'_>) -> Span<'_> {
    span.part(0, span.text.find('\n').unwrap_or(span.text.len()))
}

fn mark(span: Span<'_>, at: usize) -> Span<'_> {
    span.part(at, at + 1)
}

/// The type is decided in the order in which Moodle does it.
fn by_type(
    context: &mut Context<'_>,
    answers: Span<'_>,
    body: Span<'_>,
    stem: String,
) -> Result<QuestionFields, Box<Finding>> {
    if answers.text.is_empty() {
        return Err(diagnostics::unsupported(context, first_line(body), "问答题", "an essay question"));
    }
    if answers.text.starts_with('>') {
        return Err(diagnostics::unsupported(context, answers, "排序插件的题", "a question of the ordering plugin"));
    }
    if answers.text.starts_with('#') {
        return answers::number(context, answers.from(1), stem);
    }
    if answers.find(b'~').is_some() {
        return choices::read(context, answers, stem);
    }
    if answers.find(b'=').is_some() && answers.text.contains("->") {
        return answers::pairs(context, answers, stem);
    }
    let (first, feedback) = answers.split(b'#');
    match first.text.trim() {
        "T" | "TRUE" => Ok(answers::judge(context, true, feedback, stem)),
        "F" | "FALSE" => Ok(answers::judge(context, false, feedback, stem)),
        _ => answers::words(context, answers, stem),
    }
}
