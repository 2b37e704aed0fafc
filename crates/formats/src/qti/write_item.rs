//! One question as an item.

use sixinto_core::bank::kind::{Area, BlankSlot, Choice, NumberKey, Pair, Step};
use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::text::Text;

use crate::qti::markup::Markup;
use crate::qti::xml_out::{condition, identifier, set};

/// Why a question cannot be an item.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refusal {
    /// Nothing is right, or more than the kind can have.
    NoKey,
    /// The stem has not as many blanks as there are answers.
    Blanks,
}

/// An item under way.
pub(super) struct Item<'a> {
    pub(super) fields: &'a QuestionFields,
    pub(super) lang: &'a str,
    /// The declarations of responses.
    pub(super) head: Markup,
    pub(super) body: Markup,
    /// What gives the points, where feedback keeps the templates away.
    pub(super) rules: String,
    pub(super) template: &'static str,
    pub(super) has_why: bool,
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

const MATCH: &str = "match_correct";
pub(super) const MAP: &str = "map_response";

impl<'a> Item<'a> {
    /// A text in the language that is written.
    pub(super) fn say(&self, text: &'a Text) -> &'a str {
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
}
