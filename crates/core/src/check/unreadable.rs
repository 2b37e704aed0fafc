//! Findings about what cannot be read at all.

use super::finding::{Explanation, Finding, Location, Severity, Words, brief};
use super::locate::Locator;
use super::nearest::nearest;
use crate::json::{Expected, Failure, Limit, Reason, Wanted};

/// One finding for each thing that stopped the reading of a file or of a question.
pub fn unreadable<'a>(file: &'a str, text: &'a str, failures: &'a [Failure]) -> impl Iterator<Item = Finding> + 'a {
    let locator = Locator::new(file, text, Vec::new());
    failures.iter().map(move |failure| {
        let at = match failure.stopped_at {
            Some(_) => Location::new(file, failure.pointer.clone(), failure.place(text)),
            None => locator.at(failure.pointer.clone()),
        };
        let Explanation { message, help } = explain(failure, text);
        Finding { code: failure.into(), severity: Severity::Error, question: None, at, message, help }
    })
}

/// What is wrong with a text, in words; the text is empty where a value was not read of one.
pub fn explain(failure: &Failure, text: &str) -> Explanation {
    let (message, help) = match (&failure.reason, failure.stopped_at) {
        (Reason::Syntax(expected), Some(offset)) => {
            (syntax(*expected), syntax_help(*expected, letter_at(text, offset)))
        }
        (reason, _) => words(reason),
    };
    Explanation { message, help }
}

fn letter_at(text: &str, offset: usize) -> Option<char> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.get(offset..)?.chars().next()
}

fn words(reason: &Reason) -> (Words, Words) {
    match reason {
        Reason::Syntax(expected) => (syntax(*expected), syntax_help(*expected, None)),
        Reason::UnknownField { field, known } => {
            let name = brief(field);
            let message = Words::new(format!("没有“{name}”这个字段"), format!("there is no field `{name}`"));
            (message, suggestion(field, known))
        }
        Reason::UnknownName { name, known } => {
            let shown = brief(name);
            let message = Words::new(format!("这里不能写“{shown}”"), format!("`{shown}` cannot stand here"));
            (message, suggestion(name, known))
        }
        Reason::MissingField(field) => (
            Words::new(format!("缺少字段“{field}”"), format!("the field `{field}` is missing")),
            Words::new(format!("加上 \"{field}\": …"), format!("add \"{field}\": ...")),
        ),
        Reason::Twice(name) => (
            Words::new(format!("“{name}”写了两次"), format!("`{name}` is written twice")),
            Words::new("删去其中一个", "remove one of the two"),
        ),
        Reason::StrayField { field, kind } => (
            Words::new(
                format!("题型 {kind} 不用字段“{field}”"),
                format!("a question of kind `{kind}` has no `{field}`"),
            ),
            Words::new(format!("改正题型 kind，或者删去“{field}”"), format!("correct the `kind`, or remove `{field}`")),
        ),
        Reason::Wanted(wanted) => {
            let (zh, en) = wanted_words(*wanted);
            (
                Words::new("这里的值不合要求", "this value does not fit here"),
                Words::new(format!("这里要写：{zh}"), format!("write {en}")),
            )
        }
        Reason::Version { found, known } => version(*found, *known),
        Reason::Limit { of, most } => limit(*of, *most),
    }
}

fn syntax(expected: Expected) -> Words {
    let (zh, en) = match expected {
        Expected::Value => ("这里要有一个值", "a value should stand here"),
        Expected::CommaOrEnd => ("这里要有逗号，或者结束的括号", "a comma or a closing bracket should stand here"),
        Expected::Name => ("这里要有用英文双引号括起来的字段名", "a field name in double quotes should stand here"),
        Expected::Colon => ("字段名后面要有英文冒号", "a colon should follow the field name"),
        Expected::Quote => ("这段文字没有用英文双引号结束", "this text is not closed by a double quote"),
        Expected::Escape => ("反斜杠后面的字符不对", "this cannot follow a backslash"),
        Expected::Number => ("这个数的写法不对，或者太长", "this number is badly written or too long"),
        Expected::End => ("文件到这里应该结束了", "the file should end here"),
        Expected::LessDepth => ("括号套得太深", "brackets are nested too deep"),
    };
    Words::new(format!("不是正确的 JSON：{zh}"), format!("not correct JSON: {en}"))
}

fn syntax_help(expected: Expected, letter: Option<char>) -> Words {
    if let Some((sign, plain)) = letter.and_then(|sign| Some((sign, plain(sign)?))) {
        return Words::new(
            format!("这里的 {sign} 是中文标点，改成英文的 {plain}"),
            format!("{sign} is Chinese punctuation: write {plain}"),
        );
    }
    match expected {
        Expected::Quote => Words::new(
            "文字要写在一行里；文字里面的英文双引号写成 \\\"，换行写成 \\n",
            "keep the text on one line; inside it write \\\" for a double quote and \\n for a new line",
        ),
        Expected::Escape => Words::new("反斜杠本身写成 \\\\", "for the backslash itself write \\\\"),
        Expected::Number => Words::new(
            "数前面不要加 0 或 +，最多 15 位；电话号码要加双引号",
            "no 0 or + in front, and at most 15 digits; put a telephone number in double quotes",
        ),
        Expected::End => Words::new("看看前面是不是多了一个括号", "look for a closing bracket too many before it"),
        _ => Words::new(
            "看看这里和上一行：常见的是少了逗号、多了逗号，或者括号、引号没有成对",
            "look here and at the line above: most often a comma is missing or left over, or a bracket or quote has no partner",
        ),
    }
}

/// What somebody meant to type whose keyboard was set to Chinese.
fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '“' | '”' | '‘' | '’' | '＂' => '"',
        '，' | '、' | '；' => ',',
        '：' => ':',
        '｛' => '{',
        '｝' => '}',
        '【' | '［' => '[',
        '】' | '］' => ']',
        _ => return None,
    })
}

fn version(found: f64, known: u32) -> (Words, Words) {
    // Writing any number as a decimal would cost the page 7 kB, and formats are whole numbers.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    let number = (found.fract() == 0.0 && (0.0..1e9).contains(&found)).then_some(found as u32);
    let message = match number {
        Some(number) => Words::new(
            format!("文件格式是第 {number} 版，本程序只读第 {known} 版"),
            format!("this file is in format {number}, and this program reads only format {known}"),
        ),
        None => Words::new(
            format!("文件格式是另一版，本程序只读第 {known} 版"),
            format!("this file is in another format, and this program reads only format {known}"),
        ),
    };
    let help = if found > f64::from(known) {
        Words::new("请换用新版本的程序", "use a newer version of the program")
    } else {
        Words::new(format!("请按第 {known} 版格式改写文件"), format!("rewrite the file in format {known}"))
    };
    (message, help)
}

fn limit(of: Limit, most: usize) -> (Words, Words) {
    match of {
        Limit::Bytes => {
            let megabytes = most / (1024 * 1024);
            (
                Words::new(format!("文件太大：最多 {megabytes} MB"), format!("the file is larger than {megabytes} MB")),
                Words::new("分成几个文件", "divide it into several files"),
            )
        }
        Limit::Depth => (
            Words::new(format!("括号套得太深：最多 {most} 层"), format!("brackets are nested more than {most} deep")),
            Words::new("看看前面是不是有括号没有关上", "look for brackets before it that were never closed"),
        ),
        Limit::Questions => (
            Words::new(
                format!("题目太多：一个文件最多 {most} 道"),
                format!("there are more than {most} questions in the file"),
            ),
            Words::new("分成几个文件", "divide it into several files"),
        ),
        Limit::Parts => (
            Words::new(
                format!("一道题的选项（或空、步骤、配对、区域）最多 {most} 个，这道题超过了"),
                format!("the question has more than {most} choices, blanks, steps, pairs or areas"),
            ),
            Words::new("去掉一些，或者分成几道题", "remove some, or make several questions of it"),
        ),
        Limit::Letters => (
            Words::new(format!("文字太长：最多 {most} 个字"), format!("the text is longer than {most} characters")),
            Words::new("写短些", "shorten it"),
        ),
        Limit::Entries => (
            Words::new(format!("这里太多：最多 {most} 项"), format!("there are more than {most} entries here")),
            Words::new("去掉一些", "remove some"),
        ),
        Limit::Text => (
            Words::new(
                format!("文字太长：最多 {most} 字节，约 {} 个汉字", most / 3),
                format!("the text is longer than {most} bytes, which is some {} Chinese characters", most / 3),
            ),
            Words::new("写短些", "shorten it"),
        ),
    }
}

fn wanted_words(wanted: Wanted) -> (&'static str, &'static str) {
    match wanted {
        Wanted::Object => ("花括号里的一组字段 { … }", "fields in braces { ... }"),
        Wanted::List => ("方括号里的列表 [ … ]", "a list in brackets [ ... ]"),
        Wanted::String => ("英文双引号里的文字", "a text in double quotes"),
        Wanted::Flag => ("true 或 false，不加引号", "true or false, without quotes"),
        Wanted::WholeNumber => {
            ("整数，不加引号，不小于 0，也不能太大", "a whole number without quotes, not negative and not too large")
        }
        Wanted::Decimal => ("数，不加引号，最大十亿", "a number without quotes, of at most a billion"),
        Wanted::Text => (
            "文字，或者按语言分开的文字，如 { \"zh-CN\": \"…\", \"en\": \"…\" }",
            "a text, or one for each language such as { \"zh-CN\": \"...\", \"en\": \"...\" }",
        ),
        Wanted::Lang => ("语言代码，如 zh-CN、en、bo", "a language tag such as zh-CN, en or bo"),
        Wanted::Id => (
            "编号，只用小写英文字母、数字和连字符，最多 64 个字符",
            "an id: lower-case letters, digits and hyphens, at most 64 of them",
        ),
        Wanted::Date => ("日期，如 \"2026-11-23\"", "a day such as \"2026-11-23\""),
        Wanted::Difficulty => ("难度 1（易）、2（中）或 3（难）", "a difficulty: 1 (easy), 2 (middling) or 3 (hard)"),
        Wanted::Weight => ("从 -100 到 100 的整数", "a whole number from -100 to 100"),
        Wanted::Revision => (
            "8 位十六进制数，由构建程序填写；自己写的文件不要这个字段",
            "8 hexadecimal digits as the build does; in a file of your own, leave the field out",
        ),
        Wanted::Answer => ("一个答案", "an answer"),
        Wanted::Action => ("一个操作", "an action"),
        Wanted::Asked => ("这份卷子里有的题的编号", "ids of questions that the paper asks"),
        Wanted::Code => ("证书编码，12 个字母和数字", "the code of a certificate: 12 letters and digits"),
        Wanted::Stroke => ("一个横坐标一个纵坐标地写，每个从 0 到 1000", "x and y by turns, each from 0 to 1000"),
        Wanted::StudyPlace => (
            "主题的编号，或者主题和话题的编号，如 \"home\"、\"home/gas\"",
            "the id of a theme, or those of a theme and a topic, such as \"home\" or \"home/gas\"",
        ),
    }
}

/// The known name that is nearest to what was written, or all of them where none is near.
fn suggestion(written: &str, known: &[&str]) -> Words {
    match nearest(written, known.iter().copied()) {
        Some(name) => Words::new(format!("是不是想写“{name}”？"), format!("did you mean `{name}`?")),
        None => Words::new(format!("这里可以写：{}", known.join("、")), format!("possible here: {}", known.join(", "))),
    }
}
