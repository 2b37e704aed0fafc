//! What a question asks and what is right: from choices and an answer to the fields of its kind.

use sixinto_core::bank::kind::{Decimal, NumberKey, Pair};
use sixinto_core::bank::{Kind, QuestionFields};

use crate::builders;
use crate::plain_text::bracket::gaps;
use crate::plain_text::context::{Context, Key, Stop, stop};
use crate::plain_text::diagnostics;
use crate::plain_text::key::{picked, slots};
use crate::plain_text::label::Label;
use crate::text::spellings;

impl Context<'_, '_> {
    pub(super) fn body(&mut self, question: &mut QuestionFields, key: &Key) -> Result<(), Stop> {
        match question.kind {
            Kind::Single | Kind::Multiple => {
                let texts = self.lettered()?;
                let picked = picked(self, key)?;
                match (question.kind, picked.len()) {
                    (Kind::Single, 2..) => return Err(stop(key.at, diagnostics::several_answers(picked.len()))),
                    (Kind::Multiple, 1) => self.warn(key.at, diagnostics::single_answer()),
                    _ => {}
                }
                let choices = texts.iter().enumerate().map(|(at, text)| (text.as_str(), picked.contains(&at)));
                question.choices = Some(builders::choices(choices));
            }
            Kind::Judge => question.answer = Some(self.truth(key)?),
            Kind::Blank => question.blanks = Some(slots(key, gaps(&self.stem).len())?),
            Kind::Number => question.number = Some(self.number(key)?),
            Kind::Order => {
                let texts = self.lettered()?;
                let picked = picked(self, key)?;
                if picked.len() != texts.len() {
                    return Err(stop(key.at, diagnostics::unreadable_answer(Kind::Order, &key.text)));
                }
                let ordered = picked.iter().filter_map(|at| texts.get(*at)).map(String::as_str);
                question.steps = Some(builders::steps(ordered));
            }
            Kind::Match => question.pairs = Some(self.pairs()?),
            Kind::Spot => return Err(stop(self.at(), diagnostics::other_kind())),
        }
        Ok(())
    }

    /// The texts of the choices, which must be lettered one after the other.
    fn lettered(&mut self) -> Result<Vec<String>, Stop> {
        let block = self.block;
        let mut texts: Vec<String> = Vec::new();
        for (wanted, choice) in block.choices.iter().enumerate() {
            if choice.index != wanted {
                return Err(stop(choice.mark, diagnostics::choice_letters(choice.index, wanted)));
            }
            texts.push(self.doc.join(&choice.text));
        }
        // Forms often have room for more choices than a question needs.
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
            let at = block.choices.get(texts.len()).map_or(self.at(), |choice| choice.mark);
            self.warn(at, diagnostics::empty_choice(texts.len()));
        }
        if let Some(empty) = texts.iter().position(String::is_empty) {
            let at = block.choices.get(empty).map_or(self.at(), |choice| choice.mark);
            return Err(stop(at, diagnostics::empty_choice(empty)));
        }
        if texts.len() < 2 { Err(stop(self.at(), diagnostics::no_choices())) } else { Ok(texts) }
    }

    fn truth(&self, key: &Key) -> Result<bool, Stop> {
        let choices = &self.block.choices;
        let chosen = spellings::letters(&key.text).filter(|_| choices.len() == 2);
        let chosen = chosen.and_then(|letters| choices.get(*letters.first()?));
        let text = chosen.map_or_else(|| key.text.clone(), |choice| self.doc.join(&choice.text));
        let text = text.trim_end_matches(['。', '.', '；', ';']);
        spellings::truth(text).ok_or_else(|| stop(key.at, diagnostics::unreadable_answer(Kind::Judge, text)))
    }

    fn number(&self, key: &Key) -> Result<NumberKey, Stop> {
        let value = |text: &str| text.trim().parse::<Decimal>().ok();
        let of = |label| self.block.values(label).next().map(|value| self.doc.join(value));
        let unreadable = || stop(key.at, diagnostics::unreadable_answer(Kind::Number, &key.text));
        let tolerance = of(Label::Tolerance).unwrap_or_else(|| "0".to_owned());
        Ok(NumberKey {
            value: value(&key.text).ok_or_else(unreadable)?,
            tolerance: value(tolerance.trim_start_matches('±')).ok_or_else(unreadable)?,
            unit: of(Label::Unit).filter(|unit| !unit.is_empty()).map(builders::plain),
        })
    }

    fn pairs(&mut self) -> Result<Vec<Pair>, Stop> {
        let texts = self.lettered()?;
        let mut sides = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let found = ["——", "--", "→", "->", "＝", " = "].iter().find_map(|sign| text.split_once(sign));
            let found = found.map(|(left, right)| (left.trim(), right.trim()));
            let Some(pair) = found.filter(|(left, right)| !left.is_empty() && !right.is_empty()) else {
                let at = self.block.choices.get(at).map_or(self.at(), |choice| choice.mark);
                return Err(stop(at, diagnostics::no_pair()));
            };
            sides.push(pair);
        }
        Ok(builders::pairs(sides))
    }
}
