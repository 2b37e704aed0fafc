//! The parts of a question: where they stand and what people call them.

use super::Words;
use crate::Id;
use crate::bank::Body;

/// One choice, step, pair or area.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) sort: Sort,
    pub(super) index: usize,
    pub(super) id: &'a Id,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Choice,
    Step,
    Pair,
    Area,
}

/// What the question consists of, in the file's order; nothing for kinds whose parts have no id.
pub(super) fn parts(body: &Body) -> impl Iterator<Item = Part<'_>> {
    (0..).map_while(|index| {
        let (sort, id) = match body {
            Body::Single(_) | Body::Multiple(_) => (Sort::Choice, &body.choices().get(index)?.id),
            Body::Order(order) => (Sort::Step, &order.steps().get(index)?.id),
            Body::Match(pairs) => (Sort::Pair, &pairs.pairs().get(index)?.id),
            Body::Spot(spot) => (Sort::Area, &spot.areas.get(index)?.id),
            Body::Judge(_) | Body::Blank(_) | Body::Number(_) => return None,
        };
        Some(Part { sort, index, id })
    })
}

impl Sort {
    /// What a question's parts are, if it has parts.
    pub(super) fn of(body: &Body) -> Option<Self> {
        match body {
            Body::Single(_) | Body::Multiple(_) => Some(Self::Choice),
            Body::Order(_) => Some(Self::Step),
            Body::Match(_) => Some(Self::Pair),
            Body::Spot(_) => Some(Self::Area),
            Body::Judge(_) | Body::Blank(_) | Body::Number(_) => None,
        }
    }

    /// In Chinese, in English and in English for several.
    pub(super) fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Choice => ("选项", "choice", "choices"),
            Self::Step => ("步骤", "step", "steps"),
            Self::Pair => ("配对", "pair", "pairs"),
            Self::Area => ("区域", "area", "areas"),
        }
    }
}

impl Part<'_> {
    /// The pointer to one of its fields.
    pub(super) fn pointer(&self, field: &str) -> String {
        let (_, _, list) = self.sort.names();
        format!("/{list}/{}/{field}", self.index)
    }

    /// What a message calls it.
    pub(super) fn name(&self) -> Words {
        let (zh, en, _) = self.sort.names();
        Words::new(format!("{zh}“{}”", self.id), format!("{en} `{}`", self.id))
    }
}
