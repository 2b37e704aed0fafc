//! The core stays a library of values.

use std::process::Command;

#[test]
fn the_core_depends_on_no_browser_and_no_randomness_of_the_system() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            "sixinto-core",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--target",
            "all",
            "--all-features",
        ])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(tree.stdout).expect("names");
    assert!(tree.contains("chacha20 "), "the tree is read: {tree}");
    for name in ["wasm-bindgen", "web-sys", "js-sys", "getrandom"] {
        assert!(!tree.lines().any(|line| line.split(' ').next() == Some(name)), "{name} in\n{tree}");
    }
}
