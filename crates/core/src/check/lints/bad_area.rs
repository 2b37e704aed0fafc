//! An area that cannot be tapped, or not on the picture.

use crate::bank::Body;
use crate::check::parts::{Part, parts};
use crate::check::{Context, Notes, QuestionRef, Words};

/// The width and height of every picture, in thousandths.
const SIDE: u32 = 1000;

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let Body::Spot(spot) = &question_ref.question.body else { return };
    for (area, part) in spot.areas.iter().zip(parts(&question_ref.question.body)) {
        let (field, message, help) = match (area.width, area.height) {
            (0, _) => flat(part, "width"),
            (_, 0) => flat(part, "height"),
            _ if !ends_inside(area.x, area.width) => beyond(part, "x", "x + width"),
            _ if !ends_inside(area.y, area.height) => beyond(part, "y", "y + height"),
            _ => continue,
        };
        notes.at(question_ref, part.pointer(field), message, help);
    }
}

fn flat(part: Part<'_>, field: &'static str) -> (&'static str, Words, Words) {
    let Words { zh, en } = part.name();
    let message = Words::new(
        format!("{zh}的 {field} 是 0，点不到它"),
        format!("the `{field}` of {en} is 0, so nobody can tap it"),
    );
    (field, message, Words::new("改成大于 0 的数", "make it more than 0"))
}

fn beyond(part: Part<'_>, field: &'static str, sum: &str) -> (&'static str, Words, Words) {
    let Words { zh, en } = part.name();
    let help = Words::new(
        format!("图片的宽和高都算作 1000：{sum} 不能超过 1000"),
        format!("a picture counts as 1000 wide and 1000 high: {sum} must not be more than 1000"),
    );
    (field, Words::new(format!("{zh}超出了图片"), format!("{en} reaches beyond the picture")), help)
}

fn ends_inside(start: u16, length: u16) -> bool {
    u32::from(start) + u32::from(length) <= SIDE
}
