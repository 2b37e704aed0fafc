//! What the tests need besides Rust: installed where that can be done without asking, named where it cannot.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::command::{command, output, run, succeeds};

/// Programs that are Chromium, the first found is used; `CHROMIUM` names another.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Makes sure of a browser and of fonts for the page's languages.
pub(crate) fn install() -> Result<()> {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    if !has_chinese_font() {
        packages.extend(["fontconfig", "fonts-noto-cjk"]);
    }
    if packages.is_empty() {
        return Ok(());
    }
    if !(Path::new("/etc/debian_version").exists() && is_root()) {
        bail!(
            "the tests need {0}: on Debian or Ubuntu run `sudo apt-get install {0}`; elsewhere install Chromium and \
             set CHROMIUM to its path / 测试需要 {0}：Debian、Ubuntu 上请运行 `sudo apt-get install {0}`；\
             其他系统请安装 Chromium，并把环境变量 CHROMIUM 设为它的路径",
            packages.join(" ")
        );
    }
    run(&mut command("apt-get", &["update", "--quiet"]))?;
    let mut install = command("apt-get", &["install", "--yes", "--quiet", "--no-install-recommends"]);
    run(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The browser that the tests drive.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    let places = BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

/// Elsewhere than on Linux the system brings its own.
fn has_chinese_font() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    output(&mut command("fc-list", &[":lang=zh-cn", "family"])).is_ok_and(|fonts| !fonts.trim().is_empty())
}

fn is_root() -> bool {
    succeeds(&mut command("sh", &["-c", "test \"$(id -u)\" = 0"]))
}
