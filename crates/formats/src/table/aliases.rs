//! The names that columns go by in the files of the programs that trainers use, and in those that they make themselves.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::forms::half_width;

/// What is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// The stem.
    Stem,
    /// The kind of question.
    Kind,
    /// The text of one choice, by its index.
    Choice(u8),
    /// All choices in one cell.
    Choices,
    /// Whether the choice of that index is right.
    Correct(u8),
    /// The answer, or one of several, by index.
    Answer(u8),
    /// Why the choice of that index is right or wrong.
    Why(u8),
    /// Why.
    Explanation,
    /// What to do.
    Action,
    /// How hard.
    Difficulty,
    /// The themes.
    Themes,
    /// The topic.
    Topic,
    /// The theme or the topic, whichever knows the name.
    Category,
    /// How many points; those belong to the preset.
    Points(u8),
    /// What the question rests on.
    Source,
    /// Its id in the register.
    SourceId,
    /// Which article of it.
    Article,
    /// When somebody read that.
    AsOf,
    /// When somebody must read the question again.
    ReviewBy,
    /// What a number counts.
    Unit,
    /// A name of the question's own.
    Id,
    /// The number of the row.
    Serial,
    /// What an import before wrote beside the rows.
    Problems,
    /// None of them.
    Unknown,
}

const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Stem,
        &[
            "题干",
            "题目",
            "试题",
            "题目内容",
            "问题",
            "试题内容",
            "题干内容",
            "试题题干",
            "题目题干",
            "题目名称",
            "试题名称",
            "题面",
            "题目描述",
            "question",
            "questiontext",
            "questions",
            "content",
            "title",
            "stem",
        ],
    ),
    (Role::Kind, &["题型", "类型", "题目类型", "试题类型", "题目题型", "试题题型", "type", "kind", "questiontype"]),
    (
        Role::Choices,
        &[
            "选项",
            "选择项",
            "备选项",
            "候选项",
            "备选答案",
            "选项内容",
            "题目选项",
            "options",
            "choices",
            "option",
            "choice",
        ],
    ),
    (
        Role::Answer(0),
        &[
            "答案",
            "正确答案",
            "标准答案",
            "参考答案",
            "正确选项",
            "试题答案",
            "题目答案",
            "答案内容",
            "answer",
            "answers",
            "correctanswer",
            "correctanswers",
            "rightanswer",
            "correct",
            "key",
        ],
    ),
    (
        Role::Explanation,
        &[
            "解析",
            "答案解析",
            "试题解析",
            "题目解析",
            "解析说明",
            "说明",
            "解释",
            "详解",
            "explanation",
            "analysis",
            "feedback",
            "rationale",
        ],
    ),
    (Role::Action, &["做法", "怎么做", "行动", "建议", "行动建议", "action", "whattodo"]),
    (
        Role::Difficulty,
        &["难度", "难易度", "难易程度", "难度等级", "题目难度", "试题难度", "难度系数", "difficulty", "level"],
    ),
    (
        Role::Category,
        &[
            "分类",
            "章节",
            "知识点",
            "知识点名称",
            "专业",
            "所属范围",
            "标签",
            "题目分类",
            "试题分类",
            "所属章节",
            "所属分类",
            "类别",
            "category",
            "tag",
            "tags",
            "chapter",
        ],
    ),
    (Role::Themes, &["主题", "场所", "适用场所", "theme", "themes"]),
    (Role::Topic, &["话题", "主题内分类", "topic", "topics"]),
    (
        Role::Points(0),
        &["分值", "分数", "得分", "题目分值", "试题分值", "每题分值", "score", "points", "mark", "marks"],
    ),
    (
        Role::Source,
        &["依据", "出处", "来源", "法规依据", "法律依据", "出题依据", "题目来源", "试题来源", "source", "reference"],
    ),
    (Role::SourceId, &["依据编号", "sourceid"]),
    (Role::Article, &["条款", "条", "article"]),
    (Role::AsOf, &["依据日期", "出处日期", "查阅日期", "核对日期", "asof", "sourcedate"]),
    (Role::ReviewBy, &["复查日期", "复核日期", "复审日期", "reviewby"]),
    (Role::Unit, &["单位", "unit"]),
    (Role::Id, &["编号", "题号", "题目编号", "试题编号", "id", "questionid"]),
    (Role::Serial, &["序号", "序", "no", "number", "index", "#"]),
    (Role::Problems, &["导入时发现的问题", "problemsfoundbyimport"]),
];

const BEFORE_CHOICE: &[&str] = &["选项", "选择项", "备选项", "候选项", "option", "choice"];
const BEFORE_CORRECT: &[&str] = &["iscorrect", "correct", "是否正确", "正确"];

/// The role of each name; of two roles with one name the first.
static ROLES: LazyLock<HashMap<&str, Role>> = LazyLock::new(|| {
    let named = NAMES.iter().rev().flat_map(|(role, names)| names.iter().map(|name| (*name, *role)));
    named.collect()
});

/// What people write behind a name; each has one of the signs in it that [`bare`] looks for first.
const NOTES: [&str; 10] =
    ["请勿删除", "勿删除", "不可删除", "勿删", "勿改", "必填项", "必填", "选填", "可选", "可不填"];

/// More bytes than a name with notes has.
const LONGEST: usize = 90;

/// What is in the column of that name; spaces, line breaks, brackets and notes such as 勿删 are no part of it.
pub(super) fn role(title: &str) -> Option<Role> {
    let bare = bare(title);
    ROLES.get(bare.as_str()).copied().or_else(|| numbered(&bare))
}

/// 选项A, A, optionA, 选项1, 答案2, isCorrect1, 选项1是否正确.
fn numbered(bare: &str) -> Option<Role> {
    if let Some(index) = place(bare, true) {
        return Some(Role::Choice(index));
    }
    for before in BEFORE_CHOICE {
        if let Some(rest) = bare.strip_prefix(before) {
            return about_choice(rest);
        }
        if let Some(index) = bare.strip_suffix(before).and_then(|rest| place(rest, true)) {
            return Some(Role::Choice(index));
        }
    }
    let after =
        |names: &[&str]| names.iter().find_map(|name| bare.strip_prefix(name).and_then(|rest| place(rest, false)));
    if let Some(index) = after(&["why"]) {
        return Some(Role::Why(index));
    }
    after(BEFORE_CORRECT).map(Role::Correct).or_else(|| {
        let number = |names: &[&str]| after(names).filter(|_| bare.ends_with(|letter: char| letter.is_ascii_digit()));
        number(&["答案", "正确答案", "answer"])
            .map(Role::Answer)
            .or_else(|| number(&["得分", "分值", "score"]).map(Role::Points))
    })
}

/// What stands behind 选项: A, 1是否正确, A说明.
fn about_choice(rest: &str) -> Option<Role> {
    let before = |ends: &[&str]| ends.iter().find_map(|end| rest.strip_suffix(end)).and_then(|rest| place(rest, false));
    if let Some(index) = before(&["是否正确", "iscorrect"]) {
        return Some(Role::Correct(index));
    }
    before(&["说明", "解析", "why"]).map(Role::Why).or_else(|| place(rest, false).map(Role::Choice))
}

/// The index that a letter or number names: A and 1 are 0.
fn place(text: &str, is_letter: bool) -> Option<u8> {
    match *text.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(letter - b'a'),
        [digit @ b'1'..=b'9'] if !is_letter => Some(digit - b'1'),
        [tens @ b'1'..=b'2', digit @ b'0'..=b'9'] if !is_letter => {
            Some((tens - b'0') * 10 + digit - b'1').filter(|at| *at < 26)
        }
        _ => None,
    }
}

/// A name without what is round it: half-width, lower case, no white space, no brackets with what is in them. Of a text
/// that is too long for a name only its beginning.
fn bare(title: &str) -> String {
    let is_round = |letter: char| {
        letter.is_whitespace() || matches!(half_width(letter), '[' | ']' | '【' | '】' | '<' | '>' | '《' | '》')
    };
    let mut bare = String::new();
    let mut depth = 0_usize;
    for letter in title.trim_matches(is_round).chars().map(half_width) {
        match letter {
            '(' | '[' | '【' | '<' => depth += 1,
            ')' | ']' | '】' | '>' => depth = depth.saturating_sub(1),
            _ if depth > 0 || letter.is_whitespace() || matches!(letter, '*' | ':' | '_' | '-' | '.' | '、' | '：') =>
                {}
            // Most letters of a Chinese table have no case.
            '\u{4e00}'..='\u{9fff}' => bare.push(letter),
            _ => bare.extend(letter.to_lowercase()),
        }
        if bare.len() > LONGEST {
            return bare;
        }
    }
    if !bare.contains(['勿', '必', '选', '可']) {
        return bare;
    }
    for note in NOTES {
        while let Some(at) = bare.find(note) {
            bare.replace_range(at..at + note.len(), "");
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_by_many_names() {
        for (title, wanted) in [
            ("题干（必填）", Role::Stem),
            (" 题 干\n(必填) ", Role::Stem),
            ("【题目】", Role::Stem),
            ("Question Text", Role::Stem),
            ("题型（勿删）", Role::Kind),
            ("选项A（勿删）", Role::Choice(0)),
            ("选项Ｈ", Role::Choice(7)),
            ("B", Role::Choice(1)),
            ("选项1", Role::Choice(0)),
            ("选择项5", Role::Choice(4)),
            ("选项10", Role::Choice(9)),
            ("option_c", Role::Choice(2)),
            ("A选项", Role::Choice(0)),
            ("选项B说明", Role::Why(1)),
            ("why C", Role::Why(2)),
            ("isCorrect2", Role::Correct(1)),
            ("选项2是否正确", Role::Correct(1)),
            ("正确答案\n（必填）", Role::Answer(0)),
            ("答案2", Role::Answer(1)),
            ("得分1", Role::Points(0)),
            ("*答案：", Role::Answer(0)),
            ("难 易 度", Role::Difficulty),
            ("序号", Role::Serial),
            ("No.", Role::Serial),
        ] {
            assert_eq!(role(title), Some(wanted), "{title}");
        }
        let long = "题干".repeat(100);
        for title in ["", &long, "备注", "创建人", "1", "答案a", "选项Z9"] {
            assert_eq!(role(title), None, "{title}");
        }
    }
}
