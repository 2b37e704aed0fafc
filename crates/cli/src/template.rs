//! `sixinto template`: a spreadsheet for a trainer to fill in.

use std::path::PathBuf;

use serde::Serialize;
use sixinto_formats::{Names, Progress, Writing, table};

use crate::failure::Failure;
use crate::import::{Vocabulary, vocabulary};
use crate::lang::{Lang, say};
use crate::{Outcome, files, folder, output};

const EXAMPLE: &str = "\
例：写一份消防题的模板，填好以后导入
Example: A template for questions about fire; once it is filled in it is imported
  sixinto template --out fire.xlsx
  sixinto import fire.xlsx";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(
        long,
        value_name = "FILE.xlsx",
        help = "写到哪里（默认 题目模板.xlsx）\nWhere to write (default: question-template.xlsx)"
    )]
    out: Option<PathBuf>,
    #[arg(long, help = "覆盖已有的文件\nOverwrite a file that is there")]
    force: bool,
    #[arg(
        long,
        value_name = "FOLDER",
        default_value = "questions",
        help = "用哪个题库文件夹的主题和小类\nThe question folder whose themes and topics it offers"
    )]
    with: PathBuf,
    #[arg(long, help = "输出 JSON\nPrint JSON")]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    written: String,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let usual = || lang.say("题目模板.xlsx", "question-template.xlsx").into();
    let out: PathBuf = args.out.clone().unwrap_or_else(usual);
    files::must_be_free(&out, args.force)?;
    let home = folder::home(Some(&args.with))?;
    let Vocabulary { themes, topics } = vocabulary(home.as_ref())?;
    let (themes, topics) = (Names::of_themes(&themes), Names::of_topics(&topics));
    let writing = Writing { lang: lang.tag(), themes: &themes, topics: &topics, progress: &|_: Progress| {} };
    let bytes = table::template(&writing).map_err(|finding| Failure::new(finding.message, finding.help))?;
    files::write(&out, &bytes, args.force)?;
    let out = out.display();
    if args.json {
        output::json(&Report { written: out.to_string() })?;
    } else {
        output::plain(&say!(
            lang,
            "写好了模板 {out}：一行一道题，里面有每种题的例子\n下一步：填好以后运行 sixinto import {out}\n",
            "the template is in {out}: one question a row, with an example of each kind\nnext: fill it in and run `sixinto import {out} --text-lang en`\n"
        ))?;
    }
    Ok(Outcome::Fine)
}
