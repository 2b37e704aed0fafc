//! The copy of a trainer's spreadsheet in which the wrong cells are marked.

use sixinto_core::check::Words;
use sixinto_formats::{Format, Input, table};

use super::{Args, Import};
use crate::failure::Failure;
use crate::files;
use crate::lang::{Lang, both};

/// The copy, where it is asked for and there is something to mark.
///
/// # Errors
/// Where the file is no table, or the copy would overwrite another.
pub(super) fn marked(imports: &[Import<'_>], args: &Args, lang: Lang) -> Result<Option<Vec<u8>>, Failure> {
    let (Some(out), [import]) = (&args.fix_file, imports) else { return Ok(None) };
    // A file that is in no format is told of as such.
    let Some(format) = import.format.map(Format::name) else { return Ok(None) };
    if !table::NAMES.contains(&format) {
        return Err(no_table(&import.plan.name, format));
    }
    // What cannot be read as a whole has no cells to mark.
    if args.dry_run || import.result.is_err() || import.findings().is_empty() {
        return Ok(None);
    }
    files::must_be_free(out, args.force)?;
    let bytes = files::read(&import.plan.path)?;
    let input = Input { name: &import.plan.name, bytes: &bytes };
    let marked = table::annotated(&input, import.findings(), lang.tag());
    marked.map(Some).map_err(|finding| Failure::new(finding.message, finding.help))
}

fn no_table(name: &str, format: &str) -> Failure {
    Failure::new(
        both!("{name} 不是表格（{format}），没有可以标的格", "{name} is no table ({format}) and has no cells to mark"),
        Words::new(
            "去掉 --fix-file；按上面说的行改原文件",
            "leave out --fix-file and mend the file at the lines that are told",
        ),
    )
}
