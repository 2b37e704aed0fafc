//! Zip packages: xlsx, docx and QTI are folders in one file.
//!
//! Nothing a package says of itself is believed. What it unpacks to is counted while it is unpacked; a package whose
//! names lead out of it, stand twice or are encrypted is refused as a whole, since two programs would read it as two
//! different things. Names that some Windows programs write with `\` are read with `/`.

mod diagnostics;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::Input;
use crate::diagnostics::{Finding, Place};
use crate::limits::{MAX_ENTRIES, MAX_FILE, MAX_UNPACKED};
use crate::package::diagnostics::{broken, encrypted, leads_out, too_large, too_many, twice, unreadable};
use crate::text::encoding::decode;

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

/// A file of a package that is unpacked while it is read.
pub struct Unpacking<'p> {
    file: Box<dyn Read + 'p>,
    left: &'p mut u64,
}

/// Fails as [`io::ErrorKind::QuotaExceeded`] where all that was unpacked so far is too much.
impl Read for Unpacking<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read(buffer)?;
        *self.left = self.left.checked_sub(n as u64).ok_or(io::ErrorKind::QuotaExceeded)?;
        Ok(n)
    }
}

impl std::fmt::Debug for Unpacking<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unpacking").field("left", &self.left).finish_non_exhaustive()
    }
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
    let mut declared = 0_u64;
    for index in 0..list.len() {
        let entry = list.entry(index).map_err(broken)?;
        let name = entry.name().map_err(broken)?.replace('\\', "/");
        if entry.encrypted() {
            return Err(encrypted(input.name, &name));
        }
        if !stays_inside(name.trim_end_matches('/')) {
            return Err(leads_out(input.name, &name));
        }
        declared = declared.saturating_add(entry.size());
        is_twice |= !entry.is_dir() && entries.insert(name, index).is_some();
    }
    if is_twice {
        return Err(twice(input.name));
    }
    // A package that says itself that it is too large may be believed: nothing of it has to be unpacked.
    if declared > left {
        return Err(too_large(input.name, left));
    }
    Ok(Package { input: *input, archive, entries, left })
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

    /// What is in the file of that name, if there is one, as it is unpacked: for those that are too large to be held.
    ///
    /// # Errors
    /// A finding where it cannot be unpacked.
    pub fn stream(&mut self, name: &str) -> Result<Option<Unpacking<'_>>, Box<Finding>> {
        let Some(index) = self.entries.get(name) else { return Ok(None) };
        let file = self.archive.by_index(*index).map_err(|error| unreadable(self.input.name, name, &error))?;
        Ok(Some(Unpacking { file: Box::new(file), left: &mut self.left }))
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
    Place { part: Some(name.into()), ..Place::whole(package) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    fn opened(bytes: &[u8]) -> Result<Vec<String>, Code> {
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
            assert_eq!(opened(&write([(name, b"".as_slice())])), Err(Code::PackageName), "{name}");
        }
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let bytes = write([("one.xml", b"1".as_slice()), ("two.xml", b"2".as_slice())]);
        let same = replaced(&bytes, b"two.xml", b"one.xml");
        assert_eq!(opened(&same), Err(Code::PackageTwice));
    }

    #[test]
    fn more_than_may_be_is_not_unpacked_whatever_the_headers_say() {
        let zeros = vec![0; 100_000];
        let bytes = write([("a", zeros.as_slice()), ("b", zeros.as_slice())]);
        // The size as the headers give it becomes 1.
        let lying = replaced(&bytes, &100_000_u32.to_le_bytes(), &1_u32.to_le_bytes());
        let honest = open_within(&Input { name: "a.zip", bytes: &bytes }, 150_000).map_err(|finding| finding.code);
        assert_eq!(honest.err(), Some(Code::PackageTooLarge));
        let mut package = open_within(&Input { name: "a.zip", bytes: &lying }, 50_000).expect("a package");
        assert_eq!(package.bytes("a").map_err(|finding| finding.code), Err(Code::PackageBroken));
    }

    #[test]
    fn a_stream_ends_where_it_becomes_too_much() {
        let bytes = write([("a", vec![0; 100_000].as_slice())]);
        let mut package = open_within(&Input { name: "a.zip", bytes: &bytes }, 150_000).expect("a package");
        let mut read = || {
            let mut stream = package.stream("a").expect("a package").expect("a file");
            stream.read_to_end(&mut Vec::new()).map_err(|error| error.kind())
        };
        assert_eq!(read(), Ok(100_000));
        assert_eq!(read(), Err(io::ErrorKind::QuotaExceeded));
    }

    #[test]
    fn what_is_unpacked_twice_counts_twice() {
        let bytes = write([("a", vec![0; 100_000].as_slice())]);
        let mut package = open_within(&Input { name: "a.zip", bytes: &bytes }, 150_000).expect("a package");
        assert_eq!(package.bytes("a").map(|bytes| bytes.map(|bytes| bytes.len())), Ok(Some(100_000)));
        assert_eq!(package.bytes("a").map_err(|finding| finding.code), Err(Code::PackageTooLarge));
    }

    #[test]
    fn what_is_cut_off_or_no_package_is_a_finding() {
        let bytes = write([("a.xml", b"<a/>".as_slice())]);
        assert_eq!(opened(&bytes[..bytes.len() / 2]), Err(Code::PackageBroken));
        assert_eq!(opened(b"PK\x03\x04"), Err(Code::PackageBroken));
        assert_eq!(opened(b""), Err(Code::PackageBroken));
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
