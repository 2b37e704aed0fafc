//! An area that cannot be tapped, or not on the picture.

use crate::bank::Body;
use crate::bank::kind::Area;
use crate::check::parts::parts;
use crate::check::{Notes, Subject, Words};

/// The width and height of every picture, in thousandths.
const SIDE: u32 = 1000;

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let Body::Spot(spot) = &seat.question.body else { continue };
        for (area, part) in spot.areas.iter().zip(parts(&seat.question.body)) {
            let Words { zh, en } = part.name();
            if area.width == 0 || area.height == 0 {
                let field = if area.width == 0 { "width" } else { "height" };
                notes.at(
                    seat,
                    part.pointer(field),
                    Words::new(format!("{zh}的 {field} 是 0，点不到"), format!("the {field} of {en} is 0, so that nobody can tap it")),
                    Words::new("改成大于 0 的数", "make it more than 0"),
                );
            } else if !fits(area) {
                notes.at(
                    seat,
                    part.pointer("x"),
                    Words::new(format!("{zh}超出了图片"), format!("{en} reaches beyond the picture")),
                    Words::new(
                        "图片的宽和高都按 1000 算：x + width 和 y + height 最大 1000",
                        "a picture is 1000 wide and 1000 high: x + width and y + height are at most 1000",
                    ),
                );
            }
        }
    }
}

fn fits(area: &Area) -> bool {
    let ends_inside = |start: u16, length: u16| u32::from(start) + u32::from(length) <= SIDE;
    ends_inside(area.x, area.width) && ends_inside(area.y, area.height)
}
