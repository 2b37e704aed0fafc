//! What the columns of a table of answers are.

use sixinto_core::check::fold;
use sixinto_core::{Id, Pool};

use crate::responses::Asked;
use crate::text::spellings::half_width;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Who it was.
    Person,
    /// Where they belong.
    Group,
    /// Which version they had.
    Version,
    /// One row an answer: which question.
    Question,
    /// One row an answer: what was answered.
    Answer,
    /// One row an answer: what it earned.
    Points,
    /// One row a person: the answers to this question.
    Of(Reference),
    /// Times, totals, numbers of rows: of no use here.
    Known,
}

/// How a question is named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reference {
    /// By its number on the paper, from 1.
    Number(usize),
    /// By its id.
    Id(Id),
    /// By what the header says, which neither paper nor bank knows.
    Header(String),
}

/// The role of a column by its header, where that is one of the names for it.
pub(super) fn named(header: &str) -> Option<Role> {
    Some(match fold(header).as_str() {
        "姓名" | "名字" | "考生" | "考生姓名" | "人员" | "答题人" | "工号" | "学号" | "账号" | "手机号" | "name"
        | "person" | "student" | "user" | "participant" | "employee" => Role::Person,
        "单位" | "班级" | "部门" | "车间" | "班组" | "分组" | "组" | "group" | "class" | "unit" | "department"
        | "team" => Role::Group,
        "卷" | "卷别" | "卷子" | "卷号" | "版本" | "试卷" | "试卷版本" | "version" | "paper" => {
            Role::Version
        }
        "题号" | "题目" | "题" | "试题" | "题目编号" | "question" | "item" | "questionid" => Role::Question,
        "答案" | "作答" | "回答" | "选择" | "所选答案" | "answer" | "response" => Role::Answer,
        "得分" | "分数" | "points" | "score" | "mark" => Role::Points,
        "总分" | "总得分" | "成绩" | "序号" | "时间" | "日期" | "用时" | "提交时间" | "开始时间" | "结束时间"
        | "提交答卷时间" | "所用时间" | "来源" | "total" | "time" | "date" | "no" => Role::Known,
        _ => return None,
    })
}

/// The question that a text names: by number where there is a paper, else by id or stem, else by the text itself.
pub(super) fn reference(text: &str, asked: &Asked<'_>) -> Reference {
    let number = number(text);
    if let (Some(_), Some(number)) = (asked.set, number) {
        return Reference::Number(number);
    }
    let known = asked.pool.and_then(|pool| known(text, pool));
    known.map_or_else(|| Reference::Header(text.trim().to_owned()), Reference::Id)
}

/// Whether a header looks like a question's even where nobody knows it: a number stands in it in one of the usual ways.
pub(super) fn number(text: &str) -> Option<usize> {
    let narrow: String = text.chars().map(half_width).collect();
    let rest = narrow.trim().trim_start_matches(['第', '题', 'Q', 'q', '(', '[', '#']).trim_start();
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let (number, after) = rest.split_at(digits);
    let is_end = after.is_empty() || after.starts_with(['.', '、', '题', ')', ']', ':', '．', ' ']);
    number.parse().ok().filter(|number| is_end && (1..=10_000).contains(number))
}

fn known(text: &str, pool: &Pool) -> Option<Id> {
    let by_id = text.trim().parse::<Id>().ok().filter(|id| pool.question(id).is_some());
    by_id.or_else(|| {
        let folded = fold(text);
        let bare = folded.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_it = |stem: &str| {
            let stem = fold(stem);
            !stem.is_empty() && (stem == folded || stem == bare)
        };
        pool.questions().iter().find(|question| question.stem.all().any(is_it)).map(|question| question.id.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_numbered_in_many_ways() {
        for text in ["7", "第7题", "Q7", "7、油锅起火", "７．", "(7)", "题7", "第 7 题"] {
            assert_eq!(number(text), Some(7), "{text}");
        }
        for text in ["", "7天内", "总分", "119", "0"] {
            assert!(number(text) != Some(7), "{text}");
        }
    }
}
