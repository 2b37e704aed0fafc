//! What was right by a law that no longer holds may be wrong today.

use crate::Id;
use crate::check::{Context, Notes, QuestionRef, Words};
use crate::source::Registered;

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let source = question_ref.question.source.as_ref();
    let entry = source.and_then(|source| context.register.value.find(source));
    let Some((message, successor)) = entry.and_then(|entry| replaced(entry, context)) else { return };
    let help = Words::new(
        format!("对照新的来源核对答案，再把 id 改成 {successor}，article 也改成新的条号"),
        format!("check the answer against the new source, then cite `{successor}` and its article"),
    );
    notes.at(question_ref, "/source", message, help);
}

/// What to say of a source that no longer holds, and what replaced it; nothing of one that does.
pub(in crate::check) fn replaced<'a>(entry: &'a Registered, context: &Context) -> Option<(Words, &'a Id)> {
    let successor = entry.superseded_by.as_ref()?;
    if entry.superseded_on.is_some_and(|day| day > context.today) {
        return None;
    }
    let (old, new) = (title(entry), context.register.value.entry(successor).map(title));
    let new = new.map_or_else(|| name(successor), |new| named(&new, successor));
    let (on_zh, on_en) =
        entry.superseded_on.map_or_else(Default::default, |day| (format!("在 {day} "), format!(" on {day}")));
    let message = Words::new(
        format!("来源“{}”已{on_zh}被{}代替", old.zh, new.zh),
        format!("the source \"{}\" was replaced{on_en} by {}", old.en, new.en),
    );
    Some((message, successor))
}

fn title(entry: &Registered) -> Words {
    Words::new(entry.title.get("zh-CN"), entry.title.get("en"))
}

fn named(title: &Words, id: &Id) -> Words {
    Words::new(format!("“{}”（{id}）", title.zh), format!("\"{}\" (`{id}`)", title.en))
}

fn name(id: &Id) -> Words {
    Words::new(format!("“{id}”"), format!("`{id}`"))
}
