//! A bank as a package: a manifest, a test, and an item for each question.

use sixinto_core::Id;
use sixinto_core::bank::{BankFile, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::text::Text;

use crate::qti::manifest::MANIFEST;
use crate::qti::markup::Markup;
use crate::qti::write_item::{self, Refusal};
use crate::qti::xml_out::{identifier, open};
use crate::{Loss, Progress, Writing, Written, package};

const PACKAGE_NAMESPACE: &str = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
const PACKAGE_SCHEMA: &str = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd";
const TEST: &str = "test.xml";

/// Everything that goes into the package, and what does not.
pub(super) fn package(bank: &BankFile, writing: &Writing<'_>) -> Written {
    let of = Some(bank.questions.len());
    let (mut losses, mut items) = (Vec::new(), Vec::new());
    for (done, fields) in bank.questions.iter().enumerate() {
        match write_item::item(fields, writing.lang) {
            Ok(item) => {
                losses.extend(lost(fields, &item));
                items.push((&fields.id, item.text));
            }
            Err(refusal) => losses.push(refused(fields, refusal)),
        }
        (writing.progress)(Progress { done: done + 1, of });
    }
    let ids: Vec<&Id> = items.iter().map(|(id, _)| *id).collect();
    let title = bank.title.get(writing.lang);
    let (manifest, test) = (manifest(bank.id.as_str(), &ids), test(bank.id.as_str(), title, &ids));
    let names: Vec<String> = ids.iter().map(|id| file(id)).collect();
    let files = names.iter().map(String::as_str).zip(items.iter().map(|(_, text)| text.as_bytes()));
    let bytes = package::write([(MANIFEST, manifest.as_bytes()), (TEST, test.as_bytes())].into_iter().chain(files));
    Written { bytes, losses }
}

fn file(id: &Id) -> String {
    format!("items/{id}.xml")
}

fn manifest(bank: &str, ids: &[&Id]) -> String {
    let mut markup = Markup::default();
    markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest");
    markup.attribute("xmlns", PACKAGE_NAMESPACE).attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    markup.attribute("xsi:schemaLocation", &format!("{PACKAGE_NAMESPACE} {PACKAGE_SCHEMA}"));
    markup.attribute("identifier", &format!("manifest-{bank}"));
    markup.raw(">\n<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>\n");
    markup.raw("<organizations/>\n<resources>\n<resource").attribute("identifier", "test");
    markup.attribute("type", "imsqti_test_xmlv3p0").attribute("href", TEST).raw("><file");
    markup.attribute("href", TEST).raw("/>");
    for id in ids {
        markup.raw("<dependency").attribute("identifierref", &format!("item-{id}")).raw("/>");
    }
    markup.raw("</resource>\n");
    for id in ids {
        markup.raw("<resource").attribute("identifier", &format!("item-{id}"));
        markup.attribute("type", "imsqti_item_xmlv3p0").attribute("href", &file(id));
        markup.raw("><file").attribute("href", &file(id)).raw("/></resource>\n");
    }
    markup.raw("</resources>\n</manifest>\n");
    markup.text
}

fn test(bank: &str, title: &str, ids: &[&Id]) -> String {
    let mut markup = Markup::default();
    open(&mut markup, "qti-assessment-test");
    markup.attribute("identifier", &format!("test-{bank}")).attribute("title", title).raw(">\n");
    markup.raw("<qti-outcome-declaration identifier=\"SCORE\" cardinality=\"single\" base-type=\"float\"/>\n");
    markup.raw("<qti-test-part identifier=\"part\" navigation-mode=\"nonlinear\" submission-mode=\"individual\">\n");
    markup.raw("<qti-assessment-section identifier=\"section\"").attribute("title", title);
    markup.raw(" visible=\"true\">\n");
    for id in ids {
        markup.raw("<qti-assessment-item-ref").attribute("identifier", &identifier(id));
        markup.attribute("href", &file(id)).raw("/>\n");
    }
    markup.raw("</qti-assessment-section>\n</qti-test-part>\n<qti-outcome-processing>");
    markup.raw(
        "<qti-set-outcome-value identifier=\"SCORE\"><qti-sum><qti-test-variables variable-identifier=\"SCORE\"/>",
    );
    markup.raw("</qti-sum></qti-set-outcome-value></qti-outcome-processing>\n</qti-assessment-test>\n");
    markup.text
}

fn lost(fields: &QuestionFields, item: &Markup) -> Vec<Loss> {
    let loss = |field, zh: &str, en: &str| Loss {
        question: fields.id.clone(),
        whole: false,
        field,
        words: Words::new(zh, en),
    };
    let mut losses = Vec::new();
    if texts(fields).any(|text| matches!(text, Text::Map(map) if map.len() > 1)) {
        losses.push(loss("translation", "只写出一种语言", "only one language is written"));
    }
    if fields.media.is_some() {
        let zh = "只写出图片的文件名：图片要自己放进压缩包";
        losses.push(loss("media", zh, "only the name of the picture is written: put it into the package"));
    }
    if item.is_cut {
        losses.push(loss(
            "text",
            "XML 里不能有的控制字符去掉了",
            "control characters that XML cannot hold are left out",
        ));
    }
    losses
}

fn refused(fields: &QuestionFields, refusal: Refusal) -> Loss {
    let words = match refusal {
        Refusal::NoKey => Words::new("没有能写成 QTI 的答案", "it has no answer that QTI could hold"),
        Refusal::Blanks => {
            Words::new("题干里的空格和答案个数不一样", "its stem has more or fewer blanks than it has answers")
        }
    };
    Loss { question: fields.id.clone(), whole: true, field: fields.kind.name(), words }
}

/// Every text of a question.
fn texts(fields: &QuestionFields) -> impl Iterator<Item = &Text> {
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
