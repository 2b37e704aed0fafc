//! What is written and read back is the same, wherever a format can hold it; where it cannot, the loss was named.

use proptest::prelude::*;
use sixinto_tests::drafts::rich_bank;
use sixinto_tests::round::check_round_trip;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn the_own_format_holds_everything(bank in rich_bank()) {
        prop_assert_eq!(check_round_trip("json", &bank), bank.questions.len());
    }

    #[test]
    fn tables_hold_what_they_do_not_say_is_lost(bank in rich_bank()) {
        for format in ["csv", "tsv", "xlsx"] {
            check_round_trip(format, &bank);
        }
    }
}
