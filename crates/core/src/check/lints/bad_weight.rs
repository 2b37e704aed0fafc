//! Weights with which a wholly right answer does not earn exactly the whole.

use crate::bank::Body;
use crate::check::{Context, Notes, QuestionRef, Words};

const WHOLE: i32 = 100;

pub(super) fn run(question_ref: QuestionRef<'_>, _: &Context, notes: &mut Notes) {
    let choices = question_ref.question.body.choices();
    if choices.iter().all(|choice| choice.weight.is_none()) {
        return;
    }
    let positive = choices.iter().filter_map(|choice| choice.weight).map(i32::from).filter(|weight| *weight > 0);
    // Of a single question's choices only one can be taken, so the best of them has to be worth it all.
    let is_single = matches!(question_ref.question.body, Body::Single(_));
    let best: i32 = if is_single { positive.max().unwrap_or(0) } else { positive.sum() };
    if best == WHOLE {
        return;
    }
    let message = if is_single {
        Words::new(
            format!("最大的 weight 是 {best}，应该是 {WHOLE}"),
            format!("the largest `weight` is {best} and should be {WHOLE}"),
        )
    } else {
        Words::new(
            format!("正的 weight 加起来是 {best}，应该是 {WHOLE}"),
            format!("the positive weights add up to {best} and should make {WHOLE}"),
        )
    };
    let help = Words::new("改一改：全答对要正好是 100", "change them so that a wholly right answer earns exactly 100");
    notes.at(question_ref, "/choices", message, help);
}
