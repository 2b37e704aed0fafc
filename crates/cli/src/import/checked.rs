//! The rules of the check, held against a bank that was just imported; what they find is told at the place in the
//! trainer's file.

use sixinto_core::Id;
use sixinto_core::bank::BankFile;
use sixinto_core::check::{self, NOT_READ, Words};
use sixinto_formats::native::Native;
use sixinto_formats::{Finding, Format as _, ImportedBank, Place, Position, Quote, brief};

use super::beside::Beside;

/// The name of the bank while it is checked: messages that point to another question of the file have it in them.
const HERE: &str = "\u{1}";
/// What the check says of questions that only stands in the way here: presets are not the trainer's concern, and that
/// themes are missing was said once for all of them.
const NOT_ASKED: [&str; 2] = ["unfillable-preset", "no-theme"];
/// What is only known beside a question folder.
const NEEDS_FOLDER: [&str; 5] =
    ["unknown-topic", "unknown-source", "unknown-article", "superseded-source", "bad-media"];

/// Adds what the check finds. The questions stay in the bank, so each of it is a warning.
pub(super) fn check(imported: &mut ImportedBank, format: &str, beside: &Beside) {
    // Of two that are the same the check tells the later one, which is the new one.
    let mut files = beside.banks.clone();
    files.push((HERE.to_owned(), one_a_line(&imported.bank)));
    let found = check::check(&files, &beside.context).findings;
    let is_asked = |code: &str| {
        !NOT_ASKED.contains(&code) && !NOT_READ.contains(&code) && (beside.has_home || !NEEDS_FOLDER.contains(&code))
    };
    let found = found.into_iter().filter(|finding| finding.at.file == HERE && is_asked(finding.code));
    let placed = found.filter_map(|finding| placed(finding, format, imported));
    // What the reading of the file told of this row is not told again.
    let is_new =
        |new: &Finding| !imported.findings.iter().any(|old| old.code == new.code && is_same_row(&old.at, &new.at));
    let placed: Vec<Finding> = placed.filter(is_new).collect();
    imported.findings.extend(placed);
}

fn is_same_row(one: &Place, other: &Place) -> bool {
    let row = |place: &Place| match place.position {
        Position::Cell { row, .. } => Some(row),
        _ => None,
    };
    one.part == other.part && row(one).is_some() && row(one) == row(other)
}

/// A bank with each question on a line of its own, the first on the second line.
fn one_a_line(bank: &BankFile) -> String {
    let head = BankFile { questions: Vec::<()>::new(), ..head_of(bank) };
    let head = serde_json::to_string(&head).expect("a bank has names for keys, so it has a JSON form");
    let head = head.trim_end_matches("]}");
    let questions = bank
        .questions
        .iter()
        .map(|question| serde_json::to_string(question).expect("a question has names for keys, so it has a JSON form"));
    format!("{head}\n{}]}}", questions.collect::<Vec<_>>().join(",\n"))
}

fn head_of(bank: &BankFile) -> BankFile<()> {
    let BankFile { schema, format, id, lang, title, .. } = bank.clone();
    BankFile { schema, format, id, lang, title, questions: Vec::new() }
}

fn placed(finding: check::Finding, format: &str, imported: &ImportedBank) -> Option<Finding> {
    let index: usize = finding.at.pointer.strip_prefix("/questions/")?.split('/').next()?.parse().ok()?;
    let (question, origin) = (imported.bank.questions.get(index)?, imported.origins.get(index)?);
    // Who writes JSON is told the names of its fields.
    let plain = if format == Native.name() { None } else { plain(finding.code) };
    let (message, help) = plain.unwrap_or((finding.message, finding.help));
    let (message, help) = (here(message, imported), here(help, imported));
    let stem = question.stem.all().next().unwrap_or_default();
    let told = Finding::warning(finding.code, origin.place.clone(), message, help);
    Some(told.about(stem).quoting(origin.quote.clone().map(|quote| at_stem(quote, stem))))
}

/// A row with its stem marked: the check names a question and not a cell.
fn at_stem(quote: Quote, stem: &str) -> Quote {
    let shown = brief(stem);
    match quote.line.find(&shown) {
        Some(from) if quote.from == quote.to => Quote { from, to: from + shown.len(), ..quote },
        _ => quote,
    }
}

/// The words for who fills in a file and does not write JSON.
fn plain(code: &str) -> Option<(Words, Words)> {
    Some(match code {
        "no-source" => (
            Words::new("没有写依据", "it does not say what the answer rests on"),
            Words::new(
                "写明依据哪部法律、哪个标准，哪天核对的；表格里加“依据”和“核对日期”两列",
                "name the law or standard and the day you read it; in a table, in the columns \"source\" and \"as of\"",
            ),
        ),
        "no-explanation" => (
            Words::new("没有解析", "it does not say why the answer is right"),
            Words::new("在“解析”里写明为什么", "say why; in a table, in the column \"explanation\""),
        ),
        _ => return None,
    })
}

/// Words in which another question of the file goes by its place, as the trainer sees it, and not by the id that it
/// was given and the line of a file that nobody sees.
fn here(Words { zh, en }: Words, imported: &ImportedBank) -> Words {
    let zh_found = zh.split_once(&format!("（{HERE} 第 ")).and_then(|(_, rest)| of_line(rest, imported));
    let en_found = en.rsplit_once("(line ").and_then(|(_, rest)| of_line(rest, imported));
    let is_here = en.contains(&format!(" of {HERE})"));
    let zh = zh_found.map_or(zh.clone(), |(line, id, place)| {
        let place = place.words().zh;
        let zh = zh.replace(&format!("（{HERE} 第 {line} 行）"), "");
        zh.replace(&format!("“{id}”"), &place)
    });
    let en = en_found.filter(|_| is_here).map_or(en.clone(), |(line, id, place)| {
        let place = place.words().en;
        let en = en.replace(&format!(" (line {line} of {HERE})"), "");
        en.replace(&format!("`{id}`"), &place)
    });
    Words::new(zh, en)
}

/// The question that stands on the line whose number a text begins with.
fn of_line<'a>(text: &str, imported: &'a ImportedBank) -> Option<(usize, &'a Id, &'a Place)> {
    let digits = text.split(|letter: char| !letter.is_ascii_digit()).next()?;
    let line: usize = digits.parse().ok()?;
    let index = line.checked_sub(2)?;
    Some((line, &imported.bank.questions.get(index)?.id, &imported.origins.get(index)?.place))
}
