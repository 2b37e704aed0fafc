//! What comes of holding a certificate's code against an attempt, in words.

use sixinto_core::Attempt;
use sixinto_core::certificate::{Code, Misfit, Unearned};
use sixinto_core::score::ScoreReport;

use crate::lang::{Lang, say};
use crate::library::Library;
use crate::{clock, prompt_text, words};

/// Whether the code fits, and what it says then or what to do.
pub(crate) fn verdict(
    library: &Library,
    attempt: &Attempt,
    report: &ScoreReport<'_>,
    code: Code,
    fit: Result<(), Misfit>,
    lang: Lang,
) -> String {
    match fit {
        Ok(()) => {
            let says = says(library, attempt, report, lang);
            say!(lang, "证书编号 {code}：对得上\n{says}\n", "Certificate code {code}: it fits\n{says}\n")
        }
        Err(misfit) => {
            let (why, help) = (why(misfit, lang), help(lang));
            say!(
                lang,
                "证书编号 {code}：对不上\n{why}\n{help}\n",
                "Certificate code {code}: it does not fit\n{why}\n{help}\n"
            )
        }
    }
}

fn says(library: &Library, attempt: &Attempt, report: &ScoreReport<'_>, lang: Lang) -> String {
    let title = prompt_text::title(library, &attempt.paper, lang);
    let (points, of) = (words::points(report.micropoints), words::points(report.of));
    let when = attempt.finished.map(clock::in_china).unwrap_or_default();
    say!(
        lang,
        "它说的是：{title}，{points} / {of} 分，通过了，北京时间 {when} 交卷。\n\
         成绩是本人自己报的。编号能防抄错和随口夸大，防不了会编程的人，也不知道是谁答的。",
        "It says: {title}, {points} of {of} points, passed, handed in on {when} (China time).\n\
         The result is self-reported. A code guards against slips and idle boasting, not against a programmer, \
         and does not know who answered.",
    )
}

fn why(misfit: Misfit, lang: Lang) -> &'static str {
    let (zh, en) = match misfit {
        Misfit::OtherAnswers => (
            "编号没有抄错，可它是另一份答卷的，或者这份答卷后来改过。",
            "It was copied rightly, but it is of another attempt, or this attempt was changed since.",
        ),
        Misfit::Unearned(Unearned::NotFinished) => {
            ("这份答卷没有证书：还没交卷。", "This attempt has no certificate: it is not handed in yet.")
        }
        Misfit::Unearned(Unearned::NoTimeLimit) => {
            ("这份答卷没有证书：这种卷子不限时。", "This attempt has no certificate: its paper has no time limit.")
        }
        Misfit::Unearned(Unearned::NoPassMark) => {
            ("这份答卷没有证书：这种卷子没有合格线。", "This attempt has no certificate: its paper has no pass mark.")
        }
        Misfit::Unearned(Unearned::OverTime) => (
            "这份答卷没有证书：用的时间超过了限时。",
            "This attempt has no certificate: it took longer than its paper allows.",
        ),
        Misfit::Unearned(Unearned::NotPassed) => {
            ("这份答卷没有证书：没有通过。", "This attempt has no certificate: it did not pass.")
        }
    };
    lang.say(zh, en)
}

fn help(lang: Lang) -> &'static str {
    lang.say(
        "怎么办：请本人把证书和那一次考试的答卷一起再发一遍。",
        "What to do: ask for the certificate again, together with the attempt of that very exam.",
    )
}
