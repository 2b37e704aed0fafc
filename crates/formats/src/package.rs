//! Zip packages: xlsx, docx and QTI are folders in one file.
//!
//! Nothing a package says of itself is believed. What it unpacks to is counted while it is unpacked; a package whose
//! names lead out of it, stand twice or are encrypted is refused as a whole, since two programs would read it as two
//! different things. Names that some Windows programs write with `\` are read with `/`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use sixinto_core::check::Words;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::Input;
use crate::encoding::decode;
use crate::finding::{Finding, brief};
use crate::limits::{MAX_ENTRIES, MAX_FILE, MAX_UNPACKED};
use crate::place::Place;

/// A package that is open for reading.
#[derive(Debug)]
pub struct Package<'a> {
    input: Input<'a>,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where in the archive each file is.
    entries: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// Whether a file begins as a package does.
pub fn is_package(input: &Input<'_>) -> bool {
    input.bytes.starts_with(b"PK\x03\x04")
}

/// Opens a package and looks at its list of files, not yet into them.
///
/// # Errors
/// A finding where it is none, or is not to be trusted.
pub fn open<'a>(input: &Input<'a>) -> Result<Package<'a>, Box<Finding>> {
    open_within(input, MAX_UNPACKED)
}

fn open_within<'a>(input: &Input<'a>, left: u64) -> Result<Package<'a>, Box<Finding>> {
    if input.bytes.len() > MAX_FILE {
        return Err(too_large(input.name, MAX_FILE as u64));
    }
    let n = count_entries(input.bytes);
    if n > MAX_ENTRIES {
        return Err(too_many(input.name, n));
    }
    let broken = |_| broken(input.name, None);
    let archive = ZipArchive::new(Cursor::new(input.bytes)).map_err(broken)?;
    let list = archive.metadata();
    let mut entries = BTreeMap::new();
    let mut is_twice = list.has_duplicate_names();
    for index in 0..list.len() {
        let entry = list.entry(index).map_err(broken)?;
        let name = entry.name().map_err(broken)?.replace('\\', "/");
        if entry.encrypted() {
            return Err(encrypted(input.name, &name));
        }
        if !stays_inside(name.trim_end_matches('/')) {
            return Err(leads_out(input.name, &name));
        }
        is_twice |= !entry.is_dir() && entries.insert(name, index).is_some();
    }
    if is_twice { Err(twice(input.name)) } else { Ok(Package { input: *input, archive, entries, left }) }
}

/// How many files there are at the most: the list of them has a mark before each. It is counted before the list is read,
/// for a list may be longer than memory.
fn count_entries(bytes: &[u8]) -> usize {
    bytes.windows(4).filter(|mark| mark == b"PK\x01\x02").count()
}

impl Package<'_> {
    /// The names of its files, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Whether there is a file of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// What is in the file of that name, if there is one.
    ///
    /// # Errors
    /// A finding where it cannot be unpacked, or all that was unpacked so far is too much.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Box<Finding>> {
        let Some(index) = self.entries.get(name) else { return Ok(None) };
        let file = self.archive.by_index(*index).map_err(|error| unreadable(self.input.name, name, &error))?;
        let mut bytes = Vec::new();
        // One byte more than may be, so that too much is told from just enough.
        file.take(self.left.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| broken(self.input.name, Some(name)))?;
        self.left =
            self.left.checked_sub(bytes.len() as u64).ok_or_else(|| too_large(self.input.name, MAX_UNPACKED))?;
        Ok(Some(bytes))
    }

    /// The text in the file of that name, if there is one.
    ///
    /// # Errors
    /// As [`Self::bytes`], and where it is no text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Box<Finding>> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let decoded = decode(&Input { name: self.input.name, bytes: &bytes });
        let text = decoded.map_err(|finding| Box::new(Finding { at: part(self.input.name, name), ..*finding }))?;
        Ok(Some(text.text.into_owned()))
    }
}

/// The place of a whole file of a package.
pub fn part(package: &str, name: &str) -> Place {
    Place { part: Some(name.to_owned()), ..Place::whole(package) }
}

/// A package of these files, in their order. The same files give the same bytes: no clock goes into it.
///
/// # Panics
/// If two files have one name.
pub fn write<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, options).expect("every file has a name of its own");
        writer.write_all(bytes).expect("memory can be written to");
    }
    writer.finish().expect("memory can be written to").into_inner()
}

fn stays_inside(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    !name.is_empty()
        && !has_drive
        && !name.contains('\0')
        && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn broken(package: &str, name: Option<&str>) -> Box<Finding> {
    Box::new(Finding::error(
        "package-broken",
        name.map_or_else(|| Place::whole(package), |name| part(package, name)),
        Words::new("压缩包损坏，或者不是压缩包", "the package is damaged, or none"),
        Words::new(
            "重新下载或重新导出一份；只下载了一半的文件也会这样",
            "download or export it again: it may have been cut off",
        ),
    ))
}

fn unreadable(package: &str, name: &str, error: &ZipError) -> Box<Finding> {
    if !matches!(error, ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) {
        return broken(package, Some(name));
    }
    Box::new(Finding::error(
        "package-method",
        part(package, name),
        Words::new("这个文件用了少见的压缩方式，打不开", "the file is packed in a rare way that is not read"),
        Words::new("解压以后重新压缩成普通的 .zip", "unpack it and pack it again as an ordinary .zip"),
    ))
}

fn encrypted(package: &str, name: &str) -> Box<Finding> {
    Box::new(Finding::error(
        "package-encrypted",
        part(package, name),
        Words::new("压缩包设了密码", "the package is protected by a password"),
        Words::new("去掉密码，重新保存一份", "save it again without the password"),
    ))
}

fn leads_out(package: &str, name: &str) -> Box<Finding> {
    let finding = Finding::error(
        "package-name",
        part(package, &brief(name)),
        Words::new("压缩包里有指到包外面的文件名", "a name in the package leads out of it"),
        Words::new(
            "正常的软件不会这样写，文件可能有问题；请找提供文件的人确认，或者重新打包",
            "ordinary programs do not write this and the file may be harmful: ask whoever made it, or pack it again",
        ),
    );
    let expected = Words::new("包里面的路径，如 items/q1.xml", "a path inside the package such as items/q1.xml");
    Box::new(finding.instead(brief(name), expected))
}

fn twice(package: &str) -> Box<Finding> {
    Box::new(Finding::error(
        "package-twice",
        Place::whole(package),
        Words::new("压缩包里有两个同名的文件", "two files of the package have one name"),
        Words::new("分不清该读哪一个：解压以后只留一个，重新打包", "unpack it, keep one of them, and pack it again"),
    ))
}

fn too_many(package: &str, n: usize) -> Box<Finding> {
    Box::new(Finding::error(
        "package-too-many",
        Place::whole(package),
        Words::new(
            format!("压缩包里有 {n} 个文件，最多读 {MAX_ENTRIES} 个"),
            format!("the package has {n} files: at most {MAX_ENTRIES} are read"),
        ),
        Words::new("把它分成几个包", "split it into several packages"),
    ))
}

fn too_large(package: &str, most: u64) -> Box<Finding> {
    let most = most / (1024 * 1024);
    Box::new(Finding::error(
        "package-too-large",
        Place::whole(package),
        Words::new(
            format!("压缩包解开以后太大：最多读 {most} MB"),
            format!("the package unpacks to too much: at most {most} MB are read"),
        ),
        Words::new(
            "题库没有这么大：去掉大的附件，或者分成几个包",
            "no bank is that large: take large attachments out, or split it into several packages",
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(bytes: &[u8]) -> Result<Vec<String>, &'static str> {
        let package = open(&Input { name: "a.zip", bytes }).map_err(|finding| finding.code)?;
        Ok(package.names().map(str::to_owned).collect())
    }

    #[test]
    fn what_is_written_is_read_back_and_always_the_same() {
        let bytes = write([("b.xml", "<题/>".as_bytes()), ("a/c.txt", b"".as_slice())]);
        assert_eq!(bytes, write([("b.xml", "<题/>".as_bytes()), ("a/c.txt", b"".as_slice())]));
        assert_eq!(opened(&bytes), Ok(vec!["a/c.txt".to_owned(), "b.xml".to_owned()]));
        let mut package = open(&Input { name: "a.zip", bytes: &bytes }).expect("a package");
        assert_eq!(package.text("b.xml"), Ok(Some("<题/>".to_owned())));
        assert_eq!(package.bytes("none"), Ok(None));
    }

    #[test]
    fn names_that_lead_out_of_the_package_are_refused() {
        for name in ["../a.xml", "a/../../b", "/etc/passwd", "..\\a.xml", "C:\\a.xml", "a//b"] {
            assert_eq!(opened(&write([(name, b"".as_slice())])), Err("package-name"), "{name}");
        }
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let bytes = write([("one.xml", b"1".as_slice()), ("two.xml", b"2".as_slice())]);
        let same = replaced(&bytes, b"two.xml", b"one.xml");
        assert_eq!(opened(&same), Err("package-twice"));
    }

    #[test]
    fn more_than_may_be_is_not_unpacked_whatever_the_headers_say() {
        let zeros = vec![0; 100_000];
        let bytes = write([("a", zeros.as_slice()), ("b", zeros.as_slice())]);
        // The size as the headers give it becomes 1.
        let lying = replaced(&bytes, &100_000_u32.to_le_bytes(), &1_u32.to_le_bytes());
        for bytes in [&bytes, &lying] {
            let mut package = open_within(&Input { name: "a.zip", bytes }, 150_000).expect("a package");
            assert!(package.bytes("a").is_ok() || *bytes == lying);
            let code = package.bytes("b").map_err(|finding| finding.code);
            assert!(matches!(code, Err("package-too-large" | "package-broken")), "{code:?}");
        }
    }

    #[test]
    fn what_is_cut_off_or_no_package_is_a_finding() {
        let bytes = write([("a.xml", b"<a/>".as_slice())]);
        assert_eq!(opened(&bytes[..bytes.len() / 2]), Err("package-broken"));
        assert_eq!(opened(b"PK\x03\x04"), Err("package-broken"));
        assert_eq!(opened(b""), Err("package-broken"));
    }

    /// The bytes with every `old` made `new`.
    fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for at in 0..bytes.len() - old.len() {
            if bytes[at..].starts_with(old) {
                bytes[at..at + old.len()].copy_from_slice(new);
            }
        }
        bytes
    }
}
