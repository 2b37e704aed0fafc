//! What programs get: one object of JSON, in either language, and nothing else.

use serde_json::Value;

use crate::run::{fresh, sixinto, text_of, typing};

#[test]
fn every_subcommand_prints_one_object_with_json_and_nothing_else() {
    for lang in ["zh-CN", "en"] {
        let out = |name: &str| text_of(&fresh(&format!("json-{lang}-{name}"))).to_owned();
        let (bank, page, table, template) = (out("bank.json"), out("page.html"), out("bank.csv"), out("empty.xlsx"));
        // `paper` writes a file beside its page.
        out("page.json");
        let check = |args: &[&str], keys: &[&str]| {
            let ran = typing("a\n", &[&["--lang", lang], args, &["--json"]].concat());
            assert!(matches!(ran.code, Some(0 | 1)), "{args:?}: {}", ran.err);
            let object: Value =
                serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{args:?}: {error}: {}", ran.out));
            assert_eq!(ran.out.lines().count(), 1, "{args:?}");
            for key in keys {
                assert!(object.get(key).is_some(), "{args:?} has no {key}: {object}");
            }
        };
        check(&["analyse", "responses/month.csv", "--folder", "none"], &["test", "items", "findings"]);
        check(&["check", "questions"], &["findings"]);
        check(&["draw", "--preset", "exam", "--seed", "1"], &["questions", "seed"]);
        check(&["export", "questions/home.json", "--to", &table], &["written", "losses"]);
        check(&["import", "import/三道题.json", "--out", &bank], &["files", "dry_run"]);
        check(&["mark", "attempts/finished.json"], &["marks"]);
        check(&["paper", "--preset", "exam", "--seed", "1", "--out", &page], &["versions"]);
        check(&["quiz", "--preset", "every-kind", "--seed", "1"], &["finished"]);
        check(&["template", "--out", &template], &["written"]);
    }
}

#[test]
fn a_failure_leaves_the_output_empty_and_ends_with_2() {
    for args in [
        &["analyse", "none.csv"][..],
        &["check", "none"],
        &["draw", "--preset", "none"],
        &["export", "none.json", "--to", "csv"],
        &["import", "none.xlsx"],
        &["mark", "none.json"],
        &["paper", "--preset", "none", "--out", "none.html"],
        &["quiz", "--preset", "none"],
        &["template", "--out", "none/none.xlsx"],
    ] {
        let ran = sixinto(&[args, &["--json"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains("怎么办"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_quiz_prints_its_score_at_the_end_and_its_questions_beside_it() {
    let args = ["quiz", "--preset", "every-kind", "--seed", "1", "--json"];
    let ran = typing("a\nA、B\n对\n电源；灭火器\n１８ 分钟\ncab\na2 b1\nb\n", &args);
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.out));
    assert_eq!((&report["finished"], &report["score"]["passed"]), (&true.into(), &true.into()), "{report}");
    assert!(ran.err.contains("油锅起火"), "{}", ran.err);
}
