use std::fs;

use serde_json::Value;

use crate::run::{expect, fresh, sixinto, text_of};

const BANK: &str = "questions/home.json";

#[test]
fn a_bank_goes_into_the_file_that_is_named_and_never_over_another() {
    let out = fresh("export.json");
    let ran = sixinto(&["export", BANK, "--to", text_of(&out)]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("写到了") && ran.out.contains("道题"), "{}", ran.out);
    fs::write(&out, "precious").expect("a file");
    let ran = sixinto(&["export", BANK, "--to", text_of(&out)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert_eq!(fs::read_to_string(&out).expect("a file"), "precious");
    assert_eq!(sixinto(&["export", BANK, "--to", text_of(&out), "--force"]).code, Some(0));
}

#[test]
fn an_ending_that_no_format_has_is_a_failure_that_names_the_formats() {
    let ran = sixinto(&["export", BANK, "--to", "bank.exe"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("没有“exe”这种格式") && ran.err.contains("json"), "{}", ran.err);
    let ran = sixinto(&["export", "alone/canteen.json", "--to", "x.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("不能导出"), "{}", ran.err);
}

#[test]
fn json_tells_what_was_written() {
    let out = fresh("export-told.json");
    let ran = sixinto(&["export", BANK, "--to", text_of(&out), "--json"]);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&report["format"], &report["losses"]), (&"json".into(), &Value::Array(Vec::new())));
    assert_eq!(report["written"], text_of(&out));
}

#[test]
fn what_a_format_cannot_hold_is_told_before_anything_is_written() {
    let out = fresh("export-loss.xlsx");
    let ran = sixinto(&["export", BANK, "--to", text_of(&out), "--strict"]);
    assert_eq!(ran.code, Some(1));
    assert!(!out.exists(), "{}", ran.out);
    expect("export-strict.zh-CN.txt", &ran.out.replace(text_of(&out), "export-loss.xlsx"));
    let ran = sixinto(&["--lang", "en", "export", BANK, "--to", text_of(&out)]);
    assert!(out.is_file());
    expect("export.en.txt", &ran.out.replace(text_of(&out), "export-loss.xlsx"));
}
