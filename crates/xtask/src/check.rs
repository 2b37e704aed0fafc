//! The question folder held against the rules of `sixinto check`: what must not be shown is not built.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail};
use sixinto_core::check::{Checked, Context, Finding, Loaded, Severity, check, check_cards, check_pledges, unreadable};
use sixinto_core::date::Date;
use sixinto_core::day::Day;
use sixinto_core::json::{self, Versioned};

use crate::{banks, project};

/// Prints every finding, and fails if one of them is an error. `pictures` are named as questions name them.
pub(crate) fn questions(pictures: Vec<String>) -> Result<()> {
    let files = texts("questions", &banks::paths()?)?;
    let mut cards = project::files(&project::path("questions/cards"), "json")?;
    cards.retain(|path| !path.ends_with("names.json"));
    let cards = texts("questions/cards", &cards)?;
    let context = Context {
        themes: load("themes.json")?,
        topics: Some(load("topics.json")?),
        presets: load("presets.json")?,
        register: load("sources.json")?,
        set: banks::SET.to_owned(),
        langs: banks::LANGS.iter().filter_map(|lang| lang.parse().ok()).collect(),
        pictures,
        today: today()?,
    };
    let Checked { banks, mut findings } = check(&files, &context);
    findings.extend(check_cards(&cards, &banks, &context));
    let promises = project::read_text(&project::path("questions/pledges.json"))?;
    findings.extend(check_pledges("questions/pledges.json", &promises, &context));
    findings.iter().for_each(print);
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        bail!("{errors} errors in the questions");
    }
    Ok(())
}

/// Files of a folder, each by the name that findings show.
fn texts(folder: &str, paths: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let text = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok((format!("{folder}/{name}"), project::read_text(path)?))
    };
    paths.iter().map(text).collect()
}

fn load<T: Versioned>(file: &str) -> Result<Loaded<T>> {
    let name = format!("questions/{file}");
    let text = project::read_text(&project::path(&name))?;
    match json::read(&text) {
        Ok(value) => Ok(Loaded { name, text, value }),
        Err(failures) => {
            unreadable(&name, &text, &failures).for_each(|finding| print(&finding));
            bail!("{name} cannot be read")
        }
    }
}

fn print(finding: &Finding) {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let at = &finding.at;
    eprintln!("{}:{}:{}: {severity}: {} [{}]", at.file, at.line, at.column, finding.message.en, finding.code);
    eprintln!("    {}", finding.help.en);
}

/// The day in China.
fn today() -> Result<Date> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    Ok(Day::of(now.try_into()?).date())
}
