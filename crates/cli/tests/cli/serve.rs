use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::Child;

use serde_json::Value;

use crate::run::{fresh, sixinto, started, text_of};

/// A command that serves until the test is over.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the command, and gives what it says about its addresses.
fn serving(args: &[&str]) -> (Serving, Value) {
    let mut child = started(&[&["serve", "--json", "--port", "0"], args].concat());
    let out = child.stdout.take().expect("the output is a pipe");
    let serving = Serving(child);
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).expect("a line");
    (serving, serde_json::from_str(&line).expect("JSON"))
}

fn get(address: &str, path: &str) -> String {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).expect("the server");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").expect("sends");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answers");
    answer
}

#[test]
fn a_site_is_served_to_this_computer_with_the_headers_of_a_public_server() {
    let site = fresh("serve-site");
    fs::create_dir_all(&site).expect("a new folder");
    fs::write(site.join("index.html"), "<title>六进</title>").expect("a new file");
    let (_serving, said) = serving(&[text_of(&site)]);
    let address = said["address"].as_str().expect("an address");
    assert!(address.starts_with("http://127.0.0.1:") && said["network"].is_null(), "{said}");
    let answer = get(address, "/");
    assert!(answer.contains("200 OK") && answer.ends_with("<title>六进</title>"), "{answer}");
    assert!(answer.contains("content-security-policy: default-src 'none'"), "{answer}");
}

#[test]
fn a_folder_that_is_neither_a_site_nor_questions_is_a_failure() {
    let ran = sixinto(&["serve", "attempts"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("不是网站，也不是题库"), "{}", ran.err);
}

#[cfg(feature = "page")]
#[test]
fn questions_are_made_into_a_site_for_the_time_being() {
    let (_serving, said) = serving(&["questions"]);
    let address = said["address"].as_str().expect("an address");
    assert!(get(address, "/").contains("data-theme=\"home\""));
    assert!(get(address, "/sw.js").contains("const CONTENTS="));
}
