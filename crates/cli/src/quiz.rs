//! `sixinto quiz`: a paper asked and answered in the terminal.

mod ear;
mod session;
mod talk;
mod typed;

use std::path::{Path, PathBuf};

use serde::Serialize;
use sixinto_core::check::Words;
use sixinto_core::paper::Seen;
use sixinto_core::preset::{FeedbackTime, Scope};
use sixinto_core::score::ScoreReport;
use sixinto_core::{Attempt, Id, score};

use crate::failure::Failure;
use crate::lang::{Lang, both};
use crate::library::Library;
use crate::output::Voice;
use crate::request::{self, PaperArgs};
use crate::{Outcome, clock, mark, output, prompt_text, report_text};
use ear::{Ear, Heard};
use session::{End, Session};

const EXAMPLE: &str = "\
例：做家庭安全练习题，随做随存
Example: Practise safety at home and keep the answers
  sixinto quiz --theme home --save my.json";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(
        long,
        value_name = "ID",
        help = "预设，如 practice、exam（默认 practice）\nThe preset, such as practice or exam (default: practice)"
    )]
    preset: Option<Id>,
    #[command(flatten)]
    paper: PaperArgs,
    #[arg(
        long,
        value_name = "FILE",
        help = "每答一题就存到这个文件；文件已有就接着做\nThe file to keep the attempt in, answer by answer; one that exists is gone on with"
    )]
    save: Option<PathBuf>,
    #[arg(
        long,
        help = "最后输出成绩的 JSON，问答写到标准错误\nPrint the score as JSON at the end, and the questions to the standard error"
    )]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    finished: bool,
    /// As `mark --json` prints it; none where the person went away before the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<&'a ScoreReport<'a>>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let library = Library::open(&args.paper.folder)?;
    let (ear, voice) = (Ear::open(), if args.json { Voice::Aside } else { Voice::Out });
    let end = match begin(args, &library, &ear, voice, lang)? {
        Some(attempt) => {
            let save = args.save.as_deref();
            let mut session = Session { library: &library, attempt, save, ear: &ear, lang, voice };
            (sit(&mut session)? == End::Finished).then_some(session.attempt)
        }
        None => None,
    };
    if let Some(attempt) = end {
        report(args, &library, &attempt, lang)?;
    } else if args.json {
        output::json(&Report { finished: false, score: None })?;
    }
    Ok(Outcome::Fine)
}

fn sit(session: &mut Session<'_>) -> Result<End, Failure> {
    let (voice, lang) = (session.voice, session.lang);
    session.keep()?;
    voice.tell(&prompt_text::heading(session.library, &session.attempt.paper, lang))?;
    if session.attempt.finished.is_some() {
        voice.tell(lang.say(
            "\n这份卷子已经交了。做新的，换一个 --save 文件。\n",
            "\nThis paper is handed in. For a new one choose another --save file.\n",
        ))?;
    }
    let end = session.take()?;
    if end == End::Left {
        voice.tell(&talk::farewell(session.save, lang))?;
    }
    Ok(end)
}

/// The attempt that was saved, or a new one; none if the person went away instead of choosing a theme.
fn begin(args: &Args, library: &Library, ear: &Ear, voice: Voice, lang: Lang) -> Result<Option<Attempt>, Failure> {
    if let Some(path) = args.save.as_deref().filter(|path| path.exists()) {
        let attempt = mark::read(path)?;
        same_paper(args, &attempt, path)?;
        return mark::take_up(library, attempt, path).map(Some);
    }
    let preset = args.preset.clone().unwrap_or_else(|| "practice".parse().expect("letters are an id"));
    let blueprint = request::preset(library, &preset)?;
    let mut paper = args.paper.clone();
    if blueprint.scope == Scope::Theme && paper.theme.is_none() {
        let chosen = choose_theme(library, request::set_themes(library, &paper.set)?, ear, voice, lang)?;
        let Some(theme) = chosen else { return Ok(None) };
        paper.theme = Some(theme);
    }
    let paper = request::draw(library, blueprint, &paper, &Seen::default())?;
    Ok(Some(Attempt::start(paper, clock::now())))
}

/// Refuses to go on with another paper than the one asked for.
fn same_paper(args: &Args, attempt: &Attempt, path: &Path) -> Result<(), Failure> {
    let paper = &attempt.paper;
    let differs = args.preset.as_ref().is_some_and(|preset| *preset != paper.preset)
        || args.paper.theme.as_ref().is_some_and(|theme| paper.themes != [theme.clone()])
        || args.paper.seed.is_some_and(|seed| seed != paper.seed.0);
    if !differs {
        return Ok(());
    }
    let (name, preset, seed) = (path.display(), &paper.preset, paper.seed.0);
    Err(Failure::new(
        both!(
            "{name} 里是另一份卷子：预设 {preset}，种子 {seed}",
            "{name} holds another paper: preset {preset}, seed {seed}",
        ),
        both!(
            "接着做那一份：sixinto quiz --save {name}；做新的，换一个文件名",
            "go on with that one: sixinto quiz --save {name}; for a new one choose another file",
        ),
    ))
}

fn choose_theme(library: &Library, themes: &[Id], ear: &Ear, voice: Voice, lang: Lang) -> Result<Option<Id>, Failure> {
    let name = |id: &Id| library.theme_name(id.as_str(), lang).to_owned();
    let list: Vec<String> = themes.iter().enumerate().map(|(at, id)| format!("{}. {}", at + 1, name(id))).collect();
    let list = list.join("\n");
    let ask = lang.say("选一个地方，写前面的数字：", "Choose a place by its number:");
    loop {
        voice.tell(&format!("{ask}\n{list}\n> "))?;
        let Heard::Line(line) = ear.hear(None) else { return Ok(None) };
        let line = typed::narrow(&line);
        if line == "q" {
            return Ok(None);
        }
        let by_number = line.parse::<usize>().ok().and_then(|number| themes.get(number.checked_sub(1)?));
        let chosen = by_number.or_else(|| themes.iter().find(|id| id.as_str() == line || name(id) == line));
        if let Some(theme) = chosen {
            return Ok(Some(theme.clone()));
        }
    }
}

fn report(args: &Args, library: &Library, attempt: &Attempt, lang: Lang) -> Result<(), Failure> {
    let marked = score::mark(&library.pool, attempt, lang.tag());
    let marked = marked.map_err(|error| {
        Failure::new(
            both!("不能判分：{error}", "it cannot be marked: {error}"),
            Words::new("重新答一份", "take a new paper"),
        )
    })?;
    if args.json {
        return output::json(&Report { finished: true, score: Some(&marked) });
    }
    let summary = report_text::summary(library, attempt, &marked, lang);
    // In practice each question has been talked over already.
    let each = match attempt.paper.feedback {
        FeedbackTime::Each => String::new(),
        FeedbackTime::End => mark::each_question(library, attempt, lang),
    };
    output::plain(&format!("\n{summary}{each}"))
}
