//! Words at the beginning of a line that say what the line is: 答案：, 【解析】, difficulty:.

use crate::text::spellings::half_width;

/// What a line says about a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Answer,
    Explanation,
    Difficulty,
    Theme,
    Topic,
    Source,
    Kind,
    Id,
    Points,
    Action,
    Unit,
    Tolerance,
    ReviewBy,
}

/// The names of labels, the one that is written first in Chinese, then in English.
const NAMES: [(Label, &str, &str, &[&str]); 13] = [
    (
        Label::Answer,
        "答案",
        "Answer",
        &[
            "正确答案",
            "参考答案",
            "标准答案",
            "正确选项",
            "试题答案",
            "正确顺序",
            "本题答案",
            "correct answer",
            "key",
            "ans",
        ],
    ),
    (
        Label::Explanation,
        "解析",
        "Explanation",
        &["答案解析", "试题解析", "题目解析", "参考解析", "说明", "解释", "feedback"],
    ),
    (Label::Difficulty, "难度", "Difficulty", &["难易度", "难易程度", "难度系数", "level"]),
    (Label::Theme, "主题", "Theme", &["场所", "专业", "所属范围", "适用范围"]),
    (Label::Topic, "知识点", "Topic", &["分类", "章节", "考点", "标签", "类别", "category"]),
    (Label::Source, "依据", "Source", &["出处", "来源", "法规依据", "参考依据", "reference"]),
    (Label::Kind, "题型", "Type", &["题目类型", "类型", "kind"]),
    (Label::Id, "编号", "Id", &["题号", "序号", "题目编号"]),
    (Label::Points, "分值", "Points", &["分数", "得分", "score"]),
    (Label::Action, "怎么做", "Action", &["做法", "行动", "正确做法", "what to do"]),
    (Label::Unit, "单位", "Unit", &[]),
    (Label::Tolerance, "误差", "Tolerance", &["允许误差"]),
    (Label::ReviewBy, "复核日期", "Review by", &["复核", "有效期至"]),
];

impl Label {
    /// What it is called in a file of that language.
    pub(crate) fn name(self, lang: &str) -> &'static str {
        let entry = NAMES.iter().find(|entry| entry.0 == self).expect("every label has names");
        if lang.starts_with("zh") { entry.1 } else { entry.2 }
    }

    /// The label of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let name: String = name.trim().chars().map(half_width).filter(|letter| *letter != '*').collect();
        let name = name.trim().to_lowercase();
        let is_so = |entry: &&(Self, &str, &str, &[&str])| {
            entry.1 == name || entry.2.eq_ignore_ascii_case(&name) || entry.3.contains(&name.as_str())
        };
        NAMES.iter().find(is_so).map(|entry| entry.0)
    }
}

/// The label that a text begins with, and from where to where in it the rest goes: `答案：B`, `【答案】B`, `（答案：B）`,
/// `答案 B`.
pub(crate) fn label(text: &str) -> Option<(Label, usize, usize)> {
    let trimmed = text.trim_start();
    let start = text.len() - trimmed.len();
    let end = text.trim_end().len();
    let found = boxed(trimmed).or_else(|| colon(trimmed)).or_else(|| bare_answer(trimmed));
    if let Some((label, from)) = found {
        return Some((label, start + from, end));
    }
    let inner = trimmed.strip_prefix(['（', '('])?;
    let close = inner.trim_end().strip_suffix(['）', ')'])?;
    let (label, from) = colon(inner)?;
    let start = start + trimmed.len() - inner.len();
    (from <= close.len()).then_some((label, start + from, start + close.len()))
}

/// Where a label that is not the first thing in a text begins, after white space or a stop.
pub(crate) fn later(text: &str) -> Option<usize> {
    let mut before = 'a';
    for (at, letter) in text.char_indices() {
        let may_begin = before.is_whitespace() || "。；;】".contains(before);
        before = letter;
        let rest = text.get(at..).unwrap_or_default();
        if may_begin && !letter.is_whitespace() && boxed(rest).or_else(|| colon(rest)).is_some() {
            return Some(at);
        }
    }
    None
}

/// The longest name with what is around it, in bytes: further in, a colon belongs to a sentence.
const MOST: usize = 40;

fn boxed(text: &str) -> Option<(Label, usize)> {
    let inner = text.strip_prefix(['【', '[', '〖', '［'])?;
    let (at, close) =
        inner.char_indices().take_while(|(at, _)| *at < MOST).find(|(_, letter)| "】]〗］".contains(*letter))?;
    let label = Label::named(inner.get(..at)?)?;
    let after = inner.get(at + close.len_utf8()..)?;
    let rest = after.trim_start().trim_start_matches([':', '：']);
    Some((label, text.len() - rest.trim_start().len()))
}

fn colon(text: &str) -> Option<(Label, usize)> {
    let (at, sign) =
        text.char_indices().take_while(|(at, _)| *at < MOST).find(|(_, letter)| matches!(letter, ':' | '：'))?;
    let label = Label::named(text.get(..at)?)?;
    let rest = text.get(at + sign.len_utf8()..)?;
    Some((label, text.len() - rest.trim_start().len()))
}

/// `答案 B`, `答案B`: without a colon, only what can be nothing else.
fn bare_answer(text: &str) -> Option<(Label, usize)> {
    let names = ["正确答案", "参考答案", "标准答案", "答案"];
    let rest = names.iter().find_map(|name| text.strip_prefix(name))?;
    let value = rest.trim();
    let is_answer = crate::text::spellings::letters(value).is_some() || crate::text::spellings::truth(value).is_some();
    is_answer.then(|| (Label::Answer, text.len() - rest.trim_start().len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_written_in_many_ways() {
        let cases = [
            ("答案：B", Some((Label::Answer, "B"))),
            ("  正确答案 : AB ", Some((Label::Answer, "AB"))),
            ("【答案】C", Some((Label::Answer, "C"))),
            ("（答案：C）", Some((Label::Answer, "C"))),
            ("答案 √", Some((Label::Answer, "√"))),
            ("Explanation: gas rises", Some((Label::Explanation, "gas rises"))),
            ("【解析】：先关阀门", Some((Label::Explanation, "先关阀门"))),
            ("答案不止一个", None),
            ("火警电话：119", None),
        ];
        for (text, wanted) in cases {
            let found = label(text).map(|(label, from, to)| (label, text.get(from..to).expect("a part of it")));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn a_label_is_found_behind_an_answer() {
        assert_eq!(later("B  解析：关阀门"), Some(3));
        assert_eq!(later("关阀门，不解析"), None);
    }
}
