//! What can be wrong with a question in GIFT, in words.

use crate::diagnostics::Code;
use sixinto_core::bank::{MAX_PARTS, MAX_QUESTIONS};
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::gift::context::Context;
use crate::gift::span::Span;
use crate::moodle::fractions;

type Fault = Box<Finding>;

pub(super) fn too_many(file: &str) -> Finding {
    Finding::error(
        Code::TooManyQuestions,
        Place::whole(file),
        Words::new(
            format!("题太多：一个题库最多 {MAX_QUESTIONS} 道"),
            format!("too many questions: a bank has at most {MAX_QUESTIONS}"),
        ),
        Words::new("把它分成几个文件", "split it into several files"),
    )
}

pub(super) fn unsupported(context: &Context<'_>, span: Span<'_>, zh: &str, en: &str) -> Fault {
    context.error(
        Code::UnsupportedType,
        span,
        Words::new(
            format!("这是{zh}，不能自动判分，没有导入"),
            format!("this is {en}, which cannot be marked; it was left out"),
        ),
        Words::new(
            "改成选择、判断、填空、数字、连线等题型，或者不管它",
            "make it a choice, true or false, short answer, number or matching question, or leave it",
        ),
    )
}

pub(super) fn description(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::UnsupportedType,
        span,
        Words::new(
            "这里没有大括号 { }，是说明文字，不是题，没有导入",
            "there are no braces { }: this is a description and no question; it was left out",
        ),
        Words::new(
            "是题的话，在题干后面用 { } 写上答案；不是题就不用管它",
            "if it is a question, write its answers in { } after it; else leave it",
        ),
    )
}

pub(super) fn full_width(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::FullWidthBraces,
        span,
        Words::new("大括号是全角的 ｛ ｝，认不出答案", "the braces are full-width ｛ ｝, so the answers are not seen"),
        Words::new("改成半角的 { }，里面的 =、~、# 也要半角", "write { }, and =, ~ and # in them, in half width"),
    )
}

pub(super) fn braces(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::GiftBraces,
        span,
        Words::new("大括号 { } 没有成对", "the braces { } do not match"),
        Words::new(
            "答案要写在一对 { } 里；题干里要用大括号的，写成 \\{ 和 \\}；两道题之间要有空行",
            "write the answers in one pair of { }, a brace in the text as \\{ or \\}, and an empty line between questions",
        ),
    )
}

pub(super) fn second_block(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::GiftSecondBlock,
        span,
        Words::new(
            "一道题里有两处大括号，只有第一处会当答案，后面的会露在题干里",
            "a second pair of braces would be shown as a part of the question, answer and all",
        ),
        Words::new(
            "拆成两道题，中间空一行；题干里要用大括号的，写成 \\{ 和 \\}",
            "split it into two questions with an empty line between them, or write \\{ and \\}",
        ),
    )
}

pub(super) fn no_stem(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::NoStem,
        span,
        Words::new("没有题干", "the question has no text"),
        Words::new("在大括号前面写上题干", "write the question before the braces"),
    )
}

pub(super) fn too_few(context: &Context<'_>, span: Span<'_>, least: usize, n: usize) -> Fault {
    context.error(
        Code::TooFewAnswers,
        span,
        Words::new(
            format!("至少要有 {least} 个答案，这里只有 {n} 个"),
            format!("there should be at least {least} answers, and there is {n}"),
        ),
        Words::new("每个答案前面写 ~ 或 =", "write ~ or = before each answer"),
    )
}

pub(super) fn too_many_parts(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::TooManyAnswers,
        span,
        Words::new(
            format!("答案太多：一道题最多 {MAX_PARTS} 个"),
            format!("too many answers: a question has at most {MAX_PARTS}"),
        ),
        Words::new(
            "看看是不是漏了空行，两道题连在了一起",
            "see whether an empty line is missing between two questions",
        ),
    )
}

pub(super) fn empty_answer(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::EmptyAnswer,
        span,
        Words::new("这个答案是空的", "this answer is empty"),
        Words::new("写上文字，或者删去它前面的 ~ 或 =", "write something, or remove the ~ or = before it"),
    )
}

pub(super) fn none_right(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::NoRightAnswer,
        span,
        Words::new("没有一个答案是对的", "none of the answers is right"),
        Words::new(
            "单选题在对的选项前写 =；多选题给对的选项写 ~%50% 这样的分值",
            "write = before the right one, or weights such as ~%50% before several right ones",
        ),
    )
}

pub(super) fn swallowed_weight(context: &Context<'_>, span: Span<'_>, weight: &str) -> Fault {
    let finding = context.error(
        Code::WeightAfterEquals,
        span,
        Words::new(
            format!("= 后面的 {weight} 不算分值，Moodle 会把它当成选项的文字"),
            format!("{weight} after = is no weight: Moodle takes it for text"),
        ),
        Words::new("分值只能写在 ~ 后面；= 本身就是 100%", "a weight stands after ~ only; = is 100 % by itself"),
    );
    Box::new(
        finding
            .instead(format!("={weight}"), Words::new("= 或 ~%分值%", "= or ~%weight%"))
            .suggesting(format!("~{weight}")),
    )
}

pub(super) fn no_grade(context: &Context<'_>, span: Span<'_>, weight: &str, fraction: i64) -> Fault {
    let near = format!("%{}%", fractions::shown(fractions::nearest(fraction)));
    let finding = context.error(
        Code::WeightNotAllowed,
        span,
        Words::new(format!("Moodle 没有 {weight} 这个分值"), format!("Moodle has no grade of {weight}")),
        Words::new(format!("改成最接近的 {near}"), format!("write {near}, the nearest one")),
    );
    let expected = Words::new(
        "100、90、83.33333、80、75、70、66.66667、60、50、40、33.33333、30、25、20 等",
        "100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20 and so on",
    );
    Box::new(finding.instead(weight, expected).suggesting(near))
}

pub(super) fn no_number(context: &Context<'_>, span: Span<'_>) -> Fault {
    let finding = context.error(
        Code::NotANumber,
        span,
        Words::new("这里要写一个数字，或从小到大的范围", "a number should stand here, or a range from less to more"),
        Words::new(
            "写成 119、3.14:0.01（误差）或 5..8（范围），最多六位小数",
            "write 119, 3.14:0.01 (tolerance) or 5..8 (range), with at most six decimals",
        ),
    );
    Box::new(finding.instead(
        span.text.trim(),
        Words::new("数字，或 数字:误差，或 最小..最大", "a number, number:tolerance, or least..most"),
    ))
}

pub(super) fn no_arrow(context: &Context<'_>, span: Span<'_>) -> Fault {
    context.error(
        Code::PairWithoutArrow,
        span,
        Words::new("连线题的这一项没有 ->", "this pair has no ->"),
        Words::new("写成 =左边 -> 右边", "write =left -> right"),
    )
}

pub(super) fn lone_zero(context: &Context<'_>, span: Span<'_>) -> Finding {
    context.warning(
        Code::LoneZero,
        span,
        Words::new(
            "只有一个 0 的行，Moodle 会当成空行，把题从这里切断；这里当成文字读了",
            "Moodle takes a line with nothing but 0 for an empty one and splits the question here; it was read as text",
        ),
        Words::new("要拿到 Moodle 里用，就把它和别的文字写在一行", "for Moodle, write it on one line with other text"),
    )
}

pub(super) fn several_right(context: &Context<'_>, span: Span<'_>) -> Finding {
    context.warning(
        Code::SeveralRightAnswers,
        span,
        Words::new(
            "单选题有几个选项都标了 =，选哪个都算对",
            "several choices are marked =, and any one of them counts as right",
        ),
        Words::new(
            "要都选上才算对的，写成 ~%50% 这样的分值",
            "if all of them have to be chosen, write weights such as ~%50%",
        ),
    )
}

pub(super) fn weights_sum(context: &Context<'_>, span: Span<'_>, sum: i64) -> Finding {
    let sum = fractions::shown(sum);
    context.warning(
        Code::WeightsSum,
        span,
        Words::new(
            format!("全部选对一共得 {sum}%，应该是 100%"),
            format!("everything right earns {sum} % and should earn 100 %"),
        ),
        Words::new("改一改分值", "change the weights"),
    )
}

pub(super) fn small_truth(context: &Context<'_>, span: Span<'_>) -> Finding {
    let capital = span.text.trim().to_uppercase();
    let warning = context.warning(
        Code::SmallTrueFalse,
        span,
        Words::new(
            "小写的不是判断题：和 Moodle 一样，当填空题读了",
            "in lower case this is not true or false: it was read as a short answer, as Moodle does",
        ),
        Words::new(format!("判断题要写大写的 {capital}"), format!("for true or false write {capital}")),
    );
    warning.suggesting(capital)
}

pub(super) fn gaps(context: &Context<'_>, span: Span<'_>, n: usize) -> Finding {
    context.warning(
        Code::SeveralGaps,
        span,
        Words::new(
            format!("题干里有 {n} 个空，答案只有一个空的"),
            format!("the text has {n} gaps and the answers are for one"),
        ),
        Words::new("拆成几道题，每道题一个空", "split it into questions with one gap each"),
    )
}
