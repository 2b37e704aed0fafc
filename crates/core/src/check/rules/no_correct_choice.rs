//! A question that nobody can get right.

use crate::bank::Body;
use crate::check::{Notes, Subject, Words};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for seat in subject.seats() {
        match &seat.question.body {
            body @ (Body::Single(_) | Body::Multiple(_)) => {
                let choices = body.choices();
                if !choices.is_empty() && !choices.iter().any(|choice| choice.correct) {
                    notes.at(
                        seat,
                        "/choices",
                        Words::new("没有标出哪个选项正确", "no choice is marked as correct"),
                        Words::new("给正确的选项加上 \"correct\": true", "add \"correct\": true to what is right"),
                    );
                }
            }
            Body::Spot(spot) if !spot.areas.is_empty() && !spot.areas.iter().any(|area| area.hazard) => notes.at(
                seat,
                "/areas",
                Words::new("没有标出哪个区域是隐患", "no area is marked as a hazard"),
                Words::new("给有隐患的区域加上 \"hazard\": true", "add \"hazard\": true to those that are dangerous"),
            ),
            _ => {}
        }
    }
}
