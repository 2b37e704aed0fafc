//! What was right by a law that no longer holds may be wrong today.

use crate::check::{Notes, Subject, Words};
use crate::source::{Register, Registered};
use crate::Id;

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let register = &subject.context.register.value;
    for seat in subject.seats() {
        let entry = seat.question.source.as_ref().and_then(|source| register.find(source));
        let Some((entry, successor)) = entry.and_then(|entry| Some((entry, entry.superseded_by.as_ref()?))) else { continue };
        if entry.superseded_on.is_some_and(|day| day > subject.context.today) {
            continue;
        }
        let Words { zh, en } = replacement(register, successor);
        notes.at(
            seat,
            "/source",
            replaced(entry, &zh, &en),
            Words::new(
                format!("对照新的{zh}核对答案和条款，再把来源的 id 改成 {successor}"),
                format!("hold answer and article against the new one, then cite `{successor}`"),
            ),
        );
    }
}

fn replacement(register: &Register, successor: &Id) -> Words {
    let Some(entry) = register.entry(successor) else {
        return Words::new(format!("“{successor}”"), format!("`{successor}`"));
    };
    let title = |lang| entry.title.get(lang);
    Words::new(format!("“{}”（{successor}）", title("zh-CN")), format!("\"{}\" (`{successor}`)", title("en")))
}

fn replaced(entry: &Registered, zh: &str, en: &str) -> Words {
    let title = |lang| entry.title.get(lang);
    match entry.superseded_on {
        Some(day) => Words::new(
            format!("来源“{}”已在 {day} 被{zh}代替", title("zh-CN")),
            format!("the source \"{}\" was replaced on {day} by {en}", title("en")),
        ),
        None => Words::new(
            format!("来源“{}”已被{zh}代替", title("zh-CN")),
            format!("the source \"{}\" has been replaced by {en}", title("en")),
        ),
    }
}
