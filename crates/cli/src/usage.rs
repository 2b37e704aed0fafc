//! What is wrong with a command line, told in the words and the shape of every other failure.

use std::error::Error;
use std::num::ParseIntError;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, ValueEnum as _};
use sixinto_core::check::Words;
use sixinto_core::date::InvalidDate;
use sixinto_core::id::InvalidId;

use crate::Cli;
use crate::failure::Failure;
use crate::lang::{Lang, both};

/// The language that a line asks for which could not be understood as a whole; else that of the environment.
pub(crate) fn lang(words: &[String]) -> Lang {
    let next = words.iter().skip_while(|word| *word != "--lang").nth(1).map(String::as_str);
    let tag = words.iter().find_map(|word| word.strip_prefix("--lang=")).or(next);
    tag.and_then(|tag| Lang::from_str(tag, false).ok()).unwrap_or_else(Lang::of_environment)
}

/// Why a line makes no sense, and what would.
pub(crate) fn failure(error: &clap::Error, words: &[String]) -> Failure {
    let help = advice(error).unwrap_or_else(|| {
        let command = words.iter().skip(1).find(|word| is_command(word));
        let command = command.map(|word| format!("{word} ")).unwrap_or_default();
        both!("用法见 sixinto {command}--help", "see sixinto {command}--help")
    });
    Failure::new(what(error), help)
}

fn is_command(word: &str) -> bool {
    Cli::command().get_subcommands().any(|command| command.get_name() == word)
}

fn what(error: &clap::Error) -> Words {
    let options = said(error, ContextKind::InvalidArg);
    let said = |kind| said(error, kind).join(" ");
    let (option, value) = (options.join(" "), said(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = said(ContextKind::InvalidSubcommand);
            both!("没有 {name} 这个命令", "there is no command {name}")
        }
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            both!("没有 {option} 这个选项", "there is no option {option}")
        }
        ErrorKind::UnknownArgument => both!("多写了“{option}”", "`{option}` is one word too many"),
        ErrorKind::InvalidValue if value.is_empty() => both!("{option} 后面还缺一个值", "{option} needs a value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            both!("{option} 不能写成“{value}”", "`{value}` is no value for {option}")
        }
        ErrorKind::MissingRequiredArgument => {
            let (zh, en) = (options.join("、"), options.join(", "));
            both!("还缺：{zh}", "missing: {en}")
        }
        ErrorKind::ArgumentConflict => {
            let other = said(ContextKind::PriorArg);
            if other == option {
                both!("{option} 只能写一次", "{option} may be given once only")
            } else {
                both!("{option} 和 {other} 不能一起写", "{option} and {other} do not go together")
            }
        }
        _ => {
            let text = error.to_string();
            let text = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            both!("命令不能这样写：{text}", "the command cannot be written like this: {text}")
        }
    }
}

/// What could stand there instead.
fn advice(error: &clap::Error) -> Option<Words> {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(|kind| said(error, kind).into_iter().next()) {
        return Some(both!("是不是想写 {near}？", "did you mean {near}?"));
    }
    let known = said(error, ContextKind::ValidValue);
    if !known.is_empty() {
        let (zh, en) = (known.join("、"), known.join(", "));
        return Some(both!("可以写：{zh}", "possible: {en}"));
    }
    error.source().map(reason)
}

/// Why a value is none, by what failed to read it.
fn reason(why: &(dyn Error + 'static)) -> Words {
    if why.is::<InvalidId>() {
        return both!(
            "编号由小写字母、数字和连字符组成，如 fire-drill",
            "an id has small letters, digits and hyphens, such as fire-drill"
        );
    }
    if why.is::<InvalidDate>() {
        return both!("日期写成 2026-06-01 这样", "a day is written like 2026-06-01");
    }
    if why.is::<ParseIntError>() {
        return both!("要写一个整数", "it takes a whole number");
    }
    let why = why.to_string();
    if let Some((from, to)) = why.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
        return both!("要写 {from} 到 {to} 之间的数", "it takes a number from {from} to {to}");
    }
    // What we say ourselves of a value is Chinese on one line and English on the next, as in the help.
    let (zh, en) = why.split_once('\n').unwrap_or((&why, &why));
    Words::new(zh, en)
}

/// What the parser noted under a heading.
fn said(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}
