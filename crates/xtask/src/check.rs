//! The question folder held against the rules of `sixinto check`: what must not be shown is not built.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail};
use sixinto_core::check::{Checked, Finding, Severity, check_cards, check_files, check_pledges};
use sixinto_core::date::Date;
use sixinto_core::day::Day;
use sixinto_core::folder::{Demands, FolderError, QuestionFolder, ReadContext, Role};
use sixinto_site::banks;

/// Prints every finding, and fails if one of them is an error.
pub(crate) fn questions(questions: &QuestionFolder) -> Result<()> {
    let langs = banks::LANGS.iter().filter_map(|lang| lang.parse().ok()).collect();
    let demands = Demands { set: banks::SET.to_owned(), langs, today: today()? };
    let ReadContext { context, unreadable } = questions.context(demands)?;
    let Checked { banks, findings } = check_files(&questions.texts(Role::Bank)?, &context);
    let mut findings: Vec<Finding> = unreadable.iter().flat_map(FolderError::findings).chain(findings).collect();
    findings.extend(check_cards(&questions.texts(Role::Cards)?, &banks, &context));
    for (name, text) in questions.texts(Role::Pledges)? {
        findings.extend(check_pledges(&name, &text, &context));
    }
    findings.iter().for_each(print);
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        bail!("{errors} errors in the questions");
    }
    Ok(())
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
