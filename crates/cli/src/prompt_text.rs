//! Papers and their questions in words.

use std::path::Path;

use sixinto_core::bank::Kind;
use sixinto_core::paper::{Paper, Prompt};

use crate::lang::{Lang, say};
use crate::library::Library;
use crate::words;

/// What a paper is: its name, its size, its time, its pass mark and how it is marked.
pub(crate) fn heading(library: &Library, paper: &Paper, lang: Lang) -> String {
    let name = title(library, paper, lang);
    let (questions, points) = (paper.questions.len(), words::points(paper.micropoints()));
    let time = paper.seconds.map_or_else(
        || lang.say("不限时", "no time limit").to_owned(),
        |seconds| words::duration(seconds.into(), lang),
    );
    let pass = paper.pass_percent.map_or_else(String::new, |percent| {
        let line = pass_line(paper.micropoints(), percent);
        say!(lang, " · {line} 分合格", " · pass at {line}")
    });
    let rule = paper.rule.text(lang.tag());
    say!(
        lang,
        "{name}\n{questions} 题 · {points} 分 · {time}{pass}\n怎么计分：{rule}\n",
        "{name}\n{questions} questions · {points} points · {time}{pass}\nHow it is marked: {rule}\n",
    )
}

/// A paper's name: the preset, and the theme where it is about one.
pub(crate) fn title(library: &Library, paper: &Paper, lang: Lang) -> String {
    let preset = library.preset_name(&paper.preset, lang);
    match paper.themes.as_slice() {
        [theme] => format!("{preset} · {}", library.theme_name(theme.as_str(), lang)),
        _ => preset.to_owned(),
    }
}

/// The fewest points that pass, rounded up to hundredths as [`words::points`] shows them.
pub(crate) fn pass_line(micropoints: u64, percent: u8) -> String {
    const HUNDREDTH: u64 = sixinto_core::paper::MICRO / 100;
    let line = (micropoints * u64::from(percent)).div_ceil(100);
    words::points(line.div_ceil(HUNDREDTH) * HUNDREDTH)
}

/// A question with everything that can be chosen.
pub(crate) fn question(prompt: &Prompt<'_>, index: usize, folder: &Path, lang: Lang) -> String {
    let (number, kind, points) = (index + 1, words::kind(prompt.kind, lang), words::points(prompt.micropoints));
    let stem = prompt.stem;
    let mut lines =
        vec![say!(lang, "{number}. [{kind} · {points} 分] {stem}", "{number}. [{kind} · {points} points] {stem}")];
    if let Some(media) = &prompt.media {
        let (file, alt) = (folder.join(media.file), media.alt);
        let file = file.display();
        lines.push(say!(lang, "   图：{alt}（{file}）", "   Picture: {alt} ({file})"));
    }
    if prompt.kind == Kind::Judge {
        lines.push(lang.say("   对 / 不对", "   True / False").to_owned());
    }
    lines.extend(prompt.items.iter().enumerate().map(|(at, item)| format!("   {}. {}", letter(at), item.text)));
    lines.extend(prompt.targets.iter().enumerate().map(|(at, target)| format!("   {}. {}", at + 1, target.text)));
    lines.extend(prompt.unit.map(|unit| say!(lang, "   单位：{unit}", "   Unit: {unit}")));
    lines.join("\n") + "\n"
}

/// The letter of a place, A for 0; a question has at most 26 parts.
pub(crate) fn letter(at: usize) -> char {
    ('A'..='Z').nth(at).unwrap_or('?')
}
