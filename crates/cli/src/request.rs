//! What to draw, from what was typed on the command line.

use std::path::PathBuf;

use sixinto_core::check::Words;
use sixinto_core::date::Date;
use sixinto_core::paper::{self, Paper, Quota, Request, Seen};
use sixinto_core::preset::{Scope, SeedSource};
use sixinto_core::{Blueprint, Id, Seed};

use crate::clock;
use crate::failure::Failure;
use crate::lang::{Lang, both};
use crate::library::Library;
use crate::words;

/// The options that say which paper is meant.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct PaperArgs {
    #[arg(
        long,
        value_name = "ID",
        help = "只出这个主题的题（preset 的 scope 是 theme 时要写）\nThe theme to ask (for presets whose scope is one theme)"
    )]
    pub(crate) theme: Option<Id>,
    #[arg(
        long,
        value_name = "N",
        help = "种子，0 到 4294967295；不写就随机\nThe seed, 0 to 4294967295; without it a fresh one"
    )]
    pub(crate) seed: Option<u32>,
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with = "seed",
        help = "出哪一天的每日题，如 2026-06-01（默认今天，按北京时间）\nWhich day's paper, such as 2026-06-01 (default: today in China)"
    )]
    pub(crate) day: Option<Date>,
    #[arg(long, value_name = "ID", default_value = "default", help = "用哪一组主题\nThe set of themes")]
    pub(crate) set: String,
    #[arg(long, value_name = "FOLDER", default_value = "questions", help = "题库文件夹\nThe question folder")]
    pub(crate) folder: PathBuf,
}

/// The preset of that name, of those whose papers are drawn.
pub(crate) fn preset<'a>(library: &'a Library, id: &Id) -> Result<&'a Blueprint, Failure> {
    let presets = &library.presets.presets;
    presets.iter().find(|preset| preset.id == *id).ok_or_else(|| {
        let what = match library.presets.preset(id.as_str()) {
            Some(_) => both!(
                "预设“{id}”的题是指定的，不是抽的",
                "the preset `{id}` asks questions that are given, and draws none"
            ),
            None => both!("没有“{id}”这个预设", "there is no preset `{id}`"),
        };
        Failure::new(what, possible(presets.iter().map(|preset| preset.id.as_str())))
    })
}

/// Draws the paper that the options mean.
pub(crate) fn draw(library: &Library, blueprint: &Blueprint, args: &PaperArgs, seen: &Seen) -> Result<Paper, Failure> {
    let themes = themes(library, blueprint, args)?;
    let request = Request { blueprint, themes: &themes, seed: seed(blueprint, args)?, seen };
    paper::draw(&library.pool, request).map_err(|quota| short(quota, blueprint, &themes))
}

/// The themes of the set that the options name.
pub(crate) fn set_themes<'a>(library: &'a Library, id: &str) -> Result<&'a [Id], Failure> {
    library.themes.set(id).map(|set| set.themes.as_slice()).ok_or_else(|| {
        let known = library.themes.sets.iter().map(|set| set.id.as_str());
        Failure::new(both!("没有“{id}”这组主题", "there is no set of themes `{id}`"), possible(known))
    })
}

/// Help that lists what can be written.
pub(crate) fn possible<'a>(known: impl Iterator<Item = &'a str>) -> Words {
    let known: Vec<&str> = known.collect();
    let (zh, en) = (known.join("、"), known.join(", "));
    both!("可以写：{zh}", "possible: {en}")
}

fn themes(library: &Library, blueprint: &Blueprint, args: &PaperArgs) -> Result<Vec<Id>, Failure> {
    let preset = &blueprint.id;
    match (blueprint.scope, &args.theme) {
        (Scope::All, None) => Ok(set_themes(library, &args.set)?.to_vec()),
        (Scope::All, Some(_)) => Err(Failure::new(
            both!("预设“{preset}”各个主题的题都出，不能只出一个", "the preset `{preset}` asks every theme, not one"),
            Words::new("去掉 --theme，或者换一个预设", "leave out --theme, or choose another preset"),
        )),
        (Scope::Theme, Some(theme)) if library.themes.theme(theme).is_some() => Ok(vec![theme.clone()]),
        (Scope::Theme, theme) => {
            let known = library.themes.themes.iter().map(|theme| theme.id.as_str());
            let what = theme.as_ref().map_or_else(
                || {
                    both!(
                        "预设“{preset}”只出一个主题的题，要用 --theme 说是哪个",
                        "the preset `{preset}` asks one theme: say which with --theme"
                    )
                },
                |theme| both!("没有“{theme}”这个主题", "there is no theme `{theme}`"),
            );
            Err(Failure::new(what, possible(known)))
        }
    }
}

fn seed(blueprint: &Blueprint, args: &PaperArgs) -> Result<Seed, Failure> {
    let preset = &blueprint.id;
    match (args.seed, args.day, blueprint.seed) {
        (Some(seed), ..) => Ok(Seed(seed)),
        (None, None, SeedSource::Fresh) => Ok(clock::fresh_seed()),
        (None, day, SeedSource::Day) => Ok(Seed::of_day(day.unwrap_or_else(clock::today_in_china))),
        (None, Some(_), SeedSource::Fresh) => Err(Failure::new(
            both!(
                "预设“{preset}”不是每日题，没有哪一天的卷子",
                "the preset `{preset}` is not a daily one and has no paper of a day"
            ),
            Words::new("去掉 --day；要同一份卷子，用 --seed", "leave out --day; for the same paper again use --seed"),
        )),
    }
}

fn short(quota: Quota, blueprint: &Blueprint, themes: &[Id]) -> Failure {
    let Quota { section, wanted, found } = quota;
    let nth = section + 1;
    let asked = blueprint.sections.get(section);
    let all_names = |lang: Lang| {
        let kinds = asked.into_iter().flat_map(|section| section.kinds.iter().flatten());
        let kinds: Vec<&str> = kinds.map(|kind| words::kind(*kind, lang)).collect();
        if kinds.is_empty() {
            lang.say("各种题型", "any kind").to_owned()
        } else {
            kinds.join(lang.say("、", ", "))
        }
    };
    let (zh, en) = (all_names(Lang::Zh), all_names(Lang::En));
    let themes: Vec<&str> = themes.iter().map(Id::as_str).collect();
    let (zh_themes, en_themes) = (themes.join("、"), themes.join(", "));
    Failure::new(
        both!(
            "题不够：第 {nth} 部分要 {wanted} 道题（{zh}），只有 {found} 道",
            "not enough questions: section {nth} asks for {wanted} ({en}), there are {found}",
        ),
        both!(
            "给这些主题加题：{zh_themes}；或者换一个预设。sixinto check 会列出各类题有多少",
            "add questions about {en_themes}, or choose another preset; `sixinto check` counts what there is",
        ),
    )
}
