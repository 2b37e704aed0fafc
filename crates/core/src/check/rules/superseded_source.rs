//! What was right by a law that no longer holds may be wrong today.

use crate::Id;
use crate::check::{Context, Notes, Seat, Words};
use crate::source::Registered;

pub(super) fn run(seat: Seat<'_>, context: &Context, notes: &mut Notes) {
    let register = &context.register.value;
    let entry = seat.question.source.as_ref().and_then(|source| register.find(source));
    let is_over = |entry: &&Registered| entry.superseded_on.is_none_or(|day| day <= context.today);
    let Some(entry) = entry.filter(is_over) else { return };
    let Some(successor) = &entry.superseded_by else { return };
    let (old, new) = (title(entry), register.entry(successor).map(title));
    let new = new.map_or_else(|| name(successor), |new| named(&new, successor));
    let (on_zh, on_en) =
        entry.superseded_on.map_or_else(Default::default, |day| (format!("在 {day} "), format!(" on {day}")));
    notes.at(
        seat,
        "/source",
        Words::new(
            format!("来源“{}”已{on_zh}被{}代替", old.zh, new.zh),
            format!("the source \"{}\" was replaced{on_en} by {}", old.en, new.en),
        ),
        Words::new(
            format!("对照新的来源核对答案，再把 id 改成 {successor}，article 也改成新的条号"),
            format!("check the answer against the new source, then cite `{successor}` and its article"),
        ),
    );
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
