//! `sixinto import`: a trainer's file becomes a bank, and everything that is wrong with it is told at its place.
//!
//! ```text
//! paths  --plan-->  Plan  --read-->  Import  --written-->  files  --report-->  words or JSON
//! ```

mod checked;
mod context;
mod fixes;
mod plan;
mod progress;
mod report;

use std::path::PathBuf;

use sixinto_core::bank::Kind;
use sixinto_core::date::Date;
use sixinto_core::{Id, text};
use sixinto_formats::{Finding, Format, ImportedBank, Input, Reading, Severity, assemble};

use crate::check::language;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::{Outcome, files};
use context::ImportContext;
pub(crate) use context::{Vocabulary, vocabulary};
use plan::Plan;
pub(crate) use plan::unknown_format;
use progress::Line;

const EXAMPLE: &str = "\
例：导入一份 Excel 题库，另写一份标出错处的表格
Example: A spreadsheet becomes a bank, and its mistakes are marked in a copy
  sixinto import quiz.xlsx --theme home --fix-file quiz-marked.xlsx";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub(crate) struct Args {
    #[arg(
        required = true,
        value_name = "FILE",
        help = "要导入的文件，可以是几个\nThe files to import, one or several"
    )]
    files: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "NAME",
        help = "文件的格式（默认看内容认）\nThe format of the files (default: by what is in them)"
    )]
    format: Option<String>,
    #[arg(
        long,
        value_name = "THEME",
        help = "没写主题的题归哪个主题，编号或名字，如 home、家庭\nThe theme of questions that name none, by id or name"
    )]
    theme: Option<String>,
    #[arg(
        long,
        value_name = "TOPIC",
        default_value = "general",
        help = "没写小类的题归哪个小类，编号或名字\nThe topic of questions that name none, by id or name"
    )]
    topic: String,
    #[arg(
        long,
        value_name = "BANK",
        help = "题库的编号（默认按文件名取）\nThe id of the bank (default: from the name of the file)"
    )]
    id: Option<Id>,
    #[arg(
        long,
        value_name = "TAG",
        value_parser = language,
        default_value = "zh-CN",
        help = "文件里的字是哪种语言\nThe language that the file is written in"
    )]
    text_lang: text::Lang,
    #[arg(
        long = "type-code",
        value_name = "CODE=KIND",
        value_parser = plan::type_code,
        help = "题型一列写的是数字时，各是什么题型，如 0=single\nWhat a number in the column of kinds means, such as 0=single"
    )]
    type_codes: Vec<(String, Kind)>,
    #[arg(long, help = "只看结果，什么也不写\nTell what would be done, and write nothing")]
    dry_run: bool,
    #[arg(long, help = "有一行有错就都不导入\nImport all or nothing")]
    strict: bool,
    #[arg(
        long,
        value_name = "OUT.xlsx",
        help = "另写一份表格，有错的格标上颜色，旁边写明原因\nWrite a copy of the spreadsheet with the wrong cells marked and the reason beside them"
    )]
    fix_file: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FILE.json|FOLDER",
        help = "写到哪里（默认写在原文件旁边）\nWhere to write (default: beside the file)"
    )]
    out: Option<PathBuf>,
    #[arg(long, help = "覆盖已有的文件\nOverwrite files that are there")]
    force: bool,
    #[arg(
        long,
        value_name = "FOLDER",
        default_value = "questions",
        help = "拿哪个题库文件夹的主题、小类、来源来对照\nThe question folder whose themes, topics and sources the file is held against"
    )]
    with: PathBuf,
    #[arg(long, value_name = "DATE", help = "按哪一天查（默认今天）\nThe day to check for (default: today)")]
    today: Option<Date>,
    #[arg(long, help = "输出 JSON\nPrint JSON")]
    json: bool,
}

/// A file that was read, whatever came of it.
struct Import<'a> {
    plan: &'a Plan,
    /// None where the file is in none that is known.
    format: Option<&'static dyn Format>,
    /// The bank, or why there is none.
    result: Result<ImportedBank, Box<Finding>>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let plans = plan::plans(args)?;
    let context = ImportContext::find(args)?;
    let imports: Vec<Import<'_>> =
        plans.iter().map(|plan| import(plan, args, &context, lang)).collect::<Result<_, _>>()?;
    let is_held_back = args.strict && imports.iter().any(|import| !import.is_whole());
    let marked = fixes::marked(&imports, args, lang)?;
    if !args.dry_run && !is_held_back {
        for import in &imports {
            write(import, args)?;
        }
    }
    let fix_file = args.fix_file.as_ref().filter(|_| marked.is_some());
    if let (Some(path), Some(bytes)) = (fix_file, &marked) {
        files::write(path, bytes, args.force)?;
    }
    report::print(&imports, args, is_held_back, fix_file, lang)?;
    Ok(match () {
        () if imports.iter().any(|import| import.result.is_err()) => Outcome::Undone,
        () if imports.iter().any(|import| !import.is_whole()) => Outcome::Findings,
        () => Outcome::Fine,
    })
}

fn import<'a>(plan: &'a Plan, args: &Args, context: &ImportContext, lang: Lang) -> Result<Import<'a>, Failure> {
    let bytes = files::read(&plan.path)?;
    let input = Input { name: &plan.name, bytes: &bytes };
    let format = match plan::format_of(&input, args.format.as_deref())? {
        Ok(format) => format,
        Err(finding) => return Ok(Import { plan, format: None, result: Err(finding) }),
    };
    let codes = args.type_codes.iter().cloned().collect();
    let line = Line::new(&plan.name, lang);
    let progress = |progress| line.show(progress);
    let reading = Reading {
        bank: &plan.bank,
        lang: args.text_lang,
        theme: context.theme.as_ref(),
        topic: &context.topic,
        themes: &context.themes,
        topics: &context.topics,
        type_codes: &codes,
        today: context.check.today,
        progress: &progress,
    };
    let result = format.read(&input, &reading).map(|imported| {
        let mut imported = assemble(imported, &reading);
        checked::check(&mut imported, format.name(), context);
        imported
    });
    line.clear();
    Ok(Import { plan, format: Some(format), result })
}

fn write(import: &Import<'_>, args: &Args) -> Result<(), Failure> {
    let Some(imported) = import.result.as_ref().ok().filter(|imported| !imported.bank.questions.is_empty()) else {
        return Ok(());
    };
    files::write(&import.plan.out, &sixinto_formats::json::to_json(&imported.bank), args.force)
}

impl Import<'_> {
    /// What is wrong with the file.
    fn findings(&self) -> &[Finding] {
        match &self.result {
            Ok(imported) => &imported.findings,
            Err(finding) => std::slice::from_ref(&**finding),
        }
    }

    /// Whether everything in the file is in the bank.
    fn is_whole(&self) -> bool {
        self.result.as_ref().is_ok_and(|imported| imported.n_reported == 0)
            && self.findings().iter().all(|finding| finding.severity != Severity::Error)
    }
}
