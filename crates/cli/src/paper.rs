//! `sixinto paper`: a test to print, in several versions, with sheets for the answers and the key.
//!
//! It writes one HTML file, which every browser prints as A4 or saves as PDF, and beside it a JSON file that says what
//! the letters of each version mean. A PDF of our own would need a typesetting crate and fonts with all Chinese letters
//! in the binary; the browser has both.

mod answers;
mod key;
mod questions;

use std::path::{Path, PathBuf};

use sixinto_core::check::Words;
use sixinto_core::json::Format;
use sixinto_core::paper::{self, NamedPaper, PaperSet, Prompt, Seen};
use sixinto_core::{Id, Paper, qr};

use crate::failure::Failure;
use crate::html::{self, Html};
use crate::lang::{Lang, say};
use crate::library::Library;
use crate::request::{self, PaperArgs};
use crate::{Outcome, folder, output, prompt_text};

const STYLE: &str = include_str!("paper/style.css");

const EXAMPLE: &str = "\
例：出 A、B、C 三份卷子；考完用 analyse 看每道题考得怎么样
Example: versions A, B and C; once they are answered, `analyse` tells how the questions did
  sixinto paper --preset exam --seed 7 --versions 3 --out test.html
  sixinto analyse results.xlsx --paper test.json --html report.html";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[arg(
        value_name = "BANK.json",
        help = "只从这些题库里出题；不写就用题库文件夹里的全部\nDraw from these banks only (default: all of the question folder)"
    )]
    banks: Vec<PathBuf>,
    #[arg(long, value_name = "ID", help = "预设，如 practice、exam\nThe preset, such as practice or exam")]
    preset: Id,
    #[command(flatten)]
    paper: PaperArgs,
    #[arg(
        long,
        value_name = "N",
        default_value_t = 1,
        value_parser = clap::value_parser!(u32).range(1..=26),
        help = "出几份：题一样，题和选项的顺序不一样\nHow many versions: the same questions, in other orders"
    )]
    versions: u32,
    #[arg(long, value_name = "TEXT", help = "卷子的标题（默认是预设的名字）\nThe title (default: that of the preset)")]
    title: Option<String>,
    #[arg(long, value_name = "TEXT", help = "印在单位一栏里的单位\nThe unit that is filled in already")]
    unit: Option<String>,
    #[arg(
        long,
        value_name = "URL",
        conflicts_with = "banks",
        help = "网页的地址：印一个二维码，扫了可以在手机上做同一套题\nThe page's address: prints a QR code to the same questions on a phone"
    )]
    site: Option<String>,
    #[arg(
        long,
        value_name = "OUT.html",
        help = "写到哪里；同名的 .json 写在旁边\nThe file to write; a .json of the same name is written beside it"
    )]
    out: PathBuf,
    #[arg(long, help = "已经有的文件也覆盖\nReplace files that exist")]
    force: bool,
    #[arg(long, help = "输出各份卷子的 JSON\nPrint the versions as JSON")]
    json: bool,
}

/// A paper in several versions, and all that goes on its pages.
struct Print<'a> {
    library: &'a Library,
    set: &'a PaperSet,
    unit: &'a str,
    link: Option<(String, qr::Drawing)>,
    lang: Lang,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let library = Library::open_banks(&args.paper.folder, &args.banks)?;
    let blueprint = request::preset(&library, &args.preset)?;
    let paper = request::draw(&library, blueprint, &args.paper, &Seen::default())?;
    let title = args.title.clone().unwrap_or_else(|| prompt_text::title(&library, &paper, lang));
    let link = args.site.as_deref().map(|site| link(site, &paper)).transpose()?;
    let set = versions(&library, &paper, args.versions, &title);
    let unit = args.unit.as_deref().unwrap_or_default();
    let page = Print { library: &library, set: &set, unit, link, lang }.page();
    let beside = args.out.with_extension("json");
    folder::write_new(&args.out, &page, args.force)?;
    folder::write_new(&beside, &format!("{}\n", output::to_json(&set)), args.force)?;
    if args.json {
        output::json(&set)?;
    } else {
        output::plain(&told(&args.out, &beside, &set, lang))?;
    }
    Ok(Outcome::Fine)
}

fn versions(library: &Library, paper: &Paper, count: u32, title: &str) -> PaperSet {
    let version = |number: u32| NamedPaper {
        name: prompt_text::letter(number as usize).to_string().into(),
        paper: paper::version(&library.pool, paper, number).expect("the paper was drawn from this pool"),
    };
    PaperSet { format: Format, title: title.into(), versions: (0..count).map(version).collect() }
}

/// The address of the same questions online.
fn link(site: &str, paper: &Paper) -> Result<(String, qr::Drawing), Failure> {
    let theme = match paper.themes.as_slice() {
        [theme] => format!("/{theme}"),
        _ => String::new(),
    };
    let (site, preset, seed) = (site.trim_end_matches('/'), &paper.preset, paper.seed.0);
    let address = format!("{site}/#/quiz{theme}?preset={preset}&seed={seed}");
    let drawing = qr::draw(&address).map_err(|_| {
        Failure::new(
            Words::new("网址太长，画不成二维码", "the address is too long for a QR code"),
            Words::new("用短一点的网址", "use a shorter address"),
        )
    })?;
    Ok((address, drawing))
}

fn told(out: &Path, beside: &Path, set: &PaperSet, lang: Lang) -> String {
    let (out, beside) = (out.display(), beside.display());
    let names: Vec<&str> = set.versions.iter().map(|version| &*version.name).collect();
    let names = names.join(lang.say("、", ", "));
    let seed = set.versions.first().map_or(0, |version| version.paper.seed.0);
    say!(
        lang,
        "写好了 {out}：{names} 卷、答题卡、答案。用浏览器打开，打印，或者另存为 PDF。\n双面打印的话，每份卷子按页码单独打，免得下一份印在上一份的背面。\n{beside} 留着：考完用 sixinto analyse 成绩表 --paper {beside} 看结果。\n种子 {seed}：用 --seed {seed} 再出同一套。\n",
        "Wrote {out}: versions {names}, answer sheets and the key. Open it in a browser, print it or save it as PDF.\nTo print on both sides, print each version by its pages, so that none begins on the back of another.\nKeep {beside}: afterwards `sixinto analyse RESPONSES --paper {beside}` reckons the results.\nSeed {seed}: --seed {seed} makes the same papers again.\n",
    )
}

impl Print<'_> {
    fn page(&self) -> String {
        html::page(&self.set.title, STYLE, self.lang, |html| {
            for version in &self.set.versions {
                questions::write(self, version, html);
                answers::write(self, version, html);
            }
            key::write(self, html);
        })
    }

    /// The questions of a version as they are printed.
    fn prompts<'a>(&'a self, version: &'a NamedPaper) -> Vec<Prompt<'a>> {
        let prompt = |index| paper::prompt(&self.library.pool, &version.paper, index, self.lang.tag()).ok().flatten();
        (0..version.paper.questions.len()).map_while(prompt).collect()
    }

    /// The title and the version's letter, and what people fill in.
    fn head(&self, version: &NamedPaper, what: &str, html: &mut Html) {
        html.element("header", &[], |html| {
            html.element("h1", &[], |html| {
                html.text(&self.set.title);
                html.say("span", "version", &self.version_name(version));
                html.say("span", "what", what);
            });
            html.element("p", &[("class", "fields")], |html| {
                self.field(self.lang.say("单位", "Unit"), self.unit, html);
                self.field(self.lang.say("姓名", "Name"), "", html);
                self.field(self.lang.say("日期", "Date"), "", html);
                self.field(self.lang.say("得分", "Score"), "", html);
            });
        });
        html.line();
    }

    fn field(&self, label: &str, value: &str, html: &mut Html) {
        html.element("span", &[("class", "field")], |html| {
            html.text(label);
            html.text(self.lang.say("：", ": "));
            html.say("b", "", value);
        });
    }

    fn version_name(&self, version: &NamedPaper) -> String {
        let name = &version.name;
        say!(self.lang, "{name} 卷", "Version {name}")
    }
}
