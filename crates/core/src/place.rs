//! Places in a text file: what a person needs to find a problem.

/// Where in a text something stands, as editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
}

impl LineColumn {
    /// Where every text begins.
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// The place that is reached from this one by passing over a text.
    pub(crate) fn after(self, passed: &str) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let n_lines = count(passed.matches('\n').count());
        let last_line = passed.rsplit('\n').next().unwrap_or_default();
        let n_letters = count(last_line.chars().count());
        let column = if n_lines == 0 { self.column } else { 1 };
        Self { line: self.line.saturating_add(n_lines), column: column.saturating_add(n_letters) }
    }

    /// The place of a byte offset; an offset past the end is the end.
    pub fn at(text: &str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset);
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { line: count(before.matches('\n').count()), column: count(before[line_start..].chars().count()) }
    }
}

/// The byte of a line at a column, which counts characters from 1; a column past the end is the end.
pub fn byte_at(line: &str, column: u32) -> usize {
    let index = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
    line.char_indices().nth(index).map_or(line.len(), |(at, _)| at)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX - 1) + 1
}

/// A name as it stands in a JSON pointer.
pub(crate) fn step_to(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The byte offset of the value that a JSON pointer (RFC 6901) names.
///
/// Where the pointer goes on past what the text holds, the deepest value on its way is found instead, so that a
/// missing field is shown at the object that lacks it. The text is taken to be valid JSON.
pub fn offset_of(text: &str, pointer: &str) -> usize {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    scanner.skip_space();
    let mut found = scanner.at;
    for step in pointer.split('/').skip(1) {
        if !scanner.enter(&step.replace("~1", "/").replace("~0", "~")) {
            break;
        }
        found = scanner.at;
    }
    found
}

/// The byte offsets of the elements of the list that a JSON pointer names, in one pass.
fn elements_of(text: &str, pointer: &str) -> Vec<usize> {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: offset_of(text, pointer) };
    let mut offsets = Vec::new();
    if scanner.peek() != b'[' {
        return offsets;
    }
    scanner.at += 1;
    scanner.skip_space();
    while !matches!(scanner.peek(), b']' | 0) {
        offsets.push(scanner.at);
        scanner.skip_value();
        scanner.skip_comma();
        scanner.skip_space();
    }
    offsets
}

/// The same, each with its place: counted on from the one before it, since a long text has many elements.
pub fn places_of_elements(text: &str, pointer: &str) -> Vec<(usize, LineColumn)> {
    let (mut at, mut place) = (0, LineColumn::START);
    let places = elements_of(text, pointer).into_iter().map(|start| {
        place = place.after(text.get(at..start).unwrap_or_default());
        at = start;
        (start, place)
    });
    places.collect()
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// Moves from the start of a container to the start of the member or element that `step` names.
    fn enter(&mut self, step: &str) -> bool {
        match self.peek() {
            b'{' => self.enter_object(step),
            b'[' => step.parse().is_ok_and(|index| self.enter_array(index)),
            _ => false,
        }
    }

    fn enter_object(&mut self, name: &str) -> bool {
        self.at += 1;
        loop {
            self.skip_space();
            if self.peek() != b'"' {
                return false;
            }
            let start = self.at + 1;
            self.skip_string();
            let is_named = self.bytes.get(start..self.at - 1) == Some(name.as_bytes());
            self.skip_space();
            self.at += 1; // the colon
            self.skip_space();
            if is_named {
                return true;
            }
            self.skip_value();
            self.skip_comma();
        }
    }

    fn enter_array(&mut self, index: usize) -> bool {
        self.at += 1;
        for _ in 0..index {
            self.skip_space();
            self.skip_value();
            self.skip_comma();
        }
        self.skip_space();
        !matches!(self.peek(), b']' | 0)
    }

    fn skip_comma(&mut self) {
        self.skip_space();
        if self.peek() == b',' {
            self.at += 1;
        }
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while !matches!(self.peek(), b'"' | 0) {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    fn skip_value(&mut self) {
        let mut depth = 0_u32;
        loop {
            match self.peek() {
                b'"' => {
                    self.skip_string();
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' | b',' if depth == 0 => return,
                b'}' | b']' => depth -= 1,
                0 if self.at >= self.bytes.len() => return,
                _ => {}
            }
            let closed = matches!(self.peek(), b'}' | b']') && depth == 0;
            self.at += 1;
            if closed {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{ "a": [1, {"b\"}": "],{"}, {"c": [[], "灯", 3]}],
  "d": null }"#;

    #[test]
    fn a_pointer_leads_to_its_value() {
        let rest = |pointer| &TEXT[offset_of(TEXT, pointer)..];
        assert!(rest("").starts_with("{ \"a\""));
        assert!(rest("/a/1").starts_with("{\"b"));
        assert!(rest("/a/2/c/1").starts_with("\"灯"));
        assert!(rest("/a/2/c/2").starts_with("3]"));
        assert!(rest("/d").starts_with("null"));
    }

    #[test]
    fn a_missing_member_is_shown_at_its_object() {
        let rest = |pointer| &TEXT[offset_of(TEXT, pointer)..];
        assert!(rest("/a/2/e/f").starts_with("{\"c\""));
        assert!(rest("/a/9").starts_with("[1,"));
    }

    #[test]
    fn every_element_of_a_list_is_found_at_once() {
        let starts: Vec<&str> = elements_of(TEXT, "/a").into_iter().map(|at| &TEXT[at..at + 2]).collect();
        assert_eq!(starts, ["1,", "{\"", "{\""]);
        assert!(elements_of(TEXT, "/d").is_empty());
        assert!(elements_of("[]", "").is_empty());
    }

    #[test]
    fn a_column_leads_back_to_its_byte() {
        assert_eq!(byte_at("题干x", 3), "题干".len());
        assert_eq!(byte_at("x", 9), 1);
    }

    #[test]
    fn columns_count_characters() {
        let offset = offset_of(TEXT, "/a/2/c/2");
        assert_eq!(LineColumn::at(TEXT, offset), LineColumn { line: 1, column: 45 });
        assert_eq!(LineColumn::at(TEXT, offset_of(TEXT, "/d")), LineColumn { line: 2, column: 8 });
    }
}
