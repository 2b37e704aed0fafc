//! What two phones remember comes together without loss.

use proptest::prelude::*;
use sixinto_core::calendar::Played;
use sixinto_core::map::IdMap;
use sixinto_core::memory::{self, Certificate, Memory, Pledge, StudyPlace};
use sixinto_core::paper::{FORMAT, Paper, PaperQuestion};
use sixinto_core::review::{ReviewBook, Try};
use sixinto_core::score::Outcome;
use sixinto_core::{Answer, Attempt, Id, Seed};
use sixinto_tests::expect_file;
use sixinto_tests::make::id;

/// How many questions a made paper has.
const ASKED: u64 = 5;

/// An attempt at the paper of that seed, with so many answers, begun in its first minute or so many later.
pub(super) fn attempt(seed: u32, answers: u64, minute: u64) -> Attempt {
    let question = |n: u64| id(&format!("q{n}"));
    let asked = |n| PaperQuestion { id: question(n), micropoints: 1_000_000, ..PaperQuestion::default() };
    let questions = (0..ASKED).map(asked).collect();
    let paper = Paper { format: FORMAT, preset: id("made"), seed: Seed(seed), questions, ..Paper::default() };
    let mut attempt = Attempt::start(paper, u64::from(seed) * 1_000_000 + minute * 60_000);
    attempt.answers = (0..answers).map(|n| (question(n), Answer::Judge(true))).collect();
    attempt
}

fn finished(seed: u32) -> Attempt {
    let attempt = attempt(seed, ASKED, 0);
    Attempt { finished: Some(attempt.started + 1000), ..attempt }
}

fn certificate(seed: u32, name: &str) -> Certificate {
    let attempt = finished(seed);
    Certificate { attempt, micropoints: 4_000_000, of: 5_000_000, code: "0000-0000-0012".into(), name: name.into() }
}

fn pledge(at: u64) -> Pledge {
    let strokes = vec![vec![0, 0, 500, 1000], vec![7, 7]];
    Pledge { at, theme: id("home"), promises: vec![id("gas"), id("door")], name: "卓玛".into(), strokes }
}

fn try_of(question: u8, outcome: Outcome, at: u64) -> Try {
    Try { question: id(&format!("q{question}")), outcome, at, flagged: false }
}

fn book(tries: &[Try]) -> ReviewBook {
    let mut book = ReviewBook::default();
    book.record(tries, 1_000_000_000_000);
    book
}

/// One of everything.
pub(super) fn whole() -> Memory {
    Memory {
        made: 1_795_000_000_000,
        lang: "zh-CN".parse().expect("a language"),
        open: vec![attempt(1, 3, 0), attempt(2, 0, 1)],
        done: Some(finished(3)),
        seen: [(id("q0"), 2), (id("q1"), 1)].into_iter().collect(),
        daily: [("2026-06-01".parse().expect("a day"), Played { percent: 80, on_time: true })].into_iter().collect(),
        book: book(&[try_of(0, Outcome::Wrong, 1_000_000_000), try_of(1, Outcome::Right, 1_000_000_000)]),
        certificates: vec![certificate(3, "扎西")],
        pledges: vec![pledge(9)],
        settings: [(id("large"), true)].into_iter().collect(),
        study: [(place("home"), id("q4")), (place("home/gas"), id("q2"))].into_iter().collect(),
        ..Memory::default()
    }
}

fn place(text: &str) -> StudyPlace {
    text.parse().expect("a theme or a theme and a topic")
}

pub(super) fn text_of(memory: &Memory) -> String {
    serde_json::to_string(memory).expect("a memory")
}

fn memory() -> impl Strategy<Value = Memory> {
    let open = prop::collection::btree_map(1_u32..5, (0..=ASKED, 0_u64..3), 0..4);
    let done = prop::option::of(100_u32..104);
    let seen = prop::collection::btree_map(0_u8..6, 1_u32..9, 0..6);
    let daily = prop::collection::btree_map(1_u8..8, (0_u8..=100, any::<bool>()), 0..6);
    let outcome = prop::sample::select(vec![Outcome::Right, Outcome::Wrong, Outcome::Partial]);
    let tries = prop::collection::vec((0_u8..6, outcome, 0_u64..9_000_000_000), 0..8);
    let certificates = prop::collection::btree_set(200_u32..204, 0..3);
    let pledges = prop::collection::btree_set(0_u64..5, 0..3);
    let mine = (prop::sample::select(vec!["甲", "乙"]), prop::sample::select(vec!["zh-CN", "en"]));
    let settings = prop::collection::btree_map(prop::sample::select(vec!["large", "plain"]), any::<bool>(), 0..3);
    let places = prop::sample::select(vec!["home", "home/gas", "school/gas"]);
    let study = prop::collection::btree_map(places, 0_u8..6, 0..3);
    let parts = (open, done, seen, daily, tries, certificates, pledges, mine, (settings, study));
    parts.prop_map(|(open, done, seen, daily, tries, certificates, pledges, (name, lang), (settings, study))| Memory {
        made: 7,
        lang: lang.parse().expect("a language"),
        open: open.into_iter().map(|(seed, (answers, minute))| attempt(seed, answers, minute)).collect(),
        done: done.map(finished),
        seen: seen.into_iter().map(|(n, times)| (id(&format!("q{n}")), times)).collect(),
        daily: daily
            .into_iter()
            .map(|(day, (percent, on_time))| {
                (format!("2026-06-0{day}").parse().expect("a day"), Played { percent, on_time })
            })
            .collect(),
        book: book(&tries.into_iter().map(|(n, outcome, at)| try_of(n, outcome, at)).collect::<Vec<_>>()),
        certificates: certificates.into_iter().map(|seed| certificate(seed, name)).collect(),
        pledges: pledges.into_iter().map(pledge).collect(),
        settings: settings.into_iter().map(|(name, is_on)| (id(name), is_on)).collect(),
        study: study.into_iter().map(|(name, n)| (place(name), id(&format!("q{n}")))).collect(),
        ..Memory::default()
    })
}

/// A memory without what is said to be mine: the order of lists, the language, which way switches are, what was read
/// last, and the names on certificates.
fn common(mut memory: Memory) -> Memory {
    memory.open.sort_by_key(|attempt| attempt.started);
    memory.certificates.sort_by_key(|certificate| certificate.attempt.started);
    memory.certificates.iter_mut().for_each(|certificate| certificate.name = "".into());
    memory.pledges.sort_by_key(|pledge| pledge.at);
    let places: Vec<StudyPlace> = memory.study.iter().map(|(place, _)| place.clone()).collect();
    let names: Vec<Id> = memory.settings.iter().map(|(name, _)| name.clone()).collect();
    Memory {
        lang: "en".parse().expect("a language"),
        settings: names.into_iter().map(|name| (name, true)).collect(),
        study: places.into_iter().map(|place| (place, id("q0"))).collect(),
        ..memory
    }
}

/// Whether all that is in one memory is in another, in this state or a later one.
fn holds(memory: &Memory, part: &Memory) -> bool {
    let reached = |attempt: &Attempt| (attempt.answers.iter().count(), attempt.started);
    let is_there =
        |one: &Attempt| memory.open.iter().any(|other| one.paper == other.paper && reached(one) <= reached(other));
    let finished = |memory: &Memory| memory.done.as_ref().and_then(|done| done.finished);
    let at_least = |one: &IdMap<u32>, other: &IdMap<u32>| other.iter().all(|(id, n)| one.get(id) >= Some(n));
    part.open.iter().all(is_there)
        && finished(memory) >= finished(part)
        && at_least(&memory.seen, &part.seen)
        && part.daily.iter().all(|(day, part)| {
            memory.daily.get(day).is_some_and(|all| all.percent >= part.percent && all.on_time >= part.on_time)
        })
        && part.book.cards.iter().all(|(id, card)| memory.book.cards.get(id).is_some_and(|all| all.at >= card.at))
        && part.certificates.iter().all(|one| memory.certificates.iter().any(|all| all.attempt == one.attempt))
        && part.pledges.iter().all(|pledge| memory.pledges.contains(pledge))
        && part.settings.iter().all(|(name, _)| memory.settings.get(name).is_some())
        && part.study.iter().all(|(place, _)| memory.study.get(place).is_some())
}

proptest! {
    #[test]
    fn nothing_is_lost(mine in memory(), theirs in memory()) {
        let both = mine.clone().merge(theirs.clone());
        prop_assert!(holds(&both, &mine) && holds(&both, &theirs), "{both:#?}");
        prop_assert_eq!(both.lang, mine.lang);
        for (name, is_on) in mine.settings.iter() {
            prop_assert_eq!(both.settings.get(name), Some(is_on));
        }
        for (place, question) in mine.study.iter() {
            prop_assert_eq!(both.study.get(place), Some(question));
        }
        for certificate in &mine.certificates {
            prop_assert!(both.certificates.contains(certificate), "the name on it is mine");
        }
    }

    #[test]
    fn it_does_not_matter_which_is_put_to_which(mine in memory(), theirs in memory()) {
        prop_assert_eq!(common(mine.clone().merge(theirs.clone())), common(theirs.merge(mine)));
    }

    #[test]
    fn it_does_not_matter_in_what_order_three_come_together(one in memory(), two in memory(), three in memory()) {
        let first = one.clone().merge(two.clone()).merge(three.clone());
        prop_assert_eq!(first, one.merge(two.merge(three)));
    }

    #[test]
    fn the_same_file_twice_changes_nothing(mine in memory(), theirs in memory()) {
        let once = mine.merge(theirs.clone());
        prop_assert_eq!(once.clone().merge(theirs), once);
    }

    #[test]
    fn ones_own_file_is_read_back_and_changes_nothing(mine in memory()) {
        let file = memory::read(&text_of(&mine)).expect("one's own file");
        prop_assert_eq!(&file, &mine);
        prop_assert_eq!(mine.clone().merge(file), mine);
    }

    #[test]
    fn half_a_file_is_refused(at in any::<prop::sample::Index>()) {
        let text = text_of(&whole());
        let end = text.floor_char_boundary(at.index(text.len()));
        prop_assert!(memory::read(&text[..end]).is_err());
    }
}

#[test]
fn the_file_looks_like_this() {
    let text = serde_json::to_string_pretty(&whole()).expect("a memory") + "\n";
    expect_file("fixtures/memory/whole.json", &text);
    assert_eq!(memory::read(&text), Ok(whole()));
}

#[test]
fn of_two_phones_with_one_paper_the_one_that_came_further_counts() {
    let merged = |mine: Attempt, theirs: Attempt| {
        let with = |attempt| Memory { open: vec![attempt], ..Memory::default() };
        with(mine).merge(with(theirs)).open
    };
    assert_eq!(merged(attempt(1, 2, 0), attempt(1, 3, 0)), [attempt(1, 3, 0)]);
    assert_eq!(merged(attempt(1, 3, 0), attempt(1, 2, 9)), [attempt(1, 3, 0)]);
    assert_eq!(merged(attempt(1, 2, 0), attempt(1, 2, 9)), [attempt(1, 2, 9)]);
    assert_eq!(merged(attempt(1, 2, 0), attempt(2, 1, 0)), [attempt(1, 2, 0), attempt(2, 1, 0)]);
}

#[test]
fn what_was_finished_on_the_other_phone_is_no_longer_under_way() {
    let mine = Memory { open: vec![attempt(3, 2, 0), attempt(1, 1, 0)], ..Memory::default() };
    let theirs = Memory { done: Some(finished(3)), ..Memory::default() };
    let both = mine.merge(theirs);
    assert_eq!((both.open, both.done), (vec![attempt(1, 1, 0)], Some(finished(3))));
}

#[test]
fn tries_that_the_book_has_not_taken_in_are_not_left_behind() {
    let tries = [try_of(0, Outcome::Wrong, 5_000)];
    let memory = Memory::default().with_tries(&tries, 6_000);
    assert_eq!(memory.book, book(&tries));
    assert_eq!(memory.clone().with_tries(&tries, 7_000), memory, "and do not count twice");
}
