//! What is in a package: the items that its manifest lists.

use crate::diagnostics::Code;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::package::{Package, part};
use crate::qti::dom::{all, attribute, name};
use crate::text::xml::Xml;

/// The name of every manifest.
pub(super) const MANIFEST: &str = "imsmanifest.xml";

/// What a package says is in it.
pub(super) struct Contents {
    /// What the test is called.
    pub(super) title: Option<String>,
    /// The items, in the order of the manifest.
    pub(super) items: Vec<Listed>,
    /// What is odd about the list.
    pub(super) findings: Vec<Finding>,
}

/// A file that the manifest lists as an item.
pub(super) struct Listed {
    /// Its name in the package.
    pub(super) name: String,
    /// What to say if it is not there.
    pub(super) missing: Finding,
}

/// Whether a package has a manifest.
pub(super) fn is_in(package: &Package<'_>) -> bool {
    home(package).is_some()
}

/// Reads the manifest.
///
/// # Errors
/// Where there is none, or it is no XML.
pub(super) fn read(file: &str, package: &mut Package<'_>) -> Result<Contents, Box<Finding>> {
    let home = home(package).ok_or_else(|| no_manifest(file))?;
    let at = format!("{home}{MANIFEST}");
    let text = package.text(&at)?.unwrap_or_default();
    let xml = Xml::parse(part(file, &at), &text)?;
    let (mut items, mut tests) = (Vec::new(), Vec::new());
    for resource in all(xml.root(), "resource") {
        let kind = attribute(resource, "type").unwrap_or_default();
        let href = attribute(resource, "href").unwrap_or_default();
        let name = resolved(&home, href);
        if kind.starts_with("imsqti_item") || kind.starts_with("imsqti_apipitem") {
            let missing = missing(xml.place(resource), href).quoting(xml.quote(resource));
            items.push(Listed { name, missing });
        } else if kind.starts_with("imsqti_test") || kind.starts_with("imsqti_assessment") {
            tests.push(name);
        }
    }
    let findings = if items.is_empty() { vec![no_items(xml.place(xml.root()))] } else { Vec::new() };
    let title = tests.first().and_then(|test| title(file, package, test));
    Ok(Contents { title, items, findings })
}

/// The folder of the manifest: the package itself, or the one folder that somebody packed.
fn home(package: &Package<'_>) -> Option<String> {
    let homes = package.names().filter_map(|name| name.strip_suffix(MANIFEST));
    let mut homes: Vec<&str> = homes.filter(|home| home.is_empty() || home.ends_with('/')).collect();
    homes.sort_by_key(|home| home.len());
    homes.first().map(|home| (*home).to_owned())
}

/// A name in the package from one that is relative to the manifest. One that leads out of the package names nothing.
fn resolved(home: &str, href: &str) -> String {
    let path = href.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
    format!("{home}{}", percent_decoded(path.trim_start_matches("./")))
}

fn percent_decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = &rest[at + if code.is_some() { 3 } else { 1 }..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What the test is called; one that cannot be read has no name, and its items are read all the same.
fn title(file: &str, package: &mut Package<'_>, name_of_test: &str) -> Option<String> {
    let text = package.text(name_of_test).ok()??;
    let xml = Xml::parse(part(file, name_of_test), &text).ok()?;
    let root = xml.root();
    let title = attribute(root, "title").filter(|_| name(root) == "assessment-test");
    title.filter(|title| !title.trim().is_empty()).map(str::to_owned)
}

fn no_manifest(file: &str) -> Box<Finding> {
    Box::new(Finding::error(
        Code::QtiNoManifest,
        Place::whole(file),
        Words::new(format!("压缩包里没有 {MANIFEST}"), format!("the package has no {MANIFEST}")),
        Words::new(
            "从出题软件里导出成 QTI 包；单独一道题可以直接导入 .xml",
            "export it as a QTI package; a single item can be imported as .xml",
        ),
    ))
}

fn no_items(at: Place) -> Finding {
    Finding::error(
        Code::QtiNoItems,
        at,
        Words::new("清单里没有列出 QTI 题目", "the manifest lists no QTI items"),
        Words::new(
            "题目的 resource 要写 type=\"imsqti_item_xmlv3p0\"；别的课程包不是题库",
            "a resource that is an item has type=\"imsqti_item_xmlv3p0\"; other course packages are no banks",
        ),
    )
}

fn missing(at: Place, href: &str) -> Finding {
    let finding = Finding::error(
        Code::QtiMissingFile,
        at,
        Words::new(
            format!("清单里列了 {href}，压缩包里没有"),
            format!("the manifest lists {href}, which is not in the package"),
        ),
        Words::new("重新导出，或者把这个文件放回去", "export it again, or put the file back"),
    );
    finding.about(href)
}
