//! Laws and numbers change: somebody promised to read the question again.

use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let Some(day) = seat.question.review_by.filter(|day| *day < subject.context.today) else { continue };
        notes.at(
            seat,
            "/review_by",
            Words::new(format!("应在 {day} 以前复核，已经过期"), format!("the question was to be read again by {day}")),
            Words::new(
                "对照来源再读一遍；没有问题，就把 review_by 改成下次复核的日子",
                "read it again beside its source; if it still holds, set `review_by` to the next time",
            ),
        );
    }
}
