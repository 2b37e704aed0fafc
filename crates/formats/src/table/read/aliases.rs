//! The names that columns go by in the files of the programs that trainers use, and in those that they make themselves.

/// What is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
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

/// The names of each role, without what [`role`](super::titles::role) leaves out; of two roles with one name the first
/// has it.
pub(crate) const NAMES: &[(Role, &[&str])] = &[
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
