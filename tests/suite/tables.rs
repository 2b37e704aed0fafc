//! Spreadsheets that are large, and such as are made to do harm; and the same cells as another reader sees.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use calamine::{Data, Reader, SheetVisible, open_workbook_auto_from_rs};
use rust_xlsxwriter::Workbook;
use sixinto_formats::table::{Content, annotated, open};
use sixinto_formats::{Code, Input, Place, Position, Severity};
use sixinto_tests::files::{Options, TestImporter};
use zip::write::SimpleFileOptions;

const ROWS: u32 = 20_000;
const HEADER: [&str; 6] = ["题型", "题目", "选项A", "选项B", "选项C", "正确答案"];

/// A row of a large table; every thousandth one has a mistake.
fn row(at: u32) -> [String; 6] {
    let answer = if at.is_multiple_of(1000) { "E" } else { "B" };
    [
        "单选题".into(),
        format!("第 {at} 栋楼着火应拨打哪个电话？"),
        "110".into(),
        "119".into(),
        "120".into(),
        answer.into(),
    ]
}

fn workbook(rows: impl Iterator<Item = [String; 6]>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in (0..).zip(std::iter::once(HEADER.map(str::to_owned)).chain(rows)) {
        for (column, text) in (0..).zip(row) {
            sheet.write_string(at, column, text).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A package of these files.
fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        package.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        package.write_all(text.as_bytes()).expect("its text");
    }
    package.finish().expect("a package").into_inner()
}

/// A workbook with one sheet that has this in it, and these shared texts.
fn sheet(cells: &str, strings: &str) -> Vec<u8> {
    package(&[
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
    ])
}

/// An ODF file with this in its only sheet.
fn ods(rows: &str) -> Vec<u8> {
    let table = format!("<table:table table:name=\"a\">{rows}</table:table>");
    package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &table)])
}

fn refusal(bytes: &[u8]) -> Option<Code> {
    open(&Input { name: "a", bytes }).err().map(|finding| finding.code)
}

fn imported(name: &str, bytes: &[u8]) {
    let session = TestImporter::new(&Options::default());
    let imported = session.import(None, name, bytes).expect("a table");
    assert_eq!((imported.n_read, imported.n_reported), (ROWS as usize, ROWS as usize / 1000));
    let errors = imported.findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.count(), ROWS as usize / 1000);
}

#[test]
fn a_cell_is_the_same_in_every_form_that_xml_gives_it() {
    let texts = "<si><t>甲</t></si>";
    let rows = [
        r#"<row r="2"><c r="A2" s="0" t="s"><v>0</v></c><c r="B2" s="1"/><c r="C2"><v>1.5</v></c></row>"#,
        r#"<row r='2'><c t="s" r="A2"><v>0</v></c><c r='C2' ><v >1.5</v></c></row>"#,
        r#"<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2"><x:v>1.5</x:v></x:c></x:row>"#,
        r#"<row/><row><c t="s"><v>0</v></c><c/><c><v>1.5</v></c></row>"#,
        r#"<row r="2"><!-- <c r="B2"><v>2</v></c> --><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="C2"><v><![CDATA[1.5]]></v></c></row>"#,
        r#"<row r="2"><c r="C2"><v>1&#46;5</v></c><c r="A2" t="s"><v>0</v></c></row>"#,
    ];
    for row in rows {
        let read = open(&Input { name: "a", bytes: &sheet(row, texts) }).expect("a sheet");
        let cells = read[0].rows().flat_map(|row| row.cells().map(move |cell| (row.number, cell)));
        let cells: Vec<_> = cells.map(|(row, cell)| (row, cell.column, cell.text, cell.content)).collect();
        assert_eq!(cells, [(2, 1, "甲", Content::Text), (2, 3, "1.5", Content::Number)], "{row}");
    }
}

#[test]
fn twenty_thousand_rows_of_a_workbook_are_read() {
    imported("big.xlsx", &workbook((1..=ROWS).map(row)));
}

#[test]
fn twenty_thousand_lines_of_text_are_read() {
    let mut text = HEADER.join(",");
    for at in 1..=ROWS {
        write!(text, "\n{}", row(at).join(",")).expect("a string takes everything");
    }
    imported("big.csv", text.as_bytes());
}

#[test]
fn a_bomb_of_zeros_is_refused_before_it_fills_the_memory() {
    let zeros = "0".repeat(8 * 1024 * 1024);
    let one = package(&[("xl/workbook.xml", &zeros)]);
    let mut one = zip::ZipArchive::new(Cursor::new(one)).expect("a package");
    let mut many = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..65 {
        let file = one.by_index_raw(0).expect("an entry");
        many.raw_copy_file_rename(file, format!("xl/worksheets/sheet{at}.xml")).expect("an entry");
    }
    let bytes = many.finish().expect("a package").into_inner();
    assert!(bytes.len() < 1024 * 1024, "zeros pack well");
    assert_eq!(refusal(&bytes), Some(Code::PackageTooLarge));
}

#[test]
fn a_long_cell_is_refused_wherever_it_stands() {
    let long = "字".repeat(50_000);
    assert_eq!(
        refusal(&sheet(&format!(r#"<row r="1"><c t="inlineStr"><is><t>{long}</t></is></c></row>"#), "")),
        Some(Code::CellTooLong)
    );
    assert_eq!(
        refusal(&sheet(r#"<row r="1"><c t="s"><v>0</v></c></row>"#, &format!("<si><t>{long}</t></si>"))),
        Some(Code::CellTooLong)
    );
    assert_eq!(refusal(format!("题目,答案\n{long},A").as_bytes()), Some(Code::CellTooLong));
    assert_eq!(
        refusal(&ods(&format!(
            r#"<table:table-row><table:table-cell office:value-type="string"><text:p>{long}</text:p></table:table-cell></table:table-row>"#
        ))),
        Some(Code::CellTooLong)
    );
}

#[test]
fn one_text_shared_by_very_many_cells_is_refused() {
    let text = format!("<si><t>{}</t></si>", "x".repeat(100_000));
    let rows = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(4000);
    assert_eq!(refusal(&sheet(&rows, &text)), Some(Code::TooMuchText));
}

#[test]
fn a_million_columns_are_refused() {
    assert_eq!(refusal(&sheet(r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#, "")), Some(Code::TooManyColumns));
    assert_eq!(refusal(",a".repeat(1_000_000).as_bytes()), Some(Code::TooManyColumns));
    let cell = r#"<table:table-row><table:table-cell table:number-columns-repeated="1000000" office:value-type="float" office:value="1"/></table:table-row>"#;
    assert_eq!(refusal(&ods(cell)), Some(Code::TooManyColumns));
}

#[test]
fn runs_that_are_short_to_write_are_not_written_out() {
    let row = r#"<table:table-row table:number-rows-repeated="4000000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#;
    assert_eq!(refusal(&ods(row)), Some(Code::TooManyRepeats));
    let spaces = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#;
    assert_eq!(refusal(&ods(spaces)), Some(Code::CellTooLong));
}

#[test]
fn entities_that_a_file_makes_up_stand_for_nothing() {
    let bomb = r#"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#;
    let bytes = sheet(&format!(r#"{bomb}<row r="1"><c t="inlineStr"><is><t>x&b;y&lt;</t></is></c></row>"#), "");
    let sheets = open(&Input { name: "a", bytes: &bytes }).expect("a sheet");
    assert_eq!(sheets[0].rows().next().expect("a row").text(1), "xy<");
}

#[test]
fn what_is_cut_off_or_mixed_up_ends_in_a_finding() {
    for name in ["kaoshibao.xlsx", "old-excel.xls", "libreoffice.ods", "gbk.csv"] {
        let path = sixinto_tests::path(&format!("fixtures/formats/table/{name}"));
        let whole = std::fs::read(path).expect("a fixture");
        for at in (0..whole.len()).step_by(whole.len() / 60 + 1) {
            let mut mixed = whole.clone();
            mixed[at] ^= 0x55;
            // Whether it can still be read or not: it ends, and without a panic.
            let _ = open(&Input { name, bytes: &mixed });
            let _ = open(&Input { name, bytes: &whole[..at] });
        }
    }
}

#[test]
fn another_reader_sees_the_same_cells() {
    let mut n_cells = 0;
    for entry in std::fs::read_dir(sixinto_tests::path("fixtures/formats/table")).expect("the fixtures") {
        let path = entry.expect("an entry").path();
        let is_book = path.extension().is_some_and(|end| ["xlsx", "xls", "ods"].iter().any(|book| end == *book));
        if !is_book || path.ends_with("cell-far-out.xlsx") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a fixture");
        n_cells += same(&path.to_string_lossy(), &bytes);
    }
    assert!(n_cells > 1500);
}

/// Holds every text and number of a workbook against what calamine reads there, and tells how many there are.
fn same(name: &str, bytes: &[u8]) -> usize {
    let mut n_cells = 0;
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).expect("a workbook");
    let visible = book.sheets_metadata().iter().map(|sheet| sheet.visible == SheetVisible::Visible).collect::<Vec<_>>();
    let names = book.sheet_names();
    let own = open(&Input { name, bytes }).expect("sheets");
    for ((sheet, own), is_visible) in names.iter().zip(&own).zip(visible) {
        assert_eq!((own.name.as_ref(), own.is_hidden), (Some(sheet), !is_visible), "{name}");
        let range = book.worksheet_range(sheet).expect("a sheet");
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells().filter(|_| is_visible) {
            let (row, column) = (
                first_row + u32::try_from(row).expect("a row") + 1,
                first_column + u32::try_from(column).expect("a column") + 1,
            );
            let found = own.rows().find(|own| own.number == row).map(|own| own.cell(column));
            let text = found.map_or("", |cell| cell.text);
            match cell {
                Data::String(wanted) => assert_eq!(text, wanted.trim(), "{name} {sheet} {row} {column}"),
                Data::Float(wanted) if !text.ends_with('%') => {
                    assert_eq!(text.parse(), Ok(*wanted), "{name} {sheet} {row} {column}");
                }
                Data::DateTime(_) => {
                    assert_eq!(found.map(|cell| cell.content), Some(Content::Date), "{name} {sheet} {row} {column}");
                }
                _ => continue,
            }
            n_cells += 1;
        }
    }
    n_cells
}

#[test]
fn a_marked_copy_whose_cells_are_mended_is_imported_whole() {
    let session = TestImporter::new(&Options::default());
    let bytes = std::fs::read(sixinto_tests::path("fixtures/formats/table/story-300.xlsx")).expect("a fixture");
    let imported = session.import(None, "题库.xlsx", &bytes).expect("a workbook");
    assert_eq!((imported.n_read, imported.n_reported), (300, 3));
    let input = Input { name: "题库.xlsx", bytes: &bytes };
    let marked = annotated(&input, &imported.findings, "zh-CN").expect("a copy");
    let again = session.import(None, "题库.xlsx", &marked).expect("the copy");
    assert_eq!((again.n_read, again.n_reported), (300, 3), "as it is, the copy has the same mistakes");

    let errors = imported.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let wrong: Vec<&Place> = errors.map(|finding| &finding.at).collect();
    let mended = session.import(None, "题库.xlsx", &retyped(&marked, &wrong)).expect("the mended copy");
    assert_eq!((mended.n_read, mended.n_reported, mended.bank.questions.len()), (300, 0, 300));
}

/// The same workbook with B, or 对 in the sheet of judge questions, typed into these cells.
fn retyped(bytes: &[u8], cells: &[&Place]) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in open(&Input { name: "题库.xlsx", bytes }).expect("a workbook") {
        let name = sheet.name.clone().expect("sheets of a workbook have names");
        let page = book.add_worksheet().set_name(&name).expect("a name");
        for row in sheet.rows() {
            for cell in row.cells() {
                let is_wrong = |place: &&Place| match place.position {
                    Position::Cell { row: at, column, .. } => {
                        place.part.as_deref() == Some(&name) && at == row.number && column == Some(cell.column)
                    }
                    _ => false,
                };
                let right = if name == "判断题" { "对" } else { "B" };
                let text = if cells.iter().any(is_wrong) { right } else { cell.text };
                let column = u16::try_from(cell.column - 1).expect("columns are few");
                page.write_string(row.number - 1, column, text).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}
