use std::fs;

use serde_json::Value;

use crate::run::{fresh, sixinto, text_of};

#[test]
fn a_template_is_written_once_and_over_nothing() {
    let out = fresh("模板.xlsx");
    let ran = sixinto(&["template", "--out", text_of(&out)]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("下一步：填好以后运行 sixinto import"), "{}", ran.out);
    assert!(fs::read(&out).expect("a file").starts_with(b"PK\x03\x04"));
    let ran = sixinto(&["template", "--out", text_of(&out)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    let ran = sixinto(&["template", "--out", text_of(&out), "--force", "--json"]);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["written"], text_of(&out));
}
