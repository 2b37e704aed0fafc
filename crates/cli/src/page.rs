//! The page that this program carries, if it was made with it.

use sixinto_core::check::Words;
use sixinto_site::Page;

use crate::failure::Failure;

/// The page.
///
/// # Errors
/// Where the program was made without it.
#[cfg(feature = "page")]
pub(crate) fn carried() -> Result<Page, Failure> {
    let bytes = include_bytes!("../../../target/page/sixinto.page");
    Page::from_bytes(bytes).map_err(|error| {
        let what = crate::lang::both!("程序里的网页坏了：{error:#}", "the page in this program is broken: {error:#}");
        Failure::new(what, Words::new("重新下载这个程序", "download the program again"))
    })
}

/// The page.
///
/// # Errors
/// This program was made without it.
#[cfg(not(feature = "page"))]
pub(crate) fn carried() -> Result<Page, Failure> {
    Err(Failure::new(
        Words::new(
            "这个 sixinto 里没有带网页，做不了网站",
            "this sixinto was made without the page, and cannot make a site",
        ),
        Words::new(
            "用发布的 sixinto 程序；有源代码的话，运行 cargo xtask dist，用 target/dist 里的",
            "use the released program, or run `cargo xtask dist` beside the source and take the one in target/dist",
        ),
    ))
}
