//! What a sitting says between questions.

use std::path::Path;

use sixinto_core::Attempt;
use sixinto_core::attempt::Millis;
use sixinto_core::check::Words;
use sixinto_core::paper::Prompt;
use sixinto_core::preset::FeedbackTime;

use super::typed;
use crate::lang::{Lang, say};
use crate::{answer_text, prompt_text};

/// A question, what was answered to it before, how to answer it and how much time is left.
pub(super) fn question(
    prompt: &Prompt<'_>,
    index: usize,
    folder: &Path,
    attempt: &Attempt,
    now: Millis,
    lang: Lang,
) -> String {
    let question = prompt_text::question(prompt, index, folder, lang);
    let how = typed::how(prompt);
    let how = how.get(lang.tag());
    let clock = attempt.time_left(now).map_or_else(String::new, |left| {
        let time = face(left.div_ceil(1000));
        say!(lang, "；还剩 {time}", "; {time} left")
    });
    let before = attempt.answers.get(prompt.id).map_or_else(String::new, |answer| {
        let parts = answer_text::parts(prompt, answer, lang).join(lang.say("；", "; "));
        say!(lang, "   现在的答案：{parts}\n", "   Your answer now: {parts}\n")
    });
    say!(lang, "\n{question}{before}（{how}{clock}；? 看帮助）\n", "\n{question}{before}({how}{clock}; ? for help)\n")
}

/// What is open at the end of an exam.
pub(super) fn before_handing_in(attempt: &Attempt, lang: Lang) -> String {
    let asked = attempt.paper.questions.iter().enumerate();
    let open = asked.filter(|(_, asked)| attempt.answers.get(&asked.id).is_none());
    let open: Vec<String> = open.map(|(at, _)| (at + 1).to_string()).collect();
    let list = open.join(lang.say("、", ", "));
    let state = match open.len() {
        0 => lang.say("每题都答了。", "Every question is answered.").to_owned(),
        n => say!(
            lang,
            "还有 {n} 题没答：第 {list} 题。没答的不得分。",
            "Not answered yet: {list} ({n} in all). They score nothing."
        ),
    };
    say!(
        lang,
        "\n{state}\n（直接回车交卷；写题号回到那一题；q 停下）\n",
        "\n{state}\n(Enter alone to hand in; a number to go back to that question; q to stop)\n",
    )
}

/// What can be typed beside answers.
pub(super) fn help(feedback: FeedbackTime) -> Words {
    match feedback {
        FeedbackTime::Each => Words::new(
            "答案写在 > 后面，按回车。\n   -  不会，看讲解\n   q  停下\n   ?  帮助",
            "Type the answer after > and press Enter.\n   -  do not know: explain\n   q  stop\n   ?  help",
        ),
        FeedbackTime::End => Words::new(
            "答案写在 > 后面，按回车。\n   直接回车  下一题\n   <  上一题\n   -  这题不答了\n   q  停下\n   ?  帮助",
            "Type the answer after > and press Enter.\n   Enter alone  next question\n   <  previous question\n   -  take the answer back\n   q  stop\n   ?  help",
        ),
    }
}

/// Whether to stop.
pub(super) fn ask_to_leave(save: Option<&Path>) -> Words {
    match save {
        Some(_) => Words::new(
            "停下吗？答过的都存好了。（y 停下，n 接着做）\n",
            "Stop? What you answered is kept. (y to stop, n to go on)\n",
        ),
        None => Words::new(
            "停下吗？没有用 --save，答过的不会留下。（y 停下，n 接着做）\n",
            "Stop? Without --save your answers are lost. (y to stop, n to go on)\n",
        ),
    }
}

/// The last words to somebody who stopped.
pub(super) fn farewell(save: Option<&Path>, lang: Lang) -> String {
    let Some(path) = save else {
        return lang
            .say("\n停下了。没有用 --save，这次答的没有留下。\n", "\nStopped. Without --save nothing of it is kept.\n")
            .to_owned();
    };
    let name = path.display();
    say!(lang, "\n停下了。接着做：sixinto quiz --save {name}\n", "\nStopped. To go on: sixinto quiz --save {name}\n")
}

/// Seconds as a clock shows them: 2:05.
fn face(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
