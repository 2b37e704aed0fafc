//! Compressed copies, made once so that a server only picks.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};
use brotli::CompressorWriter;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::site::Site;

/// What one file weighs in the three ways it can be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// By gzip.
    pub gzip: usize,
    /// By brotli.
    pub brotli: usize,
}

/// Every file of a site by its path.
pub type Sizes = BTreeMap<String, Size>;

/// Adds `.br` and `.gz` beside every file of a site.
///
/// # Errors
/// Where a file cannot be compressed, which needs more memory than there is.
pub fn beside(site: &Site) -> Result<(Site, Sizes)> {
    let mut all = site.clone();
    let mut sizes = Sizes::new();
    for (path, gzip, brotli) in copies(site)? {
        let raw = site.file(path).map_or(0, <[u8]>::len);
        sizes.insert(path.to_owned(), Size { raw, gzip: gzip.len(), brotli: brotli.len() });
        all.add(&format!("{path}.gz"), gzip);
        all.add(&format!("{path}.br"), brotli);
    }
    Ok((all, sizes))
}

type Copies<'a> = (&'a str, Vec<u8>, Vec<u8>);

/// Every processor takes the next file until none is left.
fn copies(site: &Site) -> Result<Vec<Copies<'_>>> {
    let files = Mutex::new(site.files());
    let next = || files.lock().ok().and_then(|mut files| files.next());
    let work = || -> Result<Vec<Copies<'_>>> {
        let files = std::iter::from_fn(next);
        files.map(|(path, raw)| Ok((path, gzip(raw)?, brotli(raw)?))).collect()
    };
    let n_workers = thread::available_parallelism().map_or(1, usize::from);
    let done: Result<Vec<Vec<_>>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().ok().context("a thread that compresses files broke off")?)
            .collect()
    });
    Ok(done?.concat())
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}

fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: raw.len(), ..BrotliEncoderParams::default() };
    let mut encoder = CompressorWriter::with_params(Vec::new(), 4096, &params);
    encoder.write_all(raw)?;
    Ok(encoder.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn both_copies_hold_the_file() -> Result<()> {
        let mut site = Site::default();
        let text = "先断电，再灭火。".repeat(1000);
        site.add("a.json", text.clone().into_bytes());
        site.add("empty.css", Vec::new());
        let (all, sizes) = beside(&site)?;
        let file = |path: &str| all.file(path).context("the copy");
        let (mut gzip, mut brotli) = (String::new(), String::new());
        flate2::read::GzDecoder::new(file("a.json.gz")?).read_to_string(&mut gzip)?;
        brotli::Decompressor::new(file("a.json.br")?, 4096).read_to_string(&mut brotli)?;
        assert!(gzip == text && brotli == text);
        assert!(sizes["a.json"].brotli < 200 && sizes["a.json"].gzip < 400, "{sizes:?}");
        assert_eq!((sizes["empty.css"].raw, all.files().count()), (0, 6));
        Ok(())
    }
}
