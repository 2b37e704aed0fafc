//! `sixinto stats`: what banks cover, and what is still to be written.

use std::collections::BTreeSet;
use std::slice;

use serde::Serialize;
use sixinto_core::bank::{Bank, Question};
use sixinto_core::check::{Checked, Code, Context, Words};
use sixinto_core::date::Date;
use sixinto_core::paper::{self, Request, Seen};
use sixinto_core::preset::Scope;
use sixinto_core::{Id, Pool, Seed};

use crate::check::{Args, Files, examine};
use crate::counts::{self, Counts, theme_name};
use crate::failure::Failure;
use crate::lang::{Lang, both, say};
use crate::{Outcome, clock, output, table};

pub(crate) const EXAMPLE: &str = "\
例：看题库里各个主题有多少题、哪些还没有讲解和来源、哪些卷子出得来
Example: how many questions each theme has, which lack an explanation or a source, and which papers can be drawn
  sixinto stats questions";

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    today: Date,
    banks: Vec<Counts>,
    themes: Vec<Counts>,
    coverage: Vec<Coverage>,
    presets: Vec<Filling>,
}

/// How many questions of a theme have what a question should have.
#[derive(Default, Serialize)]
struct Coverage {
    id: String,
    questions: usize,
    explanation: usize,
    source: usize,
    action: usize,
    /// Every text in every language asked for.
    translated: usize,
    /// Whose day to be looked at again is past.
    overdue: usize,
}

/// Whether the papers of a preset can be drawn.
#[derive(Serialize)]
struct Filling {
    preset: Id,
    /// Where the preset asks about one theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<Id>,
    can_be_drawn: bool,
    /// What is missing otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    short: Option<Short>,
}

/// The first section, from 1, that has not enough questions.
#[derive(Serialize)]
struct Short {
    section: usize,
    wanted: usize,
    found: usize,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let today = args.today.unwrap_or_else(clock::today);
    let files = Files::read(args, today)?;
    if let Some(finding) = files.unreadable.first() {
        let name = &finding.at.file;
        let help = both!("运行 sixinto check 看哪里有错", "`sixinto check` tells what is wrong");
        return Err(Failure::new(both!("{name} 有错，不能用", "{name} is not in order and cannot be used"), help));
    }
    let Checked { banks, findings } = examine(&files, lang);
    if findings.iter().any(|finding| finding.code.is_unreadable()) {
        let note = Words::new(
            "有的题读不出来，没有算进去；运行 sixinto check 看是哪些。",
            "Some questions cannot be read and are not counted: `sixinto check` tells which.",
        );
        output::note(&note, lang);
    }
    let untranslated = findings.iter().filter(|finding| finding.code == Code::MissingTranslation);
    let untranslated: BTreeSet<&Id> = untranslated.filter_map(|finding| finding.question.as_ref()).collect();
    let context = &files.context;
    let report = Report {
        today,
        banks: counts::by_bank(&banks),
        themes: counts::by_theme(&banks, context),
        coverage: coverage(&banks, context, &untranslated),
        presets: fillings(banks, context)?,
    };
    if args.json {
        output::json(&report)?;
    } else {
        output::plain(&in_words(&report, context, lang))?;
    }
    Ok(Outcome::Fine)
}

/// One for each theme of the set; a question of two themes counts in both.
fn coverage(banks: &[Bank], context: &Context, untranslated: &BTreeSet<&Id>) -> Vec<Coverage> {
    let questions = || banks.iter().flat_map(|bank| &bank.questions);
    let of_theme = |theme: &Id| {
        let own: Vec<&Question> = questions().filter(|question| question.themes.contains(theme)).collect();
        let count = |has: &dyn Fn(&Question) -> bool| own.iter().filter(|question| has(question)).count();
        Coverage {
            id: theme.to_string(),
            questions: own.len(),
            explanation: count(&|question| question.explanation.is_some()),
            source: count(&|question| question.source.is_some()),
            action: count(&|question| question.action.is_some()),
            translated: count(&|question| !untranslated.contains(&question.id)),
            overdue: count(&|question| question.review_by.is_some_and(|day| day < context.today)),
        }
    };
    themes(context).iter().map(of_theme).collect()
}

/// One for each preset, or for each theme where it asks about one.
fn fillings(banks: Vec<Bank>, context: &Context) -> Result<Vec<Filling>, Failure> {
    let pool = Pool::new(banks).map_err(|duplicate| {
        let id = duplicate.0;
        let what = both!("有两道不同的题，编号都是“{id}”", "two different questions have the id `{id}`");
        Failure::new(what, both!("运行 sixinto check 看在哪里", "`sixinto check` tells where"))
    })?;
    let (set, seen) = (themes(context), Seen::default());
    let mut all = Vec::new();
    for blueprint in &context.presets.value.presets {
        let drawn_from: Vec<(&[Id], Option<&Id>)> = match blueprint.scope {
            Scope::All => vec![(set, None)],
            Scope::Theme => set.iter().map(|theme| (slice::from_ref(theme), Some(theme))).collect(),
        };
        for (themes, theme) in drawn_from {
            let drawn = paper::draw(&pool, Request { blueprint, themes, seed: Seed(0), seen: &seen });
            let short =
                drawn.err().map(|quota| Short { section: quota.section + 1, wanted: quota.wanted, found: quota.found });
            let preset = blueprint.id.clone();
            all.push(Filling { preset, theme: theme.cloned(), can_be_drawn: short.is_none(), short });
        }
    }
    Ok(all)
}

fn themes(context: &Context) -> &[Id] {
    context.themes.value.set(&context.set).map_or(&[], |set| &set.themes)
}

fn in_words(report: &Report, context: &Context, lang: Lang) -> String {
    let names = &context.themes.value;
    let counted = counts::table(&report.banks, &report.themes, names, lang);
    let heading = match lang {
        Lang::Zh => ["主题", "题数", "讲解", "来源", "该怎么做", "译文齐全", "复核过期"],
        Lang::En => ["Theme", "All", "Explained", "Sourced", "With action", "Translated", "Review overdue"],
    };
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    rows.extend(report.coverage.iter().map(|row| {
        let numbers = [row.questions, row.explanation, row.source, row.action, row.translated, row.overdue];
        let name = theme_name(&row.id, names, lang).to_owned();
        [vec![name], numbers.map(|number| number.to_string()).to_vec()].concat()
    }));
    let presets: String = report.presets.iter().map(|filling| filling_in_words(filling, context, lang)).collect();
    let drawn = lang.say("能出的卷子", "Papers that can be drawn");
    format!("{counted}\n{}\n{drawn}\n{presets}", table::table(&rows))
}

fn filling_in_words(filling: &Filling, context: &Context, lang: Lang) -> String {
    let preset = filling.preset.as_str();
    let title = context.presets.value.preset(preset).map_or(preset, |preset| preset.title.get(lang.tag()));
    let theme = filling.theme.as_ref().map(|theme| theme_name(theme.as_str(), &context.themes.value, lang));
    let what = theme.map_or_else(|| title.to_owned(), |theme| say!(lang, "{title} · {theme}", "{title} · {theme}"));
    match &filling.short {
        None => say!(lang, "  √ {what}（{preset}）\n", "  √ {what} ({preset})\n"),
        Some(Short { section, wanted, found }) => say!(
            lang,
            "  × {what}（{preset}）：第 {section} 部分要 {wanted} 道题，只有 {found} 道\n",
            "  × {what} ({preset}): section {section} asks for {wanted} questions, there are {found}\n"
        ),
    }
}
