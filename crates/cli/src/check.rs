//! `sixinto check`: what is wrong with banks, where, and what to do about it.

mod files;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;
use sixinto_core::check::{self, Checked, Finding, Severity};
use sixinto_core::date::Date;
use sixinto_core::text;

use crate::failure::Failure;
use crate::lang::{Lang, say};
use crate::{Outcome, clock, output, snippet};
pub(crate) use files::Files;

use crate::counts::{self, Counts};

const EXAMPLE: &str = "\
例：看一个题库哪里有错
Example: What is wrong with a bank
  sixinto check questions/home-gas.json";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(
        value_name = "FOLDER|FILES",
        default_value = "questions",
        help = "题库文件夹，或者几个题库文件\nA question folder, or bank files"
    )]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "FOLDER",
        default_value = "questions",
        help = "文件旁边没有 themes.json 等时，用这个文件夹里的\nWhere to take themes.json and so on from when files stand alone"
    )]
    pub(crate) with: PathBuf,
    #[arg(long, value_name = "DATE", help = "按哪一天查（默认今天）\nThe day to check for (default: today)")]
    pub(crate) today: Option<Date>,
    #[arg(long, value_name = "ID", default_value = "default", help = "用哪一组主题\nThe set of themes")]
    pub(crate) set: String,
    #[arg(long, value_name = "TAGS", value_delimiter = ',', default_value = "zh-CN,en", value_parser = language, help = "每段文字都要有的语言\nThe languages that every text must have")]
    pub(crate) langs: Vec<text::Lang>,
    #[arg(long, help = "输出 JSON\nPrint JSON")]
    pub(crate) json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    today: Date,
    errors: usize,
    warnings: usize,
    findings: &'a [Finding],
    banks: &'a [Counts],
    themes: &'a [Counts],
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let today = args.today.unwrap_or_else(clock::today);
    let files = Files::read(args, today)?;
    let Checked { banks, findings } = examine(&files, lang);
    let (by_bank, by_theme) = (counts::by_bank(&banks), counts::by_theme(&banks, &files.context));
    let errors = errors(&findings);
    let warnings = findings.len() - errors;
    let report = Report { today, errors, warnings, findings: &findings, banks: &by_bank, themes: &by_theme };
    if args.json {
        output::json(&report)?;
    } else {
        let found = in_words(&findings, &files, lang);
        let table = counts::table(&by_bank, &by_theme, &files.context.themes.value, lang);
        output::coloured(&format!("{found}{table}\n{}", summary(&report, &files, lang)))?;
    }
    Ok(if findings.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

/// Holds files against every rule.
pub(crate) fn examine(files: &Files, lang: Lang) -> Checked {
    for note in &files.notes {
        output::note(note, lang);
    }
    let Checked { banks, mut findings } = check::check_files(&files.banks, &files.context);
    findings.extend(check::check_cards(&files.cards, &banks, &files.context));
    if let Some((name, text)) = &files.pledges {
        findings.extend(check::check_pledges(name, text, &files.context));
    }
    Checked { banks, findings: shown(findings, files) }
}

/// How many of them must be put right.
pub(crate) fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

/// The findings about the files that were asked for, and about the files that they are held against.
///
/// Without themes, presets and sources no rule knows what to hold questions against, so only what cannot be read is
/// shown then.
fn shown(found: Vec<Finding>, files: &Files) -> Vec<Finding> {
    let is_known = |finding: &Finding| files.unreadable.is_empty() || finding.code.is_unreadable();
    let is_shown = |finding: &Finding| is_known(finding) && files.is_asked(&finding.at.file);
    let mut shown: Vec<Finding> = found.into_iter().filter(is_shown).chain(files.unreadable.iter().cloned()).collect();
    shown.sort_by(|one, other| {
        (&one.at.file, one.at.line, one.at.column).cmp(&(&other.at.file, other.at.line, other.at.column))
    });
    shown
}

/// Findings with the lines that they stand in.
pub(crate) fn in_words<'a>(findings: impl IntoIterator<Item = &'a Finding>, files: &'a Files, lang: Lang) -> String {
    let mut lines: BTreeMap<&'a str, Vec<&'a str>> = BTreeMap::new();
    let render = |finding: &'a Finding| {
        let name = finding.at.file.as_str();
        let lines = lines.entry(name).or_insert_with(|| snippet::lines(files.text(name)));
        snippet::render(finding, lines, lang)
    };
    findings.into_iter().map(render).collect()
}

fn summary(report: &Report<'_>, files: &Files, lang: Lang) -> String {
    let (n_banks, errors, warnings) = (report.banks.len(), report.errors, report.warnings);
    let questions: usize = report.banks.iter().map(|bank| bank.questions).sum();
    let is_short = report.findings.iter().any(|finding| finding.code.is_unreadable());
    let counted = say!(lang, "{n_banks} 个题库，{questions} 道题", "{questions} questions in {n_banks} banks");
    let short = if is_short {
        lang.say("（读不出来的没有算）", " (those that cannot be read not counted)")
    } else {
        ""
    };
    let asked = if files.are_named() {
        lang.say("，只列所给文件的问题", ", only the files given are reported on")
    } else {
        ""
    };
    let found = match (errors, warnings) {
        (0, 0) => lang.say("没有发现问题", "nothing found").to_owned(),
        (_, 0) => say!(lang, "{errors} 个错误", "errors: {errors}"),
        (0, _) => say!(lang, "{warnings} 个警告", "warnings: {warnings}"),
        _ => say!(lang, "{errors} 个错误，{warnings} 个警告", "errors: {errors}, warnings: {warnings}"),
    };
    say!(lang, "{counted}{short}{asked}：{found}\n", "{counted}{short}{asked}: {found}\n")
}

/// A language tag, from what was typed.
pub(crate) fn language(tag: &str) -> Result<text::Lang, &'static str> {
    tag.parse()
        .map_err(|text::InvalidLang| "语言标签写成 zh-CN、en、bo 这样\na language tag is written like zh-CN, en or bo")
}
