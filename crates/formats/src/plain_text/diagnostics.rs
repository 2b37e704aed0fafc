//! What can be wrong with a question in a text, in words.

use crate::diagnostics::Code;
use sixinto_core::bank::Kind;
use sixinto_core::check::Words;

use crate::text::spellings::letter;

/// What can be wrong with a question, without its place.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    pub(crate) message: Words,
    pub(crate) help: Words,
}

impl Problem {
    fn new(code: Code, message: Words, help: Words) -> Self {
        Self { code, message, help }
    }
}

/// `A` or `A–D`, or nothing.
pub(crate) fn span(n: usize) -> String {
    match n {
        0 => String::new(),
        1 => "A".to_owned(),
        _ => format!("A–{}", letter(n - 1)),
    }
}

pub(crate) fn no_stem() -> Problem {
    Problem::new(
        Code::NoStem,
        Words::new("这道题没有题干", "the question itself is missing"),
        Words::new("在题号后面写上题目", "write the question after its number"),
    )
}

pub(crate) fn no_answer() -> Problem {
    Problem::new(
        Code::NoAnswer,
        Words::new("没有找到这道题的答案", "no answer to this question was found"),
        Words::new(
            "在题目下面加一行“答案：…”，或者写在题干的括号里",
            "add a line \"Answer: …\" (or \"答案：…\") below it, or write the answer in brackets in the question",
        ),
    )
}

pub(crate) fn two_answers() -> Problem {
    Problem::new(
        Code::TwoAnswers,
        Words::new("这道题的答案写了两处，而且不一样", "this question has two answers, and they differ"),
        Words::new("只留对的那一个", "keep the one that is right"),
    )
}

pub(crate) fn unknown_kind() -> Problem {
    Problem::new(
        Code::UnknownKind,
        Words::new("看不出是什么题型", "it is not clear what kind of question this is"),
        Words::new(
            "在题目上面写“一、单选题”这样的标题，或者在题目下面加一行“题型：填空题”；填空题要用 ____ 留空",
            "write a heading such as \"Single choice\" above it, or a line \"Type: blank\" below it; mark gaps with ____",
        ),
    )
}

pub(crate) fn other_kind() -> Problem {
    Problem::new(
        Code::UnsupportedKind,
        Words::new("这种题型这里没有", "this kind of question is not known here"),
        Words::new(
            "可以用的题型：单选题、多选题、判断题、填空题、数字题、排序题、连线题",
            "use single, multiple, judge, blank, number, order or match",
        ),
    )
}

pub(crate) fn ambiguous_code(code: &str) -> Problem {
    Problem::new(
        Code::AmbiguousTypeCode,
        Words::new(
            format!("题型写的是 {code}，各家的数字意思不同"),
            format!("the type is {code}, and tools disagree about numbers"),
        ),
        Words::new(
            format!("写成“单选题”这样的名称，或者加上 --type-code {code}=single 这样的选项"),
            format!("write a name such as \"single\", or add an option such as --type-code {code}=single"),
        ),
    )
}

pub(crate) fn no_choices() -> Problem {
    Problem::new(
        Code::NoChoices,
        Words::new("选择题没有选项，或者只有一个", "a choice question has no choices, or only one"),
        Words::new("选项每个写一行：A. … B. …", "write each choice on a line: A. ..., B. ..."),
    )
}

pub(crate) fn choice_letters(found: usize, wanted: usize) -> Problem {
    let (found, wanted) = (letter(found), letter(wanted));
    Problem::new(
        Code::ChoiceLetters,
        Words::new(
            format!("选项的字母不连续：这里应该是 {wanted}，写的是 {found}"),
            format!("the letters of the choices are out of order: this should be {wanted}, not {found}"),
        ),
        Words::new("把选项按 A、B、C、D 排好", "letter the choices A, B, C, D in order"),
    )
}

pub(crate) fn empty_choice(index: usize) -> Problem {
    let name = letter(index);
    Problem::new(
        Code::EmptyChoice,
        Words::new(format!("选项 {name} 是空的"), format!("choice {name} is empty")),
        Words::new("写上这个选项，或者删去它", "write the choice, or remove it"),
    )
}

pub(crate) fn answer_without_choice(name: &str, n: usize) -> Problem {
    let span = span(n);
    Problem::new(
        Code::AnswerWithoutChoice,
        Words::new(
            format!("写的是 {name}，但只有 {span} {}个选项", counted(n)),
            format!("it says {name}, but the only choices are {span}"),
        ),
        Words::new(format!("请改为 {span} 之一"), format!("change it to one of {span}")),
    )
}

fn counted(n: usize) -> String {
    const NAMES: [&str; 9] = ["一", "两", "三", "四", "五", "六", "七", "八", "九"];
    n.checked_sub(1).and_then(|at| NAMES.get(at)).map_or_else(|| format!("{n} "), |name| (*name).to_owned())
}

pub(crate) fn several_answers(n: usize) -> Problem {
    Problem::new(
        Code::SeveralAnswers,
        Words::new(
            format!("这是单选题，但写了 {n} 个答案"),
            format!("this is a single-choice question, but it has {n} answers"),
        ),
        Words::new("只留一个答案，或者把题型改成多选题", "keep one answer, or change the kind to multiple"),
    )
}

pub(crate) fn single_answer() -> Problem {
    Problem::new(
        Code::OneAnswerOfSeveral,
        Words::new("这是多选题，但只有一个答案", "this is a multiple-choice question, but it has only one answer"),
        Words::new(
            "看看是不是漏了答案，或者其实是单选题",
            "see whether an answer is missing, or whether it is meant to be a single choice",
        ),
    )
}

pub(crate) fn unreadable_answer(kind: Kind, found: &str) -> Problem {
    let help = match kind {
        Kind::Judge => Words::new("写“正确”或“错误”，也可以写 √ 或 ×", "write true or false, or √ or ×"),
        Kind::Number => {
            Words::new("只写数字，最多六位小数", "write a number and nothing else, with at most six decimals")
        }
        Kind::Order => Words::new(
            "把全部选项的字母按正确的顺序写，如 BADC",
            "write the letters of all steps in the right order, such as BADC",
        ),
        _ => Words::new("写选项的字母，如 A 或 ABD", "write the letters of choices, such as A or ABD"),
    };
    Problem::new(
        Code::AnswerNotUnderstood,
        Words::new(format!("答案“{found}”看不懂"), format!("the answer \"{found}\" cannot be understood")),
        help,
    )
}

pub(crate) fn blank_count(n_gaps: usize, n_answers: usize) -> Problem {
    Problem::new(
        Code::BlankCount,
        Words::new(
            format!("题干里有 {n_gaps} 个空，答案有 {n_answers} 个"),
            format!("gaps in the question: {n_gaps}, answers given: {n_answers}"),
        ),
        Words::new(
            "空用 ____ 表示；几个空的答案之间用 | 隔开，同一个空的几种答案用 ; 隔开",
            "mark gaps with ____; put | between the answers of several gaps and ; between several answers of one",
        ),
    )
}

pub(crate) fn no_pair() -> Problem {
    Problem::new(
        Code::NoPair,
        Words::new(
            "连线题的这一行没有分成左右两边",
            "this line of a matching question is not split into a left and a right side",
        ),
        Words::new("左右两边之间写 ——，如：A. 119 —— 火警", "put —— between the two sides, such as: A. 119 —— fire"),
    )
}

pub(crate) fn not_known(what: Code, zh: &str, en: &str, found: &str) -> Problem {
    Problem::new(
        what,
        Words::new(
            format!("{zh}“{found}”不认识，没有用上"),
            format!("the {en} \"{found}\" is not known and was not used"),
        ),
        Words::new(
            format!("改成认识的{zh}，或者以后在题库里补上"),
            format!("change it to a {en} that is known, or set it later in the bank"),
        ),
    )
}

pub(crate) fn source_without_date() -> Problem {
    Problem::new(
        Code::SourceWithoutDate,
        Words::new(
            "依据没有写是哪天查的，先放进了解析",
            "the source does not say when it was read; it was put into the explanation",
        ),
        Words::new(
            "在依据后面写上日期，如：《消防法》第二十八条，2026-11-23",
            "add a date, such as: Fire Law, article 28, 2026-11-23",
        ),
    )
}

pub(crate) fn points_not_kept() -> Problem {
    Problem::new(
        Code::PointsNotKept,
        Words::new(
            "分值没有导入：每题多少分由试卷决定",
            "points are not imported: the paper says how many each question is worth",
        ),
        Words::new("不用改", "nothing needs to be done"),
    )
}

pub(crate) fn not_a_question(n: usize) -> Problem {
    Problem::new(
        Code::NotAQuestion,
        Words::new(
            format!("从这里起有 {n} 行不属于任何题目，没有导入"),
            format!("lines from here on that belong to no question and were not imported: {n}"),
        ),
        Words::new("如果是题目，请在前面写上题号", "if it is a question, write a number before it"),
    )
}

pub(crate) fn unmatched_answer() -> Problem {
    Problem::new(
        Code::AnswerWithoutQuestion,
        Words::new(
            "这一行里有的答案对不上唯一的一道题",
            "some answers on this line cannot be matched to exactly one question",
        ),
        Words::new(
            "看看题号；各部分题号重复时，在答案上面也写“一、单选题”这样的标题",
            "check the numbers; where each section counts from 1 again, repeat its title above its answers",
        ),
    )
}
