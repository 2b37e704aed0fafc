#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sixinto_fuzz::exercise("responses", bytes));
