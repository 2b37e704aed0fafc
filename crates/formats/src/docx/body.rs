//! The text of a document: a line a paragraph, with what Word shows before it.

use roxmltree::Node;

use crate::docx::numbering::{Numbering, attribute, child, is};

/// A document as text.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) text: String,
    /// Lines, from 1, in which something is lost, and what.
    pub(super) lost: Vec<(u32, Lost)>,
    line: u32,
}

/// What a document shows and text does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    Picture,
    Formula,
    Symbol,
    Table,
}

impl Body {
    /// Reads everything under a node. Its depth is bounded by the XML that was let in.
    pub(super) fn read(root: Node<'_, '_>, numbering: &mut Numbering) -> Self {
        let mut body = Self { line: 1, ..Self::default() };
        body.blocks(root, numbering);
        body
    }

    fn blocks(&mut self, node: Node<'_, '_>, numbering: &mut Numbering) {
        for node in node.children() {
            match node.tag_name().name() {
                "p" => {
                    self.paragraph(node, numbering);
                    self.end_line();
                }
                "tbl" => self.table(node, numbering),
                "del" | "moveFrom" => {}
                _ => self.blocks(node, numbering),
            }
        }
    }

    /// A row is a line of its cells, unless a cell has several paragraphs, which keep a line each.
    fn table(&mut self, node: Node<'_, '_>, numbering: &mut Numbering) {
        let rows: Vec<Node<'_, '_>> = node.children().filter(|node| is(*node, "tr")).collect();
        let is_sheet = rows.first().is_some_and(|row| {
            let names: Vec<String> = row.children().filter(|node| is(*node, "tc")).map(plain).collect();
            let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.trim()));
            has(&["题干", "题目", "试题", "题目内容", "问题"]) && has(&["答案", "正确答案", "参考答案", "标准答案"])
        });
        if is_sheet {
            self.lost.push((self.line, Lost::Table));
        }
        for row in rows {
            for cell in row.children().filter(|node| is(*node, "tc")) {
                let before = self.text.len();
                self.blocks(cell, numbering);
                // The cells of a sheet's row stay together, so that nothing of it is taken for a question.
                if is_sheet && self.text.len() > before {
                    self.join(before);
                }
            }
            if is_sheet {
                self.end_line();
            }
        }
    }

    /// Makes one line of everything from there on.
    fn join(&mut self, from: usize) {
        let cell = self.text.split_off(from);
        let n_ends = cell.matches('\n').count();
        self.line = self.line.saturating_sub(u32::try_from(n_ends).unwrap_or(0));
        self.text.push_str(cell.trim_end().replace('\n', " ").as_str());
        self.text.push_str(" │ ");
    }

    fn end_line(&mut self) {
        self.text.push('\n');
        self.line = self.line.saturating_add(1);
    }

    fn paragraph(&mut self, node: Node<'_, '_>, numbering: &mut Numbering) {
        if let Some(mark) = numbering.mark(child(node, "pPr")).filter(|_| !is_empty(node)) {
            self.text.push_str(mark.trim());
            self.text.push(' ');
        }
        self.runs(node, numbering);
    }

    fn runs(&mut self, node: Node<'_, '_>, numbering: &mut Numbering) {
        for node in node.children() {
            match node.tag_name().name() {
                "t" => self.text.push_str(&node.text().unwrap_or_default().replace(['\n', '\r'], " ")),
                "tab" | "ptab" if !is_in_properties(node) => self.text.push('\t'),
                "br" | "cr" => self.end_line(),
                "noBreakHyphen" => self.text.push('-'),
                "sym" => self.symbol(node),
                "pPr" | "rPr" | "del" | "moveFrom" | "Fallback" | "instrText" => {}
                "drawing" | "pict" | "object" => {
                    let boxes: Vec<_> = node.descendants().filter(|node| is(*node, "txbxContent")).take(1).collect();
                    if boxes.is_empty() {
                        self.lost.push((self.line, Lost::Picture));
                    }
                    for text in boxes {
                        self.end_line();
                        self.blocks(text, numbering);
                    }
                }
                "oMath" | "oMathPara" => {
                    self.lost.push((self.line, Lost::Formula));
                    self.runs(node, numbering);
                }
                _ => self.runs(node, numbering),
            }
        }
    }

    /// Ticks and crosses are letters of sign fonts in Word.
    fn symbol(&mut self, node: Node<'_, '_>) {
        let font = attribute(node, "font").unwrap_or_default();
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok()).unwrap_or(0);
        // Sign fonts stand in a private area, at F000 and on.
        let sign = match (font, code & 0xff) {
            ("Wingdings", 0xfc | 0xfe) | ("Wingdings 2", 0x50 | 0x52) | ("Symbol", 0xd6) => '√',
            ("Wingdings", 0xfb | 0xfd) | ("Wingdings 2", 0x4f | 0x51 | 0x53 | 0x54) | ("Symbol", 0xb4) => '×',
            _ => {
                self.lost.push((self.line, Lost::Symbol));
                '□'
            }
        };
        self.text.push(sign);
    }
}

/// A tab among a paragraph's properties is where tabs stop, none to print.
fn is_in_properties(node: Node<'_, '_>) -> bool {
    node.parent().is_some_and(|parent| is(parent, "tabs"))
}

/// Word counts empty paragraphs of a list, and shows their numbers; they are no questions.
fn is_empty(node: Node<'_, '_>) -> bool {
    !node.descendants().any(|node| is(node, "t") && node.text().is_some_and(|text| !text.trim().is_empty()))
}

fn plain(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| is(*node, "t")).filter_map(|node| node.text()).collect()
}
