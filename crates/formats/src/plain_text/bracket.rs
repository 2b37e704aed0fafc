//! What stands in brackets in a stem: an answer, the kind, or room for one of them.

use sixinto_core::bank::Kind;

use crate::text::spellings;

/// A pair of brackets: from where to where it goes, and what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bracket<'a> {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) inner: &'a str,
}

/// The brackets of a text that have no brackets in them.
pub(crate) fn brackets(text: &str) -> Vec<Bracket<'_>> {
    let mut open = None;
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        match letter {
            '（' | '(' | '【' | '[' | '［' => open = Some((at, at + letter.len_utf8())),
            '）' | ')' | '】' | ']' | '］' => {
                if let Some((from, inner)) = open.take() {
                    let inner = text.get(inner..at).unwrap_or_default();
                    found.push(Bracket { from, to: at + letter.len_utf8(), inner });
                }
            }
            _ => {}
        }
    }
    found
}

impl Bracket<'_> {
    /// Whether it is room to write in.
    pub(crate) fn is_empty(&self) -> bool {
        self.inner.chars().all(|letter| letter.is_whitespace() || letter == '_' || letter == '＿')
    }

    /// Whether it holds an answer to choose among so many: letters in their order, or a sign of truth where there is
    /// nothing to choose from. An abbreviation such as AED is none.
    pub(crate) fn is_answer(&self, n_choices: usize) -> bool {
        let inner = self.inner.trim().trim_start_matches("答案").trim_start_matches([':', '：']);
        if n_choices == 0 {
            return spellings::truth(inner).is_some();
        }
        let letters = spellings::letters(inner).unwrap_or_default();
        let n_letters = inner.chars().filter(|letter| spellings::half_width(*letter).is_ascii_alphabetic()).count();
        let is_capital = !inner.chars().any(char::is_lowercase);
        let in_order = letters.is_sorted() && letters.len() == n_letters;
        let is_there = letters.last().is_some_and(|last| *last < n_choices);
        // One letter that has no choice is a slip; several are a word.
        is_capital && in_order && (is_there || letters.len() == 1)
    }

    /// The kind that it names.
    pub(crate) fn kind(&self) -> Option<Kind> {
        let name = self.inner.trim();
        spellings::kind(name)
            .filter(|_| name.ends_with('题') || name.ends_with('选') || matches!(name, "判断" | "填空"))
    }
}

/// The gaps of a stem: runs of underscores, or where there are none, empty brackets.
pub(crate) fn gaps(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| matches!(letter, '_' | '＿')) {
        match runs.last_mut() {
            Some(run) if run.1 == at => run.1 += letter.len_utf8(),
            _ => runs.push((at, at + letter.len_utf8())),
        }
    }
    runs.retain(|(from, to)| to - from > 1);
    if runs.is_empty() {
        runs = brackets(text).iter().filter(|bracket| bracket.is_empty()).map(|at| (at.from, at.to)).collect();
    }
    runs
}

/// The stem with every gap as four underscores, or more where there were more.
pub(crate) fn with_gaps(text: &str) -> String {
    let mut stem = String::with_capacity(text.len());
    let mut end = 0;
    for (from, to) in gaps(text) {
        let gap = text.get(from..to).unwrap_or_default();
        let is_long = gap.len() > 4 && gap.bytes().all(|byte| byte == b'_');
        stem.push_str(text.get(end..from).unwrap_or_default());
        stem.push_str(if is_long { gap } else { "____" });
        end = to;
    }
    stem.push_str(text.get(end..).unwrap_or_default());
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_in_brackets_is_no_answer() {
        let is_answer = |text: &str, n| brackets(text).iter().any(|bracket| bracket.is_answer(n));
        assert!(is_answer("火警电话是（ B ）", 4));
        assert!(is_answer("可以用【AC】", 4));
        assert!(is_answer("可以乘电梯。( × )", 0));
        assert!(!is_answer("自动体外除颤器（AED）", 4));
        assert!(!is_answer("灭火器（红色）", 0));
    }

    #[test]
    fn gaps_are_underscores_or_else_empty_brackets() {
        assert_eq!(with_gaps("高挂__用，（ ）"), "高挂____用，（ ）");
        assert_eq!(with_gaps("火警（　　），急救( )"), "火警____，急救____");
    }
}
