//! Words for what the core counts and names, the same as in the page.

use sixinto_core::bank::{Difficulty, Kind};
use sixinto_core::paper::MICRO;
use sixinto_core::score::Outcome;

use crate::lang::{Lang, say};

/// What sort of question it is.
pub(crate) fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Single => lang.say("单选题", "One answer"),
        Kind::Multiple => lang.say("多选题", "Several answers"),
        Kind::Judge => lang.say("判断题", "True or false"),
        Kind::Blank => lang.say("填空题", "Fill in"),
        Kind::Number => lang.say("填数字", "Number"),
        Kind::Order => lang.say("排序题", "Put in order"),
        Kind::Match => lang.say("连线题", "Match"),
        Kind::Spot => lang.say("找隐患", "Find the hazards"),
    }
}

/// The same for the head of a column; in English as files write it.
pub(crate) fn short_kind(kind: Kind, lang: Lang) -> &'static str {
    let chinese = match kind {
        Kind::Single => "单选",
        Kind::Multiple => "多选",
        Kind::Judge => "判断",
        Kind::Blank => "填空",
        Kind::Number => "数字",
        Kind::Order => "排序",
        Kind::Match => "连线",
        Kind::Spot => "找隐患",
    };
    lang.say(chinese, kind.name())
}

/// How hard it is.
pub(crate) fn difficulty(difficulty: Difficulty, lang: Lang) -> &'static str {
    match difficulty {
        Difficulty::Easy => lang.say("容易", "Easy"),
        Difficulty::Middling => lang.say("中等", "Middling"),
        Difficulty::Hard => lang.say("难", "Hard"),
    }
}

/// How it went, with a sign that needs no colour.
pub(crate) fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Right => lang.say("√ 正确", "√ Right"),
        Outcome::Partial => lang.say("△ 对了一部分", "△ Partly right"),
        Outcome::Wrong => lang.say("× 不正确", "× Not right"),
        Outcome::Blank => lang.say("○ 没有答", "○ Not answered"),
    }
}

/// Points as a person writes them: whole where they are whole.
pub(crate) fn points(micropoints: u64) -> String {
    let hundredths = (micropoints + MICRO / 200) / (MICRO / 100);
    let decimals = format!(".{:02}", hundredths % 100);
    format!("{}{}", hundredths / 100, decimals.trim_end_matches('0').trim_end_matches('.'))
}

/// A time as one says it.
pub(crate) fn duration(seconds: u64, lang: Lang) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (0, _) => say!(lang, "{rest} 秒", "{rest} s"),
        (_, 0) => say!(lang, "{minutes} 分钟", "{minutes} min"),
        _ => say!(lang, "{minutes} 分 {rest} 秒", "{minutes} min {rest} s"),
    }
}

/// An article of a law, `59` or `291-2`.
pub(crate) fn article(article: &str, lang: Lang) -> String {
    let number = |part: &str| match (lang, part.parse()) {
        (Lang::Zh, Ok(number)) => chinese(number).unwrap_or_else(|| part.to_owned()),
        _ => part.to_owned(),
    };
    if let Some((whole, part)) = article.split_once('-') {
        let (whole, part) = (number(whole), number(part));
        return say!(lang, "第{whole}条之{part}", "Article {whole}-{part}");
    }
    let whole = number(article);
    say!(lang, "第{whole}条", "Article {whole}")
}

/// A number from 1 to 9999 as laws write it, 133 as 一百三十三.
fn chinese(number: u16) -> Option<String> {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const UNITS: [(u16, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
    if !(1..10_000).contains(&number) {
        return None;
    }
    let mut spelled = String::new();
    for (unit, name) in UNITS {
        match usize::from(number / unit % 10) {
            // Zeros in a row are said once, not at the front and not at the end.
            0 if !spelled.is_empty() && !number.is_multiple_of(unit) && !spelled.ends_with("零") => spelled += "零",
            0 => {}
            digit => spelled.extend([DIGITS[digit], name]),
        }
    }
    Some(if (10..20).contains(&number) { spelled.replacen('一', "", 1) } else { spelled })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_read_as_laws_write_them() {
        let cases = [
            ("59", "第五十九条"),
            ("10", "第十条"),
            ("111", "第一百一十一条"),
            ("103", "第一百零三条"),
            ("1254", "第一千二百五十四条"),
            ("1004", "第一千零四条"),
            ("120", "第一百二十条"),
            ("291-2", "第二百九十一条之二"),
            ("附件", "第附件条"),
        ];
        for (written, read) in cases {
            assert_eq!(article(written, Lang::Zh), read);
        }
        assert_eq!(article("291-2", Lang::En), "Article 291-2");
    }

    #[test]
    fn points_are_whole_where_they_can_be() {
        assert_eq!([2 * MICRO, 2_500_000, 666_666, 0].map(points), ["2", "2.5", "0.67", "0"]);
    }

    #[test]
    fn times_are_said_without_empty_parts() {
        assert_eq!([59, 120, 150].map(|seconds| duration(seconds, Lang::En)), ["59 s", "2 min", "2 min 30 s"]);
    }
}
