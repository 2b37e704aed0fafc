//! Which files are read, and where each goes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sixinto_core::Id;
use sixinto_core::bank::Kind;
use sixinto_core::check::Words;
use sixinto_formats::text::spellings;
use sixinto_formats::{FORMATS, Finding, Format, Input, detect_format, named};

use super::Args;
use crate::failure::Failure;
use crate::files;
use crate::lang::both;
use crate::request::possible;

/// What a bank is called where the name of the file has no letters for an id.
const NAMELESS: &str = "imported";

/// A file to read, and the bank that it becomes.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) path: PathBuf,
    /// The name of the file, as findings show it.
    pub(super) name: String,
    pub(super) bank: Id,
    pub(super) out: PathBuf,
}

/// A plan for each file.
///
/// # Errors
/// Where files would overwrite others, or one name is given for several.
pub(super) fn plans(args: &Args) -> Result<Vec<Plan>, Failure> {
    one_for_one(args)?;
    let mut taken = BTreeSet::new();
    let mut plans = Vec::new();
    for path in &args.files {
        let plan = plan(path, args, &mut taken);
        if !args.dry_run {
            if plan.out == *path {
                return Err(itself(path));
            }
            files::must_be_free(&plan.out, args.force)?;
        }
        plans.push(plan);
    }
    Ok(plans)
}

/// What was left out of a bank is only in the file that it came from, so that is not overwritten whatever is asked for.
fn itself(path: &Path) -> Failure {
    let name = path.display();
    Failure::new(
        both!("{name} 会被自己导入的题覆盖", "{name} would be overwritten by what is imported from it"),
        Words::new("用 --id 或 --out 换一个名字", "name another file with --id or --out"),
    )
}

/// Refuses an option that names one thing where there are several files.
fn one_for_one(args: &Args) -> Result<(), Failure> {
    if args.files.len() == 1 {
        return Ok(());
    }
    let is_file = args.out.as_ref().is_some_and(|out| !out.is_dir());
    let options = [("--id", args.id.is_some()), ("--fix-file", args.fix_file.is_some()), ("--out", is_file)];
    match options.into_iter().find(|(_, is_given)| *is_given) {
        None => Ok(()),
        Some((option, _)) => Err(Failure::new(
            both!("{option} 只管得了一个文件，这里有几个", "{option} is for one file, and there are several"),
            Words::new(
                "一个一个地导入；--out 也可以写一个已有的文件夹",
                "import them one by one; --out can also be a folder that is there",
            ),
        )),
    }
}

fn plan(path: &Path, args: &Args, taken: &mut BTreeSet<Id>) -> Plan {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    let (folder, file) = match &args.out {
        None => (folder, None),
        Some(out) if out.is_dir() => (out.as_path(), None),
        Some(out) => (folder, Some(out)),
    };
    let stem = file.unwrap_or(&path.to_owned()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bank = args.id.clone().unwrap_or_else(|| free(&slug(&stem), taken));
    taken.insert(bank.clone());
    let out = file.cloned().unwrap_or_else(|| folder.join(format!("{bank}.json")));
    Plan { path: path.to_owned(), name, bank, out }
}

/// The letters and digits of a name that an id can have, with hyphens for what is between them.
fn slug(name: &str) -> String {
    let small = name.chars().map(|letter| spellings::half_width(letter).to_ascii_lowercase());
    let kept: String = small.map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    // Room for a number behind it.
    words.join("-").chars().take(40).collect()
}

/// An id for a name that no other file of this run has.
fn free(name: &str, taken: &BTreeSet<Id>) -> Id {
    let name = if name.chars().any(|letter| letter.is_ascii_alphabetic()) { name } else { NAMELESS };
    let numbered = (2..).map(|n: u32| format!("{name}-{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered).filter_map(|name| name.parse::<Id>().ok());
    names.find(|id| !taken.contains(id)).expect("there are more numbers than files")
}

/// The format that is asked for, or that the file is in; or what the file is instead.
///
/// # Errors
/// Where there is no such format.
pub(super) fn format_of(
    input: &Input<'_>,
    asked: Option<&str>,
) -> Result<Result<&'static dyn Format, Box<Finding>>, Failure> {
    match asked {
        Some(name) => named(name).map(Ok).ok_or_else(|| unknown_format(name)),
        None => Ok(detect_format(input)),
    }
}

/// A format that there is none of.
pub(crate) fn unknown_format(name: &str) -> Failure {
    let known = possible(FORMATS.iter().map(|format| format.name()));
    Failure::new(both!("没有“{name}”这种格式", "there is no format `{name}`"), known)
}

/// `1=single`, `0=单选`.
pub(super) fn type_code(text: &str) -> Result<(String, Kind), String> {
    let (code, name) = text.split_once(['=', '＝']).ok_or("写成 1=single 这样\nwrite it as in 1=single")?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name).or_else(|| spellings::kind(name));
    let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let unknown = || {
        let (zh, en) = (known.join("、"), known.join(", "));
        format!("没有“{name}”这种题型，可以写：{zh}\nthere is no kind `{name}`; possible: {en}")
    };
    kind.map(|kind| (spellings::normalized(code), kind)).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bank_is_named_by_the_letters_of_its_file() {
        let mut taken = BTreeSet::new();
        let mut named = |name: &str| {
            let id = free(&slug(name), &taken);
            taken.insert(id.clone());
            id.to_string()
        };
        assert_eq!(named("Fire Safety_2026"), "fire-safety-2026");
        assert_eq!(named("题库"), "imported");
        assert_eq!(named("2026年题库"), "imported-2");
        assert_eq!(named("ＦＩＲＥ 消防"), "fire");
        assert_eq!(named("x".repeat(200).as_str()).len(), 40);
    }

    #[test]
    fn codes_of_kinds_are_told_by_name_in_either_language() {
        assert_eq!(type_code("0=single"), Ok(("0".to_owned(), Kind::Single)));
        assert_eq!(type_code("１＝多选题"), Ok(("1".to_owned(), Kind::Multiple)));
        assert!(type_code("1").is_err() && type_code("1=essay").is_err());
    }
}
