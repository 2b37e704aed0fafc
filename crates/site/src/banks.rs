//! The question files taken apart: one bank a theme and language, so that a resident fetches only what is asked.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use crate::questions::Questions;

/// The languages of the page. The first one stands in where a text lacks another. Tibetan is not among them until its
/// words are reviewed (`www/lang/bo.js`), though everything can speak it.
pub const LANGS: [&str; 2] = ["zh-CN", "en"];

/// The set of themes that a site is made with unless another is asked for.
pub const SET: &str = "default";

/// The question folder, read.
pub(crate) struct Library {
    /// Every question of every bank, with its `revision` written into it.
    questions: Vec<Value>,
    /// The register of sources: id and title.
    sources: BTreeMap<String, Value>,
    /// Paths of pictures as questions name them, and as the page serves them.
    pictures: BTreeMap<String, String>,
}

impl Library {
    /// Reads every bank; `pictures` tells where the page serves each picture.
    pub(crate) fn read(files: &Questions, pictures: BTreeMap<String, String>) -> Result<Self> {
        let mut questions = Vec::new();
        for name in files.banks() {
            questions.extend(with_revisions(files.text(name)?).with_context(|| name.to_owned())?);
        }
        Ok(Self { sources: titles(files)?, questions, pictures })
    }

    /// The bank of one theme in one language.
    pub(crate) fn split(&self, theme: &Value, lang: &str) -> Result<Value> {
        let mut questions = Vec::new();
        for question in self.questions.iter().filter(|question| is_about(question, &theme["id"])) {
            let mut question = localize(question, lang);
            self.name_source(&mut question, lang)?;
            self.place_picture(&mut question)?;
            if let Some(fields) = question.as_object_mut() {
                fields.remove("review_by");
            }
            questions.push(question);
        }
        Ok(json!({
            "format": 1,
            "id": theme["id"],
            "lang": lang,
            "title": localize(&theme["label"], lang),
            "questions": questions,
        }))
    }

    fn name_source(&self, question: &mut Value, lang: &str) -> Result<()> {
        let Some(source) = question.get_mut("source") else {
            return Ok(());
        };
        // Who reads the title has no use for the id.
        if let Some(id) = source.as_object_mut().and_then(|source| source.remove("id")) {
            let id = id.as_str().unwrap_or_default();
            let title = self.sources.get(id).with_context(|| format!("source `{id}` is not in sources.json"))?;
            source["title"] = localize(title, lang);
        }
        Ok(())
    }

    fn place_picture(&self, question: &mut Value) -> Result<()> {
        let Some(media) = question.get_mut("media") else {
            return Ok(());
        };
        let file = media["file"].as_str().unwrap_or_default();
        let served = self.pictures.get(file).with_context(|| format!("there is no picture questions/{file}"))?;
        media["file"] = served.as_str().into();
        Ok(())
    }
}

/// The titles of the register of sources, by id.
pub(crate) fn titles(questions: &Questions) -> Result<BTreeMap<String, Value>> {
    let register = questions.json("sources.json")?;
    let sources = register["sources"].as_array().context("sources.json has no `sources`")?.iter();
    let titles = sources.filter_map(|source| Some((source["id"].as_str()?.to_owned(), source["title"].clone())));
    Ok(titles.collect())
}

/// The questions of a bank file, each with the revision that the whole wording in every language has.
fn with_revisions(text: &str) -> Result<Vec<Value>> {
    let bank = sixinto_core::bank::parse(text)?;
    let mut file: Value = serde_json::from_str(text)?;
    let questions = file["questions"].as_array_mut().context("no `questions`")?;
    ensure!(questions.len() == bank.questions.len(), "questions were lost in reading");
    for (question, read) in questions.iter_mut().zip(&bank.questions) {
        question["revision"] = read.revision.to_string().into();
    }
    Ok(std::mem::take(questions))
}

fn is_about(question: &Value, theme: &Value) -> bool {
    question["themes"].as_array().is_some_and(|themes| themes.contains(theme))
}

/// The same value with every text in one language.
pub(crate) fn localize(value: &Value, lang: &str) -> Value {
    match value {
        Value::Object(fields) if is_text(fields) => text(fields, lang),
        Value::Object(fields) => {
            let each = fields.iter().map(|(name, value)| match name.as_str() {
                "accept" => (name.clone(), accept(value, lang)),
                _ => (name.clone(), localize(value, lang)),
            });
            Value::Object(each.collect())
        }
        Value::Array(list) => list.iter().map(|value| localize(value, lang)).collect(),
        _ => value.clone(),
    }
}

/// No field of a question is called like a language of the page, so what holds one is a text.
fn is_text(fields: &Map<String, Value>) -> bool {
    LANGS.iter().any(|lang| fields.contains_key(*lang))
}

fn text(fields: &Map<String, Value>, lang: &str) -> Value {
    let found = fields.get(lang).or_else(|| fields.get(LANGS[0]));
    found.or_else(|| fields.values().next()).cloned().unwrap_or_default()
}

/// What is typed into a blank counts in whatever language it is typed; the reader's own stands first, because the first
/// is the one shown.
fn accept(answers: &Value, lang: &str) -> Value {
    let mut all: Vec<Value> = Vec::new();
    for answer in answers.as_array().into_iter().flatten() {
        let texts: Vec<&Value> = match answer {
            Value::Object(fields) => fields.get(lang).into_iter().chain(fields.values()).collect(),
            plain => vec![plain],
        };
        for text in texts {
            if !all.contains(text) {
                all.push(text.clone());
            }
        }
    }
    Value::Array(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{disk, parts};

    fn questions(question: &Value) -> Library {
        Library {
            questions: vec![question.clone()],
            sources: [("fire-law".to_owned(), json!({ "zh-CN": "消防法", "en": "Fire Law" }))].into(),
            pictures: [("pictures/exit.svg".to_owned(), "pictures/exit-0123456789.svg".to_owned())].into(),
        }
    }

    fn split(question: &Value, lang: &str) -> Value {
        let theme = json!({ "id": "home", "label": { "zh-CN": "家庭", "en": "Homes" } });
        questions(question).split(&theme, lang).expect("a bank")
    }

    #[test]
    fn a_bank_holds_one_theme_in_one_language() {
        let question = json!({
            "themes": ["school", "home"],
            "stem": { "zh-CN": "火警？", "en": "Fire?" },
            "explanation": { "zh-CN": "因为" },
            "media": { "file": "pictures/exit.svg", "alt": "门" },
            "source": { "id": "fire-law", "as_of": "2026-11-23" },
            "review_by": "2028-06-01",
        });
        let expected = json!({
            "format": 1, "id": "home", "lang": "en", "title": "Homes",
            "questions": [{
                "themes": ["school", "home"],
                "stem": "Fire?",
                "explanation": "因为",
                "media": { "file": "pictures/exit-0123456789.svg", "alt": "门" },
                "source": { "title": "Fire Law", "as_of": "2026-11-23" },
            }],
        });
        assert_eq!(split(&question, "en"), expected);
        assert_eq!(split(&json!({ "themes": ["village"] }), "en")["questions"], json!([]));
    }

    #[test]
    fn a_text_in_tibetan_is_taken_as_it_stands() {
        let tibetan = "འགྲོ་བ་མིའི་རིགས་རྒྱུད་དང༌། ཐོབ་ཐངའི་རང་དབང་།";
        let stem = json!({ "zh-CN": "人人生而自由。", "en": "All are born free.", "bo": tibetan });
        let bank = split(&json!({ "themes": ["home"], "stem": stem, "explanation": { "zh-CN": "因为" } }), "bo");
        assert_eq!(bank["questions"][0]["stem"], tibetan);
        assert_eq!(bank["questions"][0]["explanation"], "因为");
    }

    #[test]
    fn a_language_is_offered_once_its_words_are_reviewed() {
        let words = include_str!("../../../www/lang/bo.js");
        let is_reviewed = words.contains("export const reviewed = true;");
        assert!(is_reviewed || words.contains("export const reviewed = false;"));
        assert_eq!(LANGS.contains(&"bo"), is_reviewed);
    }

    #[test]
    fn every_shipped_bank_without_words_can_be_drawn_from() -> Result<()> {
        let library = Library::read(&disk::shipped()?, BTreeMap::new())?;
        for theme in ["enterprise", "village", "community", "school", "home", "public"] {
            let own = library.questions.iter().filter(|question| is_about(question, &theme.into()));
            let questions: Vec<Value> = own.map(|question| localize(question, "en")).collect();
            let bank = json!({ "format": 1, "id": theme, "lang": "en", "title": "t", "questions": questions });
            let (outline, parts) = parts::apart(bank.clone());
            let read = sixinto_core::bank::parse(&outline.to_string())?;
            assert_eq!(parts.len(), questions.len().div_ceil(parts::PER_PART));
            assert_eq!(read.questions.len(), questions.len());
            for own in read.questions {
                let question = questions.iter().find(|question| question["id"] == own.id.as_str());
                assert_eq!(question.and_then(|found| found["revision"].as_str()), Some(&*own.revision.to_string()));
            }
        }
        Ok(())
    }

    #[test]
    fn a_blank_takes_answers_in_every_language() {
        let answers = json!([{ "en": "one one nine", "zh-CN": "一一九" }, "119", { "en": "119" }]);
        let bank = split(&json!({ "themes": ["home"], "blanks": [{ "accept": answers }] }), "zh-CN");
        assert_eq!(bank["questions"][0]["blanks"][0]["accept"], json!(["一一九", "one one nine", "119"]));
    }

    #[test]
    fn what_a_question_refers_to_must_be_there() {
        let theme = json!({ "id": "home", "label": "家庭" });
        let error = |question: &Value| match questions(question).split(&theme, "en") {
            Ok(bank) => panic!("a bank: {bank}"),
            Err(error) => error.to_string(),
        };
        let source = json!({ "themes": ["home"], "source": { "id": "tax-law" } });
        assert_eq!(error(&source), "source `tax-law` is not in sources.json");
        let media = json!({ "themes": ["home"], "media": { "file": "pictures/cat.svg" } });
        assert_eq!(error(&media), "there is no picture questions/pictures/cat.svg");
    }

    #[test]
    fn a_revision_is_of_all_languages() -> Result<()> {
        let text = r#"{"format":1,"id":"x","title":"t","questions":[
            {"id":"a","kind":"judge","themes":["home"],"topic":"fire","difficulty":1,"stem":"s","answer":true}]}"#;
        let question = &with_revisions(text)?[0];
        assert_eq!(question["revision"].as_str().map(str::len), Some(8));
        Ok(())
    }
}
