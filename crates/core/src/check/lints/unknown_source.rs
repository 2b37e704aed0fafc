//! A source that is not in the register: nobody will be told when it is replaced.

use crate::Id;
use crate::check::nearest::nearest;
use crate::check::texts::is_empty;
use crate::check::{Context, Notes, QuestionRef, Words, brief};
use crate::source::Register;

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let register = &context.register.value;
    let source = question_ref.question.source.as_ref();
    let Some(source) = source.filter(|source| register.find(source).is_none()) else { return };
    if let Some(id) = &source.id {
        let message = Words::new(
            format!("来源“{id}”不在来源表 sources.json 里"),
            format!("the source `{id}` is not in sources.json"),
        );
        notes.at(question_ref, "/source/id", message, id_help(id, register));
    } else if let Some(title) = source.title.as_ref().filter(|title| !is_empty(title)) {
        let (zh, en) = (brief(title.get("zh-CN")), brief(title.get("en")));
        let message = Words::new(
            format!("来源“{zh}”不在来源表 sources.json 里，以后它修订或者废止，不会有人提醒"),
            format!("the source \"{en}\" is not in sources.json, so nobody will be told when it is replaced"),
        );
        let help = Words::new("把它加进 sources.json，这里写它的 id", "add it to sources.json and cite its `id` here");
        notes.warn(question_ref, "/source/title", message, help);
    }
}

fn id_help(id: &Id, register: &Register) -> Words {
    match nearest(id.as_str(), register.sources.iter().map(|entry| entry.id.as_str())) {
        Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean `{near}`?")),
        None => {
            Words::new("改正编号，或者把这个来源加进 sources.json", "correct the id, or add the source to sources.json")
        }
    }
}
