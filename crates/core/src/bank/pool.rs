//! Every question that papers are drawn from, each once.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::fmt;
use std::ops::Range;

use super::kind::Item;
use super::{Bank, Difficulty, Kind, Question, Revision};
use crate::Id;
use crate::map::IdSet;

/// The questions of one or several banks, sorted by id, so that a paper does not depend on which file a question
/// stood in.
#[derive(Debug)]
pub struct Pool {
    questions: Vec<Question>,
    groups: Vec<Group>,
    slips: Vec<Slip>,
    parts: Vec<Part>,
    names: String,
}

/// What drawing a paper needs of a question. Slips, and the names they point to, lie close together in memory: that is
/// what makes a paper from a hundred thousand questions as quick as one from a thousand.
#[derive(Debug)]
pub(crate) struct Slip {
    pub(crate) revision: Revision,
    id: Range<u32>,
    items: Range<u32>,
    targets: Range<u32>,
    /// Whether the order of the items in the file is what is asked for.
    pub(crate) order_is_key: bool,
}

/// A part that a paper shows, and whether it keeps its place.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) name: Range<u32>,
    pub(crate) fixed: bool,
}

/// The questions that no quota can tell apart.
#[derive(Debug)]
pub struct Group {
    /// Of all of them.
    pub themes: IdSet,
    /// Of all of them.
    pub kind: Kind,
    /// Of all of them.
    pub difficulty: Difficulty,
    /// Positions in the pool, ascending.
    pub members: Vec<u32>,
}

/// Two questions of the same id that are not the same question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateId(pub Id);

impl Pool {
    /// Puts banks together. A question that stands in several banks in the same wording counts once.
    ///
    /// # Errors
    /// [`DuplicateId`] where two wordings have one id.
    pub fn new(banks: Vec<Bank>) -> Result<Self, DuplicateId> {
        // A heap sorts in a fifth of the code that the standard library's sort is, which residents download.
        let heap: BinaryHeap<ById> = banks.into_iter().flat_map(|bank| bank.questions).map(ById).collect();
        let mut questions: Vec<Question> = heap.into_sorted_vec().into_iter().map(|ById(question)| question).collect();
        let clash = questions.windows(2).find(|pair| pair[0].id == pair[1].id && pair[0].revision != pair[1].revision);
        if let Some(pair) = clash {
            return Err(DuplicateId(pair[0].id.clone()));
        }
        questions.dedup_by(|one, other| one.id == other.id);
        let groups = group(&questions);
        let mut pool = Self {
            groups,
            slips: Vec::with_capacity(questions.len()),
            parts: Vec::new(),
            names: String::new(),
            questions,
        };
        pool.fill_slips();
        Ok(pool)
    }

    /// The questions, sorted by id.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The slip at a position.
    pub(crate) fn slip(&self, position: u32) -> &Slip {
        &self.slips[position as usize]
    }

    /// The question's id.
    pub(crate) fn id(&self, slip: &Slip) -> Id {
        self.name(&slip.id)
    }

    /// Choices, steps, left sides or areas, in the file's order.
    pub(crate) fn items(&self, slip: &Slip) -> &[Part] {
        &self.parts[slip.items.start as usize..slip.items.end as usize]
    }

    /// The right sides of a `match`, in the file's order.
    pub(crate) fn targets(&self, slip: &Slip) -> &[Part] {
        &self.parts[slip.targets.start as usize..slip.targets.end as usize]
    }

    /// The id that a part goes by.
    pub(crate) fn name(&self, range: &Range<u32>) -> Id {
        let name = self.names.get(range.start as usize..range.end as usize);
        // Every name was an id before it was written down.
        name.and_then(|name| name.parse().ok()).unwrap_or_default()
    }

    fn fill_slips(&mut self) {
        for question in &self.questions {
            let rules = question.body.rules();
            let id = write_down(&mut self.names, &question.id);
            let mut put = |items: Vec<Item<'_>>| {
                let start = size(self.parts.len());
                for Item { id, fixed, .. } in items {
                    self.parts.push(Part { name: write_down(&mut self.names, id), fixed });
                }
                start..size(self.parts.len())
            };
            let (items, targets) = (put(rules.items()), put(rules.targets()));
            let order_is_key = rules.order_is_key();
            self.slips.push(Slip { revision: question.revision, id, items, targets, order_is_key });
        }
    }

    /// The questions by what quotas ask for, in a fixed order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The question of that id.
    pub fn question(&self, id: &Id) -> Option<&Question> {
        self.questions.get(self.find(id)?)
    }

    /// Where the question of that id stands.
    pub(crate) fn position(&self, id: &Id) -> Option<u32> {
        u32::try_from(self.find(id)?).ok()
    }

    fn find(&self, id: &Id) -> Option<usize> {
        self.questions.binary_search_by(|question| question.id.cmp(id)).ok()
    }
}

/// A question that sorts by its id.
struct ById(Question);

impl Ord for ById {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.id.cmp(&other.0.id)
    }
}

impl PartialOrd for ById {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ById {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for ById {}

fn write_down(names: &mut String, id: &Id) -> Range<u32> {
    let start = size(names.len());
    names.push_str(id.as_str());
    start..size(names.len())
}

/// Positions fit 32 bits: a bank has at most [`super::MAX_QUESTIONS`] questions of at most [`super::MAX_PARTS`] parts.
fn size(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn group(questions: &[Question]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (position, question) in (0_u32..).zip(questions) {
        let own = (&question.themes, question.body.kind(), question.difficulty);
        let order = |group: &Group| -> Ordering { (&group.themes, group.kind, group.difficulty).cmp(&own) };
        match groups.binary_search_by(order) {
            Ok(at) => groups[at].members.push(position),
            Err(at) => {
                let (themes, kind, difficulty) = (own.0.clone(), own.1, own.2);
                groups.insert(at, Group { themes, kind, difficulty, members: vec![position] });
            }
        }
    }
    groups
}

impl fmt::Display for DuplicateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "two different questions have the id `{}`", self.0)
    }
}

impl std::error::Error for DuplicateId {}
