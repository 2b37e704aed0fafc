//! The question folder that a command is given, and single files.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sixinto_core::check::Words;
use sixinto_core::folder::{FolderError, NamedText, QuestionFolder, Role, SingleFile};
use sixinto_core::theme::ThemeFile;
use sixinto_disk::DiskError;

use crate::failure::Failure;
use crate::lang::both;

/// The list of themes; a folder that has it is a question folder.
const THEMES: &str = ThemeFile::PATH;

/// A folder and the files of questions in it.
#[derive(Debug)]
pub(crate) struct Home {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its files.
    pub(crate) files: QuestionFolder,
}

impl Home {
    /// Reads a folder, whatever is in it.
    ///
    /// # Errors
    /// Where a file or the folder itself cannot be read.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let files = sixinto_disk::read(path, path).map_err(|error| not_read(&error))?;
        Ok(Self { path: path.to_owned(), files })
    }

    /// What a file says that the folder must have.
    ///
    /// # Errors
    /// Where there is none, or it is not in order.
    pub(crate) fn load<T: SingleFile>(&self) -> Result<T, Failure> {
        self.files.load().map(|file| file.value).map_err(|error| self.refuse(error))
    }

    /// What a file says that the folder may go without.
    ///
    /// # Errors
    /// Where it is not in order.
    pub(crate) fn load_any<T: SingleFile>(&self) -> Result<Option<T>, Failure> {
        if self.files.has::<T>() { self.load().map(Some) } else { Ok(None) }
    }

    /// The texts of the files of a role.
    ///
    /// # Errors
    /// Where one of them is no text.
    pub(crate) fn texts(&self, role: Role) -> Result<Vec<NamedText>, Failure> {
        self.files.texts(role).map_err(|error| self.refuse(error))
    }

    /// Why a file of the folder cannot be used, and what to do about it.
    pub(crate) fn refuse(&self, error: FolderError) -> Failure {
        match error {
            FolderError::Missing(path) => unopened(&self.path.join(path), &ErrorKind::NotFound.into()),
            FolderError::NotText { name, bytes, valid_up_to } => not_utf8(&name, &bytes, valid_up_to),
            FolderError::Unreadable { name, text, failures } => {
                let what = both!("{name} 有错，不能用", "{name} is not in order and cannot be used");
                Failure::unreadable(&name, &text, &failures, what, self.advice())
            }
        }
    }

    /// What to do about a folder that is not in order.
    pub(crate) fn advice(&self) -> Words {
        let folder = self.path.display();
        both!(
            "先改好；运行 sixinto check {folder} 看全部问题",
            "put it right first; `sixinto check {folder}` lists everything that is wrong",
        )
    }
}

/// Whether a file by this name beside banks would be read for questions.
pub(crate) fn is_bank(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Role::of(&name).is_none_or(|role| role == Role::Bank)
}

/// Whether a folder is a question folder.
pub(crate) fn is_home(folder: &Path) -> bool {
    folder.join(THEMES).is_file()
}

/// The folder, where it is a question folder.
///
/// # Errors
/// Where a file of it cannot be read.
pub(crate) fn home(folder: Option<&Path>) -> Result<Option<Home>, Failure> {
    folder.filter(|folder| is_home(folder)).map(Home::open).transpose()
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

/// A text file.
///
/// # Errors
/// Where there is none, or what is there is no UTF-8.
pub(crate) fn read(path: &Path) -> Result<NamedText, Failure> {
    let name = sixinto_disk::name(path);
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

/// A failure for what the reading of a folder met.
pub(crate) fn not_read(error: &DiskError) -> Failure {
    unopened(&error.path, &error.error)
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
