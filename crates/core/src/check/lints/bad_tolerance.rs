//! A tolerance that makes no number right, or nearly every one.

use crate::bank::Body;
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let Body::Number(number) = &question_ref.question.body else { return };
    let (value, tolerance) = (number.key.value, number.key.tolerance);
    let (message, help) = if tolerance.micro < 0 {
        (
            Words::new(format!("误差 {tolerance} 是负数"), format!("the tolerance {tolerance} is negative")),
            Words::new(
                "改成正数；要一点不差，就写 0 或者不写",
                "make it positive; if the number must be exact, write 0 or leave it out",
            ),
        )
    } else if value.micro != 0 && tolerance.micro >= value.micro.abs() {
        (
            Words::new(
                format!("答案是 {value}，误差 {tolerance} 太大了"),
                format!("the tolerance {tolerance} is too large for the answer {value}"),
            ),
            Words::new("误差要比答案小", "make it smaller than the answer"),
        )
    } else {
        return;
    };
    notes.at(question_ref, "/number/tolerance", message, help);
}
