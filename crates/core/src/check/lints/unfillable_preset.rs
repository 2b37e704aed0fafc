//! A preset that asks for more questions than there are: the page would offer a paper that cannot be drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use crate::bank::kind::{Blank, Multiple, Single, Spot};
use crate::bank::{Bank, Body, Difficulty, Kind, Pool, Question};
use crate::check::{Notes, Subject, Words, counted};
use crate::map::IdSet;
use crate::paper::{self, Quota, Request, Seen};
use crate::preset::{Blueprint, Scope, Section};
use crate::{Id, Seed, Text};

pub(super) fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let context = subject.context;
    let Some(set) = context.themes.value.set(&context.set).filter(|_| subject.is_whole) else { return };
    let presets = &context.presets.value.presets;
    let Ok(pool) = Pool::new(vec![enough(subject, presets)]) else { return };
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

/// As many questions of each sort as any paper can take: more would change no answer, and copying costs time.
fn enough(subject: &Subject<'_>, presets: &[Blueprint]) -> Bank {
    let mut room: BTreeMap<(Kind, Difficulty, &IdSet), usize> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    let mut questions: Vec<Question> = Vec::new();
    for question_ref in subject.questions() {
        let question = question_ref.question;
        let kind = question.body.kind();
        let room = room.entry((kind, question.difficulty, &question.themes)).or_insert_with(|| most(presets, kind));
        if *room > 0 && ids.insert(&question.id) {
            *room -= 1;
            questions.push(without_words(question));
        }
    }
    Bank { id: Id::default(), lang: Box::default(), title: Text::default(), questions }
}

/// The most questions of a kind that any of the presets can take.
fn most(presets: &[Blueprint], kind: Kind) -> usize {
    let takes =
        |section: &&Section| section.kinds.as_ref().is_none_or(|kinds| kinds.is_empty() || kinds.contains(&kind));
    let in_one =
        |preset: &Blueprint| preset.sections.iter().filter(takes).map(|section| usize::from(section.count)).sum();
    presets.iter().map(in_one).max().unwrap_or(0)
}

/// What quotas look at.
fn without_words(question: &Question) -> Question {
    let body = match &question.body {
        Body::Single(_) => Body::Single(Single { choices: Vec::new() }),
        Body::Multiple(_) => Body::Multiple(Multiple { choices: Vec::new() }),
        Body::Blank(_) => Body::Blank(Blank { blanks: Vec::new() }),
        Body::Spot(_) => Body::Spot(Spot { areas: Vec::new() }),
        body => body.clone(),
    };
    Question {
        id: question.id.clone(),
        themes: question.themes.clone(),
        topic: Id::default(),
        difficulty: question.difficulty,
        stem: Text::default(),
        media: None,
        body,
        explanation: None,
        action: None,
        source: None,
        review_by: None,
        revision: question.revision,
    }
}

fn note(index: usize, blueprint: &Blueprint, themes: &[Id], quota: Quota, notes: &mut Notes) {
    let Some(section) = blueprint.sections.get(quota.section) else { return };
    let named = if blueprint.scope == Scope::Theme { themes } else { &[] };
    let en = paper::asked_for(named, section);
    let zh = if en == "any" { "不限" } else { &en };
    let (preset, number) = (&blueprint.id, quota.section + 1);
    let Quota { wanted, found, .. } = quota;
    notes.preset(
        index,
        format!("/sections/{}", quota.section),
        Words::new(
            format!("预设“{preset}”第 {number} 部分要 {wanted} 道题（{zh}），只有 {found} 道"),
            format!(
                "section {number} of the preset `{preset}` asks for {} ({en}), but there {} {found}",
                counted(wanted, "question", "questions"),
                if found == 1 { "is only" } else { "are only" },
            ),
        ),
        Words::new("补足题目，或者在 presets.json 里少要几道", "add questions, or ask for fewer in presets.json"),
    );
}
