//! `sixinto analyse`: what the answers of many people tell about a test and its questions.

mod charts;
mod page;
mod report;
mod spreadsheet;
mod terminal;
mod verdicts;

use std::path::{Path, PathBuf};

use sixinto_core::check::Words;
use sixinto_core::json;
use sixinto_core::paper::PaperSet;
use sixinto_core::score::Rule;
use sixinto_formats::responses::{self, Asked, Responses, Tries};
use sixinto_formats::{Finding, Input};

use crate::failure::Failure;
use crate::lang::{Lang, both, say};
use crate::library::Library;
use crate::{Outcome, files, folder, output, snippet};
use report::Report;

const EXAMPLE: &str = "\
例：一张成绩表，一行一个人，表头写 姓名、单位、卷别、1、2、3……
Example: a table with a row a person under name, group, version, 1, 2, 3 …
  sixinto analyse results.xlsx --paper test.json --html report.html";

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(
        required = true,
        value_name = "FILE",
        help = "成绩表（一行一个人，或者一行一个答案），或者导出的答卷 .json、xAPI 记录 .jsonl，可以写几个\nTables of responses (a row a person or a row an answer) or exported attempts (.json, or xAPI statements .jsonl), one or more"
    )]
    files: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "PAPER.json",
        help = "paper 写在卷子旁边的 .json：每份卷子的题和选项的顺序\nWhat `paper` wrote beside the test: the order of each version"
    )]
    paper: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FOLDER",
        default_value = "questions",
        help = "题库文件夹；没有也行，那就要表里有标准答案，或者格子里是分数\nThe question folder; without one the table needs a key, or points in its cells"
    )]
    folder: PathBuf,
    #[arg(
        long,
        value_name = "BANK.json",
        help = "题在这个题库里；可以写几次\nA bank the questions are in; may be given several times"
    )]
    bank: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "RULE",
        default_value = "all-or-nothing",
        value_parser = rule,
        help = "没有 --paper 时怎么计分\nHow answers are marked without --paper"
    )]
    rule: Rule,
    #[arg(
        long,
        value_name = "N",
        default_value_t = 5,
        value_parser = clap::value_parser!(u32).range(2..),
        help = "不到这么多人的，不单独报告\nNothing is told about fewer people than this"
    )]
    min_group: u32,
    #[arg(long, help = "每个人的每一次都算；默认只算第一次\nCount every try of a person (default: only the first)")]
    all_tries: bool,
    #[arg(long, value_name = "OUT.html", help = "写一份能打印的报告\nWrite a report that can be printed")]
    html: Option<PathBuf>,
    #[arg(long, help = "已经有的报告也覆盖\nReplace a report that exists")]
    force: bool,
    #[arg(long, conflicts_with = "csv", help = "输出 JSON\nPrint JSON")]
    json: bool,
    #[arg(long, help = "输出 CSV，一行一道题\nPrint CSV, a row a question")]
    csv: bool,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let set = args.paper.as_deref().map(read_set).transpose()?;
    let library = library(args, set.is_some())?;
    let pool = library.as_ref().map(|library| &library.pool);
    if let (Some(set), Some(pool)) = (&set, pool)
        && set.versions.iter().any(|version| version.paper.questions(pool).is_err())
    {
        return Err(changed());
    }
    let tries = if args.all_tries { Tries::All } else { Tries::First };
    let asked = Asked { pool, set: set.as_ref(), rule: args.rule, tries, lang: lang.tag() };
    let responses = match read(&args.files, &asked)? {
        Ok(responses) => responses,
        Err(finding) => {
            tell(std::slice::from_ref(&*finding), lang);
            return Ok(Outcome::Undone);
        }
    };
    let least = args.min_group as usize;
    if !args.json {
        tell(&responses.findings, lang);
    }
    if responses.marks.people.len() < least {
        return Err(too_few(responses.marks.people.len(), least));
    }
    let title = set.as_ref().map(|set| set.title.to_string());
    let report = Report::new(responses, least, title);
    if let Some(out) = &args.html {
        folder::write_new(out, &page::write(&report, lang), args.force)?;
    }
    if args.json {
        output::json(&report)?;
    } else if args.csv {
        output::plain(&spreadsheet::write(&report, lang))?;
    } else {
        output::plain(&terminal::write(&report, lang))?;
    }
    Ok(Outcome::Fine)
}

fn rule(name: &str) -> Result<Rule, String> {
    let names = |between| Rule::ALL.map(Rule::name).join(between);
    let possible = || format!("可以写：{}\npossible: {}", names("、"), names(", "));
    Rule::ALL.into_iter().find(|rule| rule.name() == name).ok_or_else(possible)
}

/// The questions: those of the folder where there is one. A paper needs them; a table may do without.
fn library(args: &Args, is_needed: bool) -> Result<Option<Library>, Failure> {
    if is_needed || !args.bank.is_empty() || folder::is_home(&args.folder) {
        return Library::open_banks(&args.folder, &args.bank).map(Some);
    }
    Ok(None)
}

fn read_set(path: &Path) -> Result<PaperSet, Failure> {
    let (name, text) = folder::read(path)?;
    json::read_value(text.trim_start_matches('\u{feff}')).map_err(|failure| {
        let what = both!("{name} 不是 paper 写的文件", "{name} is not a file that `paper` wrote");
        let help = Words::new(
            "要 sixinto paper 写在卷子旁边的那个 .json",
            "take the .json that `sixinto paper` wrote beside the test",
        );
        Failure::unreadable(&name, &text, &[failure], what, help)
    })
}

/// What the files say, or what is wrong with one of them as a whole.
fn read(files: &[PathBuf], asked: &Asked<'_>) -> Result<Result<Responses, Box<Finding>>, Failure> {
    let mut read = Vec::new();
    for path in files {
        read.push((sixinto_disk::name(path), files::read(path)?));
    }
    let inputs: Vec<Input<'_>> = read.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    Ok(responses::read(&inputs, asked))
}

/// Says what is wrong with the files, beside the output proper.
fn tell(findings: &[Finding], lang: Lang) {
    for finding in findings {
        output::aside(&snippet::of_file(finding, lang));
    }
}

fn too_few(people: usize, least: usize) -> Failure {
    Failure::new(
        both!(
            "只有 {people} 个人的成绩，不到 {least} 个人不报告",
            "there are {people} people; nothing is told about fewer than {least}"
        ),
        Words::new(
            "人太少，报告会说出个人的成绩；真的要看，用 --min-group",
            "a report about so few tells what single persons reached; --min-group sets the bound",
        ),
    )
}

fn changed() -> Failure {
    Failure::new(
        Words::new("卷子里的题，题库里已经改了或删了", "questions of the paper have been changed or removed since"),
        Words::new(
            "用出卷时的题库（--folder、--bank）：照改过的题判分会判错",
            "use the banks of that time (--folder, --bank): marking by other wordings would be wrong",
        ),
    )
}

/// A number with one decimal, or a dash where there is none.
fn decimal(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.1}"))
}

/// A number with two decimals, or a dash where there is none.
fn fine(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
}

/// What the tries are that were counted.
fn counted(report: &Report, lang: Lang) -> String {
    let (people, read) = (report.test.people, report.read);
    say!(
        lang,
        "读到 {read} 份，算了 {people} 份；同一个人只算第一次，除非用了 --all-tries。",
        "{read} read, {people} counted; of one person only the first try, unless --all-tries was given."
    )
}
