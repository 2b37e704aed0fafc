//! The question folder held against the rules of `sixinto check`: what must not be shown is not built.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail};
use sixinto_core::check::{
    Checked, Context, Finding, Loaded, Severity, check_cards, check_files, check_pledges, unreadable,
};
use sixinto_core::date::Date;
use sixinto_core::day::Day;
use sixinto_core::json::{self, Versioned};
use sixinto_site::{Questions, banks};

/// Prints every finding, and fails if one of them is an error.
pub(crate) fn questions(questions: &Questions) -> Result<()> {
    let files = texts(questions, questions.banks())?;
    let cards = texts(questions, questions.cards())?;
    let context = Context {
        themes: load(questions, "themes.json")?,
        topics: Some(load(questions, "topics.json")?),
        presets: load(questions, "presets.json")?,
        register: load(questions, "sources.json")?,
        set: banks::SET.to_owned(),
        langs: banks::LANGS.iter().filter_map(|lang| lang.parse().ok()).collect(),
        pictures: questions.pictures().map(|(name, _)| name.to_owned()).collect(),
        today: today()?,
    };
    let Checked { banks, mut findings } = check_files(&files, &context);
    findings.extend(check_cards(&cards, &banks, &context));
    let promises = questions.text("pledges.json")?;
    findings.extend(check_pledges("questions/pledges.json", promises, &context));
    findings.iter().for_each(print);
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        bail!("{errors} errors in the questions");
    }
    Ok(())
}

/// Files, each by the name that findings show.
fn texts<'a>(questions: &Questions, names: impl Iterator<Item = &'a str>) -> Result<Vec<(String, String)>> {
    names.map(|name| Ok((format!("questions/{name}"), questions.text(name)?.to_owned()))).collect()
}

fn load<T: Versioned>(questions: &Questions, file: &str) -> Result<Loaded<T>> {
    let name = format!("questions/{file}");
    let text = questions.text(file)?.to_owned();
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
        Severity::Note => "note",
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
