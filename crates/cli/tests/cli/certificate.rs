use std::fs;

use serde_json::Value;

use crate::run::{Ran, expect, fresh, read, sixinto, text_of};

const PASSED: &str = "attempts/passed.json";

/// The code of that attempt.
const CODE: &str = "PHS3-87XM-5FGC";

/// The code of some other attempt.
const OTHER: &str = "7K2M-9QXA-40TM";

fn verify(attempt: &str, code: &str, args: &[&str]) -> Ran {
    sixinto(&[&["mark", attempt, "--code", code], args].concat())
}

/// The passed attempt with something put in the place of something else.
fn changed(name: &str, from: &str, to: &str) -> String {
    let path = fresh(name);
    let text = read(PASSED);
    assert!(text.contains(from), "{from}");
    fs::write(&path, text.replace(from, to)).expect("a new file");
    text_of(&path).to_owned()
}

#[test]
fn a_code_that_fits_says_what_it_stands_for() {
    for lang in ["zh-CN", "en"] {
        let ran = verify(PASSED, CODE, &["--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        expect(&format!("code.{lang}.txt"), &ran.out);
    }
}

#[test]
fn a_code_fits_however_it_was_copied() {
    for copied in ["phs387xm5fgc", " PHS3 87XM 5FGC ", "ＰＨＳ３－８７ＸＭ－５ＦＧＣ"] {
        assert_eq!(verify(PASSED, copied, &[]).code, Some(0), "{copied}");
    }
}

#[test]
fn a_code_of_other_answers_does_not_fit() {
    for lang in ["zh-CN", "en"] {
        let ran = verify(PASSED, OTHER, &["--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
        expect(&format!("code-other.{lang}.txt"), &ran.out);
    }
}

#[test]
fn a_changed_attempt_no_longer_fits_its_code() {
    let changes = [
        ("answer", r#""school-stairs":{"judge":true}"#, r#""school-stairs":{"judge":false}"#),
        ("less", r#","school-stairs":{"judge":true}"#, ""),
        ("seed", r#""seed":1"#, r#""seed":2"#),
        ("earlier", r#""finished":1795480192000"#, r#""finished":1795480092000"#),
        ("worth", r#""home-lift","micropoints":2000000"#, r#""home-lift","micropoints":5000000"#),
        ("easier", r#""pass_percent":60"#, r#""pass_percent":50"#),
    ];
    for (name, from, to) in changes {
        let ran = verify(&changed(&format!("changed-{name}.json"), from, to), CODE, &["--lang", "en"]);
        assert_eq!(ran.code, Some(1), "{name}: {}", ran.err);
        assert!(ran.out.contains("it is of another attempt, or this attempt was changed since"), "{name}: {}", ran.out);
    }
}

#[test]
fn a_mistyped_code_is_told_from_one_of_other_answers() {
    for typed in ["PHS3-87XM-5FGD", "PHS3-87XM-5FCG", "PSH3-87XM-5FGC", "PHS3-87XM-5FG", "PHS3-87XM-5FGC-0", "四", ""]
    {
        for (lang, words) in [("zh-CN", "抄错了"), ("en", "is mistyped")] {
            let ran = verify(PASSED, typed, &["--lang", lang]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{typed}");
            assert!(ran.err.contains(words), "{typed}: {}", ran.err);
        }
    }
}

#[test]
fn what_earned_no_certificate_says_why() {
    let check = |attempt: &str, chinese: &str, english: &str| {
        for (lang, words) in [("zh-CN", chinese), ("en", english)] {
            let ran = verify(attempt, CODE, &["--lang", lang]);
            assert_eq!(ran.code, Some(1), "{attempt}: {}", ran.err);
            assert!(ran.out.contains(words), "{attempt}: {}", ran.out);
        }
    };
    check("attempts/finished.json", "这种卷子不限时", "its paper has no time limit");
    let no_mark = changed("no-mark.json", r#""pass_percent":60,"#, "");
    check(&no_mark, "这种卷子没有合格线", "its paper has no pass mark");
    let late = changed("late.json", r#""finished":1795480192000"#, r#""finished":1795480600001"#);
    check(&late, "用的时间超过了限时", "it took longer than its paper allows");
    let failed = changed("failed.json", r#""home-door":{"judge":true},"home-lift":{"judge":false},"#, "");
    check(&failed, "没有通过", "it did not pass");
}

#[test]
fn json_says_whether_the_code_fits() {
    let json = |attempt: &str, code: &str, exit: i32| -> Value {
        let ran = verify(attempt, code, &["--json"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(exit), ""));
        serde_json::from_str(&ran.out).expect("JSON")
    };
    let fits = json(PASSED, CODE, 0);
    assert_eq!(
        (&fits["code_fits"], &fits["micropoints"], fits.get("code_misfit")),
        (&true.into(), &6_000_000.into(), None)
    );
    let other = json(PASSED, OTHER, 1);
    assert_eq!((&other["code_fits"], &other["code_misfit"]), (&false.into(), &"other-answers".into()));
    let unearned = json("attempts/finished.json", OTHER, 1);
    assert_eq!((&unearned["code_fits"], &unearned["code_misfit"]), (&false.into(), &"no-time-limit".into()));
}

#[test]
fn the_example_of_the_help_is_a_code() {
    let help = sixinto(&["mark", "--help"]).out;
    let example = help.lines().find_map(|line| line.split_once("--code ").filter(|_| line.contains("attempt.json")));
    let (_, code) = example.expect("an example");
    assert_eq!(verify(PASSED, code, &[]).code, Some(1), "it is no slip, only of another attempt");
}
