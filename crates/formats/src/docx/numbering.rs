//! Automatic numbering: numbers and letters that Word shows but does not write into the text.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::text::xml::Xml;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: BTreeMap<String, BTreeMap<usize, Level>>,
    numbers: BTreeMap<String, Num>,
    /// The list of a paragraph style, or the style that it is based on.
    styles: BTreeMap<String, (Option<Ref>, Option<String>)>,
    counters: BTreeMap<String, [Option<u32>; LEVELS]>,
}

/// Which list, and which level of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ref {
    pub(super) num: Option<String>,
    pub(super) level: Option<usize>,
}

#[derive(Debug, Default)]
struct Num {
    of: String,
    /// Levels that begin anew where this list begins.
    restarts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    style: String,
    text: String,
}

/// Word has nine levels.
const LEVELS: usize = 9;

/// How many styles are followed from one to the one it is based on.
const MOST_STYLES: usize = 32;

impl Numbering {
    pub(super) fn new(numbering: Option<&Xml<'_>>, styles: Option<&Xml<'_>>) -> Self {
        let mut lists = Self::default();
        for node in numbering.into_iter().flat_map(|xml| xml.root().children()) {
            let id = |name: &str| attribute(node, name).unwrap_or_default().to_owned();
            match node.tag_name().name() {
                "abstractNum" => {
                    lists.abstracts.insert(id("abstractNumId"), levels(node));
                }
                "num" => {
                    lists.numbers.insert(id("numId"), num(node));
                }
                _ => {}
            }
        }
        for node in styles.into_iter().flat_map(|xml| xml.root().children()).filter(|node| is(*node, "style")) {
            let own = child(node, "pPr").and_then(|properties| child(properties, "numPr")).map(reference);
            let base = child(node, "basedOn").and_then(|base| attribute(base, "val")).map(str::to_owned);
            lists.styles.insert(attribute(node, "styleId").unwrap_or_default().to_owned(), (own, base));
        }
        lists
    }

    /// What Word shows before a paragraph with these properties, with the list counted on.
    pub(super) fn mark(&mut self, properties: Option<Node<'_, '_>>) -> Option<String> {
        let own = properties.and_then(|properties| child(properties, "numPr")).map(reference).unwrap_or_default();
        let style = properties.and_then(|properties| child(properties, "pStyle"));
        let styled =
            style.and_then(|style| attribute(style, "val")).map(|style| self.styled(style)).unwrap_or_default();
        let num = own.num.or(styled.num)?;
        self.count(&num, own.level.or(styled.level).unwrap_or(0))
    }

    fn styled(&self, style: &str) -> Ref {
        let mut found = Ref::default();
        let mut style = Some(style);
        for _ in 0..MOST_STYLES {
            let Some((own, base)) = style.and_then(|style| self.styles.get(style)) else { break };
            if let Some(own) = own {
                found.num = found.num.or_else(|| own.num.clone());
                found.level = found.level.or(own.level);
            }
            style = base.as_deref();
        }
        found
    }

    fn count(&mut self, num: &str, level: usize) -> Option<String> {
        let Self { abstracts, numbers, counters, .. } = self;
        let num = numbers.get_mut(num)?;
        let shared = abstracts.get(&num.of);
        let at =
            |level: usize| num.levels.get(&level).or_else(|| shared.and_then(|levels| levels.get(&level))).cloned();
        let own = at(level)?;
        let levels: Vec<Option<Level>> = (0..LEVELS).map(at).collect();
        let counter = counters.entry(num.of.clone()).or_default();
        let restart = num.restarts.remove(&level);
        let value = counter.get_mut(level)?;
        let next = match (restart, *value) {
            (Some(start), _) => start,
            (None, Some(value)) => value.saturating_add(1),
            (None, None) => own.start,
        };
        *value = Some(next);
        counter.iter_mut().skip(level + 1).for_each(|deeper| *deeper = None);
        let shown = |index: usize| -> Option<String> {
            let level = levels.get(index)?.as_ref()?;
            Some(written(&level.style, counter.get(index).copied().flatten().unwrap_or(level.start)))
        };
        Some(filled(&own, shown)).filter(|mark| !mark.is_empty())
    }
}

/// `%1.` with the numbers put in; nothing for a bullet.
fn filled(level: &Level, shown: impl Fn(usize) -> Option<String>) -> String {
    if matches!(level.style.as_str(), "bullet" | "none") {
        return String::new();
    }
    let mut text = String::new();
    let mut letters = level.text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| letter == '%' && *digit > 0) {
            Some(digit) => {
                letters.next();
                text.push_str(&shown(digit as usize - 1).unwrap_or_default());
            }
            None => text.push(letter),
        }
    }
    text
}

/// A number in a style of Word's.
fn written(style: &str, value: u32) -> String {
    match style {
        "upperLetter" => lettered(value, b'A'),
        "lowerLetter" => lettered(value, b'a'),
        "upperRoman" => roman(value),
        "lowerRoman" => roman(value).to_lowercase(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "ideographDigital" => chinese(value),
        "decimalZero" if value < 10 => format!("0{value}"),
        _ => value.to_string(),
    }
}

/// A, B … Z, AA, BB, as Word goes on.
fn lettered(value: u32, first: u8) -> String {
    let at = value.saturating_sub(1);
    let letter = u8::try_from(at % 26).map_or(first, |at| first + at);
    char::from(letter).to_string().repeat(at as usize / 26 % 10 + 1)
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut left = value % 400;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        text.push_str(&sign.repeat((left / worth) as usize));
        left %= worth;
    }
    text
}

/// Up to 99; further ones are written in digits, which are read as well.
fn chinese(value: u32) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| DIGITS.get(at as usize).copied().unwrap_or_default();
    match (value / 10, value % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, 0) => "十".to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens @ 2..=9, 0) => format!("{}十", digit(tens)),
        (tens @ 2..=9, ones) => format!("{}十{}", digit(tens), digit(ones)),
        _ => value.to_string(),
    }
}

fn levels(node: Node<'_, '_>) -> BTreeMap<usize, Level> {
    let levels = node.children().filter(|node| is(*node, "lvl"));
    levels.filter_map(|node| Some((attribute(node, "ilvl")?.parse().ok()?, level(node)))).collect()
}

fn level(node: Node<'_, '_>) -> Level {
    let value = |name: &str| child(node, name).and_then(|node| attribute(node, "val")).unwrap_or_default();
    Level {
        start: value("start").parse().unwrap_or(1),
        style: value("numFmt").to_owned(),
        text: value("lvlText").to_owned(),
    }
}

fn num(node: Node<'_, '_>) -> Num {
    let of = child(node, "abstractNumId").and_then(|node| attribute(node, "val")).unwrap_or_default().to_owned();
    let mut num = Num { of, ..Num::default() };
    for node in node.children().filter(|node| is(*node, "lvlOverride")) {
        let Some(at) = attribute(node, "ilvl").and_then(|level| level.parse().ok()) else { continue };
        let start = child(node, "startOverride").and_then(|node| attribute(node, "val")?.parse().ok());
        num.restarts.extend(start.map(|start| (at, start)));
        num.levels.extend(child(node, "lvl").map(|node| (at, level(node))));
    }
    num
}

fn reference(node: Node<'_, '_>) -> Ref {
    let value = |name: &str| child(node, name).and_then(|node| attribute(node, "val"));
    Ref { num: value("numId").map(str::to_owned), level: value("ilvl").and_then(|level| level.parse().ok()) }
}

pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| is(*node, name))
}

/// An attribute by its name, whatever its namespace: Word writes `w:val`.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let shown = |style, value| written(style, value);
        assert_eq!(shown("chineseCounting", 21), "二十一");
        assert_eq!(shown("upperLetter", 4), "D");
        assert_eq!(shown("upperLetter", 28), "BB");
        assert_eq!(shown("upperRoman", 14), "XIV");
        assert_eq!(shown("decimal", 7), "7");
    }
}
