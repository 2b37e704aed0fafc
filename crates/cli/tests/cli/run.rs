//! Running the command and looking at what it printed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the command in the folder of fixtures, in an environment that asks for no language.
pub(crate) fn sixinto(args: &[&str]) -> Ran {
    ended(command(args).output().expect("the command starts"))
}

/// Runs the command with the language that environment variables ask for.
pub(crate) fn sixinto_in(variables: &[(&str, &str)], args: &[&str]) -> Ran {
    ended(command(args).envs(variables.iter().copied()).output().expect("the command starts"))
}

/// Runs the command with somebody who types these lines and then goes away.
pub(crate) fn typing(lines: &str, args: &[&str]) -> Ran {
    let mut child = started(args);
    let mut input = child.stdin.take().expect("the input is a pipe");
    // A command that ends early closes the pipe; what it printed tells why.
    let _ = input.write_all(lines.as_bytes());
    drop(input);
    ended(child.wait_with_output().expect("the command ends"))
}

/// Runs the command with somebody who sits there and types nothing.
pub(crate) fn silent(args: &[&str]) -> Ran {
    let mut child = started(args);
    let input = child.stdin.take();
    let ran = ended(child.wait_with_output().expect("the command ends"));
    drop(input);
    ran
}

/// Compares what was printed with the file of that name.
pub(crate) fn expect(name: &str, printed: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, printed).expect("the expectation is written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(printed, expected, "{name} differs; UPDATE=1 writes it anew");
}

/// A path for a file or folder that a test makes; nothing is there at first.
pub(crate) fn fresh(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    let _ = fs::remove_file(&path);
    path
}

/// A copy of the question folder with one file changed.
pub(crate) fn changed_questions(name: &str, file: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let copy = fresh(name);
    fs::create_dir_all(copy.join("pictures")).expect("a new folder");
    for path in ["themes.json", "presets.json", "sources.json", "home.json", "school.json", "pictures/room.svg"] {
        let text = fs::read_to_string(fixtures().join("questions").join(path)).expect("a fixture");
        let text = if path == file { change(&text) } else { text };
        fs::write(copy.join(path), text).expect("a new file");
    }
    copy
}

/// A path as an argument.
pub(crate) fn text_of(path: &Path) -> &str {
    path.to_str().expect("test paths are UTF-8")
}

/// A fixture.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(fixtures().join(path)).expect("a fixture")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sixinto"));
    command.current_dir(fixtures()).args(args);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Starts the command with pipes on all sides.
pub(crate) fn started(args: &[&str]) -> Child {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the command starts")
}

fn ended(output: Output) -> Ran {
    let text = |bytes| String::from_utf8(bytes).expect("the command prints UTF-8");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}
