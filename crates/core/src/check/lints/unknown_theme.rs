//! A theme that is not in the list of themes is shown to nobody.

use crate::check::nearest::nearest;
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, context: &Context, notes: &mut Notes) {
    let themes = &context.themes.value;
    for theme in question_ref.question.themes.iter().filter(|theme| themes.theme(theme).is_none()) {
        let known: Vec<&str> = themes.themes.iter().map(|theme| theme.id.as_str()).collect();
        let help = match nearest(theme.as_str(), known.iter().copied()) {
            Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean `{near}`?")),
            None => Words::new(
                format!("改成其中之一：{}；或者把它加进 themes.json", known.join("、")),
                format!("use one of {}; or add it to themes.json", known.join(", ")),
            ),
        };
        let message = Words::new(
            format!("主题“{theme}”不在主题表 themes.json 里"),
            format!("the theme `{theme}` is not in themes.json"),
        );
        notes.at(question_ref, "/themes", message, help);
    }
}
