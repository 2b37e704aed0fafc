//! What screens besides the quiz show: labels of topics, promises and job cards, a file each a language.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::{Value, json};
use sixinto_core::Text;
use sixinto_core::card::{CardNames, CardSet};
use sixinto_core::folder::{QuestionFolder, SingleFile};
use sixinto_core::json::read_value;
use sixinto_core::pledge::{Pledges, Promise};
use sixinto_core::topic::{Topic, TopicFile};

use crate::banks::{LANGS, title};
use crate::localize::{text, texts};
use crate::site::Site;

/// Where each file is served, by what it holds and by language.
pub(crate) type Places = BTreeMap<&'static str, BTreeMap<&'static str, String>>;

/// Adds the files, and tells where each is served.
pub(crate) fn add(site: &mut Site, questions: &QuestionFolder) -> Result<Places> {
    let topics: TopicFile = load(questions)?.unwrap_or_default();
    let pledges: Pledges = load(questions)?.unwrap_or_default();
    let names = load(questions)?.map_or_else(card_names, Ok)?;
    let sets = questions.card_sets()?;
    let mut places = Places::new();
    for lang in LANGS {
        let (topics, pledges) = (labels(&topics, lang), promises(&pledges, lang));
        for (name, extra) in [("topics", topics), ("pledges", pledges), ("cards", cards(&sets, &names, lang)?)] {
            let bytes = extra.to_string().into_bytes();
            let place = site.add_hashed(&format!("extras/{name}.{lang}.json"), bytes)?;
            places.entry(name).or_default().insert(lang, place);
        }
    }
    Ok(places)
}

fn load<T: SingleFile>(questions: &QuestionFolder) -> Result<Option<T>> {
    Ok(questions.load_any()?.map(|file| file.value))
}

/// What cards are called where a folder does not say.
fn card_names() -> Result<CardNames> {
    let text = r#"{
        "format": 1,
        "risk": { "zh-CN": "风险告知卡", "en": "Risk card" },
        "operation": { "zh-CN": "操作卡", "en": "Operation card" },
        "emergency": { "zh-CN": "应急处置卡", "en": "Emergency card" },
        "note": ""
    }"#;
    Ok(read_value(text)?)
}

/// The label of each topic by its id.
fn labels(file: &TopicFile, lang: &str) -> Value {
    file.topics.iter().map(|Topic { id, label }| (id.as_str(), text(label, lang))).collect()
}

/// The promises without what they rest on.
fn promises(file: &Pledges, lang: &str) -> Value {
    let shown = |Promise { id, theme, text: words, .. }: &Promise| json!({ "id": id, "theme": theme, "text": text(words, lang) });
    file.promises.iter().map(shown).collect()
}

/// What the cards are called, and the sets, with the titles of what they rest on.
fn cards(sets: &[CardSet], names: &CardNames, lang: &str) -> Result<Value> {
    let set = |set: &CardSet| {
        let [risk, operation, emergency] = set.cards().map(|card| texts(card, lang));
        Ok(json!({
            "id": set.id,
            "post": text(&set.post, lang),
            "themes": set.themes,
            "risk": risk,
            "operation": operation,
            "emergency": emergency,
            "questions": set.questions,
            "sources": titles(set, lang)?,
        }))
    };
    let sets = sets.iter().map(set).collect::<Result<Vec<_>>>()?;
    let [risk, operation, emergency] = [&names.risk, &names.operation, &names.emergency].map(|name| text(name, lang));
    Ok(json!({
        "names": { "risk": risk, "operation": operation, "emergency": emergency },
        "note": text(&names.note, lang),
        "sets": sets,
    }))
}

/// The titles of a set's sources, each once: a set may cite several articles of one law.
fn titles<'a>(set: &'a CardSet, lang: &str) -> Result<Vec<&'a str>> {
    let mut named: Vec<&Text> = Vec::new();
    for source in &set.sources {
        let title = title(source)?;
        if !named.contains(&title) {
            named.push(title);
        }
    }
    Ok(named.into_iter().map(|title| text(title, lang)).collect())
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;
    use crate::shipped::folder;

    fn read<T: SingleFile>(file: &Value) -> T {
        read_value(&file.to_string()).expect("a file")
    }

    #[test]
    fn topics_are_labels_by_id() {
        let file = read(&json!({ "format": 1, "topics": [
            { "id": "gas", "label": { "zh-CN": "燃气", "en": "Gas" } },
            { "id": "own", "label": "自己的" },
        ] }));
        assert_eq!(labels(&file, "en"), json!({ "gas": "Gas", "own": "自己的" }));
        assert_eq!(labels(&file, "zh-CN"), json!({ "gas": "燃气", "own": "自己的" }));
    }

    #[test]
    fn promises_keep_their_order_and_leave_their_sources() {
        let promise = |id: &str| {
            let sources = json!([{ "id": "fire-law", "as_of": "2026-11-26" }]);
            json!({ "id": id, "theme": "home", "text": { "zh-CN": "我看", "en": "I look" }, "sources": sources })
        };
        let file = read(&json!({ "format": 1, "promises": [promise("b"), promise("a")] }));
        let shown = |id: &str| json!({ "id": id, "theme": "home", "text": "I look" });
        assert_eq!(promises(&file, "en"), json!([shown("b"), shown("a")]));
    }

    fn card_set(source: &str) -> Value {
        let line = |zh: &str, en: &str| json!([{ "zh-CN": zh, "en": en }]);
        json!({
            "$schema": "../schema.json#/$defs/CardSet", "format": 1, "id": "herder",
            "post": { "zh-CN": "牧民", "en": "Herder" }, "themes": ["village"], "review_by": "2028-06-01",
            "risk": line("雷", "Lightning"), "operation": line("看天", "Watch the sky"),
            "emergency": line("蹲低", "Crouch"), "questions": ["village-lightning"],
            "sources": [
                { "id": "fire-law", "article": "5", "as_of": "2026-11-26" },
                { "title": "村规", "as_of": "2026-11-26" },
                { "id": source, "article": "44", "as_of": "2026-11-26" },
            ],
        })
    }

    /// The sets of a folder with this one and a register with one law.
    fn sets(set: &Value) -> Result<Vec<CardSet>> {
        let title = json!({ "zh-CN": "消防法", "en": "Fire Law" });
        let law =
            json!({ "id": "fire-law", "title": title, "kind": "law", "version": "2021", "in_force": "2021-04-29" });
        let mut folder = QuestionFolder::default();
        folder.add("sources.json", "sources.json", json!({ "format": 1, "sources": [law] }).to_string());
        folder.add("cards/herder.json", "cards/herder.json", set.to_string());
        Ok(folder.card_sets()?)
    }

    #[test]
    fn cards_name_each_source_once() -> Result<()> {
        let names =
            json!({ "format": 1, "risk": "风险卡", "operation": "操作卡", "emergency": "应急卡", "note": "示例" });
        let names: CardNames = read(&names);
        let expected = json!({
            "names": { "risk": "风险卡", "operation": "操作卡", "emergency": "应急卡" },
            "note": "示例",
            "sets": [{
                "id": "herder", "post": "Herder", "themes": ["village"], "risk": ["Lightning"],
                "operation": ["Watch the sky"], "emergency": ["Crouch"], "questions": ["village-lightning"],
                "sources": ["Fire Law", "村规"],
            }],
        });
        assert_eq!(cards(&sets(&card_set("fire-law"))?, &names, "en")?, expected);
        let error = cards(&sets(&card_set("tax-law"))?, &names, "en").expect_err("a source that is not there");
        assert_eq!(error.to_string(), "source `tax-law` is not in sources.json");
        Ok(())
    }

    #[test]
    fn every_place_holds_the_shipped_words_in_its_language() -> Result<()> {
        let mut site = Site::default();
        let places = add(&mut site, &folder()?)?;
        assert_eq!(places.keys().copied().collect::<Vec<_>>(), ["cards", "pledges", "topics"]);
        let served = |name: &str, lang: &str| -> Result<Value> {
            let (_, bytes) = site.files().find(|(path, _)| *path == places[name][lang]).context("the file")?;
            Ok(serde_json::from_slice(bytes)?)
        };
        assert_eq!(
            (&served("topics", "zh-CN")?["gas"], &served("topics", "en")?["gas"]),
            (&json!("燃气"), &json!("Gas"))
        );
        for lang in LANGS {
            let promises = served("pledges", lang)?;
            let is_whole = |promise: &Value| promise["text"].is_string() && promise["theme"].is_string();
            assert!(promises.as_array().is_some_and(|all| all.len() >= 36 && all.iter().all(is_whole)));
            let cards = served("cards", lang)?;
            assert!(cards["names"]["risk"].is_string() && cards["note"].is_string());
            let sets = cards["sets"].as_array().context("sets")?;
            let is_text = |list: &Value| list.as_array().is_some_and(|all| all.iter().all(Value::is_string));
            let is_whole =
                |set: &Value| ["risk", "operation", "emergency", "sources"].iter().all(|name| is_text(&set[*name]));
            assert!(sets.len() >= 20 && sets.iter().all(is_whole));
        }
        Ok(())
    }
}
