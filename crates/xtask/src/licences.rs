//! Whether everything that is compiled may be passed on under this project's licence, and where it came from.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{cargo, output};

/// Licences that ask for no more than their notice to be kept.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Looks at every package of `Cargo.lock`.
pub(crate) fn check() -> Result<()> {
    let metadata = output(&mut cargo(&["metadata", "--format-version=1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let problems: Vec<String> = packages.iter().filter_map(problem).collect();
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    println!("{} packages, each of a registry or our own, under licences that allow passing on", packages.len());
    Ok(())
}

fn problem(package: &Value) -> Option<String> {
    let name = format!("{} {}", package["name"].as_str()?, package["version"].as_str()?);
    let source = package["source"].as_str();
    if source.is_some_and(|source| !source.starts_with("registry+")) {
        return Some(format!("{name} does not come from a registry"));
    }
    match package["license"].as_str() {
        None => Some(format!("{name} names no licence")),
        Some(licence) if !is_allowed(licence) => Some(format!("{name} is under {licence}")),
        Some(_) => None,
    }
}

/// Whether an SPDX expression leaves a way to use the package under allowed licences only.
fn is_allowed(expression: &str) -> bool {
    // Some old packages write a slash for `OR`.
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    let mut rest = words.as_slice();
    any_of(&mut rest) && rest.is_empty()
}

fn any_of(rest: &mut &[&str]) -> bool {
    let mut is_allowed = all_of(rest);
    while take(rest, "OR") {
        is_allowed |= all_of(rest);
    }
    is_allowed
}

fn all_of(rest: &mut &[&str]) -> bool {
    let mut is_allowed = one(rest);
    while take(rest, "AND") {
        is_allowed &= one(rest);
    }
    is_allowed
}

fn one(rest: &mut &[&str]) -> bool {
    if take(rest, "(") {
        return any_of(rest) & take(rest, ")");
    }
    let Some((name, after)) = rest.split_first() else {
        return false;
    };
    *rest = after;
    if !take(rest, "WITH") {
        return ALLOWED.contains(name);
    }
    let Some((exception, after)) = rest.split_first() else {
        return false;
    };
    *rest = after;
    ALLOWED.contains(&format!("{name} WITH {exception}").as_str())
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, after)) if *first == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_expression_needs_one_allowed_way() {
        for expression in [
            "MIT",
            "MIT OR Apache-2.0",
            "GPL-3.0-only OR MIT",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
        ] {
            assert!(is_allowed(expression), "{expression}");
        }
        for expression in
            ["GPL-3.0-only", "MIT AND GPL-3.0-only", "GPL-2.0-only WITH LLVM-exception", "(MIT", "", "MIT )"]
        {
            assert!(!is_allowed(expression), "{expression}");
        }
    }

    #[test]
    fn a_package_must_come_from_a_registry_and_name_its_licence() {
        let package = |source: Value, license: Value| {
            problem(&json!({ "name": "a", "version": "1.0.0", "source": source, "license": license }))
        };
        let registry = json!("registry+somewhere");
        assert_eq!(package(registry.clone(), json!("MIT")), None);
        assert_eq!(package(Value::Null, json!("MIT")), None);
        let problem = |source, license| package(source, license).unwrap_or_default();
        assert_eq!(problem(json!("git+somewhere"), json!("MIT")), "a 1.0.0 does not come from a registry");
        assert_eq!(problem(registry.clone(), Value::Null), "a 1.0.0 names no licence");
        assert_eq!(problem(registry, json!("GPL-3.0-only")), "a 1.0.0 is under GPL-3.0-only");
    }
}
