//! Blueprint, pool and seed to paper.

use std::fmt;

use super::Paper;
use super::deal::deal;
use crate::bank::{Group, Pool};
use crate::map::IdMap;
use crate::preset::{Section, SeedSource};
use crate::seed::Chance;
use crate::{Blueprint, Id, Seed};

/// How often a person has seen each question; a question that is absent was never seen.
pub type Seen = IdMap<u32>;

/// What to draw.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// How many questions of what.
    pub blueprint: &'a Blueprint,
    /// The themes to draw from; empty for all.
    pub themes: &'a [Id],
    /// Makes this paper differ from others.
    pub seed: Seed,
    /// What the person saw before.
    pub seen: &'a Seen,
}

/// A section asks for more questions than there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Which section of the blueprint, from 0.
    pub section: usize,
    /// How many it asks for.
    pub wanted: usize,
    /// How many it can get beside what the other sections need.
    pub found: usize,
}

/// Draws a paper. The same pool, blueprint, themes, seed and history give the same paper on every platform.
///
/// The algorithm, which the golden papers pin:
///
/// 1. The stream of chance is [`Seed::chance`]. A blueprint whose seed is the day's ignores what was seen.
/// 2. The sections take their questions in the blueprint's order. A section's candidates are the questions that have
///    one of the request's themes and fit the section's own lists, in the order of [`Pool::groups`] and, within a
///    group, of their ids.
/// 3. A section walks its candidates in uniformly random order (a Fisher–Yates shuffle, done only as far as it is
///    walked), passing over those that an earlier section took. It takes each one never seen. Once it has walked all
///    without being full, it takes from those it left, least seen first, in the order of the walk.
/// 4. A section that is still short asks an earlier one, the first that can, to give up a question both could use and
///    to take another: the free one least seen, the first in candidate order (augmenting paths, so a quota fails only
///    if no paper could meet it).
/// 5. The choices, steps, sides and areas of each question, in the paper's order, are shuffled among the places that
///    no `fixed` choice holds. Steps that come out in their right order are shuffled again.
///
/// The time it takes depends on the paper and on what was seen, not on the size of the pool.
///
/// # Errors
/// [`Quota`], which names the section that cannot be filled.
pub fn draw(pool: &Pool, request: Request<'_>) -> Result<Paper, Quota> {
    let mut chance = request.seed.chance();
    let drawn = Drawing::new(pool, request).fill(&mut chance)?;
    let mut asked = Vec::new();
    for (section, taken) in request.blueprint.sections.iter().zip(drawn) {
        for position in taken {
            asked.push((position, section.points));
        }
    }
    Ok(deal(pool, request, &asked, &mut chance))
}

/// Which candidates each section has, and which questions it has taken, by position in the pool.
struct Drawing<'a> {
    pool: &'a Pool,
    request: Request<'a>,
    candidates: Vec<Vec<&'a Group>>,
    taken: Vec<Vec<u32>>,
}

impl<'a> Drawing<'a> {
    fn new(pool: &'a Pool, request: Request<'a>) -> Self {
        let fits = |section: &Section| {
            let groups = pool.groups().iter();
            groups.filter(|group| asks_for(request.themes, section, group)).collect()
        };
        let sections = &request.blueprint.sections;
        Self { pool, request, candidates: sections.iter().map(fits).collect(), taken: vec![Vec::new(); sections.len()] }
    }

    fn fill(mut self, chance: &mut Chance) -> Result<Vec<Vec<u32>>, Quota> {
        for (at, section) in self.request.blueprint.sections.iter().enumerate() {
            let wanted = usize::from(section.count);
            self.walk(at, wanted, chance);
            while self.taken[at].len() < wanted {
                let mut asked = vec![false; self.taken.len()];
                if !self.grow(at, &mut asked) {
                    return Err(Quota { section: at, wanted, found: self.taken[at].len() });
                }
            }
        }
        Ok(self.taken)
    }

    /// Step 3.
    fn walk(&mut self, at: usize, wanted: usize, chance: &mut Chance) {
        let candidates = self.candidates[at].clone();
        let mut walk = Walk::over(&candidates);
        let mut left = Vec::new();
        while self.taken[at].len() < wanted {
            let Some(position) = walk.next(chance) else { break };
            if self.is_taken(position) {
                continue;
            }
            match self.seen(position) {
                0 => self.taken[at].push(position),
                times => left.push((times, position)),
            }
        }
        while let Some(fewest) = left.iter().map(|(times, _)| *times).min().filter(|_| self.taken[at].len() < wanted) {
            let missing = wanted - self.taken[at].len();
            let least_seen = left.iter().filter(|(times, _)| *times == fewest).map(|(_, position)| *position);
            self.taken[at].extend(least_seen.take(missing));
            left.retain(|(times, _)| *times != fewest);
        }
    }

    /// Step 4: gives section `at` one question more, if any chain of sections can.
    fn grow(&mut self, at: usize, asked: &mut [bool]) -> bool {
        asked[at] = true;
        if let Some(position) = self.least_seen_free(at) {
            self.taken[at].push(position);
            return true;
        }
        for giver in 0..asked.len() {
            let shared = self.taken[giver].iter().position(|position| self.is_candidate(at, *position));
            let Some(index) = shared.filter(|_| !asked[giver]) else { continue };
            if self.grow(giver, asked) {
                let position = self.taken[giver].remove(index);
                self.taken[at].push(position);
                return true;
            }
        }
        false
    }

    fn least_seen_free(&self, at: usize) -> Option<u32> {
        let members = self.candidates[at].iter().flat_map(|group| &group.members).copied();
        members.filter(|position| !self.is_taken(*position)).min_by_key(|position| self.seen(*position))
    }

    fn is_candidate(&self, at: usize, position: u32) -> bool {
        self.candidates[at].iter().any(|group| group.members.binary_search(&position).is_ok())
    }

    fn is_taken(&self, position: u32) -> bool {
        self.taken.iter().any(|section| section.contains(&position))
    }

    fn seen(&self, position: u32) -> u32 {
        if self.request.blueprint.seed == SeedSource::Day || self.request.seen.is_empty() {
            return 0;
        }
        self.request.seen.get(&self.pool.id(self.pool.slip(position))).copied().unwrap_or(0)
    }
}

fn asks_for(themes: &[Id], section: &Section, group: &Group) -> bool {
    fn allows<T: PartialEq>(list: Option<&[T]>, values: &[T]) -> bool {
        list.is_none_or(|list| list.is_empty() || values.iter().any(|value| list.contains(value)))
    }
    allows(Some(themes), group.themes.as_slice())
        && allows(section.themes.as_deref(), group.themes.as_slice())
        && allows(section.kinds.as_deref(), &[group.kind])
        && allows(section.difficulties.as_deref(), &[group.difficulty])
}

/// A random order of the members of some groups, made only as far as it is asked for.
struct Walk<'a> {
    groups: &'a [&'a Group],
    len: u32,
    at: u32,
    /// The places of the unfinished shuffle that no longer hold their own number.
    moved: Moved,
}

impl<'a> Walk<'a> {
    fn over(groups: &'a [&'a Group]) -> Self {
        let len = groups.iter().map(|group| size(group)).sum();
        Self { groups, len, at: 0, moved: Moved::Few(Vec::new()) }
    }

    fn next(&mut self, chance: &mut Chance) -> Option<u32> {
        if self.at == self.len {
            return None;
        }
        let other = self.at + chance.below(self.len - self.at);
        let chosen = self.moved.at(other);
        let here = self.moved.at(self.at);
        self.moved.put(other, here, self.len);
        self.at += 1;
        self.member(chosen)
    }

    fn member(&self, mut index: u32) -> Option<u32> {
        for group in self.groups {
            let len = size(group);
            if index < len {
                return group.members.get(index as usize).copied();
            }
            index -= len;
        }
        None
    }
}

fn size(group: &Group) -> u32 {
    u32::try_from(group.members.len()).unwrap_or(u32::MAX)
}

/// A list that starts out as 0, 1, 2 ... and is written down only where it differs, until that is no longer worth it.
enum Moved {
    Few(Vec<(u32, u32)>),
    All(Vec<u32>),
}

impl Moved {
    const FEW: usize = 256;

    fn at(&self, place: u32) -> u32 {
        match self {
            Self::Few(moved) => moved.iter().find(|(at, _)| *at == place).map_or(place, |(_, value)| *value),
            Self::All(list) => list.get(place as usize).copied().unwrap_or(place),
        }
    }

    fn put(&mut self, place: u32, value: u32, len: u32) {
        match self {
            Self::All(list) => list[place as usize] = value,
            Self::Few(moved) => {
                match moved.iter_mut().find(|(at, _)| *at == place) {
                    Some(entry) => entry.1 = value,
                    None => moved.push((place, value)),
                }
                if moved.len() > Self::FEW {
                    let mut list: Vec<u32> = (0..len).collect();
                    for (at, value) in moved {
                        list[*at as usize] = *value;
                    }
                    *self = Self::All(list);
                }
            }
        }
    }
}

/// What a section asks for, in the words of the blueprint: themes, kinds and difficulties.
pub fn asked_for(themes: &[Id], section: &Section) -> String {
    let themes = themes.iter().chain(section.themes.iter().flatten()).map(Id::as_str);
    let kinds = section.kinds.iter().flatten().map(|kind| kind.name());
    let levels = section.difficulties.iter().flatten().map(|level| ["1", "2", "3"][usize::from(u8::from(*level)) - 1]);
    let all: Vec<&str> = themes.chain(kinds).chain(levels).collect();
    if all.is_empty() { "any".to_owned() } else { all.join(" ") }
}

impl Quota {
    /// The short stable name that pages and scripts choose words by.
    pub fn code(&self) -> &'static str {
        "quota"
    }
}

impl fmt::Display for Quota {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a section asks for more questions than there are")
    }
}

impl std::error::Error for Quota {}
