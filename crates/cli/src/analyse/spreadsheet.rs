//! A report as CSV: a row a question.

use super::report::Report;
use super::terminal::{headings, numbers, withheld};
use super::verdicts;
use crate::lang::Lang;

pub(super) fn write(report: &Report, lang: Lang) -> String {
    let ends = [lang.say("看法", "Verdict"), lang.say("选项", "Choices")];
    let head = [lang.say("序号", "No."), lang.say("题目编号", "Question"), lang.say("题干", "Stem")];
    let mut text = row(head.into_iter().chain(headings(lang)).chain(ends).map(str::to_owned));
    for (at, item) in report.items.iter().enumerate() {
        let start = [(at + 1).to_string(), item.question.clone(), item.stem.clone()];
        let Some(statistics) = &item.statistics else {
            text += &row(start.into_iter().chain([withheld(report, lang)]));
            continue;
        };
        let told: Vec<String> =
            statistics.verdicts.iter().map(|verdict| verdicts::sentence(verdict, item, lang)).collect();
        let count = |(choice, count): (usize, &sixinto_core::analysis::ChoiceCount)| {
            let right = if count.correct { "*" } else { "" };
            format!("{}{right}={}", crate::prompt_text::letter(choice), count.people)
        };
        let choices: Vec<String> = statistics.choices.iter().enumerate().map(count).collect();
        // A dash is for people; a program wants nothing.
        let numbers = numbers(statistics).map(|number| if number == "–" { String::new() } else { number });
        text += &row(start.into_iter().chain(numbers).chain([told.join("; "), choices.join(" ")]));
    }
    text
}

fn row(cells: impl Iterator<Item = String>) -> String {
    cells.map(|cell| quoted(&cell)).collect::<Vec<_>>().join(",") + "\n"
}

/// A cell as RFC 4180 has it. What a spreadsheet would take for a formula is made a text by an apostrophe; numbers are
/// left alone.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_no_formula_and_keeps_its_quotes() {
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("-12.5"), "-12.5");
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
