//! The question files taken apart: one bank a theme and language, so that a resident fetches only what is asked.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use sixinto_core::Text;
use sixinto_core::bank::{BankFile, FORMAT, QuestionFields};
use sixinto_core::folder::QuestionFolder;
use sixinto_core::source::Source;
use sixinto_core::theme::Theme;

use crate::localize::{self, text};

/// The languages of the page. The first one stands in where a text lacks another. Tibetan is not among them until its
/// words are reviewed (`www/lang/bo.js`), though everything can speak it.
pub const LANGS: [&str; 2] = ["zh-CN", "en"];

/// The set of themes that a site is made with unless another is asked for.
pub const SET: &str = "default";

/// The questions of a folder, and where their pictures are.
pub(crate) struct Library {
    /// Every question of every bank, with its revision, and the title of its source.
    questions: Vec<QuestionFields>,
    /// Paths of pictures as questions name them, and as the page serves them.
    pictures: BTreeMap<String, String>,
}

impl Library {
    /// Reads every bank; `pictures` tells where the page serves each picture.
    pub(crate) fn read(folder: &QuestionFolder, pictures: BTreeMap<String, String>) -> Result<Self> {
        Ok(Self { questions: folder.questions()?, pictures })
    }

    /// The bank of one theme in one language.
    pub(crate) fn split(&self, theme: &Theme, lang: &str) -> Result<BankFile> {
        let own = self.questions.iter().filter(|question| question.themes.contains(&theme.id));
        Ok(BankFile {
            schema: None,
            format: FORMAT,
            id: theme.id.clone(),
            lang: lang.parse().ok(),
            title: Text::Plain(text(&theme.label, lang).into()),
            questions: own.map(|question| self.served(question, lang)).collect::<Result<_>>()?,
        })
    }

    /// A question as residents get it.
    fn served(&self, question: &QuestionFields, lang: &str) -> Result<QuestionFields> {
        let mut question = localize::question(question, lang);
        if let Some(source) = &mut question.source {
            title(source)?;
            // Who reads the title has no use for the id.
            source.id = None;
        }
        if let Some(media) = &mut question.media {
            let file = &*media.file;
            let served = self.pictures.get(file).with_context(|| format!("there is no picture questions/{file}"))?;
            media.file = served.as_str().into();
        }
        question.review_by = None;
        Ok(question)
    }
}

/// The title of a source whose id, where it has one, was looked up in the register.
pub(crate) fn title(source: &Source) -> Result<&Text> {
    source.title.as_ref().with_context(|| match &source.id {
        Some(id) => format!("source `{id}` is not in sources.json"),
        None => "a source has neither id nor title".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use sixinto_core::bank;

    use super::*;
    use crate::parts;
    use crate::shipped::folder;

    /// A bank of one true sentence with these fields besides.
    fn library(fields: &Value) -> Result<Library> {
        let mut question = json!({
            "id": "q", "kind": "judge", "themes": ["home"], "topic": "fire", "difficulty": 1, "stem": "s",
            "answer": true, "revision": "00000001",
        });
        for (name, value) in fields.as_object().into_iter().flatten() {
            question[name] = value.clone();
        }
        if question["kind"] != "judge" {
            question.as_object_mut().context("fields")?.remove("answer");
        }
        let bank = json!({ "format": 1, "id": "x", "title": "t", "questions": [question] });
        let title = json!({ "zh-CN": "消防法", "en": "Fire Law" });
        let law =
            json!({ "id": "fire-law", "title": title, "kind": "law", "version": "2021", "in_force": "2021-04-29" });
        let mut folder = QuestionFolder::default();
        folder.add("x.json", "x.json", bank.to_string());
        folder.add("sources.json", "sources.json", json!({ "format": 1, "sources": [law] }).to_string());
        let pictures = [("pictures/exit.svg".to_owned(), "pictures/exit-0123456789.svg".to_owned())].into();
        Library::read(&folder, pictures)
    }

    fn theme(id: &str) -> Theme {
        let label = Text::Map(vec![
            ("zh-CN".parse().expect("a language"), "家庭".into()),
            ("en".parse().expect("a language"), "Homes".into()),
        ]);
        Theme { id: id.parse().expect("an id"), label, ..Theme::default() }
    }

    fn split(fields: &Value, lang: &str) -> Result<Value> {
        Ok(serde_json::to_value(library(fields)?.split(&theme("home"), lang)?)?)
    }

    #[test]
    fn a_bank_holds_one_theme_in_one_language() -> Result<()> {
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
                "id": "q", "kind": "judge", "topic": "fire", "difficulty": 1, "answer": true, "revision": "00000001",
                "themes": ["home", "school"],
                "stem": "Fire?",
                "explanation": "因为",
                "media": { "file": "pictures/exit-0123456789.svg", "alt": "门" },
                "source": { "title": "Fire Law", "as_of": "2026-11-23" },
            }],
        });
        assert_eq!(split(&question, "en")?, expected);
        assert_eq!(split(&json!({ "themes": ["village"] }), "en")?["questions"], json!([]));
        Ok(())
    }

    #[test]
    fn a_text_in_tibetan_is_taken_as_it_stands() -> Result<()> {
        let tibetan = "འགྲོ་བ་མིའི་རིགས་རྒྱུད་དང༌། ཐོབ་ཐངའི་རང་དབང་།";
        let stem = json!({ "zh-CN": "人人生而自由。", "en": "All are born free.", "bo": tibetan });
        let bank = split(&json!({ "stem": stem, "explanation": { "zh-CN": "因为" } }), "bo")?;
        assert_eq!(bank["questions"][0]["stem"], tibetan);
        assert_eq!(bank["questions"][0]["explanation"], "因为");
        Ok(())
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
        let folder = folder()?;
        let pictures = folder.pictures().map(|picture| (picture.to_owned(), picture.to_owned())).collect();
        let library = Library::read(&folder, pictures)?;
        for id in ["enterprise", "village", "community", "school", "home", "public"] {
            let theme = theme(id);
            let whole = library.questions.iter().filter(|question| question.themes.contains(&theme.id));
            let whole: Vec<&QuestionFields> = whole.collect();
            let (outline, parts) = parts::apart(library.split(&theme, "en")?);
            let read = bank::parse(&serde_json::to_string(&outline)?)?;
            assert_eq!(parts.len(), whole.len().div_ceil(parts::PER_PART));
            assert_eq!(read.questions.len(), whole.len());
            for own in read.questions {
                let question = whole.iter().find(|question| question.id == own.id);
                assert_eq!(question.and_then(|found| found.revision), Some(own.revision));
            }
        }
        Ok(())
    }

    #[test]
    fn a_blank_takes_answers_in_every_language() -> Result<()> {
        let answers = json!([{ "en": "one one nine", "zh-CN": "一一九" }, "119", { "en": "119" }]);
        let fields = json!({ "kind": "blank", "stem": "____", "blanks": [{ "accept": answers }] });
        let bank = split(&fields, "zh-CN")?;
        assert_eq!(bank["questions"][0]["blanks"][0]["accept"], json!(["一一九", "one one nine", "119"]));
        Ok(())
    }

    #[test]
    fn a_revision_is_of_all_languages() -> Result<()> {
        let revision = |en: &str| -> Result<Value> {
            let mut question = json!({
                "id": "a", "kind": "judge", "themes": ["home"], "topic": "fire", "difficulty": 1, "answer": true,
            });
            question["stem"] = json!({ "zh-CN": "火警？", "en": en });
            let bank = json!({ "format": 1, "id": "x", "title": "t", "questions": [question] });
            let mut folder = QuestionFolder::default();
            folder.add("x.json", "x.json", bank.to_string());
            folder.add("sources.json", "sources.json", r#"{ "format": 1, "sources": [] }"#);
            let library = Library::read(&folder, BTreeMap::new())?;
            Ok(serde_json::to_value(library.split(&theme("home"), "zh-CN")?)?["questions"][0]["revision"].take())
        };
        let (one, other) = (revision("Fire?")?, revision("A fire?")?);
        assert_eq!(one.as_str().map(str::len), Some(8));
        assert_ne!(one, other);
        Ok(())
    }

    #[test]
    fn what_a_question_refers_to_must_be_there() {
        let error = |fields: &Value| match split(fields, "en") {
            Ok(bank) => panic!("a bank: {bank}"),
            Err(error) => error.to_string(),
        };
        let source = json!({ "source": { "id": "tax-law", "as_of": "2026-11-23" } });
        assert_eq!(error(&source), "source `tax-law` is not in sources.json");
        let media = json!({ "media": { "file": "pictures/cat.svg", "alt": "a cat" } });
        assert_eq!(error(&media), "there is no picture questions/pictures/cat.svg");
    }
}
