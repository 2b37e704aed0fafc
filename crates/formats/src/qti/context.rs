//! An item that is being read, and how its texts and problems are put down.

use std::collections::BTreeSet;

use crate::diagnostics::Code;
use roxmltree::Node;
use sixinto_core::Id;
use sixinto_core::bank::Media;
use sixinto_core::check::Words;

use crate::builders::{letter, plain};
use crate::diagnostics::Finding;
use crate::qti::dom::{Space, attribute, flatten};
use crate::qti::scoring::Declaration;
use crate::text::xml::Xml;

/// An item that is being read.
pub(super) struct Context<'x, 'a> {
    pub(super) xml: &'x Xml<'a>,
    pub(super) node: Node<'x, 'a>,
    /// Whether this project wrote it, and which kind it was.
    pub(super) own: Option<&'x str>,
    pub(super) findings: Vec<Finding>,
}

impl<'x, 'a> Context<'x, 'a> {
    /// Whether white space is as this project wrote it.
    pub(super) fn space(&self) -> Space {
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

    /// A picture by its name: it cannot be in a bank, so somebody has to put it beside the bank.
    pub(super) fn media(&mut self, node: Node<'x, 'a>) -> Option<Media> {
        let source = attribute(node, "src").or_else(|| attribute(node, "data"))?;
        let name = source.rsplit(['/', '\\']).next().unwrap_or(source);
        let file = if self.own.is_some() { source.to_owned() } else { format!("pictures/{name}") };
        let place = self.xml.place(node);
        let finding = Finding::warning(
            Code::QtiPicture,
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

    pub(super) fn lose(&mut self, node: Node<'x, 'a>) {
        let what = node.tag_name().name();
        let finding = Finding::warning(
            Code::QtiLost,
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

    /// What an item goes by in findings.
    pub(super) fn error(&self, code: Code, at: Node<'x, 'a>, message: Words, help: Words) -> Box<Finding> {
        let finding = Finding::error(code, self.xml.place(at), message, help).quoting(self.xml.quote(at));
        Box::new(finding.about(self.label()))
    }

    /// The same, for what is no reason to leave the question out.
    pub(super) fn warn(&mut self, code: Code, at: Node<'x, 'a>, message: Words, help: Words) {
        let finding = Finding::warning(code, self.xml.place(at), message, help).quoting(self.xml.quote(at));
        self.findings.push(finding.about(self.label()));
    }

    fn label(&self) -> &'x str {
        attribute(self.node, "title").or_else(|| attribute(self.node, "identifier")).unwrap_or_default()
    }

    /// The rules give points in a way that no question here can hold.
    pub(super) fn unscorable(&self, at: Node<'x, 'a>) -> Box<Finding> {
        self.error(
            Code::QtiScoring,
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

/// What an interaction's response consists of.
pub(super) fn declaration<'x, 'a>(
    context: &Context<'x, 'a>,
    at: Node<'x, 'a>,
) -> Result<Declaration<'x>, Box<Finding>> {
    let response = attribute(at, "response-identifier").unwrap_or("RESPONSE");
    Declaration::find(context.node, response).ok_or_else(|| {
        context.error(
            Code::QtiNoDeclaration,
            at,
            Words::new(format!("没有声明 {response} 的正确答案"), format!("the response {response} is not declared")),
            Words::new(
                format!("加一段 identifier=\"{response}\" 的 qti-response-declaration，写上正确答案"),
                format!("add a qti-response-declaration with identifier=\"{response}\" and the correct response"),
            ),
        )
    })
}

/// Names for parts: those of the file, where all of them are names here too, or else letters.
pub(super) fn names(parts: &[Node<'_, '_>]) -> Vec<Id> {
    let own: Vec<Id> = parts.iter().filter_map(|part| attribute(*part, "identifier").and_then(id)).collect();
    let different: BTreeSet<&Id> = own.iter().collect();
    if different.len() == parts.len() { own } else { (0..parts.len()).map(letter).collect() }
}
