//! How much is read of a stranger's file. Each bound is far above what a person writes, and each is documented for
//! those who meet it.

/// The largest file, in bytes.
pub const MAX_FILE: usize = 256 * 1024 * 1024;

/// The most that a package (xlsx, docx, QTI) may unpack to, in bytes.
pub const MAX_UNPACKED: u64 = 512 * 1024 * 1024;

/// The most files in a package.
pub const MAX_ENTRIES: usize = 100_000;

/// The most columns that are looked at.
pub const MAX_COLUMNS: usize = 256;

/// The most rows of one sheet: what a spreadsheet can hold.
pub const MAX_ROWS: usize = 1_048_576;

/// The most lines of a text that are not empty: as many as a sheet has rows.
pub const MAX_LINES: usize = MAX_ROWS;

/// The most rows of an ods file that stand there once and count many times: a few bytes can claim a million of them.
pub const MAX_REPEATS: usize = 10_000;

/// The longest row of a workbook as it is written, in bytes: twice as many as all its cells may say.
pub const MAX_ROW: usize = 64 * 1024 * 1024;

/// The longest text in a cell, in bytes: more than a spreadsheet lets anybody type.
pub const MAX_CELL: usize = 128 * 1024;

/// The deepest nesting of XML elements.
pub const MAX_XML_DEPTH: usize = 256;

/// The most attributes of one XML element.
pub const MAX_XML_ATTRIBUTES: usize = 64;

/// The most XML nodes in one file.
pub const MAX_XML_NODES: u32 = 4_000_000;

/// The most text in one sheet, in bytes.
pub const MAX_TEXT: usize = 256 * 1024 * 1024;

/// The most texts that the cells of a workbook share.
pub const MAX_STRINGS: usize = 4_000_000;
