//! What screens besides the quiz show: labels of topics, promises and job cards, a file each a language.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::banks::{LANGS, localize, titles};
use crate::questions::Questions;
use crate::site::Site;

/// Where each file is served, by what it holds and by language.
pub(crate) type Places = BTreeMap<&'static str, BTreeMap<&'static str, String>>;

/// Adds the files, and tells where each is served.
pub(crate) fn add(site: &mut Site, questions: &Questions) -> Result<Places> {
    let topics = topics(&questions.json_or("topics.json", json!({ "topics": [] }))?)?;
    let pledges = pledges(&questions.json_or("pledges.json", json!({ "promises": [] }))?)?;
    let sets = questions.cards().map(|name| questions.json(name)).collect::<Result<Vec<_>>>()?;
    let cards = cards(&sets, &questions.json_or("cards/names.json", card_names())?, &titles(questions)?)?;
    let mut places = Places::new();
    for (name, extra) in [("topics", topics), ("pledges", pledges), ("cards", cards)] {
        for lang in LANGS {
            let text = localize(&extra, lang).to_string();
            let place = site.add_hashed(&format!("extras/{name}.{lang}.json"), text.into_bytes())?;
            places.entry(name).or_default().insert(lang, place);
        }
    }
    Ok(places)
}

/// What cards are called where a folder does not say.
fn card_names() -> Value {
    json!({
        "risk": { "zh-CN": "风险告知卡", "en": "Risk card" },
        "operation": { "zh-CN": "操作卡", "en": "Operation card" },
        "emergency": { "zh-CN": "应急处置卡", "en": "Emergency card" },
        "note": { "zh-CN": "", "en": "" },
    })
}

/// The label of each topic by its id.
fn topics(file: &Value) -> Result<Value> {
    let entry = |topic: &Value| Some((topic["id"].as_str()?.to_owned(), topic["label"].clone()));
    let topics = file["topics"].as_array().context("topics.json has no `topics`")?;
    let labels: Option<Map<_, _>> = topics.iter().map(entry).collect();
    Ok(labels.context("a topic without an id")?.into())
}

/// The promises without what they rest on.
fn pledges(file: &Value) -> Result<Value> {
    let promises = file["promises"].as_array().context("pledges.json has no `promises`")?;
    Ok(promises.iter().map(|promise| Value::Object(only(&["id", "theme", "text"], promise))).collect())
}

/// What the cards are called, and the sets, with the titles of what they rest on.
fn cards(sets: &[Value], names: &Value, titles: &BTreeMap<String, Value>) -> Result<Value> {
    let fields = ["id", "post", "themes", "risk", "operation", "emergency", "questions"];
    let set = |set: &Value| {
        let mut shown = only(&fields, set);
        shown.insert("sources".to_owned(), titles_of(set, titles)?);
        Ok(Value::Object(shown))
    };
    let sets = sets.iter().map(set).collect::<Result<Vec<_>>>()?;
    Ok(json!({
        "names": only(&["risk", "operation", "emergency"], names),
        "note": names["note"],
        "sets": sets,
    }))
}

/// The titles of a set's sources, each once: a set may cite several articles of one law.
fn titles_of(set: &Value, titles: &BTreeMap<String, Value>) -> Result<Value> {
    let mut named: Vec<&Value> = Vec::new();
    for source in set["sources"].as_array().into_iter().flatten() {
        let title = match source["id"].as_str() {
            Some(id) => titles.get(id).with_context(|| format!("source `{id}` is not in sources.json"))?,
            None => &source["title"],
        };
        if !named.contains(&title) {
            named.push(title);
        }
    }
    Ok(named.into_iter().cloned().collect())
}

fn only(fields: &[&str], value: &Value) -> Map<String, Value> {
    fields.iter().map(|name| ((*name).to_owned(), value[*name].clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk;

    #[test]
    fn topics_are_labels_by_id() -> Result<()> {
        let file = json!({ "format": 1, "topics": [
            { "id": "gas", "label": { "zh-CN": "燃气", "en": "Gas" } },
            { "id": "own", "label": "自己的" },
        ] });
        let topics = topics(&file)?;
        assert_eq!(localize(&topics, "en"), json!({ "gas": "Gas", "own": "自己的" }));
        assert_eq!(localize(&topics, "zh-CN"), json!({ "gas": "燃气", "own": "自己的" }));
        Ok(())
    }

    #[test]
    fn promises_keep_their_order_and_leave_their_sources() -> Result<()> {
        let promise = |id: &str| {
            let sources = json!([{ "id": "fire-law", "as_of": "2026-11-26" }]);
            json!({ "id": id, "theme": "home", "text": { "zh-CN": "我看", "en": "I look" }, "sources": sources })
        };
        let pledges = pledges(&json!({ "format": 1, "promises": [promise("b"), promise("a")] }))?;
        let shown = |id: &str| json!({ "id": id, "theme": "home", "text": "I look" });
        assert_eq!(localize(&pledges, "en"), json!([shown("b"), shown("a")]));
        Ok(())
    }

    fn card_set(source: &str) -> Value {
        let line = |zh: &str, en: &str| json!([{ "zh-CN": zh, "en": en }]);
        json!({
            "$schema": "../schema.json#/$defs/CardSet", "format": 1, "id": "herder",
            "post": { "zh-CN": "牧民", "en": "Herder" }, "themes": ["village"], "review_by": "2028-06-01",
            "risk": line("雷", "Lightning"), "operation": line("看天", "Watch the sky"),
            "emergency": line("蹲低", "Crouch"), "questions": ["village-lightning"],
            "sources": [{ "id": "fire-law", "article": "5" }, { "title": "村规" }, { "id": source, "article": "44" }],
        })
    }

    #[test]
    fn cards_name_each_source_once() -> Result<()> {
        let names =
            json!({ "format": 1, "risk": "风险卡", "operation": "操作卡", "emergency": "应急卡", "note": "示例" });
        let titles = [("fire-law".to_owned(), json!({ "zh-CN": "消防法", "en": "Fire Law" }))].into();
        let expected = json!({
            "names": { "risk": "风险卡", "operation": "操作卡", "emergency": "应急卡" },
            "note": "示例",
            "sets": [{
                "id": "herder", "post": "Herder", "themes": ["village"], "risk": ["Lightning"],
                "operation": ["Watch the sky"], "emergency": ["Crouch"], "questions": ["village-lightning"],
                "sources": ["Fire Law", "村规"],
            }],
        });
        assert_eq!(localize(&cards(&[card_set("fire-law")], &names, &titles)?, "en"), expected);
        let error = cards(&[card_set("tax-law")], &names, &titles).expect_err("a source that is not there");
        assert_eq!(error.to_string(), "source `tax-law` is not in sources.json");
        Ok(())
    }

    #[test]
    fn every_place_holds_the_shipped_words_in_its_language() -> Result<()> {
        let mut site = Site::default();
        let places = add(&mut site, &disk::shipped()?)?;
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
