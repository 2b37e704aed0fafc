//! Banks made by chance.

pub mod any_bank;
pub mod plain_bank;
