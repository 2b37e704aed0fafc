//! Findings about sheets and columns as a whole.

use crate::diagnostics::Code;
use sixinto_core::bank::Kind;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place};
use crate::table::read::aliases::Role;
use crate::table::read::context::Context;

pub(crate) fn nothing(file: &str) -> Finding {
    Finding::error(
        Code::NoQuestions,
        Place::whole(file),
        Words::new("没有找到题目", "no questions were found"),
        Words::new(LOOKED_FOR.0, LOOKED_FOR.1),
    )
}

pub(crate) fn bare(header: Place) -> Finding {
    Finding::error(
        Code::NoRows,
        header,
        Words::new("表头下面一道题也没有", "there is no question below the header"),
        Words::new(
            "在表头下面写题，一行一道；也看看是不是选错了文件，或者没有保存",
            "write the questions below it, one a row, and check that it is the right file and was saved",
        ),
    )
}

const LOOKED_FOR: (&str, &str) = (
    "要有一行表头，写明各列是什么：题干、题型、选项A、选项B…、正确答案、解析。用 sixinto template 可以得到一张样表",
    "a row of headers is needed that says what the columns are: question, type, option A, option B…, answer, explanation; `sixinto template` gives such a table",
);

pub(crate) fn headless(whole: Place) -> Finding {
    Finding::error(
        Code::NoHeader,
        whole,
        Words::new(
            "没有找到表头：前 20 行里没有一行同时写着题干和别的列名",
            "no header was found: none of the first 20 rows names a column of questions and another one",
        ),
        Words::new(LOOKED_FOR.0, LOOKED_FOR.1),
    )
}

pub(crate) fn no_questions(whole: Place) -> Finding {
    Finding::note(
        Code::SheetWithoutQuestions,
        whole,
        Words::new("这张表里没有题目，跳过了", "this sheet has no questions and was passed over"),
        Words::new("不用改", "nothing to do"),
    )
}

pub(crate) fn hidden(whole: Place) -> Finding {
    Finding::note(
        Code::HiddenSheet,
        whole,
        Words::new("这张表是隐藏的，跳过了", "this sheet is hidden and was passed over"),
        Words::new("里面要是有题，取消隐藏再导入", "if it has questions, unhide it and import again"),
    )
}

pub(crate) fn above(header: &Place, n: usize) -> Finding {
    Finding::note(
        Code::RowsAboveHeader,
        header.clone(),
        Words::new(
            format!("表头在这一行，上面的 {n} 行当作说明跳过了"),
            format!("this row is the header; what stands above it was passed over (rows: {n})"),
        ),
        Words::new("不用改", "nothing to do"),
    )
}

pub(crate) fn unused(at: Place, title: &str, role: Role) -> Finding {
    let (message, help) = if role == Role::Unknown {
        (
            Words::new(format!("“{title}”这一列没有用上"), format!("the column \"{title}\" was not used")),
            Words::new(
                "有用的内容请移到认识的列，如 解析、依据、难度",
                "move what matters to a column that is known, such as explanation, source, difficulty",
            ),
        )
    } else {
        (
            Words::new(
                format!("“{title}”和前面的一列是一回事，没有用上"),
                format!("the column \"{title}\" means the same as one before it and was not used"),
            ),
            Words::new("留下一列，或者把另一列改名", "keep one of them, or give the other another name"),
        )
    };
    Finding::warning(Code::UnusedColumn, at, message, help)
}

pub(crate) fn points_note(at: Place) -> Finding {
    Finding::note(
        Code::PointsNotRead,
        at,
        Words::new(
            "分值没有读入：每题几分由组卷方案定",
            "points were not read: the preset of a paper says how many a question is worth",
        ),
        Words::new("不用改", "nothing to do"),
    )
}

pub(crate) fn inferred(at: Place, kind: Kind, n: usize) -> Finding {
    let zh = match kind {
        Kind::Multiple => "多选题",
        Kind::Judge => "判断题",
        Kind::Blank => "填空题",
        _ => "单选题",
    };
    Finding::note(
        Code::InferredKind,
        at,
        Words::new(
            format!("没有写题型：从这里起有 {n} 道题，按选项和答案读作{zh}"),
            format!(
                "no kind is written, so it was told by choices and answers: `{}` (questions from here on: {n})",
                kind.name()
            ),
        ),
        Words::new("要是不对，加一列“题型”", "if that is wrong, add a column \"type\""),
    )
}

pub(crate) fn formulas(at: Place, n: usize) -> Finding {
    Finding::note(
        Code::FormulaCells,
        at,
        Words::new(
            format!("从这里起有 {n} 行用了公式，读的是公式算出来的结果"),
            format!("formulas were read as the values that they give (rows with formulas from here on: {n})"),
        ),
        Words::new("不用改", "nothing to do"),
    )
}

pub(crate) fn no_stem(context: Context<'_>) -> Finding {
    let message = Words::new("题干是空的", "the question itself is missing");
    let help = Words::new("补上题干，或者删去这一行", "write the question, or delete the row");
    match context.header.column(Role::Stem) {
        Some(column) => context.error(Code::NoStem, column, message, help),
        None => Finding::error(Code::NoStem, context.place(), message, help),
    }
}

pub(crate) fn no_picture(context: Context<'_>) -> Finding {
    Finding::error(
        Code::KindNeedsPicture,
        context.place(),
        Words::new(
            "找隐患题要有图片和区域，表格里写不下",
            "spotting hazards needs a picture and areas, which a table cannot hold",
        ),
        Words::new("这种题写在 JSON 题库里", "write such a question in a JSON bank"),
    )
}

pub(crate) fn twice(context: Context<'_>, first: &Place) -> Option<Finding> {
    let column = context.header.column(Role::Stem)?;
    let words = first.words();
    Some(context.warning(
        Code::Check(sixinto_core::check::Code::DuplicateStem),
        column,
        Words::new(format!("和{}的题干一样", words.zh), format!("the same question as in {}", words.en)),
        Words::new("删去其中一道，或者把题干改得不同", "delete one of them, or word the two differently"),
    ))
}
