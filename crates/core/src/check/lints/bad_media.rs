//! Pictures lie in the question folder, and those who cannot see them are told what they show.

use crate::bank::{Body, Media};
use crate::check::nearest::nearest;
use crate::check::texts::is_empty;
use crate::check::{Notes, QuestionRef, Subject, Words, brief};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let mut pictures: Vec<&str> = subject.context.pictures.iter().map(String::as_str).collect();
    pictures.sort_unstable();
    for question_ref in subject.questions() {
        match &question_ref.question.media {
            Some(media) => check(question_ref, media, &pictures, notes),
            None if matches!(question_ref.question.body, Body::Spot(_)) => notes.at(
                question_ref,
                "",
                Words::new("找隐患的题没有图片", "a question that asks for hazards has no picture"),
                Words::new(
                    "加上 media：图片文件 file 和图片说明 alt",
                    "add `media` with the picture's `file` and its description `alt`",
                ),
            ),
            None => {}
        }
    }
}

fn check(question_ref: QuestionRef<'_>, media: &Media, pictures: &[&str], notes: &mut Notes) {
    let (file, name) = (media.file.as_ref(), brief(&media.file));
    let problem = if pictures.binary_search(&file).is_ok() && is_inside(file) {
        None
    } else if is_address(file) {
        Some((
            Words::new(
                format!("图片“{name}”不是文件，是网址"),
                format!("the picture `{name}` is an address, not a file"),
            ),
            Words::new(
                "把图片存进题库的 pictures 文件夹，写成 \"pictures/文件名\"",
                "put the picture into the folder `pictures` beside the banks and write \"pictures/NAME\"",
            ),
        ))
    } else if !is_inside(file) {
        Some((
            Words::new(
                format!("图片路径“{name}”不能这样写"),
                format!("the path of the picture `{name}` cannot be used"),
            ),
            Words::new(
                "从题库文件夹写起，用 /，不用 \\ 和 ..，如 \"pictures/exit.svg\"",
                "start at the folder of the banks, with / and without \\ or .., as in \"pictures/exit.svg\"",
            ),
        ))
    } else {
        Some((
            Words::new(format!("找不到图片“{name}”"), format!("there is no picture `{name}`")),
            missing(file, pictures),
        ))
    };
    if let Some((message, help)) = problem {
        notes.at(question_ref, "/media/file", message, help);
    }
    if is_empty(&media.alt) {
        notes.at(
            question_ref,
            "/media/alt",
            Words::new("图片没有说明", "the picture has no description"),
            Words::new(
                "在 alt 里写图上有什么，看不见图的人也要能答题；不要把答案写进去",
                "say in `alt` what it shows, for those who cannot see it; do not give the answer away",
            ),
        );
    }
}

fn missing(file: &str, pictures: &[&str]) -> Words {
    match nearest(file, pictures.iter().copied()) {
        Some(near) => Words::new(
            format!("是不是想写“{near}”？大小写也要一样"),
            format!("did you mean `{near}`? capital letters count"),
        ),
        None => Words::new("把图片放到这里，或者改正文件名", "put the picture there, or correct its name"),
    }
}

/// Whether it begins like `https:` or `data:`, or like `//host`. A drive letter is a path.
fn is_address(file: &str) -> bool {
    let scheme = file.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme =
        scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme || file.starts_with("//")
}

fn is_inside(file: &str) -> bool {
    !file.contains(['\\', ':']) && file.split('/').all(|step| !matches!(step, "" | "." | ".."))
}
