//! `sixinto mark`: the score of a finished attempt, and whether a certificate's code is its own.

use std::path::{Path, PathBuf};

use serde::Serialize;
use sixinto_core::certificate::{self, Code, Misfit};
use sixinto_core::check::Words;
use sixinto_core::paper::PaperQuestion;
use sixinto_core::score::ScoreReport;
use sixinto_core::{Attempt, json, paper, score};

use crate::failure::Failure;
use crate::lang::{Lang, both};
use crate::library::Library;
use crate::{Outcome, certificate_text, clock, folder, output, prompt_text, report_text};

const EXAMPLE: &str = "\
例：看一张证书的编号是不是这份答卷的
Example: whether a certificate's code is that of an attempt
  sixinto mark attempt.json --code 7K2M-9QXA-40TM

例：把每道题的得分写成 xAPI 记录，交给学习记录系统
Example: statements of every question for a learning record store
  sixinto mark attempt.json --xapi attempt.jsonl --name zhangsan";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(
        value_name = "ATTEMPT.json",
        help = "答卷：网页导出的，或者 quiz --save 存的\nThe attempt, from the page or from quiz --save"
    )]
    attempt: PathBuf,
    #[arg(long, value_name = "FOLDER", default_value = "questions", help = "题库文件夹\nThe question folder")]
    folder: PathBuf,
    #[arg(
        long,
        value_name = "CODE",
        help = "只看证书编号对不对得上，不逐题讲\nTell whether a certificate's code fits, instead of going through the questions"
    )]
    code: Option<String>,
    #[arg(long, help = "输出成绩的 JSON\nPrint the score as JSON")]
    json: bool,
    #[arg(
        long,
        value_name = "OUT.jsonl",
        help = "另存一份 xAPI 记录，一行一条\nAlso write xAPI statements, one a line"
    )]
    xapi: Option<PathBuf>,
    #[arg(
        long,
        value_name = "NAME",
        requires = "xapi",
        help = "xAPI 记录里写谁的名字；不写就不记名\nWho the statements are about; nobody is named without it"
    )]
    name: Option<String>,
    #[arg(long, requires = "xapi", help = "可以覆盖已有的文件\nReplace a file that exists")]
    force: bool,
}

/// A score, and whether a code is the attempt's.
#[derive(Serialize)]
struct Verified<'a> {
    #[serde(flatten)]
    report: &'a ScoreReport<'a>,
    code_fits: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_misfit: Option<&'static str>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let code = args.code.as_deref().map(read_code).transpose()?;
    let library = Library::open(&args.folder)?;
    let attempt = take_up(&library, read(&args.attempt)?, &args.attempt)?;
    let report =
        score::mark(&library.pool, &attempt, lang.tag()).map_err(|error| unfit(&args.attempt, error.code()))?;
    if let Some(path) = &args.xapi {
        let statements = sixinto_formats::xapi::statements(&attempt, &report, args.name.as_deref());
        folder::write_new(path, &statements, args.force)?;
    }
    if let Some(code) = code {
        return verify(args, &library, &attempt, &report, code, lang);
    }
    if args.json {
        output::json(&report)?;
    } else {
        let summary = report_text::summary(&library, &attempt, &report, lang);
        output::plain(&format!("{summary}{}", each_question(&library, &attempt, lang)))?;
    }
    Ok(Outcome::Fine)
}

fn verify(
    args: &Args,
    library: &Library,
    attempt: &Attempt,
    report: &ScoreReport<'_>,
    code: Code,
    lang: Lang,
) -> Result<Outcome, Failure> {
    let fit = certificate::verify(code, attempt, report.into());
    if args.json {
        output::json(&Verified { report, code_fits: fit.is_ok(), code_misfit: fit.err().map(Misfit::code) })?;
    } else {
        let verdict = certificate_text::verdict(library, attempt, report, code, fit, lang);
        output::plain(&format!("{verdict}\n{}", report_text::summary(library, attempt, report, lang)))?;
    }
    Ok(if fit.is_ok() { Outcome::Fine } else { Outcome::Misfit })
}

fn read_code(typed: &str) -> Result<Code, Failure> {
    typed.parse().map_err(|_| {
        Failure::new(
            both!("证书编号“{typed}”抄错了", "the certificate code `{typed}` is mistyped"),
            Words::new(
                "照证书再抄一遍：12 个字母和数字，如 7K2M-9QXA-40TM；大小写和横线没有关系",
                "copy it again: 12 letters and digits such as 7K2M-9QXA-40TM; case and hyphens do not matter",
            ),
        )
    })
}

/// A stored attempt.
///
/// # Errors
/// Where the file is none.
pub(crate) fn read(path: &Path) -> Result<Attempt, Failure> {
    let (name, text) = folder::read(path)?;
    let attempt: Attempt = json::read_value(text.trim_start_matches('\u{feff}')).map_err(|failure| {
        let what = both!("{name} 不是完整的答卷", "{name} is not a whole attempt");
        let help = Words::new(
            "要一份网页导出的，或者 quiz --save 存的，没有改过的文件",
            "take a file that the page exported or `quiz --save` wrote, unchanged",
        );
        Failure::unreadable(&name, &text, &[failure], what, help)
    })?;
    if attempt.format == paper::FORMAT {
        return Ok(attempt);
    }
    let (found, known) = (attempt.format, paper::FORMAT);
    Err(Failure::new(
        both!(
            "{name} 是第 {found} 版答卷，本程序读第 {known} 版",
            "{name} is an attempt in format {found}; this program reads format {known}"
        ),
        Words::new("用存下它的那个版本的程序", "use the version of the program that wrote it"),
    ))
}

/// Takes a stored attempt up again; one whose time is over is finished then.
pub(crate) fn take_up(library: &Library, attempt: Attempt, path: &Path) -> Result<Attempt, Failure> {
    attempt.resume(&library.pool, clock::now()).map_err(|error| unfit(path, error.code()))
}

/// Every question of a finished attempt with what came of it.
pub(crate) fn each_question(library: &Library, attempt: &Attempt, lang: Lang) -> String {
    let question = |(index, asked): (usize, &PaperQuestion)| {
        let prompt = paper::prompt(&library.pool, &attempt.paper, index, lang.tag()).ok().flatten()?;
        let feedback = score::feedback(&library.pool, attempt, &asked.id, lang.tag()).ok()?;
        let asked = prompt_text::question(&prompt, index, &library.folder, lang);
        Some(format!("\n{asked}{}", report_text::question(&prompt, &feedback, lang)))
    };
    attempt.paper.questions.iter().enumerate().filter_map(question).collect()
}

/// A failure by the code of why an attempt and the banks do not go together.
fn unfit(path: &Path, code: &str) -> Failure {
    let name = path.display();
    match code {
        "bank-changed" => Failure::new(
            both!("{name} 里的题，题库里已经改了或删了", "questions of {name} have been changed or removed since"),
            Words::new(
                "照改过的题判分会判错：用答题时的题库（--folder），或者重新答一份",
                "marking by other wordings would be wrong: use the banks of that time (--folder), or take a new paper",
            ),
        ),
        "not-finished" => Failure::new(
            both!("{name} 还没交卷", "{name} is not handed in yet"),
            both!("先答完：sixinto quiz --save {name}", "finish it first: sixinto quiz --save {name}"),
        ),
        _ => Failure::new(
            both!("{name} 里的答案和题对不上", "answers in {name} do not fit their questions"),
            Words::new("文件多半被改过，要一份没有改过的", "the file was probably edited: take an unchanged one"),
        ),
    }
}
