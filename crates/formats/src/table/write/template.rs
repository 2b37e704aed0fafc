//! A workbook for a trainer to fill in: the layout that we write, with an example of each kind, lists to choose from,
//! and what belongs where.

use rust_xlsxwriter::{DataValidation, Format as Look, FormatAlign, Note, Workbook, Worksheet, XlsxError};
use sixinto_core::bank::{Difficulty, Kind};

use crate::Writing;
use crate::diagnostics::Finding;
use crate::table::write::columns::{Column, columns, difficulty_word, kind_word};
use crate::table::write::examples::examples;
use crate::table::write::{fill, unwritable};

/// Rows that the lists to choose from are there for.
const ROOM: u32 = 2000;
/// The most letters that Excel takes for a list to choose from.
const MOST_IN_LIST: usize = 255;

/// The template, in the language of `writing`.
///
/// # Errors
/// Never in practice: the workbook is ours.
pub fn template(writing: &Writing<'_>) -> Result<Vec<u8>, Box<Finding>> {
    let mut book = Workbook::new();
    let mut done = questions(book.add_worksheet(), writing);
    done = done.and_then(|()| notes(book.add_worksheet(), writing));
    done.and_then(|()| book.save_to_buffer()).map_err(|error| unwritable(&error))
}

fn questions(sheet: &mut Worksheet, writing: &Writing<'_>) -> Result<(), XlsxError> {
    let lang = writing.lang;
    sheet.set_name(say(lang, "题目", "Questions"))?;
    let examples = examples(lang);
    let examples: Vec<_> = examples.iter().collect();
    let columns = columns(&examples);
    fill(sheet, &columns, &examples, writing)?;
    for (at, column) in (0_u16..).zip(&columns) {
        if let Some((zh, en)) = note_on(*column) {
            let note = Note::new(say(lang, zh, en)).add_author_prefix(false).set_width(260).set_height(120);
            sheet.insert_note(0, at, &note)?;
        }
        let list = choices(*column, writing);
        if !list.is_empty() && list.join(",").chars().count() <= MOST_IN_LIST {
            let validation = DataValidation::new()
                .allow_list_strings(&list)?
                .set_error_title(say(lang, "请从列表里选", "Please choose from the list"))?
                .set_error_message(list.join(say(lang, "、", ", ")).chars().take(MOST_IN_LIST).collect::<String>())?;
            // Two themes are written into one cell, so other words are let through after a question.
            let validation = if *column == Column::Themes {
                validation.set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Information)
            } else {
                validation
            };
            sheet.add_data_validation(1, at, ROOM, at, &validation)?;
        }
    }
    Ok(())
}

/// What one can choose from in a column; nothing where anything can be written.
fn choices(column: Column, writing: &Writing<'_>) -> Vec<String> {
    let lang = writing.lang;
    match column {
        Column::Kind => {
            let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Spot);
            kinds.map(|kind| kind_word(kind, lang).to_owned()).collect()
        }
        Column::Difficulty => {
            let levels = [Difficulty::Easy, Difficulty::Middling, Difficulty::Hard];
            levels.map(|level| difficulty_word(level, lang).to_owned()).to_vec()
        }
        Column::Themes => writing.themes.iter().map(|(_, label)| label.get(lang).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// What belongs in a column, for the note on its header and the sheet of notes.
fn note_on(column: Column) -> Option<(&'static str, &'static str)> {
    Some(match column {
        Column::Id => (
            "可以不写。写的话用小写英文字母、数字和连字符，每道题不同，如 home-gas-night。",
            "May stay empty. If written: lower-case letters, digits and hyphens, different for each question, such as home-gas-night.",
        ),
        Column::Kind => ("从列表里选。", "Choose from the list."),
        Column::Themes => (
            "哪类场所的题，从列表里选；两类都有的，用顿号隔开，如 家庭、学校。",
            "Which kind of place it is about: choose from the list; two are written with a comma between them.",
        ),
        Column::Topic => (
            "主题里的小类，如 燃气、防火；“说明”表里有全部的类。可以不写。",
            "What it is about within the theme, such as gas or fire; the sheet of notes lists them all. May stay empty.",
        ),
        Column::Difficulty => ("易、中、难，从列表里选；不写算中。", "easy, medium or hard; medium if empty."),
        Column::Stem => (
            "题目本身。填空题在要填的地方写四条下划线 ____ 。",
            "The question itself. In a fill-in question write four underscores ____ where something is missing.",
        ),
        Column::Choice(0) => (
            "一格写一个选项。判断、填空、数字题不写。排序题按正确的先后写；连线题写成 左边 → 右边。",
            "One choice a cell. Leave empty for judge, blank and number. For order write the steps in their right order; for match write left → right.",
        ),
        Column::Answer => (
            "单选写一个字母，多选写几个，如 ABD；判断写 对 或 错；填空写答案，几个空用 | 隔开，同一个空的几种写法用 ; 隔开；数字题写 110±10 次；连线题不写。",
            "One letter for single, several for multiple, such as ABD; true or false for judge; the answers for blank, with | between blanks and ; between forms of one answer; 110±10 times for number; nothing for match.",
        ),
        Column::Explanation => ("为什么这样是对的。", "Why the right answer is right."),
        Column::Why(0) => {
            ("可以不写：这个选项为什么对，为什么错。", "May stay empty: what is right or wrong about this choice.")
        }
        Column::Action => ("用一句话说该怎么做，动词开头。", "What to do, in one sentence that begins with a verb."),
        Column::Source => {
            ("依据哪部法律、哪个标准，如 《中华人民共和国消防法》。", "The law or standard that the answer rests on.")
        }
        Column::Article => ("第几条，写数字，如 5。", "The number of the article, such as 5."),
        Column::AsOf => ("哪天核对过原文，如 2026-11-23。", "The day on which somebody read it, such as 2026-11-23."),
        _ => return None,
    })
}

/// A sheet that says how to fill in the other one.
fn notes(sheet: &mut Worksheet, writing: &Writing<'_>) -> Result<(), XlsxError> {
    let lang = writing.lang;
    sheet.set_name(say(lang, "说明", "Notes"))?;
    let (bold, wrapped) = (Look::new().set_bold().set_align(FormatAlign::Top), Look::new().set_text_wrap());
    sheet.set_column_width(0, 16)?;
    sheet.set_column_width(1, 90)?;
    let mut row = 0;
    let mut line = |left: &str, right: &str| -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, 0, left, &bold)?;
        sheet.write_string_with_format(row, 1, right, &wrapped)?;
        row += 1;
        Ok(())
    };
    line(
        say(lang, "怎么用", "How to use it"),
        say(
            lang,
            "一行写一道题。表里的几行是例子，看懂以后删去或者改成自己的题。填好后运行 sixinto import 这个文件。",
            "One question a row. The rows that are there are examples: remove them, or write your own over them. Then run sixinto import with this file.",
        ),
    )?;
    let examples = examples(lang);
    for column in columns(&examples.iter().collect::<Vec<_>>()) {
        if let Some((zh, en)) = note_on(column) {
            line(&column.header(lang), say(lang, zh, en))?;
        }
    }
    let topics: Vec<&str> = writing.topics.iter().map(|(_, label)| label.get(lang)).collect();
    if !topics.is_empty() {
        line(say(lang, "全部的小类", "All topics"), &topics.join(say(lang, "、", ", ")))?;
    }
    Ok(())
}

fn say<'a>(lang: &str, zh: &'a str, en: &'a str) -> &'a str {
    if lang.starts_with("en") { en } else { zh }
}
