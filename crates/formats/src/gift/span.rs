//! Pieces of a block that know where they stand, and the signs in them that no backslash takes the meaning from.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

/// A piece of a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span<'a> {
    pub(super) text: &'a str,
    /// Where it begins, in bytes of the block.
    pub(super) at: usize,
}

impl Span<'_> {
    /// The bytes from one to another, both at the bounds of letters.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        Self { text: &self.text[from..to], at: self.at + from }
    }

    pub(super) fn from(self, from: usize) -> Self {
        self.part(from, self.text.len())
    }

    pub(super) fn trim(self) -> Self {
        let from = self.text.len() - self.text.trim_start().len();
        self.part(from, from + self.text.trim().len())
    }

    /// Where a sign stands first.
    pub(super) fn find(self, sign: u8) -> Option<usize> {
        find_from(self.text.as_bytes(), 0, [sign, sign])
    }

    /// What stands before the first of a sign, and after it.
    pub(super) fn split(self, sign: u8) -> (Self, Option<Self>) {
        match self.find(sign) {
            Some(at) => (self.part(0, at), Some(self.from(at + 1))),
            None => (self, None),
        }
    }

    /// The pieces that begin with one of the two signs, with their signs; and before them, if it is not empty, what
    /// stands before the first.
    pub(super) fn pieces(self, signs: [u8; 2]) -> impl Iterator<Item = (Option<u8>, Self)> {
        let bytes = self.text.as_bytes();
        let mut at = Some(0);
        let mut sign = None;
        std::iter::from_fn(move || {
            let from = at?;
            let end = find_from(bytes, from, signs);
            let piece = (sign, self.part(from, end.unwrap_or(bytes.len())).trim());
            sign = end.and_then(|end| bytes.get(end).copied());
            at = end.map(|end| end + 1);
            Some(piece)
        })
        .filter(|(sign, piece)| sign.is_some() || !piece.text.is_empty())
    }

    /// Where the last `####` begins.
    pub(super) fn last_four_hashes(self) -> Option<usize> {
        let mut last = None;
        let mut from = 0;
        while let Some(at) = find_from(self.text.as_bytes(), from, [b'#', b'#']) {
            from = at + 1;
            if self.text[at..].starts_with("####") {
                last = Some(at);
            }
        }
        last
    }
}

/// The first byte from there on that is a sign and is not escaped. Signs are ASCII, so it begins a letter.
fn find_from(bytes: &[u8], from: usize, [sign, other]: [u8; 2]) -> Option<usize> {
    let mut from = from;
    loop {
        let at = from + memchr3(sign, other, b'\\', bytes.get(from..)?)?;
        if bytes[at] != b'\\' {
            return Some(at);
        }
        from = at + 2;
    }
}

/// A text as it is meant: without escapes, with its lines trimmed and the empty ones gone.
pub(super) fn unescaped(raw: &str) -> Cow<'_, str> {
    let raw = raw.trim();
    if memchr2(b'\\', b'\n', raw.as_bytes()).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    for line in raw.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        push_unescaped(&mut text, line);
    }
    Cow::Owned(text.trim().to_owned())
}

fn push_unescaped(text: &mut String, line: &str) {
    let mut rest = line;
    while let Some(at) = memchr(b'\\', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        let escaped = rest.as_bytes().get(at + 1).copied();
        match escaped {
            Some(sign @ (b'~' | b'=' | b'#' | b'{' | b'}' | b':' | b'\\')) => text.push(char::from(sign)),
            Some(b'n') => text.push('\n'),
            _ => text.push('\\'),
        }
        let is_known = matches!(escaped, Some(b'~' | b'=' | b'#' | b'{' | b'}' | b':' | b'\\' | b'n'));
        rest = &rest[at + 1 + usize::from(is_known)..];
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_other_backslashes_stay() {
        assert_eq!(unescaped(r" a\=b\~c\#d\{e\}f\:g\\n\nh\x\* "), "a=b~c#d{e}f:g\\n\nh\\x\\*");
        assert_eq!(unescaped("一\n   \n 二\\"), "一\n二\\");
    }

    #[test]
    fn pieces_begin_at_signs_that_are_not_escaped() {
        let span = Span { text: r" ~ a\~b =c", at: 10 };
        let pieces: Vec<_> = span.pieces([b'~', b'=']).collect();
        let found: Vec<_> = pieces.iter().map(|(sign, piece)| (*sign, piece.text, piece.at)).collect();
        assert_eq!(found, [(Some(b'~'), r"a\~b", 13), (Some(b'='), "c", 19)]);
    }
}
