//! What is around the question in an item: its name and descriptions, outcomes, rules and feedback.

use sixinto_core::Id;
use sixinto_core::bank::Kind;

use crate::qti::markup::Markup;
use crate::qti::write_item::{Item, MAP};
use crate::qti::xml_out::{condition, identifier, open, set};

const TEMPLATES: &str = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/";

impl Item<'_> {
    /// Puts the parts together, in the order that the schema asks for.
    pub(super) fn whole(self) -> Markup {
        let mut markup = Markup { text: String::new(), is_cut: self.head.is_cut || self.body.is_cut };
        open(&mut markup, "qti-assessment-item");
        self.describe(&mut markup);
        markup.raw(">\n").raw(&self.head.text);
        let outcome = |name, base| {
            format!("<qti-outcome-declaration identifier=\"{name}\" cardinality=\"single\" base-type=\"{base}\"/>\n")
        };
        markup.raw(&outcome("SCORE", "float"));
        let explanation = self.fields.explanation.as_ref().map(|text| self.say(text));
        let mut rules = String::new();
        if self.has_why {
            let cardinality = if self.fields.kind == Kind::Single { "single" } else { "multiple" };
            markup.raw(&outcome("FEEDBACK", "identifier").replace("\"single\"", &format!("\"{cardinality}\"")));
            rules.push_str(&set("FEEDBACK", "<qti-variable identifier=\"RESPONSE\"/>"));
        }
        if explanation.is_some() {
            markup.raw(&outcome("EXPLANATION", "identifier"));
            rules.push_str(&set("EXPLANATION", "<qti-base-value base-type=\"identifier\">shown</qti-base-value>"));
        }
        markup.raw("<qti-item-body>").raw(&self.body.text).raw("</qti-item-body>\n");
        if rules.is_empty() && self.rules.is_empty() {
            markup.raw("<qti-response-processing").attribute("template", &format!("{TEMPLATES}{}.xml", self.template));
            markup.raw("/>\n");
        } else {
            let score = if self.rules.is_empty() { score(self.template) } else { self.rules };
            markup.raw("<qti-response-processing>").raw(&score).raw(&rules).raw("</qti-response-processing>\n");
        }
        if let Some(explanation) = explanation {
            markup
                .raw("<qti-modal-feedback outcome-identifier=\"EXPLANATION\" identifier=\"shown\" show-hide=\"show\">");
            markup
                .raw("<qti-content-body><p>")
                .words(explanation)
                .raw("</p></qti-content-body></qti-modal-feedback>\n");
        }
        markup.raw("</qti-assessment-item>\n");
        markup
    }

    fn describe(&self, markup: &mut Markup) {
        let fields = self.fields;
        let title = crate::ellipsis(self.say(&fields.stem));
        markup.attribute("identifier", &identifier(&fields.id)).attribute("title", &title);
        markup.attribute("adaptive", "false").attribute("time-dependent", "false").attribute("xml:lang", self.lang);
        let themes: Vec<&str> = fields.themes.as_slice().iter().map(Id::as_str).collect();
        let source = fields.source.as_ref();
        let own = [
            ("kind", Some(fields.kind.name().to_owned())),
            ("themes", Some(themes.join(" "))),
            ("topic", Some(fields.topic.to_string())),
            ("difficulty", Some(u8::from(fields.difficulty).to_string())),
            ("unit", fields.number.as_ref().and_then(|key| key.unit.as_ref()).map(|unit| self.say(unit).to_owned())),
            ("action", fields.action.as_ref().map(|action| self.say(action).to_owned())),
            ("source-id", source.and_then(|source| source.id.as_ref()).map(ToString::to_string)),
            ("source-title", source.and_then(|source| source.title.as_ref()).map(|title| self.say(title).to_owned())),
            ("source-article", source.and_then(|source| source.article.as_deref()).map(str::to_owned)),
            ("source-as-of", source.map(|source| source.as_of.to_string())),
            ("review-by", fields.review_by.map(|day| day.to_string())),
            ("revision", fields.revision.map(|revision| revision.to_string())),
        ];
        for (name, value) in own {
            if let Some(value) = value {
                markup.attribute(&format!("data-sixinto-{name}"), &value);
            }
        }
    }
}

/// The standard templates, written out.
fn score(template: &str) -> String {
    if template == MAP {
        return set("SCORE", "<qti-map-response identifier=\"RESPONSE\"/>");
    }
    condition("<qti-match><qti-variable identifier=\"RESPONSE\"/><qti-correct identifier=\"RESPONSE\"/></qti-match>")
}
