//! A file into blocks, each a question or a category, with what the comments in them say.

use std::borrow::Cow;

use memchr::memchr;

/// What stands between two empty lines.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// From the first line that is no comment to the last one.
    pub(super) original: &'a str,
    /// The same with spaces for comments, so that every byte keeps its place.
    pub(super) text: Cow<'a, str>,
    /// The number of its first line.
    pub(super) line: u32,
    /// `[id:]` of its comments, the first one.
    pub(super) id: Option<Cow<'a, str>>,
    /// Every `[tag:]` of its comments.
    pub(super) tags: Vec<Cow<'a, str>>,
    /// Where a line with nothing but `0` stands.
    pub(super) zero: Option<usize>,
}

/// The blocks of a text whose lines end with `\n`.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Block<'_>> {
    let mut at = 0;
    let mut line = 0;
    std::iter::from_fn(move || {
        let mut draft = Draft::default();
        while at < text.len() {
            let end = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end);
            let words = text[at..end].trim();
            line += 1;
            if words.is_empty() {
                if let Some(block) = std::mem::take(&mut draft).finish(text) {
                    at = end + 1;
                    return Some(block);
                }
            } else {
                draft.add(words, at, end, line);
            }
            at = end + 1;
        }
        draft.finish(text)
    })
}

#[derive(Default)]
struct Draft<'a> {
    /// Where the first line that is no comment begins, its number, and where the last one ends.
    range: Option<(usize, u32, usize)>,
    /// Comments after the first line.
    comments: Vec<(usize, usize)>,
    id: Option<Cow<'a, str>>,
    tags: Vec<Cow<'a, str>>,
    zero: Option<usize>,
}

impl<'a> Draft<'a> {
    fn add(&mut self, words: &'a str, at: usize, end: usize, line: u32) {
        if let Some(comment) = words.strip_prefix("//") {
            self.id = self.id.take().or_else(|| marks(comment, "[id:").next());
            self.tags.extend(marks(comment, "[tag:"));
            if self.range.is_some() {
                self.comments.push((at, end));
            }
            return;
        }
        if words == "0" {
            self.zero.get_or_insert(at);
        }
        let (from, first, _) = self.range.unwrap_or((at, line, end));
        self.range = Some((from, first, end));
    }

    fn finish(self, text: &'a str) -> Option<Block<'a>> {
        let Self { range, comments, id, tags, zero } = self;
        let (from, line, to) = range?;
        let original = &text[from..to];
        let inner = comments.iter().filter(|(at, _)| *at < to);
        let blanked = inner.fold(None, |blanked: Option<String>, (at, end)| {
            let mut blanked = blanked.unwrap_or_else(|| String::with_capacity(original.len()));
            blanked.push_str(&original[blanked.len()..at - from]);
            blanked.extend(std::iter::repeat_n(' ', end - at));
            Some(blanked)
        });
        let text = blanked.map_or(Cow::Borrowed(original), |mut blanked| {
            blanked.push_str(&original[blanked.len()..]);
            Cow::Owned(blanked)
        });
        Some(Block { original, text, line, id, tags, zero: zero.map(|zero| zero - from) })
    }
}

/// What stands in brackets after such a beginning; `\]` is a bracket within it.
fn marks<'a>(comment: &'a str, begin: &'static str) -> impl Iterator<Item = Cow<'a, str>> {
    let mut rest = comment;
    std::iter::from_fn(move || {
        let from = rest.find(begin)? + begin.len();
        let bytes = rest.as_bytes();
        let end = (from..bytes.len()).find(|at| bytes[*at] == b']' && bytes[at - 1] != b'\\')?;
        let mark = rest[from..end].trim();
        rest = &rest[end + 1..];
        Some(if mark.contains("\\]") { Cow::Owned(mark.replace("\\]", "]")) } else { Cow::Borrowed(mark) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_leave_every_byte_where_it_is() {
        let text = "// [id:q-1] [tag:家庭] [tag:a\\]b]\n题{\n// 注 [tag:燃气]\n=对}\n// 尾\n\n\n  \n第二题{T}";
        let blocks: Vec<Block<'_>> = blocks(text).collect();
        assert_eq!(blocks.len(), 2);
        assert_eq!(blocks[0].original, "题{\n// 注 [tag:燃气]\n=对}");
        assert_eq!(blocks[0].text, format!("题{{\n{}\n=对}}", " ".repeat("// 注 [tag:燃气]".len())));
        assert_eq!((blocks[0].id.as_deref(), blocks[0].line, blocks[1].line), (Some("q-1"), 2, 9));
        assert_eq!(blocks[0].tags, ["家庭", "a]b", "燃气"]);
    }
}
