//! Banks made for a test, where a file would say less than the few facts that matter.

use sixinto_core::bank::{self, Pool};
use sixinto_core::preset::PresetFile;
use sixinto_core::{Blueprint, Id, json};

/// What a made question is.
#[derive(Clone, Copy, Debug)]
pub struct Made {
    /// `a` or `b`.
    pub theme: &'static str,
    /// `single`, `multiple` or `judge`.
    pub kind: &'static str,
    /// 1 to 3.
    pub difficulty: u8,
}

/// A bank of these questions, named q000, q001 ...
///
/// # Panics
/// If the made text is not a bank, which is a fault of the test.
pub fn pool(questions: &[Made]) -> Pool {
    let bank = bank::parse(&bank_text(questions)).expect("a bank");
    Pool::new(vec![bank]).expect("ids that differ")
}

/// The text of such a bank.
pub fn bank_text(questions: &[Made]) -> String {
    let all: Vec<String> = questions.iter().enumerate().map(|(index, made)| question(index, *made)).collect();
    format!(r#"{{"format":1,"id":"made","title":"made","questions":[{}]}}"#, all.join(","))
}

fn question(index: usize, Made { theme, kind, difficulty }: Made) -> String {
    let body = match kind {
        "judge" => r#""answer":true"#.to_owned(),
        "single" => choices(&["a"], &[]),
        _ => choices(&["a", "c"], &["d"]),
    };
    format!(
        r#"{{"id":"q{index:03}","kind":"{kind}","themes":["{theme}"],"topic":"t","difficulty":{difficulty},"stem":"{index}",{body}}}"#
    )
}

fn choices(correct: &[&str], fixed: &[&str]) -> String {
    let choice = |id: &str| {
        let (correct, fixed) = (correct.contains(&id), fixed.contains(&id));
        format!(r#"{{"id":"{id}","text":"{id}","correct":{correct},"fixed":{fixed}}}"#)
    };
    format!(r#""choices":[{}]"#, ["a", "b", "c", "d"].map(choice).join(","))
}

/// A blueprint with these sections, each `{"count":…,"points":…}`.
///
/// # Panics
/// If the sections are not sections, which is a fault of the test.
pub fn blueprint(sections: &str, rule: &str) -> Blueprint {
    let text = format!(
        r#"{{"format":1,"presets":[{{"id":"made","title":"made","scope":"all","sections":{sections},"rule":"{rule}","feedback":"end","seed":"fresh"}}]}}"#
    );
    let file: PresetFile = json::read(&text).expect("a preset file");
    file.presets.into_iter().next().expect("the one preset")
}

/// An id known to be one.
///
/// # Panics
/// If it is none, which is a fault of the test.
pub fn id(text: &str) -> Id {
    text.parse().expect("an id")
}
