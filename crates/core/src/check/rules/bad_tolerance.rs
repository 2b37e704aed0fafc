//! A tolerance that makes no number right, or nearly every one.

use crate::bank::Body;
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        let Body::Number(number) = &seat.question.body else { continue };
        let (value, tolerance) = (number.key.value, number.key.tolerance);
        let words = if tolerance.micro < 0 {
            Some((
                Words::new(format!("误差 {tolerance} 是负数"), format!("the tolerance {tolerance} is negative")),
                Words::new("写成 0 或正数；要一点不差，就不写", "make it 0 or more, or leave it out if the number must be exact"),
            ))
        } else if value.micro != 0 && tolerance.micro >= value.micro.abs() {
            Some((
                Words::new(
                    format!("答案是 {value}，误差 {tolerance} 太大"),
                    format!("the tolerance {tolerance} is too large for the answer {value}"),
                ),
                Words::new("误差要比答案小", "make it smaller than the answer"),
            ))
        } else {
            None
        };
        if let Some((message, help)) = words {
            notes.at(seat, "/number/tolerance", message, help);
        }
    }
}
