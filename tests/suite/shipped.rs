//! The question files that are shipped with the page.

use std::collections::{BTreeMap, BTreeSet};

use sixinto_core::bank::{Body, Kind};
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::{Id, Pool, Seed, check};
use sixinto_tests::{library, path, read};

#[test]
fn the_shipped_banks_have_no_finding() {
    let (files, context) = library::shipped("2026-11-23");
    assert!(!files.is_empty());
    let findings = check::check_files(&files, &context).findings;
    let lines = findings.iter().map(|finding| {
        let (at, question) = (&finding.at, finding.question.as_ref().map_or("-", |id| id.as_str()));
        format!("{}:{}:{} {} {question}: {}\n", at.file, at.line, at.column, finding.code, finding.message.en)
    });
    assert!(findings.is_empty(), "\n{}", lines.collect::<String>());
}

/// The themes that the page shows, each with the kinds and difficulties of its questions.
fn themes() -> BTreeMap<Id, Vec<(Kind, u8, String)>> {
    let (files, context) = library::shipped("2026-11-23");
    let banks = check::check_files(&files, &context).banks;
    let set = context.themes.value.set("default").expect("the set that the page shows");
    let mut themes: BTreeMap<Id, Vec<(Kind, u8, String)>> =
        set.themes.iter().map(|theme| (theme.clone(), Vec::new())).collect();
    for question in banks.iter().flat_map(|bank| &bank.questions) {
        let facts = (question.body.kind(), question.difficulty.into(), question.topic.as_str().to_owned());
        for theme in question.themes.iter() {
            themes.entry(theme.clone()).or_default().push(facts.clone());
        }
    }
    themes
}

#[test]
fn every_theme_has_enough_questions_of_every_sort() {
    let themes = themes();
    assert_eq!(themes.len(), 6);
    for (theme, questions) in themes {
        let of = |kind: Kind| questions.iter().filter(|(own, ..)| *own == kind).count();
        let (all, single, judge, multiple) = (questions.len(), of(Kind::Single), of(Kind::Judge), of(Kind::Multiple));
        assert!(all >= 80, "{theme}: {all} questions");
        assert!(single >= 40 && judge >= 16 && multiple >= 16, "{theme}: {single}, {judge}, {multiple}");
        for kind in [Kind::Blank, Kind::Number, Kind::Order, Kind::Match, Kind::Spot] {
            assert!(of(kind) >= 1, "{theme} has no {}", kind.name());
        }
        let topics: BTreeSet<&str> = questions.iter().map(|(.., topic)| topic.as_str()).collect();
        assert!(topics.len() >= 8, "{theme}: {topics:?}");
        for (level, share) in [(1, 40), (2, 40), (3, 20)] {
            let percent = 100 * questions.iter().filter(|(_, own, _)| *own == level).count() / all;
            assert!(percent.abs_diff(share) <= 8, "{theme}: {percent} % of difficulty {level}");
        }
    }
}

#[test]
fn every_preset_can_be_filled_from_every_theme_alone_with_a_hundred_seeds() {
    let (files, context) = library::shipped("2026-11-23");
    let pool = Pool::new(check::check_files(&files, &context).banks).expect("no id twice");
    let set = context.themes.value.set("default").expect("the set that the page shows");
    let seen = Seen::default();
    for blueprint in &context.presets.value.presets {
        for theme in &set.themes {
            for seed in 0..100 {
                let themes = std::slice::from_ref(theme);
                let request = Request { blueprint, themes, seed: Seed(seed), seen: &seen };
                let paper = paper::draw(&pool, request);
                let count = paper.map(|paper| paper.questions.len());
                let wanted: usize = blueprint.sections.iter().map(|section| usize::from(section.count)).sum();
                assert_eq!(count.ok(), Some(wanted), "{} of {theme}, seed {seed}", blueprint.id);
            }
        }
    }
}

#[test]
fn every_preset_has_an_id_of_its_own_and_words_in_both_languages() {
    let (_, context) = library::shipped("2026-11-23");
    let file = context.presets.value;
    let given = file.given.unwrap_or_default();
    assert!(given.iter().all(|preset| preset.sections.len() == 1), "given questions are of one section");
    let mut ids = BTreeSet::new();
    for preset in file.presets.iter().chain(&given) {
        assert!(ids.insert(&preset.id), "{} twice", preset.id);
        for text in [Some(&preset.title), preset.about.as_ref()] {
            let words = text.map(|text| (text.get("zh-CN"), text.get("en")));
            assert!(words.is_some_and(|(chinese, english)| !english.is_empty() && chinese != english), "{}", preset.id);
        }
    }
}

#[test]
fn every_picture_is_asked_about_and_there_are_enough_of_them() {
    let (files, context) = library::shipped("2026-11-23");
    let banks = check::check_files(&files, &context).banks;
    let questions: Vec<_> = banks.iter().flat_map(|bank| &bank.questions).collect();
    let asked: BTreeSet<&str> =
        questions.iter().filter_map(|question| Some(question.media.as_ref()?.file.as_ref())).collect();
    let drawing = |name: &str| read(&format!("../questions/{name}"));
    let sheets: String = asked.iter().filter(|name| name.contains("signs-sheet")).map(|name| drawing(name)).collect();
    // A sign may be asked about on a sheet of several, which holds the same shapes.
    let is_on_a_sheet = |name: &str| {
        let text = drawing(name);
        let shapes = text.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>"));
        shapes.is_some_and(|(shapes, _)| sheets.contains(shapes))
    };
    let is_unasked = |name: &&String| !asked.contains(name.as_str()) && !is_on_a_sheet(name);
    let unasked: Vec<&String> = context.pictures.iter().filter(is_unasked).collect();
    assert!(unasked.is_empty(), "{unasked:?}");
    let signs = context.pictures.iter().filter(|name| name.contains("/sign-")).count();
    assert!(signs >= 40, "{signs} signs");
    let scenes: Vec<_> = questions.iter().filter(|question| question.body.kind() == Kind::Spot).collect();
    assert!(scenes.len() >= 6, "{} scenes", scenes.len());
    for scene in scenes {
        let Body::Spot(spot) = &scene.body else { continue };
        let hazards = spot.areas.iter().filter(|area| area.hazard).count();
        assert!(hazards >= 6 && hazards < spot.areas.len(), "{}: {hazards} hazards", scene.id);
        assert!(spot.areas.iter().all(|area| area.why.is_some()), "{}", scene.id);
    }
}

#[test]
fn the_readme_counts_questions_and_job_posts_as_they_are() {
    let (files, context) = library::shipped("2026-11-23");
    let banks = check::check_files(&files, &context).banks;
    let n: usize = banks.iter().map(|bank| bank.questions.len()).sum();
    let posts = library::names(&path("../questions/cards")).len() - 1;
    let readme = read("../README.md");
    for said in [format!("{n} questions on {} topics", banks.len()), format!("{posts} job posts")] {
        assert!(readme.contains(&said), "README.md does not say “{said}”");
    }
}
