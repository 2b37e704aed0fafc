//! One item to one question.

use roxmltree::Node;
use sixinto_core::Id;
use sixinto_core::bank::{Difficulty, Kind, Media, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::map::IdSet;
use sixinto_core::source::Source;
use sixinto_core::text::Text;

use crate::builders::{self, plain};
use crate::diagnostics::Finding;
use crate::qti::dom::{Space, all, attribute, child, children, flatten, name, own};
use crate::qti::{body, scoring};
use crate::text::xml::Xml;

/// An item that is being read.
pub(super) struct Item<'x, 'a> {
    pub(super) xml: &'x Xml<'a>,
    pub(super) node: Node<'x, 'a>,
    /// Whether this project wrote it, and which kind it was.
    pub(super) own: Option<&'x str>,
    pub(super) findings: Vec<Finding>,
}

/// What came of an item: a question, or else an error among the findings.
pub(super) fn read(xml: &Xml<'_>) -> (Option<QuestionFields>, Vec<Finding>) {
    let node = xml.root();
    let mut item = Item { xml, node, own: own(node, "kind"), findings: Vec::new() };
    let question = item.question();
    let findings = match question {
        Ok(question) => return (Some(question), item.findings),
        Err(finding) => item.findings.into_iter().chain([*finding]).collect(),
    };
    (None, findings)
}

impl<'x, 'a> Item<'x, 'a> {
    fn question(&mut self) -> Result<QuestionFields, Box<Finding>> {
        if name(self.node) != "assessment-item" {
            return Err(self.error(
                "qti-no-item",
                self.node,
                Words::new("这个文件不是一道 QTI 题", "this file is not a QTI item"),
                Words::new("一个文件写一道题，最外层是 qti-assessment-item", "write one qti-assessment-item a file"),
            ));
        }
        let Some(main) = child(self.node, "item-body") else { return Err(self.no_interaction(self.node)) };
        let interactions: Vec<Node<'x, 'a>> =
            main.descendants().filter(|node| node.is_element() && name(*node).ends_with("-interaction")).collect();
        let Some(first) = interactions.first().copied() else { return Err(self.no_interaction(main)) };
        let scoring = scoring::of(self.node).map_err(|rule| self.unscorable(rule))?;
        let mut lost = Vec::new();
        let stem = self.stem(main, first, &mut lost);
        let mut question = builders::question(Kind::Single, stem.as_str());
        body::fill(self, &mut question, &interactions, scoring)?;
        // A number is typed below the stem; a gap at its end says nothing.
        if let Some(stem) = stem.strip_suffix("____").filter(|_| question.kind == Kind::Number && self.own.is_none()) {
            question.stem = plain(stem.trim_end());
        }
        self.pictures(&mut question, lost);
        self.explain(&mut question, main);
        self.describe(&mut question);
        Ok(question)
    }

    /// Whether white space is as this project wrote it.
    fn space(&self) -> Space {
        if self.own.is_some() { Space::Kept } else { Space::Collapsed }
    }

    /// The plain text of a node; what is not text is reported.
    pub(super) fn text(&mut self, node: Node<'x, 'a>) -> String {
        let mut lost = Vec::new();
        let text = flatten(node, self.space(), &mut lost);
        for node in lost {
            self.lose(node);
        }
        text
    }

    /// What stands in the body and in the prompt, and what is for the candidate to read before it.
    fn stem(&mut self, main: Node<'x, 'a>, first: Node<'x, 'a>, lost: &mut Vec<Node<'x, 'a>>) -> String {
        let space = self.space();
        let is_shown = |rubric: &Node<'_, '_>| attribute(*rubric, "view").is_none_or(|view| view.contains("candidate"));
        let rubrics: Vec<_> = children(main, "rubric-block").filter(is_shown).collect();
        let stage = if self.own == Some("number") { child(main, "p").unwrap_or(main) } else { main };
        let parts = rubrics.into_iter().chain([stage]).chain(child(first, "prompt"));
        let texts: Vec<String> = parts.map(|part| flatten(part, space, lost)).collect();
        texts.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The first picture belongs to the question; a bank has no room for more.
    fn pictures(&mut self, question: &mut QuestionFields, lost: Vec<Node<'x, 'a>>) {
        for node in lost {
            let is_picture = name(node) == "img";
            if is_picture && question.media.is_none() {
                question.media = self.media(node);
            } else {
                self.lose(node);
            }
        }
    }

    /// A picture by its name: it cannot be in a bank, so somebody has to put it beside the bank.
    pub(super) fn media(&mut self, node: Node<'x, 'a>) -> Option<Media> {
        let source = attribute(node, "src").or_else(|| attribute(node, "data"))?;
        let name = source.rsplit(['/', '\\']).next().unwrap_or(source);
        let file = if self.own.is_some() { source.to_owned() } else { format!("pictures/{name}") };
        let place = self.xml.place(node);
        let finding = Finding::warning(
            "qti-picture",
            place,
            Words::new(format!("图片 {source} 没有一起导入"), format!("the picture {source} is not imported with it")),
            Words::new(
                format!("把它放到题库文件夹里，文件名用 {file}"),
                format!("put it into the question folder as {file}"),
            ),
        );
        self.findings.push(finding.quoting(self.xml.quote(node)));
        let alt = attribute(node, "alt").map_or_else(|| flatten(node, self.space(), &mut Vec::new()), str::to_owned);
        Some(Media { file: file.into(), alt: plain(alt) })
    }

    fn lose(&mut self, node: Node<'x, 'a>) {
        let what = node.tag_name().name();
        let finding = Finding::warning(
            "qti-lost",
            self.xml.place(node),
            Words::new(
                format!("这里的 <{what}> 不是文字，没有读进来"),
                format!("<{what}> is no text and was left out"),
            ),
            Words::new(
                "看看这道题缺了它还能不能答；要紧的话用文字写出来",
                "see whether the question can do without it, or put it in words",
            ),
        );
        self.findings.push(finding.instead(what, Words::new("文字", "text")).quoting(self.xml.quote(node)));
    }

    /// Feedback on the whole, and rubrics for those who mark, are the explanation.
    fn explain(&mut self, question: &mut QuestionFields, main: Node<'x, 'a>) {
        let is_for_others =
            |rubric: &Node<'_, '_>| attribute(*rubric, "view").is_some_and(|view| !view.contains("candidate"));
        let modal = children(self.node, "modal-feedback").map(|node| child(node, "content-body").unwrap_or(node));
        let all = modal.chain(all(main, "feedback-block")).chain(children(main, "rubric-block").filter(is_for_others));
        let nodes: Vec<Node<'x, 'a>> = all.collect();
        let mut texts: Vec<String> = question.explanation.iter().flat_map(Text::all).map(str::to_owned).collect();
        for node in nodes {
            let text = self.text(node);
            if !text.trim().is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        question.explanation = (!texts.is_empty()).then(|| plain(texts.join("\n")));
    }

    /// The name, and what this project writes beside an item because QTI has no place for it.
    fn describe(&self, question: &mut QuestionFields) {
        let own = |name| own(self.node, name);
        question.id = attribute(self.node, "identifier").and_then(id).unwrap_or_default();
        question.themes = own("themes").into_iter().flat_map(str::split_whitespace).filter_map(id).fold(
            IdSet::default(),
            |mut themes, theme| {
                themes.insert(theme);
                themes
            },
        );
        question.topic = own("topic").and_then(id).unwrap_or_default();
        question.difficulty = match own("difficulty") {
            Some("1") => Difficulty::Easy,
            Some("3") => Difficulty::Hard,
            _ => Difficulty::Middling,
        };
        question.action = own("action").map(plain);
        question.review_by = own("review-by").and_then(|day| day.parse().ok());
        question.revision = own("revision").and_then(|revision| revision.parse().ok());
        question.source = own("source-as-of").and_then(|day| day.parse().ok()).map(|as_of| Source {
            id: own("source-id").and_then(id),
            title: own("source-title").map(plain),
            article: own("source-article").map(Into::into),
            as_of,
        });
    }

    /// What an item goes by in findings.
    pub(super) fn error(&self, code: &'static str, at: Node<'x, 'a>, message: Words, help: Words) -> Box<Finding> {
        let finding = Finding::error(code, self.xml.place(at), message, help).quoting(self.xml.quote(at));
        Box::new(finding.about(self.label()))
    }

    /// The same, for what is no reason to leave the question out.
    pub(super) fn warn(&mut self, code: &'static str, at: Node<'x, 'a>, message: Words, help: Words) {
        let finding = Finding::warning(code, self.xml.place(at), message, help).quoting(self.xml.quote(at));
        self.findings.push(finding.about(self.label()));
    }

    fn label(&self) -> &'x str {
        attribute(self.node, "title").or_else(|| attribute(self.node, "identifier")).unwrap_or_default()
    }

    fn no_interaction(&self, at: Node<'x, 'a>) -> Box<Finding> {
        self.error(
            "qti-no-interaction",
            at,
            Words::new("这道题没有可以作答的地方", "there is nothing to answer in this item"),
            Words::new(
                "在 qti-item-body 里写一个作答的标记，如 qti-choice-interaction",
                "write an interaction such as qti-choice-interaction into qti-item-body",
            ),
        )
    }

    /// The rules give points in a way that no question here can hold.
    pub(super) fn unscorable(&self, at: Node<'x, 'a>) -> Box<Finding> {
        self.error(
            "qti-scoring",
            at,
            Words::new(
                "这道题自己写了一套计分办法，照搬会判错",
                "the item is scored by rules of its own, and would be marked wrong here",
            ),
            Words::new(
                "改用标准的 match_correct（全对才得分）或 map_response（各选项有分值）",
                "use the standard match_correct (all or nothing) or map_response (each choice has its worth)",
            ),
        )
    }
}

/// A name of this project from one of QTI, where the two can be one: those of QTI may not begin with a digit, and have
/// an underscore before it then.
pub(super) fn id(identifier: &str) -> Option<Id> {
    identifier.strip_prefix('_').unwrap_or(identifier).parse().ok()
}
