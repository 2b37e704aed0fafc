//! From a block to a question, or to what is wrong with it.

use sixinto_core::bank::{Kind, QuestionFields};

use crate::diagnostics::Finding;
use crate::plain_text::block::Block;
use crate::plain_text::bracket::{brackets, gaps, with_gaps};
use crate::plain_text::context::{Context, Key, Stop, stop};
use crate::plain_text::diagnostics;
use crate::plain_text::doc::{Doc, Slice};
use crate::plain_text::key::picked;
use crate::plain_text::label::Label;
use crate::plain_text::title::Stated;
use crate::text::spellings;
use crate::{Found, Reading, builders};

/// Reads a block. The findings have an error exactly if there is no question.
pub(crate) fn read(doc: &Doc<'_>, block: &Block, reading: &Reading<'_>) -> (Option<Found>, Vec<Finding>) {
    let stem = doc.join(&block.stem);
    let mut context = Context { doc, block, reading, findings: Vec::new(), stem };
    match context.question() {
        Ok(question) => {
            let at = context.at();
            let found = Found { question, place: doc.place(at), quote: Some(doc.quote(at)) };
            (Some(found), context.findings)
        }
        Err(Stop { at, problem }) => {
            let finding = context.finding(Finding::error, at, *problem);
            (None, vec![finding])
        }
    }
}

impl Context<'_, '_> {
    fn question(&mut self) -> Result<QuestionFields, Stop> {
        let stated = self.stated()?;
        let key = self.key(stated)?;
        if self.stem.trim().is_empty() {
            return Err(stop(self.at(), diagnostics::no_stem()));
        }
        let kind = match stated {
            Some(kind) => kind,
            None => self.infer(&key)?,
        };
        let mut question = builders::question(kind, self.stem_of(kind));
        self.body(&mut question, &key)?;
        crate::plain_text::details::fill(self, &mut question);
        Ok(question)
    }

    /// The kind that the block is said to be of: by its own line, its stem or the title above it.
    fn stated(&mut self) -> Result<Option<Kind>, Stop> {
        if let Some(value) = self.block.values(Label::Kind).next() {
            let at = value.first().copied().unwrap_or(self.at());
            let name = self.doc.text(at).trim();
            let kind = spellings::kind(name).or_else(|| self.reading.type_codes.get(name).copied());
            let is_code = name.chars().all(|letter| letter.is_ascii_digit());
            let problem = if is_code { diagnostics::ambiguous_code(name) } else { diagnostics::other_kind() };
            return kind.filter(|kind| *kind != Kind::Spot).map(Some).ok_or_else(|| stop(at, problem));
        }
        if let Some(kind) = self.take_tag() {
            return Ok(Some(kind));
        }
        match self.block.stated {
            Stated::Kind(kind) => Ok(Some(kind)),
            Stated::Nothing => Ok(None),
            Stated::Other => Err(stop(self.at(), diagnostics::other_kind())),
        }
    }

    /// Takes a kind in brackets off the stem's beginning or end.
    fn take_tag(&mut self) -> Option<Kind> {
        let stem = self.stem.clone();
        let found = brackets(&stem);
        let is_at_end =
            |bracket: &&crate::plain_text::bracket::Bracket<'_>| bracket.from == 0 || bracket.to == stem.len();
        let (bracket, kind) = found.iter().filter(is_at_end).find_map(|found| Some((found, found.kind()?)))?;
        self.stem.replace_range(bracket.from..bracket.to, "");
        self.stem = self.stem.trim().to_owned();
        Some(kind)
    }

    /// The answer, from its line, from a list, or from brackets in the stem. What stood in brackets leaves room.
    fn key(&mut self, stated: Option<Kind>) -> Result<Key, Stop> {
        let (doc, block) = (self.doc, self.block);
        let lines = block.values(Label::Answer).filter(|value| !doc.join(value).is_empty());
        let mut keys: Vec<Key> =
            lines.map(|value| Key { text: doc.join(value), at: value.first().copied().unwrap_or(self.at()) }).collect();
        keys.extend(block.listed.map(|at| Key { text: doc.text(at).to_owned(), at }));
        match keys.first().map(|key| key.text.clone()) {
            None => keys.extend(self.take_bracketed(stated)?),
            Some(key) if !matches!(stated, Some(Kind::Blank)) => keys.extend(self.take_repeated(&key)),
            Some(_) => {}
        }
        let same =
            |one: &Key, other: &Key| sixinto_core::check::fold(&one.text) == sixinto_core::check::fold(&other.text);
        match keys.as_slice() {
            [] if stated == Some(Kind::Match) => Ok(Key { text: String::new(), at: self.at() }),
            [] => Err(stop(self.at(), diagnostics::no_answer())),
            [key, rest @ ..] => match rest.iter().find(|other| !same(key, other) || !same_truth(key, other)) {
                Some(other) => Err(stop(other.at, diagnostics::two_answers())),
                None => Ok(key.clone()),
            },
        }
    }

    /// Takes an answer out of the stem that is given elsewhere too, lest the stem tell it; and one at the stem's end that
    /// says something else.
    fn take_repeated(&mut self, key: &str) -> Option<Key> {
        let n_choices = self.block.choices.len();
        let end = self.stem.trim_end_matches(['。', '.', '；', ';', ' ', '\u{3000}']).len();
        let is_same = |inner: &str| {
            spellings::truth(inner) == spellings::truth(key)
                && sixinto_core::check::fold(inner) == sixinto_core::check::fold(key)
        };
        let stem = self.stem.clone();
        let mut own = brackets(&stem).into_iter().filter(|bracket| bracket.is_answer(n_choices));
        let bracket = own.find(|bracket| bracket.to == end || is_same(bracket.inner))?;
        self.stem.replace_range(bracket.from..bracket.to, "（　　）");
        let text = bracket.inner.trim();
        Some(Key { text: text.to_owned(), at: self.slice_of(text) })
    }

    fn take_bracketed(&mut self, stated: Option<Kind>) -> Result<Option<Key>, Stop> {
        let n_choices = self.block.choices.len();
        let found = brackets(&self.stem);
        if found.iter().any(|bracket| bracket.is_empty() && n_choices > 0) {
            return Ok(None);
        }
        let own: Vec<_> = match stated {
            Some(Kind::Blank) if gaps(&self.stem).is_empty() => found,
            Some(Kind::Blank | Kind::Order | Kind::Match | Kind::Number) => return Ok(None),
            // An answer to a statement stands at its end.
            _ if n_choices == 0 => {
                let end = self.stem.trim_end_matches(['。', '.', '；', ';', ' ', '\u{3000}']).len();
                found.into_iter().filter(|bracket| bracket.to == end && bracket.is_answer(0)).collect()
            }
            _ => found.into_iter().filter(|bracket| bracket.is_answer(n_choices)).collect(),
        };
        if own.is_empty() {
            return Ok(None);
        }
        let is_blank = stated == Some(Kind::Blank);
        if own.len() > 1 && !is_blank {
            return Err(stop(self.at(), diagnostics::two_answers()));
        }
        let texts: Vec<&str> = own.iter().map(|bracket| bracket.inner.trim()).collect();
        let text = texts.join(" | ").trim_start_matches("答案").trim_start_matches([':', '：']).to_owned();
        let places: Vec<_> = own.iter().map(|bracket| (bracket.from, bracket.to)).collect();
        let at = self.slice_of(own.first().map_or("", |bracket| bracket.inner.trim()));
        for (from, to) in places.into_iter().rev() {
            self.stem.replace_range(from..to, if is_blank { "____" } else { "（　　）" });
        }
        Ok(Some(Key { text, at }))
    }

    /// Where a bracket's inner text stands in the lines of the stem.
    fn slice_of(&self, inner: &str) -> Slice {
        let found = self.block.stem.iter().find_map(|slice| {
            let bracket = brackets(self.doc.text(*slice)).into_iter().find(|bracket| bracket.inner.trim() == inner)?;
            let from = bracket.from + self.doc.text(*slice).get(bracket.from..)?.find(inner)?;
            Some(slice.part(from, from + inner.len()))
        });
        found.unwrap_or(self.at())
    }

    /// The kind, where it is certain.
    fn infer(&self, key: &Key) -> Result<Kind, Stop> {
        let truth = spellings::truth(&key.text).is_some();
        let of_truth =
            |choice: &crate::plain_text::block::Choice| spellings::truth(&self.doc.join(&choice.text)).is_some();
        let choices = &self.block.choices;
        let has_gap = gaps(&self.stem)
            .iter()
            .any(|(from, to)| self.stem.get(*from..*to).is_some_and(|gap| gap.starts_with(['_', '＿'])) || !truth);
        match choices.len() {
            2 if choices.iter().all(of_truth) => Ok(Kind::Judge),
            0 if truth && !has_gap => Ok(Kind::Judge),
            0 if spellings::letters(&key.text).is_some() => Err(stop(self.at(), diagnostics::no_choices())),
            0 if has_gap => Ok(Kind::Blank),
            0 => Err(stop(self.at(), diagnostics::unknown_kind())),
            _ => match picked(self, key) {
                Ok(picked) if picked.len() > 1 => Ok(Kind::Multiple),
                _ => Ok(Kind::Single),
            },
        }
    }

    fn stem_of(&self, kind: Kind) -> String {
        match kind {
            Kind::Blank => with_gaps(&self.stem),
            Kind::Judge => {
                let end = self.stem.trim_end_matches(['。', '.', '；', ';', ' ', '\u{3000}']);
                let last = brackets(end).pop().filter(|bracket| bracket.to == end.len() && bracket.is_empty());
                let (body, stop) = last.map_or((self.stem.as_str(), ""), |bracket| {
                    (end.get(..bracket.from).unwrap_or_default(), self.stem.get(end.len()..).unwrap_or_default())
                });
                format!("{}{}", body.trim_end(), if body.trim_end().ends_with('。') { "" } else { stop })
            }
            _ => self.stem.clone(),
        }
    }
}

/// × and √ are nothing to a comparison of words, so they are compared by what they mean.
fn same_truth(one: &Key, other: &Key) -> bool {
    spellings::truth(&one.text) == spellings::truth(&other.text)
}
