use crate::run::{expect, sixinto, sixinto_in};

fn is_chinese(line: &str) -> bool {
    line.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[test]
fn help_is_chinese_on_one_line_and_english_on_the_next() {
    let commands = [
        "check", "draw", "mark", "paper", "analyse", "quiz", "import", "export", "template", "stats", "build", "serve",
    ];
    let helps = commands.into_iter().map(|command| vec![command, "--help"]);
    for args in helps.chain([vec!["--help"]]) {
        let ran = sixinto(&args);
        let lines: Vec<&str> = ran.out.lines().collect();
        assert_eq!(ran.code, Some(0), "{args:?}");
        assert!(is_chinese(lines[0]) && lines[1].is_ascii(), "{args:?}: {lines:?}");
        assert!(args.len() == 1 || lines.iter().any(|line| line.starts_with("  sixinto ")), "{args:?}: no example");
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_chinese(line)) {
            assert!(!is_chinese(lines[at + 1]), "{args:?}: no English after {line}");
        }
    }
}

#[test]
fn a_line_that_makes_no_sense_is_told_in_both_languages_with_what_would() {
    let lines: [&[&str]; 15] = [
        &["import", "a.xlsx", "--thene", "home"],
        &["improt", "a.xlsx"],
        &["import"],
        &["export", "--force"],
        &["--lang", "en", "export"],
        &["import", "a.xlsx", "--theme"],
        &["import", "a.xlsx", "--type-code", "1=picture"],
        &["import", "a.xlsx", "--text-lang", "Chinese!"],
        &["draw", "--preset", "exam", "--seed", "many"],
        &["analyse", "a.csv", "--csv", "--json"],
        &["template", "a.xlsx"],
        &["quiz", "--preset", "daily", "--day", "tomorrow"],
        &["import", "a.xlsx", "--id", "消防"],
        &["check", "--set", "a", "--set", "b"],
        &["paper", "--preset", "exam", "--versions", "99"],
    ];
    let mut told = String::new();
    for line in lines {
        told += &["$ sixinto ", &line.join(" "), "\n"].concat();
        for lang in ["zh_CN.UTF-8", "en_GB.UTF-8"] {
            let ran = sixinto_in(&[("LANG", lang)], line);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{line:?}");
            told += &ran.err;
        }
    }
    expect("usage.txt", &told);
}

#[test]
fn who_types_nothing_gets_the_help() {
    let ran = sixinto(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("检查题库"), "{}", ran.err);
}

#[test]
fn the_language_is_that_of_the_environment_unless_it_is_asked_for() {
    let first_line = |variables: &[(&str, &str)], args: &[&str]| {
        let ran = sixinto_in(variables, &[args, &["mark", "nothing.json"]].concat());
        ran.err.lines().next().unwrap_or_default().to_owned()
    };
    let (chinese, english) = ("错误: 找不到 nothing.json", "error: there is no nothing.json");
    assert_eq!(first_line(&[], &[]), chinese);
    assert_eq!(first_line(&[("LANG", "zh_CN.UTF-8")], &[]), chinese);
    assert_eq!(first_line(&[("LANG", "en_GB.UTF-8")], &[]), english);
    assert_eq!(first_line(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], &[]), english);
    assert_eq!(first_line(&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "zh_CN")], &[]), chinese);
    assert_eq!(first_line(&[("LANG", "en_GB.UTF-8")], &["--lang", "zh-CN"]), chinese);
}
