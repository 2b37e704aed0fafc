//! The whole page in one HTML file, which opens by a double click: from a USB stick, without a server or a network.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::bundle::Bundle;
use crate::html::{self, Parts};
use crate::page::{ONE_FILE, Page, TEMPLATE};
use crate::site::{Site, extension};

/// The page with the files of a site in it.
pub(crate) fn html(page: &Page, parts: &Parts<'_>, site: &Site) -> Result<String> {
    let script = page.text(ONE_FILE)?;
    let styles = styles(parts.bundle)?;
    let html = html::fill_with(page.text(TEMPLATE)?, &format!("<style>{styles}</style>"), parts)?;
    let html = with_policy(&html, &policy(script, &styles))?;
    with_end(&html, &format!("{}<script>{script}</script>", html::data(&files(site)?, "files")))
}

/// The page runs its own script and wears its own style, and talks to nobody.
fn policy(script: &str, styles: &str) -> String {
    let [script, styles] = [script, styles].map(|text| BASE64_STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{styles}'; \
         img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// A policy holds for what comes after it.
fn with_policy(html: &str, policy: &str) -> Result<String> {
    let meta = "<meta charset=\"utf-8\">\n";
    ensure!(html.contains(meta), "www/index.html does not begin with its character set");
    let both = format!("{meta}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    Ok(html.replacen(meta, &both, 1))
}

fn with_end(html: &str, end: &str) -> Result<String> {
    let (before, after) = html.rsplit_once("</body>").context("www/index.html has no `</body>`")?;
    Ok(format!("{before}{end}\n</body>{after}"))
}

/// All style sheets, with the one first that the others build on.
fn styles(bundle: &Bundle) -> Result<String> {
    let base = bundle.entry("www/entries/first-question.css")?;
    let others = bundle.0.iter().filter(|output| extension(&output.name) == "css" && output.name != base.name);
    let texts = std::iter::once(base).chain(others).map(|output| std::str::from_utf8(&output.bytes));
    Ok(texts.collect::<Result<_, _>>()?)
}

/// What the page would ask a server for, by its address.
fn files(site: &Site) -> Result<Value> {
    let mut files = Map::new();
    for (path, bytes) in site.files() {
        let file = match path.split_once('/') {
            Some(("banks" | "words" | "extras", _)) => {
                serde_json::from_slice(bytes).with_context(|| path.to_owned())?
            }
            Some(("pictures", _)) => {
                let media_type = mime_guess::from_path(path).first_or_octet_stream();
                format!("data:{media_type};base64,{}", BASE64_STANDARD.encode(bytes)).into()
            }
            None if extension(path) == "json" => serde_json::from_slice(bytes).with_context(|| path.to_owned())?,
            _ if extension(path) == "wasm" => BASE64_STANDARD.encode(bytes).into(),
            _ => continue,
        };
        files.insert(path.to_owned(), file);
    }
    Ok(Value::Object(files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_every_sort_are_held_as_what_they_are() -> Result<()> {
        let mut site = Site::default();
        for path in ["pictures/现场-0123456789.JPG", "pictures/a/b-0123456789.svg", "pictures/c-0123456789.png"] {
            site.add(path, b"1".to_vec());
        }
        let files = files(&site)?;
        assert_eq!(files["pictures/现场-0123456789.JPG"], "data:image/jpeg;base64,MQ==");
        assert_eq!(files["pictures/a/b-0123456789.svg"], "data:image/svg+xml;base64,MQ==");
        assert_eq!(files["pictures/c-0123456789.png"], "data:image/png;base64,MQ==");
        Ok(())
    }

    #[test]
    fn the_policy_allows_this_script_and_this_style() -> Result<()> {
        let policy = policy("alert(1)", "");
        // What `openssl dgst -sha256 -binary | base64` says of both.
        assert!(policy.contains("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{policy}");
        assert!(policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"), "{policy}");
        let html = with_policy("<meta charset=\"utf-8\">\n<title>x</title>", "default-src 'none'")?;
        let expected =
            "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n";
        assert_eq!(html, format!("{expected}<title>x</title>"));
        Ok(())
    }

    #[test]
    fn the_end_of_the_page_stays_its_end() -> Result<()> {
        assert_eq!(with_end("<body>a</body></html>", "b")?, "<body>ab\n</body></html>");
        assert!(with_end("<p>", "b").is_err());
        Ok(())
    }
}
