//! A theme that is not in the list of themes is shown to nobody.

use crate::check::nearest::nearest;
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let themes = &subject.context.themes.value;
    let known: Vec<&str> = themes.themes.iter().map(|theme| theme.id.as_str()).collect();
    for seat in subject.seats() {
        for theme in seat.question.themes.iter().filter(|theme| themes.theme(theme).is_none()) {
            let help = match nearest(theme.as_str(), known.iter().copied()) {
                Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean `{near}`?")),
                None => Words::new(
                    format!("改成其中之一：{}；或者把它加进 themes.json", known.join("、")),
                    format!("use one of {}; or add it to themes.json", known.join(", ")),
                ),
            };
            notes.at(
                seat,
                "/themes",
                Words::new(
                    format!("主题“{theme}”不在主题表 themes.json 里"),
                    format!("the theme `{theme}` is not in themes.json"),
                ),
                help,
            );
        }
    }
}
