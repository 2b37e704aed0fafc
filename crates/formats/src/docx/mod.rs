//! Word documents, read as the text that they show.
//!
//! Read are the paragraphs with their automatic numbers (`numbering.xml`, also by way of styles), line breaks, tabs,
//! ticks and crosses of sign fonts, the cells of tables as lines, and text boxes. Places are lines of that text: a
//! paragraph is one, and a line break in it begins another.
//!
//! Decisions:
//! - What was deleted with changes tracked is not there; what was inserted is.
//! - Pictures are not read, and formulas only as their letters; each is warned of at its question.
//! - A table with a header of questions is not taken apart: a spreadsheet says better which cell is what.
//! - Headers, footers, footnotes and comments are no questions and are left alone.
//! - Documents are read and not written: the format `text` can be pasted into Word.

mod body;
mod numbering;

use crate::diagnostics::Code;
use sixinto_core::bank::BankFile;
use sixinto_core::check::Words;

use crate::diagnostics::{Finding, Place, Position, Quote};
use crate::docx::body::{Body, Lost};
use crate::docx::numbering::Numbering;
use crate::package::{Package, is_package, open, part};
use crate::text::xml::Xml;
use crate::{Format, Found, Imported, Input, Reading, Writing, Written, plain_text};

/// A Word document.
#[derive(Debug)]
pub struct Docx;

const DOCUMENT: &str = "word/document.xml";

impl Format for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx"]
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        is_package(input) && open(input).is_ok_and(|package| package.has(DOCUMENT))
    }

    fn read(&self, input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
        let mut package = open(input)?;
        let body = text_of(input, &mut package)?;
        let mut imported = plain_text::read(input.name, &body.text, reading)?;
        let lines: Vec<&str> = body.text.lines().collect();
        for (line, lost) in body.lost {
            // A table counts as one thing that is left out, whatever stands in it.
            imported.n_read += usize::from(lost == Lost::Table);
            let shown = lines.get(line.saturating_sub(1) as usize).copied().unwrap_or_default();
            let quote = Quote::new(shown, 0, shown.len());
            let finding = warning(lost, Place::text(input.name, line, 1)).quoting(Some(quote));
            let question = question_at(&imported.questions, line);
            imported.findings.push(question.map_or(finding.clone(), |stem| finding.about(stem)));
        }
        Ok(imported)
    }

    fn write(&self, bank: &BankFile, _: &Writing<'_>) -> Result<Written, Box<Finding>> {
        Err(Box::new(Finding::error(
            Code::ReadOnlyFormat,
            Place::whole(bank.id.as_str()),
            Words::new("docx 只能读，不能写", "docx is read, not written"),
            Words::new(
                "导出为 text，再贴进 Word；或者导出为 xlsx",
                "export as text and paste it into Word, or as xlsx",
            ),
        )))
    }
}

fn text_of(input: &Input<'_>, package: &mut Package<'_>) -> Result<Body, Box<Finding>> {
    let document = package.text(DOCUMENT)?.ok_or_else(|| no_document(input.name))?;
    let numbering = package.text("word/numbering.xml")?;
    let styles = package.text("word/styles.xml")?;
    let parse = |name: &str, text| Xml::parse(part(input.name, name), text);
    let numbering = numbering.as_deref().map(|text| parse("word/numbering.xml", text)).transpose()?;
    let styles = styles.as_deref().map(|text| parse("word/styles.xml", text)).transpose()?;
    let document = parse(DOCUMENT, &document)?;
    let mut numbering = Numbering::new(numbering.as_ref(), styles.as_ref());
    Ok(Body::read(document.root(), &mut numbering))
}

/// The question that a line belongs to: the last that begins at it or before.
fn question_at(questions: &[Found], line: u32) -> Option<&str> {
    let begins = |found: &Found| match found.place.position {
        Position::Text { line, .. } => line,
        _ => 0,
    };
    let at = questions.partition_point(|found| begins(found) <= line);
    questions.get(at.checked_sub(1)?)?.question.stem.all().next()
}

fn no_document(name: &str) -> Box<Finding> {
    Box::new(Finding::error(
        Code::NotDocx,
        Place::whole(name),
        Words::new("这个文件里没有 Word 文档", "there is no Word document in this file"),
        Words::new("用 Word 打开，另存为 .docx", "open it in Word and save it as .docx"),
    ))
}

fn warning(lost: Lost, at: Place) -> Finding {
    match lost {
        Lost::Picture => Finding::warning(
            Code::PictureLost,
            at,
            Words::new("这里有图片，没有导入", "there is a picture here; it was not imported"),
            Words::new("题目离不开图片的话，导入后在题库里补上", "if the question needs it, add it to the bank later"),
        ),
        Lost::Formula => Finding::warning(
            Code::FormulaLost,
            at,
            Words::new("这里有公式，只读出了其中的文字", "there is a formula here; only its letters were read"),
            Words::new("导入后看一看，用普通文字重写", "check it, and write it as ordinary text"),
        ),
        Lost::Symbol => Finding::warning(
            Code::SymbolLost,
            at,
            Words::new("这里有特殊符号，读成了 □", "there is a special character here; it was read as □"),
            Words::new("改成普通文字，对错写 √ 或 ×", "write it as ordinary text; true and false as √ and ×"),
        ),
        Lost::Table => Finding::error(
            Code::TableOfQuestions,
            at,
            Words::new("这是一张题目表格，没有从 Word 里读", "this is a table of questions; it was not read from Word"),
            Words::new("把表格复制到 Excel，存成 .xlsx 再导入", "copy the table into a spreadsheet and import that"),
        ),
    }
}
