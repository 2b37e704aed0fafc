//! What is wrong with the key of an item, in words.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::check::Words;

use crate::diagnostics::Finding;
use crate::qti::context::Context;
use crate::qti::dom::attribute;

/// The correct values of a question that has none.
pub(super) fn no_key(context: &Context<'_, '_>, at: Node<'_, '_>) -> Box<Finding> {
    let (place, quote) = (context.xml.place(at), context.xml.quote(at));
    let message = Words::new("没有写正确答案", "there is no correct response");
    let help = Words::new(
        "在 qti-response-declaration 里加 qti-correct-response",
        "add a qti-correct-response to the qti-response-declaration",
    );
    Box::new(Finding::error(Code::QtiNoKey, place, message, help).quoting(quote))
}

/// A correct value that names nothing.
pub(super) fn unknown_key<'x, 'a>(
    context: &Context<'x, 'a>,
    at: Node<'x, 'a>,
    found: &str,
    parts: &[Node<'x, 'a>],
) -> Box<Finding> {
    let known: Vec<&str> = parts.iter().filter_map(|part| attribute(*part, "identifier")).collect();
    let known = known.join(", ");
    let message = Words::new(
        format!("正确答案写的是 {found}，但没有这一项"),
        format!("the correct response is {found}, which is none of the choices"),
    );
    let help = Words::new(format!("改为其中之一：{known}"), format!("write one of {known}"));
    let expected = Words::new(known.clone(), known);
    Box::new(context.error(Code::QtiUnknownKey, at, message, help).instead(found, expected))
}
