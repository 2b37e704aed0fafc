//! The core stays a library of values, and the formats stay functions from bytes to bytes.

use std::process::Command;

/// The names of all crates that a crate is built with, itself included.
fn dependencies(package: &str, options: &[&str]) -> Vec<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--package", package, "--edges", "normal", "--prefix", "none", "--all-features"])
        .args(options)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(tree.stdout).expect("names");
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn assert_without(package: &str, options: &[&str], known: &str, banned: &[&str]) {
    let names = dependencies(package, options);
    assert!(names.iter().any(|name| name == known), "the tree of {package} is read: {names:?}");
    for name in banned {
        assert!(!names.iter().any(|found| found == name), "{name} in the tree of {package}: {names:?}");
    }
}

#[test]
fn the_core_depends_on_no_browser_and_no_randomness_of_the_system() {
    let banned = ["wasm-bindgen", "web-sys", "js-sys", "getrandom"];
    assert_without("sixinto-core", &["--target", "all"], "chacha20", &banned);
}

/// Two crates that the formats need bring what the core must not have, and neither is asked for it: `zip` brings
/// `getrandom`, for encrypting and for unpacking onto a disk, and `cfb` brings `web-time`, for the times of files that
/// it writes. Where there is a browser these two bring its glue, which is why only the tree of the machine is looked at
/// here.
#[test]
fn the_formats_depend_on_no_browser_no_disk_and_no_calendar_of_the_system() {
    let browser = ["wasm-bindgen", "web-sys", "js-sys"];
    let disk = ["tempfile", "memmap2", "walkdir", "glob", "dirs"];
    let clock = ["chrono", "time", "jiff", "iana-time-zone"];
    let banned = [browser.as_slice(), &disk, &clock].concat();
    assert_without("sixinto-formats", &[], "zip", &banned);
}

#[test]
fn nothing_but_two_containers_brings_the_formats_chance_and_a_clock() {
    for (name, container) in [("getrandom", "zip"), ("web-time", "cfb")] {
        let users = dependencies("sixinto-formats", &["--invert", name, "--depth", "1"]);
        assert_eq!(users, [name, container]);
    }
}
