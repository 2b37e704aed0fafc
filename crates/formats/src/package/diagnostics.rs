//! Why a package is not read.

use crate::diagnostics::Code;
use sixinto_core::check::Words;
use zip::result::ZipError;

use crate::diagnostics::{Finding, Place};
use crate::limits::MAX_ENTRIES;
use crate::package::part;
use crate::text::ellipsis;

pub(super) fn broken(package: &str, name: Option<&str>) -> Box<Finding> {
    Box::new(Finding::error(
        Code::PackageBroken,
        name.map_or_else(|| Place::whole(package), |name| part(package, name)),
        Words::new("压缩包损坏，或者不是压缩包", "the package is damaged, or none"),
        Words::new(
            "重新下载或重新导出一份；只下载了一半的文件也会这样",
            "download or export it again: it may have been cut off",
        ),
    ))
}

pub(super) fn unreadable(package: &str, name: &str, error: &ZipError) -> Box<Finding> {
    if !matches!(error, ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) {
        return broken(package, Some(name));
    }
    Box::new(Finding::error(
        Code::PackageMethod,
        part(package, name),
        Words::new("这个文件用了少见的压缩方式，打不开", "the file is packed in a rare way that is not read"),
        Words::new("解压以后重新压缩成普通的 .zip", "unpack it and pack it again as an ordinary .zip"),
    ))
}

pub(super) fn encrypted(package: &str, name: &str) -> Box<Finding> {
    Box::new(Finding::error(
        Code::PackageEncrypted,
        part(package, name),
        Words::new("压缩包设了密码", "the package is protected by a password"),
        Words::new("去掉密码，重新保存一份", "save it again without the password"),
    ))
}

pub(super) fn leads_out(package: &str, name: &str) -> Box<Finding> {
    let finding = Finding::error(
        Code::PackageName,
        part(package, &ellipsis(name)),
        Words::new("压缩包里有指到包外面的文件名", "a name in the package leads out of it"),
        Words::new(
            "正常的软件不会这样写，文件可能有问题；请找提供文件的人确认，或者重新打包",
            "ordinary programs do not write this and the file may be harmful: ask whoever made it, or pack it again",
        ),
    );
    let expected = Words::new("包里面的路径，如 items/q1.xml", "a path inside the package such as items/q1.xml");
    Box::new(finding.instead(ellipsis(name), expected))
}

pub(super) fn twice(package: &str) -> Box<Finding> {
    Box::new(Finding::error(
        Code::PackageTwice,
        Place::whole(package),
        Words::new("压缩包里有两个同名的文件", "two files of the package have one name"),
        Words::new("分不清该读哪一个：解压以后只留一个，重新打包", "unpack it, keep one of them, and pack it again"),
    ))
}

pub(super) fn too_many(package: &str, n: usize) -> Box<Finding> {
    Box::new(Finding::error(
        Code::PackageTooMany,
        Place::whole(package),
        Words::new(
            format!("压缩包里有 {n} 个文件，最多读 {MAX_ENTRIES} 个"),
            format!("the package has {n} files: at most {MAX_ENTRIES} are read"),
        ),
        Words::new("把它分成几个包", "split it into several packages"),
    ))
}

pub(super) fn too_large(package: &str, most: u64) -> Box<Finding> {
    let most = most / (1024 * 1024);
    Box::new(Finding::error(
        Code::PackageTooLarge,
        Place::whole(package),
        Words::new(
            format!("压缩包解开以后太大：最多读 {most} MB"),
            format!("the package unpacks to too much: at most {most} MB are read"),
        ),
        Words::new(
            "题库没有这么大：去掉大的附件，或者分成几个包",
            "no bank is that large: take large attachments out, or split it into several packages",
        ),
    ))
}
