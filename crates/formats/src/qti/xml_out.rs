//! Pieces of XML that several parts of a package are written with.

use sixinto_core::Id;

use crate::qti::markup::Markup;

const NAMESPACE: &str = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
const SCHEMA: &str = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd";

/// The opening of an outermost element, with where its schema is.
pub(super) fn open(markup: &mut Markup, name: &str) {
    markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").raw(name);
    markup.attribute("xmlns", NAMESPACE).attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    markup.attribute("xsi:schemaLocation", &format!("{NAMESPACE} {SCHEMA}"));
}

/// A name of this project as one of QTI, which may not begin with a digit or a hyphen.
pub(super) fn identifier(id: &Id) -> String {
    let is_name = id.as_str().starts_with(|first: char| first.is_ascii_lowercase());
    format!("{}{id}", if is_name { "" } else { "_" })
}

/// A point where a test holds, and none where it does not.
pub(super) fn condition(test: &str) -> String {
    let worth = |points| set("SCORE", &format!("<qti-base-value base-type=\"float\">{points}</qti-base-value>"));
    format!(
        "<qti-response-condition><qti-response-if>{test}{}</qti-response-if><qti-response-else>{}</qti-response-else></qti-response-condition>",
        worth(1),
        worth(0)
    )
}

/// Gives an outcome a value.
pub(super) fn set(outcome: &str, value: &str) -> String {
    format!("<qti-set-outcome-value identifier=\"{outcome}\">{value}</qti-set-outcome-value>")
}
