//! `sixinto draw`: a paper, to read, to print or to compare.

use std::path::{Path, PathBuf};

use sixinto_core::check::Words;
use sixinto_core::paper::{self, Paper, Seen};
use sixinto_core::{Id, json};

use crate::failure::Failure;
use crate::lang::{Lang, both, say};
use crate::library::Library;
use crate::request::{self, PaperArgs};
use crate::{Outcome, folder, output, prompt_text};

const EXAMPLE: &str = "\
例：出一份家庭安全练习题
Example: A practice paper about safety at home
  sixinto draw --preset practice --theme home --seed 7";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(long, value_name = "ID", help = "预设，如 practice、exam\nThe preset, such as practice or exam")]
    preset: Id,
    #[command(flatten)]
    paper: PaperArgs,
    #[arg(
        long,
        value_name = "FILE",
        help = "做过的题：JSON，题目编号对次数\nWhat was seen before: JSON, question ids with how often"
    )]
    seen: Option<PathBuf>,
    #[arg(long, help = "输出卷子的 JSON\nPrint the paper as JSON")]
    json: bool,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let library = Library::open(&args.paper.folder)?;
    let blueprint = request::preset(&library, &args.preset)?;
    let seen = args.seen.as_deref().map(read_seen).transpose()?.unwrap_or_default();
    let paper = request::draw(&library, blueprint, &args.paper, &seen)?;
    if args.json {
        output::json(&paper)?;
    } else {
        output::plain(&in_words(&library, &paper, lang))?;
    }
    Ok(Outcome::Fine)
}

fn read_seen(path: &Path) -> Result<Seen, Failure> {
    let (name, text) = folder::read(path)?;
    json::read_value(&text).map_err(|failure| {
        let what = both!("{name} 不是做题记录", "{name} is not a record of what was seen");
        let help = Words::new("照这样写：{ \"home-co-smell\": 2 }", "write it like this: { \"home-co-smell\": 2 }");
        Failure::unreadable(&name, &text, &[failure], what, help)
    })
}

fn in_words(library: &Library, paper: &Paper, lang: Lang) -> String {
    let question = |index| {
        let prompt = paper::prompt(&library.pool, paper, index, lang.tag()).ok().flatten()?;
        Some(prompt_text::question(&prompt, index, &library.folder, lang))
    };
    let questions = (0..paper.questions.len()).filter_map(question);
    let heading = prompt_text::heading(library, paper, lang);
    let parts: Vec<String> = std::iter::once(heading).chain(questions).chain([words_of_seed(paper, lang)]).collect();
    parts.join("\n")
}

fn words_of_seed(paper: &Paper, lang: Lang) -> String {
    let seed = paper.seed.0;
    say!(
        lang,
        "种子 {seed}：用 --seed {seed} 再出同一份。\n",
        "Seed {seed}: --seed {seed} draws the same paper again.\n"
    )
}
