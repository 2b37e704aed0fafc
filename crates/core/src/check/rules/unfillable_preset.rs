//! A preset that asks for more questions than there are: the page would offer a paper that cannot be drawn.

use std::collections::{BTreeMap, HashSet};
use std::slice;

use crate::bank::{Bank, Difficulty, Kind, Pool, Question};
use crate::check::{Notes, Subject, Words};
use crate::map::IdSet;
use crate::paper::{self, Quota, Request, Seen};
use crate::preset::{Blueprint, Scope};
use crate::{Id, Seed};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let context = subject.context;
    let Some(set) = context.themes.value.set(&context.set).filter(|_| subject.is_whole) else { return };
    let presets = &context.presets.value.presets;
    let most = presets.iter().map(n_questions).max().unwrap_or(0);
    let Ok(pool) = Pool::new(vec![enough(subject, most)]) else { return };
    let seen = Seen::default();
    for (index, blueprint) in presets.iter().enumerate() {
        let drawn_from: Vec<&[Id]> = match blueprint.scope {
            Scope::All => vec![&set.themes],
            Scope::Theme => set.themes.iter().map(slice::from_ref).collect(),
        };
        for themes in drawn_from {
            if let Err(quota) = paper::draw(&pool, Request { blueprint, themes, seed: Seed(0), seen: &seen }) {
                note(index, blueprint, themes, quota, notes);
            }
        }
    }
}

fn n_questions(blueprint: &Blueprint) -> usize {
    blueprint.sections.iter().map(|section| usize::from(section.count)).sum()
}

/// As many questions of each sort as any paper can take: more would change no answer, and copying costs time.
fn enough(subject: &Subject<'_>, most: usize) -> Bank {
    let mut sorts: BTreeMap<(&IdSet, Kind, Difficulty), usize> = BTreeMap::new();
    let mut ids = HashSet::new();
    let mut questions: Vec<Question> = Vec::new();
    for seat in subject.seats() {
        let question = seat.question;
        let count = sorts.entry((&question.themes, question.body.kind(), question.difficulty)).or_default();
        if *count < most && ids.insert(&question.id) {
            *count += 1;
            questions.push(question.clone());
        }
    }
    Bank { id: Id::default(), lang: Box::default(), title: crate::Text::default(), questions }
}

fn note(index: usize, blueprint: &Blueprint, themes: &[Id], quota: Quota, notes: &mut Notes) {
    let Some(section) = blueprint.sections.get(quota.section) else { return };
    let named = if blueprint.scope == Scope::Theme { themes } else { &[] };
    let asked = paper::asked_for(named, section);
    let (preset, number) = (&blueprint.id, quota.section + 1);
    let Quota { wanted, found, .. } = quota;
    notes.preset(
        index,
        format!("/sections/{}", quota.section),
        Words::new(
            format!("预设“{preset}”第 {number} 部分要 {wanted} 道题（{asked}），只有 {found} 道"),
            format!("section {number} of the preset `{preset}` asks for {wanted} questions ({asked}) and gets {found}"),
        ),
        Words::new("补足题目，或者在 presets.json 里少要几道", "add questions, or ask for fewer in presets.json"),
    );
}
