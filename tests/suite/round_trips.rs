//! What is written and read back is the same, wherever a format can hold it; where it cannot, the loss was named.

use proptest::prelude::*;
use sixinto_core::bank::Kind;
use sixinto_tests::generators::any_bank::{bare_bank, rich_bank};
use sixinto_tests::round_trip::check_round_trip;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn the_own_format_holds_everything(bank in rich_bank()) {
        prop_assert_eq!(check_round_trip("json", &bank), bank.questions.len());
    }

    #[test]
    fn qti_holds_everything_but_translations_and_pictures(bank in rich_bank()) {
        check_round_trip("qti", &bank);
    }

    #[test]
    fn gift_names_everything_that_it_loses(bank in rich_bank()) {
        check_round_trip("gift", &bank);
    }

    #[test]
    fn gift_holds_the_kinds_it_has(bank in bare_bank(&[Kind::Single, Kind::Multiple, Kind::Judge, Kind::Number])) {
        prop_assert_eq!(check_round_trip("gift", &bank), bank.questions.len());
    }

    #[test]
    fn moodle_xml_names_everything_that_it_loses(bank in rich_bank()) {
        check_round_trip("moodle-xml", &bank);
    }

    #[test]
    fn moodle_xml_holds_the_kinds_it_has(
        bank in bare_bank(&[Kind::Single, Kind::Multiple, Kind::Judge, Kind::Number, Kind::Order, Kind::Match])
    ) {
        prop_assert_eq!(check_round_trip("moodle-xml", &bank), bank.questions.len());
    }

    #[test]
    fn tables_hold_what_they_do_not_say_is_lost(bank in rich_bank()) {
        for format in ["csv", "tsv", "xlsx"] {
            check_round_trip(format, &bank);
        }
    }
}
