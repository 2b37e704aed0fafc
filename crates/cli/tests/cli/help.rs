use crate::run::{sixinto, sixinto_in};

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
fn an_option_that_does_not_exist_is_a_failure() {
    assert_eq!(sixinto(&["check", "--colour"]).code, Some(2));
    assert_eq!(sixinto(&[]).code, Some(2));
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
