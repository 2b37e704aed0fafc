//! What a row says beside the question itself: how hard, which theme, why, by which law.

use std::collections::BTreeSet;

use crate::diagnostics::Code;
use sixinto_core::Id;
use sixinto_core::bank::{Difficulty, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::date::Date;
use sixinto_core::source::Source;

use crate::diagnostics::Finding;
use crate::table::cells::sheet::Sheet;
use crate::table::read::aliases::Role;
use crate::table::read::context::Context;
use crate::table::read::header::{Column, Header};
use crate::text::{ellipsis, spellings};
use crate::{Names, Reading, builders};

/// What has to be told once only, and ids that are taken.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    names: BTreeSet<String>,
    ids: BTreeSet<Id>,
}

/// Fills in what the other columns say.
pub(crate) fn add(
    context: Context<'_>,
    question: &mut QuestionFields,
    scale: Option<u32>,
    reading: &Reading<'_>,
    seen: &mut Seen,
    findings: &mut Vec<Finding>,
) {
    let mut text = |role| {
        let column = context.header.column(role)?;
        let spoilt = context.spoilt(column);
        let text = Some(context.row.text(column.at)).filter(|text| !text.is_empty() && spoilt.is_none());
        findings.extend(spoilt.map(|finding| Finding { severity: crate::Severity::Warning, ..finding }));
        text
    };
    question.explanation = text(Role::Explanation).map(builders::plain);
    question.action = text(Role::Action).map(builders::plain);
    question.review_by = context.text(Role::ReviewBy).parse().ok();
    difficulty(context, question, scale, findings);
    names(context, question, reading, seen, findings);
    question.source = source(context, reading);
    id(context, question, seen, findings);
}

fn difficulty(context: Context<'_>, question: &mut QuestionFields, scale: Option<u32>, findings: &mut Vec<Finding>) {
    let Some(column) = context.header.column(Role::Difficulty) else { return };
    let text = context.row.text(column.at);
    if text.is_empty() {
        return;
    }
    match spellings::difficulty(text).or_else(|| graded(grade(text)?, scale?)) {
        Some(difficulty) => question.difficulty = difficulty,
        None => findings.push(
            context
                .warning(
                    Code::UnknownDifficulty,
                    column,
                    Words::new(
                        format!("不认识的难度：{}", ellipsis(text)),
                        format!("not a difficulty that is known: {}", ellipsis(text)),
                    ),
                    Words::new("写 易、中 或 难；现在按“中”读", "write easy, medium or hard; it was read as medium"),
                )
                .instead(ellipsis(text), Words::new("易、中、难", "easy, medium, hard")),
        ),
    }
}

/// The largest number in the column of difficulties: it tells a scale of three from one of five. None where there are
/// numbers on neither.
pub(crate) fn scale(sheet: &Sheet, header: &Header) -> Option<u32> {
    let column = header.column(Role::Difficulty)?;
    let rows = sheet.rows().filter(|row| row.number > header.row);
    let largest = rows.filter_map(|row| grade(row.text(column.at))).max()?;
    (1..=5).contains(&largest).then_some(if largest > 3 { 5 } else { 3 })
}

/// A number, or as many stars.
fn grade(text: &str) -> Option<u32> {
    let narrow: String = text.chars().map(spellings::half_width).collect();
    let stars = narrow.chars().filter(|sign| *sign == '★').count();
    if stars > 0 { u32::try_from(stars).ok() } else { narrow.trim().parse().ok() }
}

fn graded(grade: u32, scale: u32) -> Option<Difficulty> {
    Some(match (grade, scale) {
        (1, _) | (2, 5) => Difficulty::Easy,
        (2, _) | (3, 5) => Difficulty::Middling,
        (3, 3) | (4 | 5, 5) => Difficulty::Hard,
        _ => return None,
    })
}

/// Themes and topic, by the names of them; a name that is neither is told once.
fn names(
    context: Context<'_>,
    question: &mut QuestionFields,
    reading: &Reading<'_>,
    seen: &mut Seen,
    findings: &mut Vec<Finding>,
) {
    for column in &context.header.columns {
        let (themes, topics) = match column.role {
            Role::Themes => (Some(reading.themes), None),
            Role::Topic => (None, Some(reading.topics)),
            Role::Category => (Some(reading.themes), Some(reading.topics)),
            _ => continue,
        };
        let text = context.row.text(column.at);
        let whole = [text];
        let is_known = |name: &str| {
            themes.and_then(|names| names.id(name)).or_else(|| topics.and_then(|names| names.id(name))).is_some()
        };
        let parts: Vec<&str> = if is_known(text) {
            whole.to_vec()
        } else {
            text.split(['、', ',', '，', ';', '；', '|', '/', '\n']).collect()
        };
        for name in parts.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
            if let Some(theme) = themes.and_then(|names| names.id(name)) {
                question.themes.insert(theme.clone());
            } else if let Some(topic) = topics.and_then(|names| names.id(name)) {
                if question.topic.as_str().is_empty() {
                    question.topic = topic.clone();
                }
            } else if seen.names.insert(format!("{} {name}", column.at)) {
                findings.push(unknown(context, column, name, &[themes, topics]));
            }
        }
    }
}

fn unknown(context: Context<'_>, column: &Column, name: &str, names: &[Option<&Names>]) -> Finding {
    let known = || names.iter().flatten().flat_map(|names| names.iter()).flat_map(|(_, label)| label.all());
    let near = nearest(name, known());
    let labels = || names.iter().flatten().flat_map(|names| names.iter()).take(12);
    let all = |lang: &str| labels().map(|(_, label)| label.get(lang)).collect::<Vec<_>>();
    let (zh, en) = (all("zh-CN").join("、"), all("en").join(", "));
    let help = match near {
        Some(near) => Words::new(format!("是不是想写“{near}”？"), format!("did you mean \"{near}\"?")),
        None => Words::new(format!("可以写 {zh} 等"), format!("possible here: {en} and others")),
    };
    let finding = context.warning(
        Code::UnknownCategory,
        column,
        Words::new(
            format!("“{}”不是已有的主题或小类，没有用上", ellipsis(name)),
            format!("\"{}\" is neither a theme nor a topic, so it was not used", ellipsis(name)),
        ),
        help,
    );
    let finding = finding.instead(ellipsis(name), Words::new(zh, en));
    match near {
        Some(near) => finding.suggesting(near),
        None => finding,
    }
}

/// The known name that shares the most letters with this one, if that is half of them at least.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 20;
    if name.chars().count() > LONGEST {
        return None;
    }
    let letters: BTreeSet<char> = name.chars().flat_map(char::to_lowercase).collect();
    let shared = |known: &str| {
        let own: BTreeSet<char> = known.chars().flat_map(char::to_lowercase).collect();
        (letters.intersection(&own).count() * 100, letters.len().max(own.len()))
    };
    let scored = known.map(|known| (shared(known), known));
    let best = scored.max_by_key(|((shared, of), _)| shared / (*of).max(1))?;
    let ((shared, of), known) = best;
    (shared >= of * 50).then_some(known)
}

/// The law or standard, with the day on which it was read: that of the row, or else today.
fn source(context: Context<'_>, reading: &Reading<'_>) -> Option<Source> {
    let text = context.text(Role::Source);
    let id = context.text(Role::SourceId).parse::<Id>().ok();
    if text.is_empty() && id.is_none() {
        return None;
    }
    let (title, article) = cited(text);
    let own = Some(context.text(Role::Article)).filter(|article| !article.is_empty()).map(str::to_owned);
    let as_of: Option<Date> = context.text(Role::AsOf).parse().ok();
    Some(Source {
        id,
        title: Some(title).filter(|title| !title.is_empty()).map(builders::plain),
        article: own.or(article).map(String::into_boxed_str),
        as_of: as_of.unwrap_or(reading.today),
    })
}

/// The title and the number of the article: 《中华人民共和国消防法》第四十四条 is 44 of it.
fn cited(text: &str) -> (&str, Option<String>) {
    let Some((title, rest)) = text.split_once('第') else { return (text, None) };
    let Some((number, after)) = rest.split_once('条') else { return (text, None) };
    let Some(number) = counted(number) else { return (text, None) };
    let inserted = after.strip_prefix('之').and_then(|after| counted(after.get(..after.chars().next()?.len_utf8())?));
    let article = inserted.map_or_else(|| number.to_string(), |inserted| format!("{number}-{inserted}"));
    (title.trim(), Some(article))
}

/// A number in digits or in Chinese, up to 999.
fn counted(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let (mut sum, mut digit) = (0, None);
    for letter in text.chars() {
        let unit = match letter {
            '百' => 100,
            '十' => 10,
            _ => {
                let value = "零一二三四五六七八九".chars().position(|known| known == letter)?;
                digit = u32::try_from(value).ok();
                continue;
            }
        };
        sum += unit * digit.take().filter(|digit| *digit > 0).unwrap_or(1);
    }
    Some(sum + digit.unwrap_or(0)).filter(|number| (1..1000).contains(number))
}

/// The row's own id, where it is one: with a letter in it, so that the number of a row is none, and not yet taken.
fn id(context: Context<'_>, question: &mut QuestionFields, seen: &mut Seen, findings: &mut Vec<Finding>) {
    let Some(column) = context.header.column(Role::Id) else { return };
    let text = context.row.text(column.at);
    let id = text.parse::<Id>().ok().filter(|_| text.bytes().any(|letter| letter.is_ascii_lowercase()));
    let Some(id) = id else { return };
    if seen.ids.insert(id.clone()) {
        question.id = id;
    } else {
        findings.push(context.warning(
            Code::Check(sixinto_core::check::Code::DuplicateId),
            column,
            Words::new(
                format!("编号 {id} 前面已经用过，这道题另起了编号"),
                format!("the id {id} is taken by a row above, so this one gets another"),
            ),
            Words::new("每道题用不同的编号", "give each question an id of its own"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_numbered_in_digits_and_in_words() {
        for (text, title, article) in [
            ("《消防法》第四十四条", "《消防法》", Some("44")),
            ("《消防法》第 5 条", "《消防法》", Some("5")),
            ("《刑法》第一百三十三条之二", "《刑法》", Some("133-2")),
            ("《安全生产法》第一百零九条第一款", "《安全生产法》", Some("109")),
            ("《特种设备安全法》第十条", "《特种设备安全法》", Some("10")),
            ("常识", "常识", None),
        ] {
            let (got, number) = cited(text);
            assert_eq!((got, number.as_deref()), (title, article), "{text}");
        }
    }

    #[test]
    fn the_nearest_name_shares_most_letters() {
        let known = ["家庭", "农村牧区", "公共场所"];
        assert_eq!(nearest("公共场合", known.into_iter()), Some("公共场所"));
        assert_eq!(nearest("第一章", known.into_iter()), None);
    }
}
