//! `sixinto build`: a question folder to a site that residents open.

use std::path::{Path, PathBuf};

use serde::Serialize;
use sixinto_core::check::{Checked, Finding, Severity, Words};
use sixinto_core::text;
use sixinto_site::compress::Size;
use sixinto_site::{Made, compress, disk};

use crate::check::{self, Files};
use crate::failure::Failure;
use crate::folder::Home;
use crate::lang::{Lang, both, say};
use crate::{Outcome, clock, folder, output, page};

const EXAMPLE: &str = "\
例：把题库做成网站，放到单位的服务器上
Example: a site for the server of a firm
  sixinto build questions --out site

例：做成一个网页文件，拷在 U 盘里，双击就能打开
Example: one file for a USB stick, which opens by a double click
  sixinto build questions --single-file quiz.html";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    questions: Questions,
    #[arg(
        long,
        value_name = "SITE",
        required_unless_present = "single_file",
        help = "网站放在哪个文件夹；里面原来有别的东西就不动它\nThe folder to make; one with other things in it is left alone"
    )]
    out: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FILE.html",
        help = "另外做成一个网页文件，不用服务器也能打开\nAlso make one file that needs no server"
    )]
    single_file: Option<PathBuf>,
    #[arg(
        long,
        help = "文件夹里有别的东西也写进去（不删别的），同名的文件换掉\nWrite also where other things are: they stay, files of the same name are replaced"
    )]
    force: bool,
    #[arg(long, help = "输出 JSON\nPrint JSON")]
    json: bool,
}

/// Which questions, and what for.
#[derive(Debug, clap::Args)]
pub(crate) struct Questions {
    #[arg(value_name = "FOLDER", default_value = "questions", help = "题库文件夹\nThe question folder")]
    pub(crate) folder: PathBuf,
    #[arg(long, value_name = "ID", default_value = "default", help = "用哪一组主题\nThe set of themes")]
    pub(crate) set: String,
    #[arg(
        long,
        value_name = "TAGS",
        value_delimiter = ',',
        default_value = "zh-CN",
        value_parser = check::language,
        help = "每段文字都要有的语言；别的语言缺了，显示第一种\nThe languages that every text must have; elsewhere the first stands in"
    )]
    pub(crate) langs: Vec<text::Lang>,
}

/// What `--json` prints of a site that was made.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<Folder<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    single_file: Option<File<'a>>,
}

#[derive(Serialize)]
struct Folder<'a> {
    path: &'a Path,
    files: usize,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a Path,
    raw: usize,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    folder::must_be_home(&args.questions.folder)?;
    may_write(args)?;
    let Some(made) = make(&args.questions, args.json, lang)? else { return Ok(Outcome::Findings) };
    let site = args.out.as_deref().map(|out| publish(&made, out)).transpose()?;
    if let Some(file) = &args.single_file {
        folder::write_new(file, &made.one_file, args.force)?;
    }
    let single_file = args.single_file.as_deref().map(|path| File { path, raw: made.one_file.len() });
    let report = Report { site, single_file };
    if args.json {
        output::json(&report)?;
    } else {
        output::plain(&in_words(&report, lang))?;
    }
    Ok(Outcome::Fine)
}

/// Makes a site of questions that are in order; otherwise prints what is wrong with them.
pub(crate) fn make(args: &Questions, json: bool, lang: Lang) -> Result<Option<Made>, Failure> {
    let page = page::carried()?;
    let checks = check::Args {
        paths: vec![args.folder.clone()],
        with: args.folder.clone(),
        today: None,
        set: args.set.clone(),
        langs: args.langs.clone(),
        json,
    };
    let files = Files::read(&checks, clock::today())?;
    let Checked { findings, .. } = check::examine(&files, lang);
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let errors: Vec<&Finding> = findings.iter().filter(is_error).collect();
    let (n_errors, n_warnings) = (errors.len(), findings.len() - errors.len());
    if n_errors > 0 {
        refuse(&errors, &files, json, lang)?;
        return Ok(None);
    }
    if n_warnings > 0 {
        output::note(
            &both!(
                "有 {n_warnings} 个警告，不影响做网站；sixinto check 会列出来。",
                "Warnings: {n_warnings}. The site is made all the same; `sixinto check` lists them.",
            ),
            lang,
        );
    }
    let questions = Home::open(&args.folder)?.files;
    let pictures = sixinto_disk::pictures(&args.folder).map_err(|error| folder::not_read(&error))?;
    sixinto_site::make(&page, &questions, &pictures, &args.set).map(Some).map_err(|error| undone(&error))
}

fn refuse(errors: &[&Finding], files: &Files, json: bool, lang: Lang) -> Result<(), Failure> {
    #[derive(Serialize)]
    struct Refusal<'a> {
        errors: usize,
        findings: &'a [&'a Finding],
    }
    let n = errors.len();
    if json {
        return output::json(&Refusal { errors: n, findings: errors });
    }
    let list = check::in_words(errors.iter().copied(), files, lang);
    let end =
        say!(lang, "有 {n} 个错误，改好以前不做网站。\n", "Errors: {n}. No site is made until they are put right.\n");
    output::coloured(&format!("{list}{end}"))
}

/// Sees to it before the work that nothing of anybody else is replaced.
fn may_write(args: &Args) -> Result<(), Failure> {
    if let Some(out) = &args.out {
        let name = out.display();
        if holds(out, &args.questions.folder) {
            return Err(Failure::new(
                both!(
                    "题库在 {name} 里面，网站不能也放在那里",
                    "the questions are in {name}, where the site cannot be too"
                ),
                Words::new("换一个文件夹，如 --out site", "choose another folder, such as --out site"),
            ));
        }
        if !args.force && !disk::is_ours(out) {
            return Err(Failure::new(
                both!("{name} 里有别的东西，不是 sixinto 做的", "there are things in {name} that sixinto did not make"),
                Words::new(
                    "换一个文件夹；要写进去，加 --force（别的文件不动，同名的换掉）",
                    "choose another folder, or add --force to write into it: other files stay, those of the same name are replaced",
                ),
            ));
        }
    }
    match &args.single_file {
        Some(file) => folder::may_write(file, args.force),
        None => Ok(()),
    }
}

/// Whether one folder is the other, or somewhere above it.
fn holds(out: &Path, questions: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    whole(out).zip(whole(questions)).is_some_and(|(out, questions)| questions.starts_with(out))
}

/// A folder that was made here is replaced; into any other the files are written.
fn publish<'a>(made: &Made, out: &'a Path) -> Result<Folder<'a>, Failure> {
    let (site, sizes) = compress::beside(&made.site).map_err(|error| undone(&error))?;
    let written = if disk::is_ours(out) { disk::replace(out, &site) } else { disk::write(out, &site) };
    written.map_err(|error| undone(&error))?;
    let sum = |size: fn(&Size) -> usize| sizes.values().map(size).sum();
    Ok(Folder {
        path: out,
        files: sizes.len(),
        raw: sum(|size| size.raw),
        gzip: sum(|size| size.gzip),
        brotli: sum(|size| size.brotli),
    })
}

/// A failure of what makes sites, which is in order where the questions and the disk are.
pub(crate) fn undone(error: &sixinto_site::Error) -> Failure {
    Failure::new(
        both!("网站没有做成：{error:#}", "no site came of it: {error:#}"),
        Words::new(
            "看看题库文件全不全，磁盘满没满，有没有权限",
            "see whether the question folder is whole, the disk full, and whether you may write there",
        ),
    )
}

fn in_words(report: &Report<'_>, lang: Lang) -> String {
    let mut words = String::new();
    if let Some(Folder { path, files, raw, brotli, .. }) = &report.site {
        let (path, raw, brotli) = (path.display(), kilobytes(*raw), kilobytes(*brotli));
        words += &say!(
            lang,
            "网站做好了：{path}，{files} 个文件，共 {raw} kB，压缩后 {brotli} kB\n\
             下一步：把 {path} 整个文件夹放到任何网站服务器上（有 https 的，手机才能存下来离线用）；先看一看：sixinto serve {path}\n",
            "The site is in {path}: {files} files, {raw} kB in all, {brotli} kB compressed\n\
             Next: put the whole folder {path} on any web server (by https, so that phones can keep it); to look at it first: sixinto serve {path}\n"
        );
    }
    if let Some(File { path, raw }) = &report.single_file {
        let (path, raw) = (path.display(), kilobytes(*raw));
        words += &say!(
            lang,
            "网页文件做好了：{path}，{raw} kB\n下一步：拷到 U 盘里，或者发给别人，双击就能打开，不用网络\n",
            "The file is {path}: {raw} kB\nNext: copy it to a USB stick or send it to somebody; it opens by a double click, without a network\n"
        );
    }
    words
}

fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}
