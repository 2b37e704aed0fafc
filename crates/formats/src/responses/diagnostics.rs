//! What can be wrong with a table of answers, in words.

use crate::diagnostics::Code;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::text::ellipsis;

pub(super) fn no_header(at: Place) -> Box<Finding> {
    Box::new(Finding::error(
        Code::NoResponseHeader,
        at,
        Words::new("没有找到表头：没有一行写着题号或姓名", "no header was found: no row names questions or people"),
        Words::new(
            "表头写：姓名、单位、卷别、1、2、3……（一行一个人），或者 姓名、题号、答案（一行一个答案）",
            "let the header say name, group, version, 1, 2, 3 … (a row a person) or name, question, answer (a row an answer)",
        ),
    ))
}

pub(super) fn sheet_ignored(at: Place) -> Finding {
    Finding::note(
        Code::SheetIgnored,
        at,
        Words::new("这张工作表里没有成绩，没有用上", "this sheet has no answers and was not used"),
        Words::new("如果有，表头写上姓名和题号", "if it has, let its header name people and questions"),
    )
}

pub(super) fn column_ignored(at: Place, header: &str) -> Finding {
    let header = ellipsis(header);
    Finding::note(
        Code::ColumnIgnored,
        at,
        Words::new(format!("「{header}」这一列没有用上"), format!("the column \"{header}\" was not used")),
        Words::new(
            "如果它是一道题，表头写题号、题目的编号或者题干",
            "if it is a question, let its header be the number, the id or the stem",
        ),
    )
}

pub(super) fn unknown_question(at: Place, name: &str) -> Finding {
    let name = ellipsis(name);
    Finding::error(
        Code::Check(sixinto_core::check::Code::UnknownQuestion),
        at,
        Words::new(format!("没有「{name}」这道题"), format!("there is no question \"{name}\"")),
        Words::new(
            "看看题号有没有写错，--paper 是不是这次考试的",
            "check the number, and whether --paper is the file of this test",
        ),
    )
}

pub(super) fn unknown_version(at: Place, found: &str, known: &str) -> Finding {
    Finding::error(
        Code::UnknownVersion,
        at,
        Words::new(format!("没有「{found}」这份卷子"), format!("there is no version \"{found}\"")),
        Words::new(format!("卷别请写 {known} 之一"), format!("write one of {known}")),
    )
    .instead(found, Words::new(known, known))
}

pub(super) fn bad_answer(at: Place, found: &str, expected: Words) -> Finding {
    let found = ellipsis(found);
    Finding::error(
        Code::AnswerNotUnderstood,
        at,
        Words::new(
            format!("写的是「{found}」，要的是{}", expected.zh),
            format!("it says \"{found}\" where {} is expected", expected.en),
        ),
        Words::new(
            "改好这一格；没有作答就空着。改好以前，按没有答算",
            "correct the cell, or leave it empty where nothing was answered; until then it counts as not answered",
        ),
    )
    .instead(found, expected)
}

pub(super) fn no_key(at: Place, name: &str) -> Finding {
    let name = ellipsis(name);
    Finding::error(
        Code::NoKey,
        at,
        Words::new(
            format!("「{name}」的正确答案不知道，这道题没有算"),
            format!("nobody knows the right answer to \"{name}\", so it was left out"),
        ),
        Words::new(
            "加一行，姓名一栏写“标准答案”；或者用 --paper、--folder 说题在哪里",
            "add a row whose name is \"key\", or say with --paper or --folder where the questions are",
        ),
    )
}

pub(super) fn repeated_person(at: Place, name: &str) -> Finding {
    let name = ellipsis(name);
    Finding::note(
        Code::RepeatedPerson,
        at,
        Words::new(
            format!("「{name}」前面有过，只算第一次"),
            format!("\"{name}\" came before; only the first try counts"),
        ),
        Words::new(
            "要是同名的两个人，加工号；要每一次都算，用 --all-tries",
            "if these are two people, add a number to the name; to count every try, use --all-tries",
        ),
    )
}

pub(super) fn no_result(at: Place, question: &str) -> Finding {
    let question = ellipsis(question);
    Finding::error(
        Code::XapiNoResult,
        at,
        Words::new(
            format!("没有写「{question}」得了几分、答对没有，这个答案没有算"),
            format!("it does not say what \"{question}\" earned or whether it was right, so the answer was left out"),
        ),
        Words::new(
            "导出时带上 result.score 或 result.success",
            "export the statements with result.score or result.success",
        ),
    )
}

pub(super) fn bad_attempt(at: Place, why: &str) -> Finding {
    let words = match why {
        "bank-changed" => Words::new(
            "这份答卷里的题，题库里已经改了或删了，没有算",
            "questions of this attempt have been changed or removed since; it was left out",
        ),
        "not-finished" => Words::new("这份答卷还没交卷，没有算", "this attempt is not handed in; it was left out"),
        "no-questions" => Words::new("没有题库，答卷判不了分", "without the questions an attempt cannot be marked"),
        "twice" => Words::new("和前面一份答卷一样，只算一次", "it is the same as one before and counts once"),
        _ => Words::new("这不是一份完整的答卷，没有算", "this is not a whole attempt; it was left out"),
    };
    let help = Words::new(
        "用答题时的题库（--folder），文件要没有改过的",
        "use the questions of that time (--folder) and an unchanged file",
    );
    if why == "twice" {
        Finding::note(Code::SameAttempt, at, words, help)
    } else {
        Finding::error(Code::AttemptLeftOut, at, words, help)
    }
}
