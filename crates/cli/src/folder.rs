//! The question folder: what is on the disk, before anybody says what it means.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sixinto_core::check::{Loaded, Words};
use sixinto_core::json::{self, Failure as Unreadable, Versioned};

use crate::failure::Failure;
use crate::lang::both;

/// The list of themes; a folder that has it is a question folder.
pub(crate) const THEMES: &str = "themes.json";
/// The named blueprints.
pub(crate) const PRESETS: &str = "presets.json";
/// The register of sources.
pub(crate) const SOURCES: &str = "sources.json";
/// The labels of topics; a folder may go without.
pub(crate) const TOPICS: &str = "topics.json";
/// The promises of the safety pledge; a folder may go without.
pub(crate) const PLEDGES: &str = "pledges.json";
/// What the cards are called.
const CARD_NAMES: &str = "names.json";
/// For editors.
const SCHEMA: &str = "schema.json";

/// A text file: its path as messages show it, and what it says.
pub(crate) type NamedText = (String, String);

/// The paths of the banks of a folder, sorted.
pub(crate) fn bank_paths(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unopened(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unopened(folder, &error))?.path();
        let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_json && path.is_file() && is_bank(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The paths of the card sets of a folder, sorted; none where it has no cards.
pub(crate) fn card_paths(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("cards")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    let is_set = |path: &PathBuf| path.extension().is_some_and(|end| end == "json") && !path.ends_with(CARD_NAMES);
    paths.retain(is_set);
    paths.sort();
    paths
}

/// Whether a JSON file by this name holds questions.
pub(crate) fn is_bank(path: &Path) -> bool {
    ![THEMES, PRESETS, SOURCES, TOPICS, PLEDGES, SCHEMA]
        .iter()
        .any(|name| path.file_name().is_some_and(|found| found == *name))
}

/// Whether a folder is a question folder.
pub(crate) fn is_home(folder: &Path) -> bool {
    folder.join(THEMES).is_file()
}

/// Refuses a folder that is not there, in words that say so.
pub(crate) fn must_be_home(folder: &Path) -> Result<(), Failure> {
    if is_home(folder) {
        return Ok(());
    }
    let name = folder.display();
    let help = Words::new(
        "在有 questions 文件夹的地方运行，或者写出题库文件夹的路径",
        "run the command where the folder `questions` is, or give the path of the question folder",
    );
    Err(Failure::new(
        both!("{name} 不是题库文件夹：里面没有 {THEMES}", "{name} is no question folder: there is no {THEMES} in it"),
        help,
    ))
}

/// The pictures of a folder, as questions name them: `pictures/exit.svg`.
pub(crate) fn pictures(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.join("pictures")];
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                let steps: Vec<_> = inside.iter().map(|step| step.to_string_lossy()).collect();
                found.push(steps.join("/"));
            }
        }
    }
    found.sort();
    found
}

/// A path as messages show it.
pub(crate) fn name(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// A text file.
///
/// # Errors
/// Where there is none, or what is there is no UTF-8.
pub(crate) fn read(path: &Path) -> Result<NamedText, Failure> {
    let name = name(path);
    let bytes = fs::read(path).map_err(|error| unopened(path, &error))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| not_utf8(&name, error.as_bytes(), error.utf8_error().valid_up_to()))?;
    Ok((name, text))
}

/// Writes a file; one that exists only where that is asked for.
pub(crate) fn write_new(path: &Path, content: &str, force: bool) -> Result<(), Failure> {
    may_write(path, force)?;
    let name = path.display();
    fs::write(path, content).map_err(|error| {
        Failure::new(
            both!("{name} 写不进去：{error}", "{name} cannot be written: {error}"),
            Words::new("看看文件夹在不在、有没有权限", "see whether the folder is there and may be written to"),
        )
    })
}

/// Refuses a file that exists, unless it is to be replaced.
pub(crate) fn may_write(path: &Path, force: bool) -> Result<(), Failure> {
    if !path.exists() || force {
        return Ok(());
    }
    let name = path.display();
    Err(Failure::new(
        both!("{name} 已经有了", "{name} exists already"),
        Words::new("换一个名字；要覆盖它，加 --force", "choose another name, or add --force to replace it"),
    ))
}

/// One of the files that say what questions are held against.
///
/// # Errors
/// Where it cannot be read at all; what is wrong inside it comes with it.
pub(crate) fn load<T: Versioned>(path: &Path) -> Result<(Loaded<T>, Vec<Unreadable>), Failure> {
    let (name, text) = read(path)?;
    let (value, failures) = match json::read(&text) {
        Ok(value) => (value, Vec::new()),
        Err(failures) => (T::default(), failures),
    };
    Ok((Loaded { name, text, value }, failures))
}

/// A failure for a file or folder that the system does not let us at.
pub(crate) fn unopened(path: &Path, error: &std::io::Error) -> Failure {
    let name = path.display();
    if error.kind() == ErrorKind::NotFound {
        let what = both!("找不到 {name}", "there is no {name}");
        let help = Words::new("看看名字和路径写对了没有", "check the name and the path");
        return Failure::new(what, help);
    }
    Failure::new(
        both!("打不开 {name}：{error}", "{name} cannot be opened: {error}"),
        Words::new(
            "看看文件是不是正被别的程序占用，有没有权限",
            "see whether another program holds it, and whether you may read it",
        ),
    )
}

fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Failure {
    let byte = at + 1;
    let line = bytes.get(..at).unwrap_or_default().split(|byte| *byte == b'\n').count();
    let save_as = |zh: &str, en: &str| {
        both!(
            "{zh}：用记事本打开，点“文件 → 另存为”，“编码”选 UTF-8，再保存",
            "{en}: open it in Notepad, choose File > Save as, set Encoding to UTF-8 and save",
        )
    };
    let help = match bytes {
        [b'P', b'K', 3, 4, ..] => Words::new(
            "这是 Excel、Word 或压缩文件，不是 .json；是题库的话，先用 sixinto import 导入成 .json",
            "it is an Excel, Word or zip file and no .json; if it has questions, turn it into one with `sixinto import` first",
        ),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => save_as("它是 UTF-16 编码", "it is in UTF-16"),
        _ => save_as("它多半是 GBK 编码（记事本里叫 ANSI）", "it is probably in GBK (Notepad calls it ANSI)"),
    };
    let what = both!(
        "{name} 不是 UTF-8 文字：第 {byte} 个字节（第 {line} 行）读不出来",
        "{name} is not UTF-8 text: byte {byte} (line {line}) cannot be read",
    );
    Failure::new(what, help)
}
