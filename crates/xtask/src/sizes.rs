//! What the page weighs, file by file and for a resident who waits for the first question.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, ensure};
use sixinto_site::banks::LANGS;
use sixinto_site::bundle::{Bundle, Output};
use sixinto_site::compress::{Size, Sizes};
use sixinto_site::{Contents, parts};

/// The most that may be downloaded, in bytes of brotli, until the first question of a theme can be answered.
const BUDGET: usize = 75_000;

/// The most that may lie on a phone that keeps the page in one language, in bytes as they are after decoding.
const INSTALLED: usize = 1_000_000;

/// Prints every file's sizes.
pub(crate) fn print(sizes: &Sizes, bundle: &Bundle) {
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    let mut all = Size::default();
    for (path, size) in sizes {
        let made = bundle.0.iter().find(|output| output.name == *path);
        let source = made.and_then(|output| output.entry.as_deref()).map(|entry| format!("  ({entry})"));
        print_line(*size, &format!("{path}{}", source.unwrap_or_default()));
        all = Size { raw: all.raw + size.raw, gzip: all.gzip + size.gzip, brotli: all.brotli + size.brotli };
    }
    print_line(all, "in all");
}

fn print_line(size: Size, what: &str) {
    println!("{:>9} {:>9} {:>9}  {what}", size.raw, size.gzip, size.brotli);
}

/// Prints what a resident downloads until the first question of each bank, and fails above the budget.
pub(crate) fn check_budget(
    sizes: &Sizes,
    bundle: &Bundle,
    engine: &str,
    banks: &BTreeMap<String, BTreeMap<String, String>>,
) -> Result<()> {
    println!("\nbrotli bytes until the first question can be answered (at most {BUDGET})");
    let mut heaviest = 0;
    for (theme, langs) in banks {
        for (lang, bank) in langs {
            let code = bundle.0.iter().filter(|output| is_needed(output, lang));
            let code = code.map(|output| output.name.as_str());
            let brotli = |path: &str| sizes.get(path).map(|size| size.brotli);
            let needed = code.chain(["index.html", engine, bank]);
            // The first question is in one of the parts, and answered in one of the ways.
            let parts = (0..).map_while(|number| brotli(&parts::part_place(bank, number)));
            let ways = bundle.0.iter().filter(|output| is_way(output)).filter_map(|output| brotli(&output.name));
            let sum = needed.filter_map(brotli).sum::<usize>() + parts.max().unwrap_or(0) + ways.max().unwrap_or(0);
            println!("{sum:>9}  {theme} {lang}");
            heaviest = heaviest.max(sum);
        }
    }
    ensure!(heaviest <= BUDGET, "{heaviest} bytes until the first question are more than {BUDGET}");
    Ok(())
}

/// Prints what a phone keeps in each language, and fails above the limit.
pub(crate) fn check_installed(sizes: &Sizes, kept: &Contents) -> Result<()> {
    println!("\nbytes that a phone keeps, all questions and pictures of a language among them (at most {INSTALLED})");
    let mut heaviest = 0;
    for lang in LANGS {
        let size = |path: String| sizes.get(&path).map(|size| if is_packed(&path) { size.gzip } else { size.raw });
        let sum = kept.files(lang).into_iter().filter_map(size).sum::<usize>();
        println!("{sum:>9}  {lang}");
        heaviest = heaviest.max(sum);
    }
    ensure!(heaviest <= INSTALLED, "{heaviest} bytes on a phone are more than {INSTALLED}");
    Ok(())
}

/// Whether the service worker lays a file down gzipped.
fn is_packed(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension != "wasm")
}

/// The code for a kind of question that is answered in its own way: a first question is of one kind.
fn is_way(output: &Output) -> bool {
    ["blanks", "match", "order"].iter().any(|way| output.entry == Some(format!("www/kinds/{way}.js")))
}

/// What comes after an answer, tapping in a picture, which is answered from a list until then, what a person comes back
/// for, and the looks that few ask for.
const LATER: [&str; 6] = [
    "www/entries/after-answer.js",
    "www/entries/after-answer.css",
    "www/kinds/spot/spot.js",
    "www/entries/return-visit.js",
    "www/entries/return-visit.css",
    "www/entries/settings.css",
];

/// All code counts but that for other languages, that for the ways to answer, and that of [`LATER`].
fn is_needed(output: &Output, lang: &str) -> bool {
    if is_way(output) {
        return false;
    }
    let entry = output.entry.as_deref().unwrap_or_default();
    if LATER.contains(&entry) {
        return false;
    }
    let speaks = entry.strip_prefix("www/lang/");
    speaks.is_none_or(|file| file == format!("{lang}.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(entry: Option<&str>) -> Output {
        Output { name: String::new(), entry: entry.map(str::to_owned), imports: Vec::new(), bytes: Vec::new() }
    }

    #[test]
    fn a_chunk_counts_unless_it_is_in_another_language() {
        for entry in [None, Some("www/main.js"), Some("www/quiz/new.js"), Some("www/lang/en.js")] {
            assert!(is_needed(&output(entry), "en"), "{entry:?}");
        }
        assert!(!is_needed(&output(Some("www/lang/zh-CN.js")), "en"));
    }

    #[test]
    fn what_comes_after_an_answer_and_ways_of_their_own_do_not_count() {
        for entry in
            ["www/entries/after-answer.js", "www/entries/settings.css", "www/kinds/spot/spot.js", "www/kinds/order.js"]
        {
            assert!(!is_needed(&output(Some(entry)), "en"), "{entry}");
        }
    }

    #[test]
    fn the_budget_counts_what_is_sent() {
        let size = |brotli| Size { raw: 1_000_000, gzip: 1_000_000, brotli };
        let sizes = [
            ("index.html", 4_000),
            ("engine.wasm", 40_000),
            ("banks/home.json", 30_000),
            ("words/0.home.json", 900),
            ("words/1.home.json", 1_000),
            ("banks/school.json", 31_001),
        ];
        let sizes = sizes.map(|(path, brotli)| (path.to_owned(), size(brotli))).into();
        let check = |bank: &str| {
            let banks = [("home".to_owned(), [("en".to_owned(), bank.to_owned())].into())].into();
            check_budget(&sizes, &Bundle(Vec::new()), "engine.wasm", &banks)
        };
        assert!(check("banks/home.json").is_ok());
        let error = check("banks/school.json").expect_err("over budget");
        assert_eq!(error.to_string(), "75001 bytes until the first question are more than 75000");
    }
}
