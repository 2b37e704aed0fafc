//! `cargo xtask bench`: how fast the page and the engine are, beside what they are measured by.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};
use sixinto_site::{Site, parts};

use crate::args::Args;
use crate::build::Form;
use crate::command::{cargo, command, node_bin, output, run as run_command};
use crate::{build, engine, project, tools};

struct Part {
    name: &'static str,
    run: fn() -> Result<()>,
}

const PARTS: &[Part] = &[
    Part { name: "page", run: page },
    Part { name: "native", run: native },
    Part { name: "wasm", run: wasm },
    Part { name: "gift", run: gift },
    Part { name: "tables", run: tables },
];

/// How many questions the generated banks have.
const COUNTS: [&str; 3] = ["1000", "10000", "100000"];

pub(crate) fn run(mut args: Args) -> Result<()> {
    let only: Option<String> = args.value("--only")?;
    args.finish()?;
    let parts: Vec<&Part> = PARTS.iter().filter(|part| only.as_ref().is_none_or(|only| only == part.name)).collect();
    ensure!(!parts.is_empty(), "--only takes page, native, wasm, gift or tables");
    let mut failed = Vec::new();
    for Part { name, run } in parts {
        println!("\n== {name}");
        if let Err(error) = run() {
            println!("{name}: {error:#}");
            failed.push(*name);
        }
    }
    if !failed.is_empty() {
        bail!("{} did not pass", failed.join(" and "));
    }
    Ok(())
}

/// Times the page beside one written by hand, and beside itself without scripts.
fn page() -> Result<()> {
    tools::install()?;
    build::build(Form::Folder)?;
    let html = project::read_text(&project::site().join("index.html"))?;
    let handwritten = project::path("target/bench/handwritten");
    build::publish(&handwritten_site(&html)?, &handwritten)?;
    let still = project::path("target/bench/static");
    build::publish(&static_site(&html)?, &still)?;
    let chromium = tools::chromium().context("Chromium is gone")?;
    let mut node = command("node", &["tests/bench/page.mjs"]);
    for folder in [project::site(), handwritten, still] {
        node.arg(sixinto_serve::in_background(folder)?);
    }
    run_command(node.env("CHROMIUM", chromium))
}

fn native() -> Result<()> {
    let mut cargo = cargo(&["bench", "--quiet", "--package=sixinto-tests", "--bench=throughput", "--"]);
    run_command(cargo.args(generated_banks()?))
}

fn wasm() -> Result<()> {
    engine::build_for_trainers()?;
    let mut node = command("node", &["tests/bench/throughput.mjs", "target/bench/engine"]);
    run_command(node.args(generated_banks()?))
}

/// Reads GIFT beside the best known parser of it.
fn gift() -> Result<()> {
    tools::install()?;
    let folder = project::path("target/bench/banks");
    // More than are timed, as GIFT does not hold every kind.
    run_command(command("node", &["tests/bench/generate.mjs"]).arg(&folder).arg("12000"))?;
    let mut cargo = cargo(&["bench", "--quiet", "--package=sixinto-tests", "--bench=gift", "--"]);
    run_command(cargo.arg(folder.join("bank-12000.json")))
}

/// Imports spreadsheets beside the best known reader of them.
fn tables() -> Result<()> {
    let mut cargo = cargo(&["bench", "--quiet", "--package=sixinto-tests", "--bench=tables", "--"]);
    run_command(cargo.args(generated_banks()?))
}

fn generated_banks() -> Result<Vec<PathBuf>> {
    let folder = project::path("target/bench/banks");
    run_command(command("node", &["tests/bench/generate.mjs"]).arg(&folder).args(COUNTS))?;
    Ok(COUNTS.iter().map(|count| folder.join(format!("bank-{count}.json"))).collect())
}

/// The page written by hand, with the real page's banks.
fn handwritten_site(html: &str) -> Result<Site> {
    let source = project::path("tests/bench/handwritten");
    let mut site = Site::default();
    let script = site.add_hashed("quiz.js", minified(&source.join("quiz.js"))?)?;
    let style = site.add_hashed("style.css", minified(&source.join("style.css"))?)?;
    let mut served = Map::new();
    for (theme, paths) in banks_of(html)? {
        let path = paths["zh-CN"].as_str().context("a theme without a bank in zh-CN")?;
        let parts = (0..).map(|number| parts::part_place(path, number));
        let parts = parts.take_while(|part| project::site().join(part).exists());
        for file in std::iter::once(path.to_owned()).chain(parts) {
            site.add(&file, project::read(&project::site().join(&file))?);
        }
        served.insert(theme, path.into());
    }
    let head = format!("<link rel=\"stylesheet\" href=\"{style}\"><script type=\"module\" src=\"{script}\"></script>");
    let data = json!({ "banks": served, "perPart": parts::PER_PART });
    let data = format!("<script type=\"application/json\" id=\"banks\">{data}</script>");
    let page = project::read_text(&source.join("index.html"))?;
    let page = page.replace("<!-- build:head -->", &head).replace("<!-- build:banks -->", &data);
    site.add("index.html", page.into_bytes());
    Ok(site)
}

fn banks_of(html: &str) -> Result<Map<String, Value>> {
    let marker = "<script type=\"application/json\" id=\"site\">";
    let data = html.split_once(marker).and_then(|(_, rest)| rest.split_once("</script>"));
    let (data, _) = data.context("the built page holds no site data")?;
    let mut data: Value = serde_json::from_str(data)?;
    match data["banks"].take() {
        Value::Object(banks) => Ok(banks),
        other => bail!("the site's banks are {other}"),
    }
}

fn minified(path: &Path) -> Result<Vec<u8>> {
    let options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8"];
    Ok(output(node_bin("esbuild", &options).arg(path))?.into_bytes())
}

/// The home screen as it stands in the HTML, with its style sheet and nothing that runs.
fn static_site(html: &str) -> Result<Site> {
    let (before, head) = html.split_once("<script src=").context("the built page has no first script")?;
    let (head, after) = head.rsplit_once("</script>").context("the built page's scripts do not end")?;
    let style = head.split_once("<link rel=\"stylesheet\" href=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (style, _) = style.context("the built page has no style sheet")?;
    let mut site = Site::default();
    site.add(style, project::read(&project::site().join(style))?);
    let link = format!("<link rel=\"stylesheet\" href=\"{style}\">");
    site.add("index.html", format!("{before}{link}{after}").into_bytes());
    Ok(site)
}
