//! From bytes to sheets of cells as a spreadsheet shows them.

pub(crate) mod delimited;
pub(crate) mod diagnostics;
pub(crate) mod number;
pub(crate) mod ods;
pub(crate) mod sheet;
pub(crate) mod xls;
pub(crate) mod xlsx;
mod xml_part;
