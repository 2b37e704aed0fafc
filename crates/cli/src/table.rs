//! Columns that line up, also where letters are two columns wide.

use unicode_width::UnicodeWidthStr as _;

/// Lines of cells under each other: the first column to the left, the others to the right.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..n_columns).map(widest).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let space = " ".repeat(width - cell.width());
            let parts = if column == 0 { [cell, space.as_str(), ""] } else { ["  ", space.as_str(), cell] };
            line.extend(parts);
        }
        text += line.trim_end();
        text += "\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn wide_letters_take_two_columns() {
        let rows = [["", "单选题", "n"], ["家庭", "7", "12"], ["a", "10", "3"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows), "      单选题   n\n家庭       7  12\na         10   3\n");
    }
}
