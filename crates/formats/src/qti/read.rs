//! One item to one question.

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::bank::{Difficulty, Kind, QuestionFields};
use sixinto_core::check::Words;
use sixinto_core::map::IdSet;
use sixinto_core::source::Source;
use sixinto_core::text::Text;

use crate::builders::{self, plain};
use crate::diagnostics::Finding;
use crate::qti::context::{Context, id};
use crate::qti::dom::{all, attribute, child, children, flatten, name, own};
use crate::qti::{body, scoring};
use crate::text::xml::Xml;

/// What came of an item: a question, or else an error among the findings.
pub(super) fn read(xml: &Xml<'_>) -> (Option<QuestionFields>, Vec<Finding>) {
    let node = xml.root();
    let mut context = Context { xml, node, own: own(node, "kind"), findings: Vec::new() };
    let question = context.question();
    let findings = match question {
        Ok(question) => return (Some(question), context.findings),
        Err(finding) => context.findings.into_iter().chain([*finding]).collect(),
    };
    (None, findings)
}

impl<'x, 'a> Context<'x, 'a> {
    fn question(&mut self) -> Result<QuestionFields, Box<Finding>> {
        if name(self.node) != "assessment-item" {
            return Err(self.error(
                Code::QtiNoItem,
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

    fn no_interaction(&self, at: Node<'x, 'a>) -> Box<Finding> {
        self.error(
            Code::QtiNoInteraction,
            at,
            Words::new("这道题没有可以作答的地方", "there is nothing to answer in this item"),
            Words::new(
                "在 qti-item-body 里写一个作答的标记，如 qti-choice-interaction",
                "write an interaction such as qti-choice-interaction into qti-item-body",
            ),
        )
    }
}
