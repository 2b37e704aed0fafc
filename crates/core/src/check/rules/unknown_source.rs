//! A source that is not in the register: nobody will be told when it is replaced.

use crate::check::nearest::nearest;
use crate::check::texts::is_empty;
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let register = &subject.context.register.value;
    for seat in subject.seats() {
        let Some(source) = seat.question.source.as_ref().filter(|source| register.find(source).is_none()) else { continue };
        if let Some(id) = &source.id {
            let known = register.sources.iter().map(|entry| entry.id.as_str());
            let help = match nearest(id.as_str(), known) {
                Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean `{near}`?")),
                None => Words::new("改正编号，或者把这个来源加进 sources.json", "correct the id, or add the source to sources.json"),
            };
            let message = Words::new(
                format!("来源“{id}”不在来源表 sources.json 里"),
                format!("the source `{id}` is not in sources.json"),
            );
            notes.at(seat, "/source/id", message, help);
        } else if let Some(title) = source.title.as_ref().filter(|title| !is_empty(title)) {
            notes.warn(
                seat,
                "/source/title",
                Words::new(
                    format!("来源“{}”不在来源表 sources.json 里，以后换了新版不会有人提醒", title.get("zh-CN")),
                    format!("the source `{}` is not in sources.json, so nobody will be told when it is replaced", title.get("en")),
                ),
                Words::new("把它加进 sources.json，这里写它的 id", "add it to sources.json and cite its `id` here"),
            );
        }
    }
}
