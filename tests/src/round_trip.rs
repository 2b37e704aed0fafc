//! Round trips through a format: every question comes back as it was, or its loss was named.

use std::collections::BTreeMap;

use sixinto_core::bank::BankFile;
use sixinto_formats::named;

use crate::files::{Options, TestImporter};

/// Writes a bank and reads it back: each question is the same again unless a loss of it was named, and one that stays
/// behind as a whole is not there. Tells how many came back as they were.
///
/// # Panics
/// If something changed that no loss names.
pub fn check_round_trip(format: &str, bank: &BankFile) -> usize {
    let session = TestImporter::new(&Options { theme: Some(String::new()), ..Options::default() });
    let written = named(format).expect("a format").write(bank, &session.writing()).expect("what can be written");
    let file = String::from_utf8_lossy(&written.bytes).into_owned();
    let imported = session.import(Some(format), "trial", &written.bytes).expect("what was written is read");
    let found: BTreeMap<_, _> = imported.bank.questions.iter().map(|question| (&question.id, question)).collect();
    let mut n_same = 0;
    for question in &bank.questions {
        let losses: Vec<_> = written.losses.iter().filter(|loss| loss.question == question.id).collect();
        let found = found.get(&question.id).copied();
        if losses.iter().any(|loss| loss.whole) {
            assert!(found.is_none(), "{} came back, said to stay behind:\n{file}", question.id);
        } else if losses.is_empty() {
            assert_eq!(found, Some(question), "{:?}\n{file}", imported.findings);
            n_same += 1;
        } else {
            let found = found.unwrap_or_else(|| panic!("{} is gone: {:?}\n{file}", question.id, imported.findings));
            assert_eq!(found.kind, question.kind, "{file}");
        }
    }
    n_same
}
