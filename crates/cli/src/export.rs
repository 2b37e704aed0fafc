//! `sixinto export`: a bank in a format of other programs, and what of it that format cannot hold.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use sixinto_core::bank::{BankFile, parse_fields};
use sixinto_core::check::Words;
use sixinto_core::text;
use sixinto_formats::{FORMATS, Format, Loss, Names, Progress, Writing, Written, named};

use crate::check::language;
use crate::failure::Failure;
use crate::import::{Vocabulary, unknown_format, vocabulary};
use crate::lang::{Lang, both, say};
use crate::{Outcome, files, folder, output};

/// How many questions of one loss are named.
const NAMED: usize = 8;

const EXAMPLE: &str = "\
例：把题库写成 Excel 表格
Example: A bank becomes a spreadsheet
  sixinto export questions/home-gas.json --to gas.xlsx";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(value_name = "BANK.json", help = "要导出的题库\nThe bank to write")]
    bank: PathBuf,
    #[arg(
        long,
        value_name = "FORMAT|FILE",
        help = "导出成什么格式，或者写到哪个文件（看它的后缀）\nThe format, or the file to write, whose ending tells the format"
    )]
    to: String,
    #[arg(
        long,
        value_name = "NAME",
        help = "几种格式用同一个后缀时，是哪一种\nWhich format, where several have the same ending"
    )]
    format: Option<String>,
    #[arg(
        long,
        value_name = "TAG",
        value_parser = language,
        help = "只能放一种语言的格式，放哪一种（默认是题库的语言）\nWhich language to write where only one fits (default: the bank's)"
    )]
    text_lang: Option<text::Lang>,
    #[arg(long, help = "有放不下的东西就不写\nWrite nothing if anything would be lost")]
    strict: bool,
    #[arg(long, help = "覆盖已有的文件\nOverwrite a file that is there")]
    force: bool,
    #[arg(long, help = "输出 JSON\nPrint JSON")]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    questions: usize,
    written: Option<String>,
    losses: &'a [Loss],
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let (format, out) = target(args)?;
    let (name, text) = folder::read(&args.bank)?;
    let bank = parse_fields(&text).map_err(|failure| unreadable(&name, &text, failure))?;
    files::must_be_free(&out, args.force)?;
    let Written { bytes, losses } = written(&bank, format, args)?;
    let is_refused = args.strict && !losses.is_empty();
    if !args.json {
        output::coloured(&in_words(&losses, format, lang))?;
    }
    if !is_refused {
        files::write(&out, &bytes, args.force)?;
    }
    let n = bank.questions.len() - losses.iter().filter(|loss| loss.whole).count();
    let path = out.display();
    if args.json {
        let written = (!is_refused).then(|| path.to_string());
        output::json(&Report { format: format.name(), questions: n, written, losses: &losses })?;
    } else if is_refused {
        output::plain(&say!(
            lang,
            "用了 --strict，有放不下的就不写：没有写 {path}\n",
            "with --strict nothing may be lost: {path} was not written\n"
        ))?;
    } else {
        output::plain(&say!(lang, "写到了 {path}：{n} 道题\n", "written to {path}, questions: {n}\n"))?;
    }
    let is_short = is_refused || losses.iter().any(|loss| loss.whole);
    Ok(if is_short { Outcome::Findings } else { Outcome::Fine })
}

fn written(bank: &BankFile, format: &dyn Format, args: &Args) -> Result<Written, Failure> {
    let home = folder::home(args.bank.parent())?;
    let Vocabulary { themes, topics } = vocabulary(home.as_ref())?;
    let (themes, topics) = (Names::of_themes(&themes), Names::of_topics(&topics));
    let lang = args.text_lang.or(bank.lang);
    let lang = lang.as_ref().map_or("zh-CN", text::Lang::as_str);
    let writing = Writing { lang, themes: &themes, topics: &topics, progress: &|_: Progress| {} };
    format.write(bank, &writing).map_err(|finding| Failure::new(finding.message, finding.help))
}

/// The format, and where the file goes: what was typed is the name of a format or of a file.
fn target(args: &Args) -> Result<(&'static dyn Format, PathBuf), Failure> {
    let asked = args.format.as_deref().map(|name| named(name).ok_or_else(|| unknown_format(name))).transpose()?;
    if let Some(format) = named(&args.to) {
        let end = format.extensions().first().copied().unwrap_or(format.name());
        return Ok((format, args.bank.with_extension(end)));
    }
    let path = PathBuf::from(&args.to);
    if let Some(format) = asked {
        return Ok((format, path));
    }
    let Some(end) = path.extension().map(|end| end.to_string_lossy().to_lowercase()) else {
        return Err(unknown_format(&args.to));
    };
    let fitting: Vec<&'static dyn Format> =
        FORMATS.iter().copied().filter(|format| format.extensions().contains(&end.as_str())).collect();
    match fitting.as_slice() {
        [] => Err(unknown_format(&end)),
        [format] => Ok((*format, path)),
        several => Err(ambiguous(&path, &end, several)),
    }
}

fn ambiguous(path: &Path, end: &str, several: &[&dyn Format]) -> Failure {
    let names: Vec<&str> = several.iter().map(|format| format.name()).collect();
    let (path, zh, en) = (path.display(), names.join("、"), names.join(", "));
    let first = names.first().copied().unwrap_or_default();
    Failure::new(
        both!("以 .{end} 结尾的有几种格式：{zh}", "several formats end in .{end}: {en}"),
        both!("说明是哪一种，如 --to {path} --format {first}", "say which, as in --to {path} --format {first}"),
    )
}

fn unreadable(name: &str, text: &str, failure: sixinto_core::json::Failure) -> Failure {
    let what = both!("{name} 有错，不能导出", "{name} is not in order and cannot be written in another format");
    let help = both!(
        "先改好；sixinto check {name} 列出全部问题",
        "put it right first; `sixinto check {name}` lists everything"
    );
    Failure::unreadable(name, text, &[failure], what, help)
}

/// What is lost, most of a question first: each loss once, with the questions that it befalls.
fn in_words(losses: &[Loss], format: &dyn Format, lang: Lang) -> String {
    if losses.is_empty() {
        return String::new();
    }
    let mut groups: BTreeMap<(bool, &str, &str), Vec<&str>> = BTreeMap::new();
    for loss in losses {
        let Words { zh, en } = &loss.words;
        let words = lang.say(zh, en);
        groups.entry((!loss.whole, loss.field, words)).or_default().push(loss.question.as_str());
    }
    let name = format.name();
    let mut text = say!(lang, "{name} 放不下这些：\n", "{name} cannot hold:\n");
    for ((is_part, field, words), questions) in groups {
        let n = questions.len();
        let named = questions.iter().take(NAMED).copied().collect::<Vec<_>>().join(lang.say("、", ", "));
        let more = if n > NAMED { lang.say("……", " …") } else { "" };
        text += &if is_part {
            say!(lang, "  {words} [{field}]，{n} 道题：{named}{more}\n", "  {words} [{field}], {n}: {named}{more}\n")
        } else {
            say!(
                lang,
                "  整道题不导出 [{field}]，{n} 道：{named}{more}\n    {words}\n",
                "  left out as a whole [{field}], {n}: {named}{more}\n    {words}\n"
            )
        };
    }
    text
}
