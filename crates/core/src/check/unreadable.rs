//! Findings about what cannot be read at all.

use super::finding::{Finding, Severity, Spot, Words};
use crate::json::{Expected, Failure, Limit, Reason, Wanted};

/// The codes of findings about what cannot be read.
pub const NOT_READ: [&str; 4] = ["bank-syntax", "bank-shape", "bank-version", "bank-limit"];

/// One finding for each thing that stopped the reading of a file or of a question.
pub fn unreadable<'a>(file: &'a str, text: &'a str, failures: &'a [Failure]) -> impl Iterator<Item = Finding> + 'a {
    failures.iter().map(move |failure| {
        let (message, help) = words(&failure.reason);
        let at = Spot::new(file, failure.pointer.clone(), failure.place(text));
        Finding { code: failure.code(), severity: Severity::Error, question: None, at, message, help }
    })
}

fn words(reason: &Reason) -> (Words, Words) {
    match reason {
        Reason::Syntax(expected) => syntax(*expected),
        Reason::UnknownField { field, known } => (
            Words::new(format!("没有“{field}”这个字段"), format!("there is no field `{field}`")),
            suggestion(field, known),
        ),
        Reason::UnknownName { name, known } => (
            Words::new(format!("“{name}”不是这里能写的值"), format!("`{name}` is not one of the values that can stand here")),
            suggestion(name, known),
        ),
        Reason::MissingField(field) => (
            Words::new(format!("缺少字段“{field}”"), format!("the field `{field}` is missing")),
            Words::new(format!("加上 \"{field}\": …"), format!("add \"{field}\": ...")),
        ),
        Reason::Twice(name) => (
            Words::new(format!("“{name}”写了两次"), format!("`{name}` stands here twice")),
            Words::new("删去其中一个", "remove one of the two"),
        ),
        Reason::StrayField { field, kind } => (
            Words::new(format!("题型 {kind} 不用字段“{field}”"), format!("a question of kind `{kind}` has no `{field}`")),
            Words::new(format!("改正题型，或者删去“{field}”"), format!("correct the kind, or remove `{field}`")),
        ),
        Reason::Wanted(wanted) => {
            let (zh, en) = wanted_words(*wanted);
            (
                Words::new("这里的值不合要求", "this value does not belong here"),
                Words::new(format!("这里要写{zh}"), format!("write {en} here")),
            )
        }
        Reason::Version { found, known } => version(*found, *known),
        Reason::Limit { of, most } => limit(*of, *most),
    }
}

fn syntax(expected: Expected) -> (Words, Words) {
    let (zh, en) = match expected {
        Expected::Value => ("这里要有一个值", "a value should stand here"),
        Expected::CommaOrEnd => ("这里要有逗号，或者结束括号", "a comma or a closing bracket should stand here"),
        Expected::Name => ("这里要有用英文双引号括起来的字段名", "a field name in double quotes should stand here"),
        Expected::Colon => ("字段名后面要有英文冒号", "a colon should follow the field name"),
        Expected::Quote => ("这段文字没有用英文双引号结束", "this text is not closed by a double quote"),
        Expected::Escape => ("反斜杠后面的字符不对", "this cannot follow a backslash"),
        Expected::Number => ("这个数写法不对，或者太长", "this number is badly written or too long"),
        Expected::End => ("文件到这里应该结束了", "the file should end here"),
        Expected::LessDepth => ("括号套得太深", "brackets are nested too deep"),
    };
    (
        Words::new(format!("这里不是正确的 JSON：{zh}"), format!("not JSON: {en}")),
        Words::new(
            "看看这里和上一行：常见的是少了逗号、多了逗号，或用了中文引号、冒号",
            "look here and at the line above: most often a comma is missing or left over, or a quote or colon is full-width",
        ),
    )
}

fn version(found: f64, known: u32) -> (Words, Words) {
    let message = Words::new(
        format!("文件格式是第 {found} 版，本程序读第 {known} 版"),
        format!("this file is in format {found}; this program reads format {known}"),
    );
    let help = if found > f64::from(known) {
        Words::new("请换用新版本的程序", "use a newer version of the program")
    } else {
        Words::new(format!("请按第 {known} 版格式改写文件"), format!("bring the file to format {known}"))
    };
    (message, help)
}

fn limit(of: Limit, most: usize) -> (Words, Words) {
    let (zh, en) = match of {
        Limit::Bytes => ("文件太大：最多", "the file is too large: at most bytes"),
        Limit::Depth => ("括号套得太深：最多层数", "brackets are nested too deep: at most levels"),
        Limit::Questions => ("题目太多：一个文件最多", "too many questions: at most in one file"),
        Limit::Parts => ("选项太多：一道题最多", "too many parts: at most in one question"),
        Limit::Text => ("文字太长：最多字节数", "the text is too long: at most bytes"),
    };
    (
        Words::new(format!("{zh} {most}"), format!("{en} {most}")),
        Words::new("分成几份，或者写短些", "divide it, or shorten it"),
    )
}

fn wanted_words(wanted: Wanted) -> (&'static str, &'static str) {
    match wanted {
        Wanted::Object => ("花括号里的一组字段 { … }", "fields in braces { ... }"),
        Wanted::List => ("方括号里的列表 [ … ]", "a list in brackets [ ... ]"),
        Wanted::String => ("双引号里的文字", "a text in double quotes"),
        Wanted::Flag => ("true 或 false", "true or false"),
        Wanted::WholeNumber => ("不带小数的数", "a whole number"),
        Wanted::Decimal => ("数，最大十亿", "a number of at most a billion"),
        Wanted::Text => ("文字，或按语言分开的文字，如 { \"zh-CN\": \"…\", \"en\": \"…\" }", "a text, or one a language such as { \"zh-CN\": \"...\", \"en\": \"...\" }"),
        Wanted::Lang => ("语言代码，如 zh-CN、en、bo", "a language tag such as zh-CN, en or bo"),
        Wanted::Id => ("编号：小写英文字母、数字和连字符，最多 64 个", "an id: lower-case letters, digits and hyphens, at most 64"),
        Wanted::Date => ("日期，如 2026-11-23", "a day such as 2026-11-23"),
        Wanted::Difficulty => ("难度 1、2 或 3", "a difficulty of 1, 2 or 3"),
        Wanted::Weight => ("从 -100 到 100 的整数", "a whole number from -100 to 100"),
        Wanted::Revision => ("16 位十六进制数（由构建程序填写）", "16 hexadecimal digits (the build writes them)"),
        Wanted::Answer => ("一个答案", "an answer"),
        Wanted::Action => ("一个操作", "an action"),
    }
}

/// The known name that is nearest to what was written, or all of them where none is near.
fn suggestion(written: &str, known: &[&str]) -> Words {
    let near = known.iter().map(|name| (distance(written, name), name)).min();
    match near {
        Some((steps, name)) if steps <= 1 + written.chars().count() / 4 => {
            Words::new(format!("是不是想写“{name}”？"), format!("did you mean `{name}`?"))
        }
        _ => Words::new(format!("这里可以写：{}", known.join("、")), format!("possible here: {}", known.join(", "))),
    }
}

/// How many letters have to be changed, added, left out or swapped with their neighbour (Damerau–Levenshtein distance,
/// optimal string alignment).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, target) in other.iter().enumerate() {
            let change = rows[i][j] + usize::from(letter != target);
            let mut best = change.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *target {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_names_the_nearest_field() {
        let known = ["stem", "source", "choices", "steps"];
        assert_eq!(suggestion("stme", &known).en, "did you mean `stem`?");
        assert_eq!(suggestion("chioces", &known).en, "did you mean `choices`?");
        assert_eq!(suggestion("weather", &known).en, "possible here: stem, source, choices, steps");
    }

    #[test]
    fn distances_are_counted_in_letters() {
        assert_eq!(distance("题干", "题目"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abcd", "acbd"), 1);
    }
}
