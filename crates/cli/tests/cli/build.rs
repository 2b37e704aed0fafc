use crate::run::{fresh, sixinto, text_of};

#[test]
fn a_site_is_put_neither_over_the_questions_nor_over_things_of_others() {
    let ran = sixinto(&["build", "questions", "--out", ".", "--force"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("网站不能也放在那里"), "{}", ran.err);
    let theirs = fresh("build-theirs");
    std::fs::create_dir_all(&theirs).expect("a new folder");
    std::fs::write(theirs.join("photo.jpg"), "photo").expect("a new file");
    let ran = sixinto(&["build", "questions", "--out", text_of(&theirs)]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("不是 sixinto 做的") && ran.err.contains("--force"), "{}", ran.err);
    let ran = sixinto(&["build", "questions", "--single-file", text_of(&theirs.join("photo.jpg"))]);
    assert!(ran.code == Some(2) && ran.err.contains("已经有了"), "{}", ran.err);
    assert_eq!(std::fs::read(theirs.join("photo.jpg")).expect("the file"), b"photo");
}

#[test]
fn somewhere_to_put_it_must_be_said() {
    assert_eq!(sixinto(&["build", "questions"]).code, Some(2));
    let ran = sixinto(&["--lang", "en", "build", "attempts", "--out", "x"]);
    assert!(ran.code == Some(2) && ran.err.contains("attempts is no question folder"), "{}", ran.err);
}

#[cfg(not(feature = "page"))]
#[test]
fn without_the_page_it_says_how_to_get_a_program_with_it() {
    let out = fresh("build-without");
    let ran = sixinto(&["build", "questions", "--out", text_of(&out)]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("cargo xtask dist"), "{}", ran.err);
    assert!(!out.exists());
}

/// `cargo xtask test` runs these with the page that it made before.
#[cfg(feature = "page")]
mod with_page {
    use std::fs;

    use serde_json::Value;

    use crate::run::{changed_questions, fresh, sixinto, text_of};

    #[test]
    fn a_folder_of_questions_becomes_a_site_and_a_file() {
        let (site, file) = (fresh("build-site"), fresh("build-file.html"));
        let args = ["build", "questions", "--out", text_of(&site), "--single-file", text_of(&file)];
        let ran = sixinto(&args);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for told in ["网站做好了", "sixinto serve", "U 盘"] {
            assert!(ran.out.contains(told), "{}", ran.out);
        }
        let html = fs::read_to_string(site.join("index.html")).expect("the page");
        assert!(html.contains("data-theme=\"home\"") && !html.contains("<!-- build:"));
        assert!(site.join("index.html.br").exists() && site.join("sw.js.gz").exists());
        let one = fs::read_to_string(&file).expect("the file");
        assert!(one.contains("Content-Security-Policy") && !one.contains("src=\"app-"));
        let ran = sixinto(&[&args[..4], &["--json"]].concat());
        assert_eq!(ran.code, Some(0), "a site that was made here is made again: {}", ran.err);
        let report: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert!(report["site"]["brotli"].as_u64() < report["site"]["raw"].as_u64());
        assert!(report["single_file"].is_null());
    }

    #[test]
    fn questions_with_errors_are_not_published_and_what_was_there_stays() {
        let site = fresh("build-errors");
        let folder =
            changed_questions("build-wrong", "home.json", |text| text.replace("\"home-lift\"", "\"Home lift\""));
        let ran = sixinto(&["build", text_of(&folder), "--out", text_of(&site)]);
        assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
        assert!(ran.out.contains("改好以前不做网站") && ran.out.contains("Home lift"), "{}", ran.out);
        assert!(!site.exists());
        let ran = sixinto(&["build", text_of(&folder), "--out", text_of(&site), "--json"]);
        let report: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert!(ran.code == Some(1) && report["errors"].as_u64() > Some(0));
    }

    #[test]
    fn things_of_others_stay_beside_a_site_that_is_forced_in() {
        let site = fresh("build-forced");
        fs::create_dir_all(&site).expect("a new folder");
        fs::write(site.join("photo.jpg"), "photo").expect("a new file");
        let ran = sixinto(&["build", "questions", "--out", text_of(&site), "--force"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(site.join("index.html").exists());
        assert_eq!(fs::read(site.join("photo.jpg")).expect("the file"), b"photo");
    }
}
