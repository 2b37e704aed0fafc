use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::run::{Ran, expect, fresh, sixinto, text_of};

/// A folder with copies of these fixtures.
fn folder(name: &str, files: &[&str]) -> PathBuf {
    let folder = fresh(name);
    fs::create_dir_all(&folder).expect("a new folder");
    for file in files {
        fs::copy(format!("tests/fixtures/import/{file}"), folder.join(file)).expect("a fixture");
    }
    folder
}

fn import(args: &[&str]) -> Ran {
    sixinto(&[&["import", "--today", "2026-11-26"], args].concat())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.err))
}

#[test]
fn what_can_be_read_is_imported_and_the_rest_is_told_and_ends_with_1() {
    let folder = folder("import-part", &["三道题.json"]);
    let (file, bank) = (folder.join("三道题.json"), folder.join("imported.json"));
    let ran = import(&[text_of(&file)]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    expect("import.zh-CN.txt", &ran.out.replace(text_of(&folder), "."));
    let written: Value = serde_json::from_str(&fs::read_to_string(&bank).expect("a bank")).expect("JSON");
    assert_eq!(written["questions"].as_array().map(Vec::len), Some(2));
    let ran = import(&["--lang", "en", "--force", text_of(&file)]);
    assert_eq!(ran.code, Some(1));
    expect("import.en.txt", &ran.out.replace(text_of(&folder), "."));
}

#[test]
fn a_bank_that_is_there_is_overwritten_only_where_that_is_asked_for() {
    let folder = folder("import-twice", &["三道题.json"]);
    let (file, bank) = (folder.join("三道题.json"), folder.join("imported.json"));
    fs::write(&bank, "precious").expect("a file");
    let ran = import(&[text_of(&file)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("imported.json 了，没有覆盖它") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&bank).expect("a file"), "precious");
    assert_eq!(import(&[text_of(&file), "--force"]).code, Some(1));
    assert_ne!(fs::read_to_string(&bank).expect("a file"), "precious");
}

#[test]
fn a_dry_run_and_a_strict_one_with_an_error_write_nothing() {
    let folder = folder("import-nothing", &["三道题.json"]);
    let file = folder.join("三道题.json");
    let ran = import(&[text_of(&file), "--dry-run"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("这是试读（--dry-run）"), "{}", ran.out);
    let ran = import(&[text_of(&file), "--strict"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("有问题就都不导入"), "{}", ran.out);
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
}

#[test]
fn json_counts_and_has_every_finding_with_its_place() {
    let folder = folder("import-json", &["三道题.json"]);
    let ran = import(&[text_of(&folder.join("三道题.json")), "--json", "--id", "mine"]);
    assert_eq!(ran.code, Some(1));
    let report = json(&ran);
    let file = &report["files"][0];
    assert_eq!((&file["read"], &file["imported"], &file["left_out"]), (&3.into(), &2.into(), &1.into()));
    assert_eq!((&file["format"], &file["bank"]), (&"json".into(), &"mine".into()));
    assert_eq!(file["written"], text_of(&folder.join("mine.json")));
    let findings = file["findings"].as_array().expect("a list");
    let broken = findings.iter().find(|finding| finding["severity"] == "error").expect("an error");
    assert_eq!((&broken["code"], &broken["at"]["line"]), (&"bank-shape".into(), &13.into()));
    assert!(findings.iter().all(|finding| finding["help"]["en"].is_string()), "{findings:?}");
}

#[test]
fn several_files_become_a_bank_each() {
    let folder = folder("import-several", &["三道题.json", "fire-drill.json"]);
    let (one, two) = (folder.join("三道题.json"), folder.join("fire-drill.json"));
    let out = fresh("import-several-out");
    fs::create_dir_all(&out).expect("a new folder");
    let ran = import(&[text_of(&one), text_of(&two), "--out", text_of(&out)]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert!(out.join("imported.json").is_file() && out.join("fire-drill.json").is_file(), "{}", ran.out);
    for option in [["--id", "x"], ["--fix-file", "x.xlsx"], ["--out", "x.json"]] {
        let ran = import(&[&[text_of(&one), text_of(&two)], &option[..]].concat());
        assert_eq!(ran.code, Some(2), "{option:?}");
        assert!(ran.err.contains(option[0]) && ran.err.contains("一个一个地导入"), "{}", ran.err);
    }
}

#[test]
fn strict_holds_back_every_file_where_one_has_an_error() {
    let folder = folder("import-strict", &["三道题.json", "fire-drill.json"]);
    let (one, two) = (folder.join("三道题.json"), folder.join("fire-drill.json"));
    let out = fresh("import-strict-out");
    fs::create_dir_all(&out).expect("a new folder");
    let ran = import(&[text_of(&one), text_of(&two), "--strict", "--out", text_of(&out)]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 0);
}

#[test]
fn a_question_that_a_bank_beside_it_asks_already_is_told() {
    let folder = folder("import-known", &["fire-drill.json"]);
    let ran = import(&[text_of(&folder.join("fire-drill.json")), "--id", "drill", "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let report = json(&ran);
    let findings = report["files"][0]["findings"].as_array().expect("a list");
    let same = findings.iter().find(|finding| finding["code"] == "duplicate-stem").expect("a finding");
    assert!(same["message"]["zh-CN"].as_str().is_some_and(|words| words.contains("questions/home.json")), "{same}");
    let ran = import(&[text_of(&folder.join("fire-drill.json")), "--id", "alone", "--json", "--with", "nowhere"]);
    let report = json(&ran);
    let findings = report["files"][0]["findings"].as_array().expect("a list");
    assert!(findings.iter().all(|finding| finding["code"] != "duplicate-stem"), "{findings:?}");
}

#[test]
fn a_question_that_the_file_nearly_asks_already_is_told_by_the_row_it_stands_in() {
    let folder = folder("import-again", &[]);
    let file = folder.join("题.csv");
    let rows = [
        "题干,题型,答案,解析,来源",
        "半夜醒来闻到屋里有煤气味，可以开灯看一看。,判断,错,火花,常识",
        "半夜醒来闻到屋里有煤气味，可以先开灯看一看。,判断,错,火花,常识",
    ];
    fs::write(&file, rows.join("\n")).expect("a file");
    let report = json(&import(&[text_of(&file), "--theme", "home", "--json", "--with", "nowhere"]));
    let findings = report["files"][0]["findings"].as_array().expect("a list");
    let [similar] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(similar["at"]["row"], 3);
    assert_eq!(similar["message"]["zh-CN"], "题干和第 2 行的差不多");
    assert_eq!(similar["message"]["en"], "the stem is nearly that of row 2");
}

#[test]
fn an_id_or_a_stem_that_the_file_has_already_is_told_with_its_place() {
    let folder = folder("import-id", &["fire-drill.json"]);
    let file = folder.join("fire-drill.json");
    let mut bank: Value = serde_json::from_str(&fs::read_to_string(&file).expect("a bank")).expect("JSON");
    let question = bank["questions"][0].clone();
    let mut renamed = question.clone();
    renamed["id"] = "renamed".into();
    let line = |question: &Value| question.to_string();
    bank["questions"] = Value::Array(Vec::new());
    let all = [&question, &question, &renamed].map(line).join(",\n");
    fs::write(&file, bank.to_string().replace("\"questions\":[]", &format!("\"questions\":[\n{all}]")))
        .expect("a file");
    let report = json(&import(&[text_of(&file), "--id", "twice", "--json", "--with", "nowhere"]));
    let findings = report["files"][0]["findings"].as_array().expect("a list");
    let told: Vec<[&Value; 3]> =
        findings.iter().map(|one| [&one["at"]["line"], &one["message"]["en"], &one["help"]["en"]]).collect();
    let id = question["id"].as_str().expect("an id");
    let taken = format!("the id `{id}` is taken already (line 2, column 1)");
    let [[row, message, help], [other_row, same, _]] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((*row, *message), (&3.into(), &taken.into()));
    assert_eq!(**help, "it is the same question twice: remove one of them");
    assert_eq!((*other_row, *same), (&4.into(), &"the stem is the same as that of line 2, column 1".into()));
}

#[test]
fn a_spreadsheet_with_mistakes_is_imported_in_part_and_its_copy_is_marked() {
    let folder = folder("import-table", &["消防题.csv"]);
    let (file, copy) = (folder.join("消防题.csv"), folder.join("标出.xlsx"));
    let args = [text_of(&file), "--topic", "fire", "--fix-file", text_of(&copy)];
    let ran = import(&args);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    expect("import-table.zh-CN.txt", &ran.out.replace(text_of(&folder), "."));
    let ran = import(&[&["--lang", "en", "--force"], &args[..]].concat());
    expect("import-table.en.txt", &ran.out.replace(text_of(&folder), "."));
    // The copy is read as the file is: its column of problems is passed over, and the same cells are wrong in it.
    let report = |file: &PathBuf, id: &str| {
        let report = json(&import(&[text_of(file), "--topic", "fire", "--id", id, "--json"]));
        let report = report["files"][0].clone();
        let errors = report["findings"].as_array().expect("a list").iter();
        let errors = errors.filter(|finding| finding["severity"] == "error");
        let cells: Vec<Value> = errors.map(|finding| finding["at"]["cell"].clone()).collect();
        let bank: Value = serde_json::from_str(&fs::read_to_string(folder.join(format!("{id}.json"))).expect("a bank"))
            .expect("JSON");
        let stems = bank["questions"].as_array().expect("a list").iter().map(|question| question["stem"].clone());
        (cells, stems.collect::<Vec<_>>())
    };
    assert_eq!(report(&file, "one").0, ["G4", "G7", "A9"]);
    assert_eq!(report(&copy, "two"), report(&file, "three"));
}

#[test]
fn a_template_is_imported_as_it_is_and_comes_back_from_every_table() {
    let folder = folder("import-template", &[]);
    let template = folder.join("模板.xlsx");
    assert_eq!(sixinto(&["template", "--out", text_of(&template), "--with", "nowhere"]).code, Some(0));
    let questions = |file: &PathBuf, id: &str| {
        let ran = import(&[text_of(file), "--id", id, "--with", "nowhere", "--json"]);
        assert_eq!(ran.code, Some(0), "{}", ran.out);
        let bank: Value = serde_json::from_str(&fs::read_to_string(folder.join(format!("{id}.json"))).expect("a bank"))
            .expect("JSON");
        bank["questions"].clone()
    };
    let own = questions(&template, "own");
    let kinds: Vec<&str> = own.as_array().expect("a list").iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!(kinds, ["single", "multiple", "judge", "blank", "number", "order", "match"]);
    for format in ["xlsx", "csv", "tsv"] {
        let ran = sixinto(&["export", text_of(&folder.join("own.json")), "--to", format, "--strict"]);
        assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
        assert_eq!(questions(&folder.join(format!("own.{format}")), format), own, "{format}");
    }
}

#[test]
fn a_fix_file_is_made_for_tables_only() {
    let folder = folder("import-no-table", &["三道题.json"]);
    let ran = import(&[text_of(&folder.join("三道题.json")), "--fix-file", text_of(&folder.join("fix.xlsx"))]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("三道题.json 不是表格（json）") && ran.err.contains("去掉 --fix-file"), "{}", ran.err);
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
}

#[test]
fn what_is_not_there_or_is_no_question_file_is_a_failure_that_says_what_to_do() {
    for (args, words) in [
        (&["import/fire-drill.json", "--force"][..], "import/fire-drill.json 会被自己导入的题覆盖"),
        (&["nothing.xlsx"], "找不到 nothing.xlsx"),
        (&["questions"], "questions 是文件夹"),
        (&["questions/home.json", "--dry-run", "--format", "word"], "没有“word”这种格式"),
        (&["questions/home.json", "--dry-run", "--theme", "火星"], "没有“火星”这个主题"),
        (&["questions/home.json", "--dry-run", "--topic", "火星"], "“火星”不是小类的编号或名字"),
        (&["questions/home.json", "--dry-run", "--type-code", "1=essay"], "没有“essay”这种题型"),
    ] {
        let ran = import(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
}

#[test]
fn a_file_of_another_program_is_told_and_keeps_no_other_from_being_imported() {
    let folder = folder("import-foreign", &["fire-drill.json"]);
    let (bank, pdf, table) = (folder.join("fire-drill.json"), folder.join("题.pdf"), folder.join("题.xlsx"));
    fs::write(&pdf, "%PDF-1.7").expect("a file");
    fs::write(&table, "").expect("a file");
    let out = fresh("import-foreign-out");
    fs::create_dir_all(&out).expect("a new folder");
    let args = [text_of(&pdf), text_of(&bank), text_of(&table), "--out", text_of(&out)];
    let ran = import(&args);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains("这是 PDF 文件") && ran.out.contains("存成 .docx 再导入"), "{}", ran.out);
    assert!(ran.out.contains("文件是空的") && out.join("fire-drill.json").is_file(), "{}", ran.out);
    let report = json(&import(&[&args[..], &["--json", "--force"]].concat()));
    let code = |at: usize| report["files"][at]["findings"][0]["code"].clone();
    assert_eq!((code(0), code(2)), ("foreign-file".into(), "empty-file".into()));
    assert_eq!(report["files"][0]["format"], Value::Null);
    let ran = import(&["questions/pictures/room.svg", "--fix-file", text_of(&folder.join("fix.xlsx"))]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains("看不出 room.svg 是哪种题库文件"), "{}", ran.out);
}
