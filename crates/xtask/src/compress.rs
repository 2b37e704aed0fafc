//! Compressed copies, made once so that a server only picks.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::{command, run};
use crate::project;
use crate::site::Site;
use crate::sizes::{Size, Sizes};

/// Writes `.br` and `.gz` beside every file of a site that was written to this folder.
pub(crate) fn beside(site: &Site, folder: &Path) -> Result<Sizes> {
    let paths = || site.files().map(|(path, _)| folder.join(path));
    run(command("node", &["crates/xtask/compress.mjs"]).args(paths()))?;
    let mut sizes = Sizes::new();
    for (path, raw) in site.files() {
        // Not by Node: its zlib is tuned for speed and leaves 15 % more of our wasm.
        let gzip = gzip(raw)?;
        fs::write(folder.join(format!("{path}.gz")), &gzip)?;
        let brotli = project::read(&folder.join(format!("{path}.br")))?;
        sizes.insert(path.to_owned(), Size { raw: raw.len(), gzip: gzip.len(), brotli: brotli.len() });
    }
    Ok(sizes)
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}
