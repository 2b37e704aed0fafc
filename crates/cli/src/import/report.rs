//! What came of an import, in words or as JSON.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use sixinto_formats::{Code, Finding, Format, ImportedBank, Place, Position, Severity};

use super::{Args, Import};
use crate::failure::Failure;
use crate::lang::{Lang, say};
use crate::{output, snippet};

/// As many warnings of one sort are shown in full. Where there are more, one is, and the others are named by their
/// places.
const SHOWN: usize = 3;
/// How many errors of one sort are shown in full.
const SHOWN_ERRORS: usize = 30;
/// How many places of warnings are named; of errors all are.
const NAMED: usize = 12;

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    dry_run: bool,
    files: Vec<FileReport<'a>>,
}

#[derive(Serialize)]
struct FileReport<'a> {
    file: &'a str,
    format: Option<&'static str>,
    bank: &'a str,
    read: usize,
    imported: usize,
    left_out: usize,
    warnings: usize,
    written: Option<String>,
    fix_file: Option<String>,
    findings: &'a [Finding],
}

pub(super) fn print(
    imports: &[Import<'_>],
    args: &Args,
    is_held_back: bool,
    fix_file: Option<&PathBuf>,
    lang: Lang,
) -> Result<(), Failure> {
    let writes = !args.dry_run && !is_held_back;
    if args.json {
        let files = imports.iter().map(|import| report(import, writes, fix_file)).collect();
        return output::json(&Report { dry_run: args.dry_run, files });
    }
    for import in imports {
        let found = in_words(import.findings(), lang);
        let end = ending(import, args, is_held_back, fix_file, lang);
        output::coloured(&format!("{found}{end}"))?;
    }
    Ok(())
}

fn report<'a>(import: &'a Import<'_>, writes: bool, fix_file: Option<&PathBuf>) -> FileReport<'a> {
    let imported = import.result.as_ref().ok();
    let written = imported.filter(|imported| writes && !imported.bank.questions.is_empty());
    FileReport {
        file: &import.plan.name,
        format: import.format.map(Format::name),
        bank: import.plan.bank.as_str(),
        read: imported.map_or(0, |imported| imported.n_read),
        imported: imported.map_or(0, |imported| imported.bank.questions.len()),
        left_out: imported.map_or(0, |imported| imported.n_reported),
        warnings: import.findings().iter().filter(|finding| finding.severity == Severity::Warning).count(),
        written: written.map(|_| import.plan.out.display().to_string()),
        fix_file: fix_file.map(|path| path.display().to_string()),
        findings: import.findings(),
    }
}

/// Notes and warnings first, of each sort the first few: a trainer who never writes sources has been told after one
/// row. Then the errors, so that what was left out stands next to the sum.
fn in_words(findings: &[Finding], lang: Lang) -> String {
    let mut sorts: BTreeMap<(bool, Code), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        sorts.entry((finding.severity == Severity::Error, finding.code)).or_default().push(finding);
    }
    let mut words = String::new();
    for ((is_error, code), findings) in sorts {
        let (n_shown, n_named) = match findings.len() {
            _ if is_error => (SHOWN_ERRORS, usize::MAX),
            ..=SHOWN => (SHOWN, NAMED),
            _ => (1, NAMED),
        };
        let (shown, rest) = findings.split_at(findings.len().min(n_shown));
        words.extend(shown.iter().map(|finding| snippet::of_file(finding, lang)));
        if !rest.is_empty() {
            words += &more(code, rest, n_named, lang);
        }
    }
    words
}

fn more(code: Code, findings: &[&Finding], n_named: usize, lang: Lang) -> String {
    let n = findings.len();
    let places = places(findings.iter().take(n_named).map(|finding| &finding.at), lang);
    let more = if n > n_named { lang.say("……", " …") } else { "" };
    say!(
        lang,
        "还有 {n} 处同样的情况 [{code}]：{places}{more}\n\n",
        "{n} more of the same kind [{code}]: {places}{more}\n\n"
    )
}

/// Places in one line, those of one sheet together: 「单选题」第 4、6、8 行.
fn places<'a>(places: impl Iterator<Item = &'a Place>, lang: Lang) -> String {
    let mut sheets: Vec<(Option<&str>, Vec<String>)> = Vec::new();
    let mut is_table = false;
    for place in places {
        is_table |= matches!(place.position, Position::Cell { .. });
        let part = place.part.as_deref();
        let line = match place.position {
            Position::Cell { row: line, .. } | Position::Text { line, .. } => line.to_string(),
            Position::Whole => continue,
        };
        match sheets.last_mut() {
            Some((known, lines)) if *known == part => lines.push(line),
            _ => sheets.push((part, vec![line])),
        }
    }
    let each = sheets.iter().map(|(part, lines)| {
        let part = part.map(|part| say!(lang, "「{part}」", "\"{part}\", ")).unwrap_or_default();
        let lines = lines.join(lang.say("、", ", "));
        let unit = if is_table { "rows" } else { "lines" };
        say!(lang, "{part}第 {lines} 行", "{part}{unit} {lines}")
    });
    each.collect::<Vec<_>>().join(lang.say("；", "; "))
}

fn ending(import: &Import<'_>, args: &Args, is_held_back: bool, fix_file: Option<&PathBuf>, lang: Lang) -> String {
    let Ok(imported) = &import.result else {
        let name = &import.plan.name;
        return say!(lang, "{name}：没有导入\n", "{name}: not imported\n");
    };
    let mut lines = vec![counted(imported, lang)];
    lines.extend(looked_at(imported, lang));
    lines.push(where_to(import, imported, args, is_held_back, lang));
    if let Some(path) = fix_file {
        let path = path.display();
        lines.push(say!(
            lang,
            "标出错处的表格：{path}（“导入时发现的问题”那一列不用删）",
            "the marked copy: {path} (the column \"problems found by import\" can stay)"
        ));
    }
    lines.extend(next(import, imported, args, is_held_back, fix_file, lang));
    format!("{}\n", lines.join("\n"))
}

/// 读了 300 行：导入 297 道题，3 行有问题没有导入（见上）.
fn counted(imported: &ImportedBank, lang: Lang) -> String {
    let (read, taken, left) = (imported.n_read, imported.bank.questions.len(), imported.n_reported);
    let mut places =
        imported.origins.iter().map(|origin| &origin.place).chain(imported.findings.iter().map(|found| &found.at));
    let is_table = places.any(|place| matches!(place.position, Position::Cell { .. }));
    let unit = if is_table { lang.say("行", "rows") } else { lang.say("道题", "questions") };
    match left {
        // There was nothing to read, and why is told above.
        _ if is_bare(imported) => lang.say("没有读到题目（见上）", "no questions were read (see above)").to_owned(),
        0 => say!(
            lang,
            "读了 {read} {unit}：全部导入，{taken} 道题",
            "read {read} {unit}: all imported, questions: {taken}"
        ),
        _ => say!(
            lang,
            "读了 {read} {unit}：导入 {taken} 道题，{left} {unit}有问题没有导入（见上）",
            "read {read} {unit}: {taken} imported, {left} left out because of problems (see above)"
        ),
    }
}

/// Whether nothing in the file looked like a question at all.
fn is_bare(imported: &ImportedBank) -> bool {
    let is_whole = |finding: &Finding| finding.severity != Severity::Error || finding.at.position == Position::Whole;
    imported.bank.questions.is_empty() && imported.findings.iter().all(is_whole)
}

fn looked_at(imported: &ImportedBank, lang: Lang) -> Option<String> {
    let n = imported.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    (n > 0).then(|| {
        say!(
            lang,
            "另有 {n} 处警告：题已经导入，请看一看",
            "warnings: {n}; those questions are imported, but have a look"
        )
    })
}

fn where_to(import: &Import<'_>, imported: &ImportedBank, args: &Args, is_held_back: bool, lang: Lang) -> String {
    let path = import.plan.out.display();
    match () {
        () if imported.bank.questions.is_empty() => {
            lang.say("没有可以导入的题，什么也没有写", "there is nothing to import, and nothing was written").to_owned()
        }
        () if args.dry_run => {
            say!(lang, "这是试读（--dry-run），没有写 {path}", "this was a dry run: {path} was not written")
        }
        () if is_held_back => say!(
            lang,
            "用了 --strict，有问题就都不导入：没有写 {path}",
            "with --strict it is all or nothing: {path} was not written"
        ),
        () => say!(lang, "写到了 {path}", "written to {path}"),
    }
}

/// What to do next.
fn next(
    import: &Import<'_>,
    imported: &ImportedBank,
    args: &Args,
    is_held_back: bool,
    fix_file: Option<&PathBuf>,
    lang: Lang,
) -> Option<String> {
    let path = import.plan.out.display();
    let is_written = !args.dry_run && !is_held_back && !imported.bank.questions.is_empty();
    match (imported.n_reported, is_written) {
        (0, false) if imported.bank.questions.is_empty() => None,
        (0, false) => {
            Some(lang.say("下一步：去掉 --dry-run 再运行一次", "next: run it again without --dry-run").to_owned())
        }
        (0, true) => Some(say!(
            lang,
            "下一步：sixinto check {path} 检查题库，或把它放进题库文件夹",
            "next: `sixinto check {path}`, or put it into the question folder"
        )),
        (_, _) if fix_file.is_some() => fix_file.map(|file| again(import, args, file, lang)),
        (_, false) => Some(
            lang.say("下一步：改好上面说的地方，再导入一次", "next: mend what is told above and import again")
                .to_owned(),
        ),
        (_, true) => Some(
            lang.say(
                "下一步：改好上面说的地方，加 --force 再导入一次",
                "next: mend what is told above and import again with --force",
            )
            .to_owned(),
        ),
    }
}

/// How the marked copy is imported once it is mended.
fn again(import: &Import<'_>, args: &Args, file: &Path, lang: Lang) -> String {
    let (file, out) = (file.display(), import.plan.out.display());
    let theme = args.theme.as_ref().map(|theme| format!(" --theme {theme}")).unwrap_or_default();
    say!(
        lang,
        "下一步：改好有颜色的格，运行 sixinto import {file}{theme} --out {out} --force",
        "next: mend the coloured cells and run `sixinto import {file}{theme} --out {out} --force`"
    )
}
