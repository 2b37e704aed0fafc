//! Files that trainers bring and take: read whole, and never written over by accident.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use sixinto_core::check::Words;
use sixinto_formats::limits::MAX_FILE;

use crate::failure::Failure;
use crate::folder::unopened;
use crate::lang::both;

/// What is in a file.
///
/// # Errors
/// Where there is none, or it is larger than any that is read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let about = fs::metadata(path).map_err(|error| unopened(path, &error))?;
    let name = path.display();
    if about.is_dir() {
        let help = Words::new("写出里面的文件，一个或几个", "name the files in it, one or several");
        return Err(Failure::new(both!("{name} 是文件夹", "{name} is a folder"), help));
    }
    if about.len() > MAX_FILE as u64 {
        let most = MAX_FILE / (1024 * 1024);
        let what = both!("{name} 太大：最多读 {most} MB", "{name} is too large: at most {most} MB are read");
        return Err(Failure::new(what, Words::new("把它分成几个文件", "split it into several files")));
    }
    fs::read(path).map_err(|error| unopened(path, &error))
}

/// Refuses to write over a file, before any work is done.
///
/// # Errors
/// Where there is one and it is not to be overwritten.
pub(crate) fn must_be_free(path: &Path, force: bool) -> Result<(), Failure> {
    if force || !path.exists() { Ok(()) } else { Err(taken(path)) }
}

/// Writes a file that is not there yet, or any where that is asked for.
///
/// # Errors
/// Where there is one, or the disk does not take it.
pub(crate) fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).truncate(force).create(force).create_new(!force);
    let written = options.open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => taken(path),
        _ => unwritable(path, &error),
    })
}

fn taken(path: &Path) -> Failure {
    let name = path.display();
    Failure::new(
        both!("已经有 {name} 了，没有覆盖它", "there is a {name} already, and it was not overwritten"),
        Words::new(
            "要覆盖就加 --force；或者用 --out 换一个名字",
            "add --force to overwrite it, or name another file with --out",
        ),
    )
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    let name = path.display();
    Failure::new(
        both!("{name} 写不进去：{error}", "{name} cannot be written: {error}"),
        Words::new(
            "看看文件夹在不在、有没有权限，文件是不是正在别的程序里开着",
            "see whether the folder is there, whether you may write to it, and whether another program has the file open",
        ),
    )
}
