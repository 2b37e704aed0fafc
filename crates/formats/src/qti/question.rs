//! One question as an item.

use sixinto_core::Id;
use sixinto_core::bank::kind::{Area, BlankSlot, Choice, NumberKey, Pair, Step};
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::text::Text;

use super::markup::Markup;
use super::write::{identifier, open};

/// Why a question cannot be an item.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refusal {
    /// Nothing is right, or more than the kind can have.
    NoKey,
    /// The stem has not as many blanks as there are answers.
    Blanks,
}

/// An item under way.
struct Item<'a> {
    fields: &'a QuestionFields,
    lang: &'a str,
    /// The declarations of responses.
    head: Markup,
    body: Markup,
    /// What gives the points, where feedback keeps the templates away.
    rules: String,
    template: &'static str,
    has_why: bool,
}

/// Writes an item.
///
/// # Errors
/// The [`Refusal`].
pub(super) fn item(fields: &QuestionFields, lang: &str) -> Result<Markup, Refusal> {
    let (head, body) = (Markup::default(), Markup::default());
    let mut item = Item { fields, lang, head, body, rules: String::new(), template: MATCH, has_why: false };
    match fields.kind {
        Kind::Single | Kind::Multiple => item.choices(fields.choices.as_deref().ok_or(Refusal::NoKey)?)?,
        Kind::Judge => item.judge(fields.answer.ok_or(Refusal::NoKey)?),
        Kind::Blank => item.blanks(fields.blanks.as_deref().ok_or(Refusal::NoKey)?)?,
        Kind::Number => item.number(fields.number.as_ref().ok_or(Refusal::NoKey)?),
        Kind::Order => item.order(fields.steps.as_deref().ok_or(Refusal::NoKey)?)?,
        Kind::Match => item.pairs(fields.pairs.as_deref().ok_or(Refusal::NoKey)?)?,
        Kind::Spot => item.areas(fields.areas.as_deref().ok_or(Refusal::NoKey)?)?,
    }
    Ok(item.whole())
}

/// Every text of a question.
pub(super) fn texts(fields: &QuestionFields) -> impl Iterator<Item = &Text> {
    let choices = fields.choices.iter().flatten().flat_map(|choice| [Some(&choice.text), choice.why.as_ref()]);
    let areas = fields.areas.iter().flatten().flat_map(|area| [Some(&area.label), area.why.as_ref()]);
    let pairs = fields.pairs.iter().flatten().flat_map(|pair| [Some(&pair.left), Some(&pair.right)]);
    let steps = fields.steps.iter().flatten().map(|step| Some(&step.text));
    let blanks = fields.blanks.iter().flatten().flat_map(|blank| &blank.accept).map(Some);
    let unit = fields.number.iter().map(|key| key.unit.as_ref());
    let source = fields.source.iter().map(|source| source.title.as_ref());
    let media = fields.media.iter().map(|media| Some(&media.alt));
    let own = [Some(&fields.stem), fields.explanation.as_ref(), fields.action.as_ref()];
    let parts = choices.chain(areas).chain(pairs).chain(steps).chain(blanks).chain(unit);
    own.into_iter().chain(parts).chain(source).chain(media).flatten()
}

const TEMPLATES: &str = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/";
const MATCH: &str = "match_correct";
const MAP: &str = "map_response";

impl<'a> Item<'a> {
    fn say(&self, text: &'a Text) -> &'a str {
        text.get(self.lang)
    }

    fn declare(&mut self, response: &str, cardinality: &str, base_type: &str) -> &mut Markup {
        self.head.raw("<qti-response-declaration").attribute("identifier", response);
        self.head.attribute("cardinality", cardinality).attribute("base-type", base_type).raw(">")
    }

    fn correct<S: AsRef<str>>(&mut self, values: &[S]) {
        if values.is_empty() {
            return;
        }
        self.head.raw("<qti-correct-response>");
        for value in values {
            self.head.raw("<qti-value>").value(value.as_ref()).raw("</qti-value>");
        }
        self.head.raw("</qti-correct-response>");
    }

    fn open_interaction(&mut self, name: &str, rest: &[(&str, &str)]) {
        self.picture();
        self.body.raw("<").raw(name).attribute("response-identifier", "RESPONSE");
        for (name, value) in rest {
            self.body.attribute(name, value);
        }
        let stem = self.say(&self.fields.stem);
        self.body.raw("><qti-prompt>").words(stem).raw("</qti-prompt>");
    }

    fn picture(&mut self) {
        if let Some(media) = self.fields.media.as_ref().filter(|_| self.fields.kind != Kind::Spot) {
            let alt = self.say(&media.alt);
            self.body.raw("<p><img").attribute("src", &media.file).attribute("alt", alt).raw("/></p>");
        }
    }

    fn choices(&mut self, choices: &[Choice]) -> Result<(), Refusal> {
        let is_single = self.fields.kind == Kind::Single;
        let right: Vec<String> =
            choices.iter().filter(|choice| choice.correct).map(|choice| identifier(&choice.id)).collect();
        if right.is_empty() || (is_single && right.len() > 1) {
            return Err(Refusal::NoKey);
        }
        self.declare("RESPONSE", if is_single { "single" } else { "multiple" }, "identifier");
        self.correct(&right);
        self.weights(choices);
        self.head.raw("</qti-response-declaration>\n");
        let most = if is_single { "1" } else { "0" };
        self.open_interaction("qti-choice-interaction", &[("shuffle", "true"), ("max-choices", most)]);
        for choice in choices {
            self.body.raw("<qti-simple-choice").attribute("identifier", &identifier(&choice.id));
            if choice.fixed {
                self.body.attribute("fixed", "true");
            }
            let text = choice.text.get(self.lang);
            self.body.raw(">").words(text);
            if let Some(why) = &choice.why {
                self.has_why = true;
                self.body.raw("<qti-feedback-inline outcome-identifier=\"FEEDBACK\" show-hide=\"show\"");
                self.body.attribute("identifier", &identifier(&choice.id)).raw(">").words(why.get(self.lang));
                self.body.raw("</qti-feedback-inline>");
            }
            self.body.raw("</qti-simple-choice>");
        }
        self.body.raw("</qti-choice-interaction>");
        Ok(())
    }

    /// What choices are worth, of a most of 100.
    fn weights(&mut self, choices: &[Choice]) {
        let weights = choices.iter().filter_map(|choice| Some((identifier(&choice.id), choice.weight?)));
        let weights: Vec<(String, i16)> = weights.collect();
        if weights.is_empty() {
            return;
        }
        self.template = MAP;
        self.head.raw("<qti-mapping lower-bound=\"0\" upper-bound=\"100\" default-value=\"0\">");
        for (key, weight) in weights {
            self.head.raw("<qti-map-entry").attribute("map-key", &key);
            self.head.attribute("mapped-value", &weight.to_string()).raw("/>");
        }
        self.head.raw("</qti-mapping>");
    }

    fn judge(&mut self, answer: bool) {
        self.declare("RESPONSE", "single", "identifier");
        self.correct(&[answer.to_string()]);
        self.head.raw("</qti-response-declaration>\n");
        self.open_interaction("qti-choice-interaction", &[("shuffle", "false"), ("max-choices", "1")]);
        let (yes, no) = if self.lang.starts_with("zh") { ("对", "错") } else { ("True", "False") };
        for (name, text) in [("true", yes), ("false", no)] {
            self.body.raw("<qti-simple-choice").attribute("identifier", name).raw(">").words(text);
            self.body.raw("</qti-simple-choice>");
        }
        self.body.raw("</qti-choice-interaction>");
    }

    fn blanks(&mut self, blanks: &[BlankSlot]) -> Result<(), Refusal> {
        let pieces: Vec<&str> = self.say(&self.fields.stem).split("____").collect();
        if pieces.len() != blanks.len() + 1 {
            return Err(Refusal::Blanks);
        }
        let name = |at: usize| if at == 0 { "RESPONSE".to_owned() } else { format!("RESPONSE{}", at + 1) };
        for (at, blank) in blanks.iter().enumerate() {
            let mut accept: Vec<&str> = Vec::new();
            for text in blank.accept.iter().map(|text| text.get(self.lang)) {
                if !accept.contains(&text) {
                    accept.push(text);
                }
            }
            let first = accept.first().ok_or(Refusal::NoKey)?;
            self.declare(&name(at), "single", "string");
            self.correct(&[first]);
            self.head.raw("<qti-mapping default-value=\"0\">");
            for text in accept {
                self.head
                    .raw("<qti-map-entry case-sensitive=\"false\" mapped-value=\"1\"")
                    .attribute("map-key", text)
                    .raw("/>");
            }
            self.head.raw("</qti-mapping></qti-response-declaration>\n");
        }
        self.picture();
        self.body.raw("<p>");
        for (at, piece) in pieces.iter().enumerate() {
            self.body.words(piece);
            if at < blanks.len() {
                self.body.raw("<qti-text-entry-interaction").attribute("response-identifier", &name(at)).raw("/>");
            }
        }
        self.body.raw("</p>");
        self.template = MAP;
        if blanks.len() > 1 {
            let parts = (0..blanks.len()).map(|at| format!("<qti-map-response identifier=\"{}\"/>", name(at)));
            self.rules = set("SCORE", &format!("<qti-sum>{}</qti-sum>", parts.collect::<String>()));
        }
        Ok(())
    }

    fn number(&mut self, key: &NumberKey) {
        self.declare("RESPONSE", "single", "float");
        self.correct(&[key.value.to_string()]);
        self.head.raw("</qti-response-declaration>\n");
        self.picture_after_stem();
        let near = format!("tolerance-mode=\"absolute\" tolerance=\"{0} {0}\"", key.tolerance);
        let test = format!(
            "<qti-equal {near}><qti-variable identifier=\"RESPONSE\"/><qti-correct identifier=\"RESPONSE\"/></qti-equal>"
        );
        self.rules = condition(&test);
    }

    /// The stem comes first here: it is the first paragraph, and what stands in the second is what the number counts.
    fn picture_after_stem(&mut self) {
        let stem = self.say(&self.fields.stem);
        self.body.raw("<p>").words(stem);
        if let Some(media) = &self.fields.media {
            self.body.raw("<img").attribute("src", &media.file).attribute("alt", media.alt.get(self.lang)).raw("/>");
        }
        self.body.raw("</p><p><qti-text-entry-interaction response-identifier=\"RESPONSE\"/>");
        if let Some(unit) = self.fields.number.as_ref().and_then(|key| key.unit.as_ref()) {
            self.body.raw(" ").words(unit.get(self.lang));
        }
        self.body.raw("</p>");
    }

    /// Steps stand sorted by what they say, or their order would be the answer.
    fn order(&mut self, steps: &[Step]) -> Result<(), Refusal> {
        if steps.is_empty() {
            return Err(Refusal::NoKey);
        }
        self.declare("RESPONSE", "ordered", "identifier");
        self.correct(&steps.iter().map(|step| identifier(&step.id)).collect::<Vec<_>>());
        self.head.raw("</qti-response-declaration>\n");
        self.open_interaction("qti-order-interaction", &[("shuffle", "true")]);
        let parts = steps.iter().map(|step| (identifier(&step.id), step.text.get(self.lang)));
        self.sorted("qti-simple-choice", "", parts.collect());
        self.body.raw("</qti-order-interaction>");
        Ok(())
    }

    fn pairs(&mut self, pairs: &[Pair]) -> Result<(), Refusal> {
        if pairs.is_empty() {
            return Err(Refusal::NoKey);
        }
        self.declare("RESPONSE", "multiple", "directedPair");
        let right = |pair: &Pair| format!("to-{}", pair.id);
        self.correct(&pairs.iter().map(|pair| format!("{} {}", identifier(&pair.id), right(pair))).collect::<Vec<_>>());
        self.head.raw("</qti-response-declaration>\n");
        let n = pairs.len().to_string();
        self.open_interaction("qti-match-interaction", &[("shuffle", "true"), ("max-associations", &n)]);
        self.body.raw("<qti-simple-match-set>");
        for pair in pairs {
            self.body
                .raw("<qti-simple-associable-choice match-max=\"1\"")
                .attribute("identifier", &identifier(&pair.id));
            self.body.raw(">").words(pair.left.get(self.lang)).raw("</qti-simple-associable-choice>");
        }
        self.body.raw("</qti-simple-match-set><qti-simple-match-set>");
        let parts = pairs.iter().map(|pair| (right(pair), pair.right.get(self.lang)));
        self.sorted("qti-simple-associable-choice", " match-max=\"1\"", parts.collect());
        self.body.raw("</qti-simple-match-set></qti-match-interaction>");
        Ok(())
    }

    fn sorted(&mut self, name: &str, rest: &str, mut parts: Vec<(String, &str)>) {
        parts.sort_by_key(|(_, text)| *text);
        for (identifier, text) in parts {
            self.body.raw("<").raw(name).raw(rest).attribute("identifier", &identifier).raw(">");
            self.body.words(text).raw("</").raw(name).raw(">");
        }
    }

    /// The picture counts as 1000 by 1000, so that areas keep their numbers.
    fn areas(&mut self, areas: &[Area]) -> Result<(), Refusal> {
        let media = self.fields.media.as_ref().ok_or(Refusal::NoKey)?;
        let hazards = areas.iter().filter(|area| area.hazard).map(|area| identifier(&area.id)).collect::<Vec<_>>();
        if hazards.is_empty() {
            return Err(Refusal::NoKey);
        }
        self.declare("RESPONSE", "multiple", "identifier");
        self.correct(&hazards);
        self.head.raw("</qti-response-declaration>\n");
        self.open_interaction("qti-hotspot-interaction", &[("max-choices", "0")]);
        self.body.raw("<img").attribute("src", &media.file).attribute("alt", media.alt.get(self.lang));
        self.body.raw(" width=\"1000\" height=\"1000\"/>");
        for area in areas {
            let (right, bottom) =
                (u32::from(area.x) + u32::from(area.width), u32::from(area.y) + u32::from(area.height));
            let coords = format!("{},{},{right},{bottom}", area.x, area.y);
            self.body.raw("<qti-hotspot-choice shape=\"rect\"").attribute("identifier", &identifier(&area.id));
            self.body.attribute("coords", &coords).attribute("hotspot-label", area.label.get(self.lang));
            if let Some(why) = &area.why {
                self.body.attribute("data-sixinto-why", why.get(self.lang));
            }
            self.body.raw("/>");
        }
        self.body.raw("</qti-hotspot-interaction>");
        Ok(())
    }

    /// Puts the parts together, in the order that the schema asks for.
    fn whole(self) -> Markup {
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
        let title = crate::brief(self.say(&fields.stem));
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

fn condition(test: &str) -> String {
    let worth = |points| set("SCORE", &format!("<qti-base-value base-type=\"float\">{points}</qti-base-value>"));
    format!(
        "<qti-response-condition><qti-response-if>{test}{}</qti-response-if><qti-response-else>{}</qti-response-else></qti-response-condition>",
        worth(1),
        worth(0)
    )
}

fn set(outcome: &str, value: &str) -> String {
    format!("<qti-set-outcome-value identifier=\"{outcome}\">{value}</qti-set-outcome-value>")
}
