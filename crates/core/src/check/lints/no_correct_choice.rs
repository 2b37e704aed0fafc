//! A question that nobody can get right.

use crate::bank::Body;
use crate::check::{Context, Notes, QuestionRef, Words};

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    match &question_ref.question.body {
        Body::Spot(spot) if !spot.areas.is_empty() && !spot.areas.iter().any(|area| area.hazard) => notes.at(
            question_ref,
            "/areas",
            Words::new("没有标出哪个区域是隐患", "no area is marked as a hazard"),
            Words::new("给有隐患的区域加上 \"hazard\": true", "add \"hazard\": true to each area that is dangerous"),
        ),
        body if !body.choices().is_empty() && !body.choices().iter().any(|choice| choice.correct) => notes.at(
            question_ref,
            "/choices",
            Words::new("没有标出哪个选项正确", "no choice is marked as correct"),
            Words::new("给正确的选项加上 \"correct\": true", "add \"correct\": true to each choice that is right"),
        ),
        _ => {}
    }
}
