//! Which format a file is in, and what to tell the one who took a file that no format reads: nearly always a program
//! can save it as one that is read, and people who are told which button to press do so.

use std::fmt::Write as _;

use crate::diagnostics::Code;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::text::encoding::decode;
use crate::{FORMATS, Format, Input, sniff};

/// The format that a file is in.
///
/// # Errors
/// What the file is instead, and what to do with it.
pub fn detect_format(input: &Input<'_>) -> Result<&'static dyn Format, Box<Finding>> {
    if let Some(finding) = of_other_program(input) {
        return Err(Box::new(finding));
    }
    sniff(input).ok_or_else(|| Box::new(unknown(input)))
}

/// A program whose files are not read.
enum Program {
    /// It can save them as what Excel reads.
    Table(&'static str),
    /// It can save them as what Word reads.
    Text(&'static str),
    /// Its questions have to be copied.
    Page(&'static str),
    /// Its files have the files in them.
    Archive(&'static str),
    /// There is no text in them.
    Picture,
}

/// What a file of another program is, and what to do with it; nothing where it may be one that is read.
pub(crate) fn of_other_program(input: &Input<'_>) -> Option<Finding> {
    let Input { name, bytes } = *input;
    let at = || Place::whole(name);
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || b"\xef\xbb\xbf".contains(byte)) {
        return Some(empty(at()));
    }
    let own = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if own.starts_with("~$") || own.starts_with(".~") {
        return Some(lock(at()));
    }
    program(input).map(|program| of_program(at(), &program))
}

fn program(input: &Input<'_>) -> Option<Program> {
    let Input { name, bytes } = *input;
    let name = name.to_lowercase();
    let ends = |extensions: &[&str]| extensions.iter().any(|end| name.ends_with(end));
    Some(match bytes {
        [b'%', b'P', b'D', b'F', ..] => Program::Page("PDF"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Program::Text("RTF"),
        [b'R', b'a', b'r', b'!', ..] => Program::Archive("RAR"),
        [b'7', b'z', 0xbc, 0xaf, ..] => Program::Archive("7z"),
        [0xff, 0xd8, 0xff, ..] | [0x89, b'P', b'N', b'G', ..] | [b'G', b'I', b'F', b'8', ..] => Program::Picture,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return compound(bytes, ends(&[".doc", ".dot", ".wps"])),
        [b'P', b'K', 3, 4, ..] => return packed(input),
        _ if is_page(bytes) => Program::Table("HTML"),
        _ => return None,
    })
}

/// The old files of Word, `PowerPoint` and WPS are in the container that `.xls` is in, and are told by the names of the
/// streams in it. One that has a table in it and is called a text is a text with a table.
fn compound(bytes: &[u8], is_called_text: bool) -> Option<Program> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    let is_table = has("Workbook") || has("EncryptedPackage");
    if has("WordDocument") && (is_called_text || !is_table) {
        Some(Program::Text("Word 97–2003"))
    } else if has("PowerPoint Document") && !is_table {
        Some(Program::Page("PowerPoint"))
    } else {
        None
    }
}

/// Packages of other programs; those of a format have their format, and broken ones are told by it.
fn packed(input: &Input<'_>) -> Option<Program> {
    let package = crate::package::open(input).ok()?;
    let starts = |folder: &str| package.names().any(|name| name.starts_with(folder));
    let text = "application/vnd.oasis.opendocument.text";
    if starts("ppt/") {
        Some(Program::Page("PowerPoint"))
    } else if package.has("xl/workbook.bin") {
        Some(Program::Table("xlsb"))
    } else if input.bytes.get(..200).unwrap_or(input.bytes).windows(text.len()).any(|part| part == text.as_bytes()) {
        Some(Program::Text("OpenDocument"))
    } else {
        None
    }
}

/// Whether a file is a web page, as programs write them that call it `.xls`.
fn is_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    ["<!doctype html", "<html", "<table", "<meta"].iter().any(|tag| head.starts_with(tag))
        || (head.starts_with("<?xml") && head.contains("<html"))
}

fn empty(at: Place) -> Finding {
    Finding::error(
        Code::EmptyFile,
        at,
        Words::new("文件是空的", "the file is empty"),
        Words::new(
            "看看是不是选错了文件，或者还没有保存、没有下载完",
            "check that it is the right file, and that it was saved or downloaded whole",
        ),
    )
}

fn lock(at: Place) -> Finding {
    Finding::error(
        Code::LockFile,
        at,
        Words::new(
            "这是文件正开着时 Excel、Word 或 WPS 放在旁边的临时文件，里面没有内容",
            "Excel, Word or WPS puts this file beside one that is open, and nothing is in it",
        ),
        Words::new(
            "保存并关掉那个文件，用名字前面没有 ~$ 的那一个",
            "save and close that file, and take the one without ~$ before its name",
        ),
    )
}

fn of_program(at: Place, program: &Program) -> Finding {
    let (what, help) = match program {
        Program::Table(name) => (
            *name,
            Words::new(
                "用 Excel 或 WPS 打开，“另存为”.xlsx，再用那个 .xlsx",
                "open it in Excel, WPS or LibreOffice, save it as .xlsx, and take that",
            ),
        ),
        Program::Text(name) => (
            *name,
            Words::new(
                "用 Word 或 WPS 打开，“另存为”.docx，再用那个 .docx",
                "open it in Word, WPS or LibreOffice, save it as .docx, and take that",
            ),
        ),
        Program::Page(name) => (
            *name,
            Words::new(
                "找原来的 Word 或 Excel 文件；没有的话，把题目的文字复制到 Word 里，存成 .docx 再导入",
                "look for the Word or Excel file it was made from; or copy its text into Word, save that as .docx, and import it",
            ),
        ),
        Program::Archive(name) => (*name, Words::new("先解压，再用里面的文件", "unpack it, and take the files in it")),
        Program::Picture => {
            let help = Words::new(
                "图片里的字读不出来：用手机或微信的“提取文字”取出来，粘贴到 Word 里，存成 .docx 再导入",
                "letters in a picture are not read: take the text out of it, paste it into Word, save that as .docx, and import it",
            );
            return Finding::error(Code::OtherProgram, at, Words::new("这是一张图片", "this is a picture"), help);
        }
    };
    let message =
        Words::new(format!("这是 {what} 文件，不能直接读"), format!("this is in {what} format, which is not read"));
    Finding::error(Code::OtherProgram, at, message, help)
}

/// A file in which nothing is known again.
fn unknown(input: &Input<'_>) -> Finding {
    let name = input.name;
    if crate::package::is_package(input) {
        return of_program(Place::whole(name), &Program::Archive("ZIP"));
    }
    let mut known = String::new();
    for format in FORMATS {
        let gap = if known.is_empty() { "" } else { ", " };
        write!(known, "{gap}{}", format.name()).expect("a string takes every text");
    }
    let message = Words::new(
        format!("看不出 {name} 是哪种题库文件"),
        format!("{name} looks like no question file that is known"),
    );
    let help = if decode(input).is_ok() {
        Words::new(
            format!(
                "文本里的题要有题号（1. 2. 3.），选项写 A. B. C.，答案写“答案：B”；也可以填 sixinto template 给的表格。确实是题库的，用 --format 说明格式：{known}"
            ),
            format!(
                "in a text, number the questions (1. 2. 3.), letter the choices (A. B. C.) and write \"Answer: B\"; or fill in the table that `sixinto template` gives; if it is a question file, name its format with --format: {known}"
            ),
        )
    } else {
        Words::new(
            format!("用写它的程序打开，“另存为”.xlsx 或 .docx 再导入。确实是题库的，用 --format 说明格式：{known}"),
            format!(
                "open it in the program that wrote it, save it as .xlsx or .docx, and import that; if it is a question file, name its format with --format: {known}"
            ),
        )
    };
    Finding::error(Code::UnknownFile, Place::whole(name), message, help)
}
