//! `sixinto`: question banks at a desk.
//!
//! A subcommand is a file: [`analyse`], [`check`], [`draw`], [`mark`], [`paper`], [`quiz`], and for trainers' own files
//! [`import`], [`export`], [`template`], [`stats`], [`build`], [`serve`]. Each reads files through [`folder`] (and
//! [`library`], where papers come from them), asks `sixinto-core`, and hands what comes out to [`output`]. This crate
//! is the only one that touches the disk, the clock and the system's randomness.

mod analyse;
mod answer_text;
mod build;
mod certificate_text;
mod check;
mod clock;
mod counts;
mod draw;
mod export;
mod failure;
mod files;
mod folder;
mod html;
mod import;
mod lang;
mod library;
mod mark;
mod output;
mod page;
mod paper;
mod prompt_text;
mod quiz;
mod report_text;
mod request;
mod serve;
mod snippet;
mod stats;
mod table;
mod template;
mod usage;
mod words;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgAction, Parser, Subcommand};

use lang::Lang;

/// See the manifest of the workspace for why.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ABOUT: &str =
    "检查题库、出卷、判卷，在终端里答题\nChecks question banks, draws and marks papers, asks them in the terminal";

const EXIT_CODES: &str = "退出码：0 没有问题，1 检查有发现、有题没有导入导出或编号对不上，2 没有做成\nExit codes: 0 all is well, 1 the check found something, a question was left out or a code does not fit, 2 it could not be done";

#[derive(Parser)]
#[command(name = "sixinto", version, about = ABOUT, after_help = EXIT_CODES)]
#[command(disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[arg(
        long,
        global = true,
        value_enum,
        help = "用哪种语言说话（默认看 LC_ALL、LC_MESSAGES、LANG）\nThe language to speak (default: from LC_ALL, LC_MESSAGES, LANG)"
    )]
    lang: Option<Lang>,
    #[arg(long, short, global = true, action = ArgAction::Help, help = "显示帮助\nPrint help")]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version, help = "显示版本\nPrint version")]
    version: Option<bool>,
}

#[derive(Subcommand)]
enum Command {
    #[command(
        about = "分析成绩：每道题的难易、区分度，哪道题要改，整场考得怎么样\nAnalyses responses: how hard each question is, what it tells, which to mend, and the test as a whole"
    )]
    Analyse(analyse::Args),
    #[command(
        about = "检查题库，列出每个问题在哪里、怎么改\nChecks banks and tells where each problem is and what to do"
    )]
    Check(check::Args),
    #[command(
        about = "出一份卷子：同样的题库、预设和种子，出的卷子总是一样\nDraws a paper: the same banks, preset and seed always give the same one"
    )]
    Draw(draw::Args),
    #[command(
        about = "给一份交了的答卷判分，每道题讲为什么；也核对证书编号\nMarks a finished attempt and tells why, question by question; verifies certificate codes"
    )]
    Mark(mark::Args),
    #[command(
        about = "出一套能打印的卷子：几份不同顺序的卷子、答题卡、答案和讲解\nMakes a test to print: versions in other orders, answer sheets, key and explanations"
    )]
    Paper(paper::Args),
    #[command(about = "在终端里答题\nAsks the questions of a paper in the terminal")]
    Quiz(quiz::Args),
    #[command(
        about = "把 Excel、Word、文本等文件里的题导入成题库，有错的地方一处一处指出来\nTurns questions from Excel, Word and text files into a bank and tells where each problem is"
    )]
    Import(import::Args),
    #[command(
        about = "把题库导出成别的格式，先说哪些东西放不下\nWrites a bank in another format, and first tells what that cannot hold"
    )]
    Export(export::Args),
    #[command(about = "写一份填题用的 Excel 模板\nWrites a spreadsheet to fill in with questions")]
    Template(template::Args),
    #[command(
        about = "数一数题库里有什么、还缺什么\nCounts what banks cover and what is still to be written",
        after_help = stats::EXAMPLE
    )]
    Stats(check::Args),
    #[command(
        about = "把题库做成网站，或者一个双击就能打开的网页文件\nMakes a site of a question folder, or one file that opens by a double click"
    )]
    Build(build::Args),
    #[command(
        about = "在这台电脑上打开做好的网站，也可以让同一个网络里的手机打开\nServes a site from this computer, also to phones in the same network"
    )]
    Serve(serve::Args),
}

/// How a command ended that did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// A check found something.
    Findings,
    /// A certificate's code is not that of the attempt.
    Misfit,
    /// Nothing came of it, and why was told.
    Undone,
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return unparsed(&error),
    };
    let lang = cli.lang.unwrap_or_else(Lang::of_environment);
    let done = match &cli.command {
        Command::Analyse(args) => analyse::run(args, lang),
        Command::Check(args) => check::run(args, lang),
        Command::Draw(args) => draw::run(args, lang),
        Command::Mark(args) => mark::run(args, lang),
        Command::Paper(args) => paper::run(args, lang),
        Command::Quiz(args) => quiz::run(args, lang),
        Command::Import(args) => import::run(args, lang),
        Command::Export(args) => export::run(args, lang),
        Command::Template(args) => template::run(args, lang),
        Command::Stats(args) => stats::run(args, lang),
        Command::Build(args) => build::run(args, lang),
        Command::Serve(args) => serve::run(args, lang),
    };
    match done {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings | Outcome::Misfit) => ExitCode::from(1),
        Ok(Outcome::Undone) => ExitCode::from(2),
        Err(failure) => {
            output::complain(&failure, lang);
            ExitCode::from(2)
        }
    }
}

/// Ends where the command line asks for help or the version, or makes no sense.
fn unparsed(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::coloured(&error.render().ansi().to_string()).map_or(ExitCode::from(2), |()| ExitCode::SUCCESS)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::aside(&error.render().ansi().to_string());
            ExitCode::from(2)
        }
        _ => {
            let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
            output::complain(&usage::failure(error, &words), usage::lang(&words));
            ExitCode::from(2)
        }
    }
}
