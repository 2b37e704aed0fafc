//! Findings as compilers show them: the place, the line, a mark under it, and what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use sixinto_core::check::{Finding, Severity, Words};
use sixinto_core::place::byte_at;
use sixinto_formats::{Position, Quote};

use crate::lang::Lang;

/// Questions stand on long lines; more columns than this of them help nobody.
const COLUMNS: usize = 100;

/// The lines of a file, as findings count them.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.strip_prefix('\u{feff}').unwrap_or(text).lines().collect()
}

/// A finding and the line it is about.
pub(crate) fn render(finding: &Finding, lines: &[&str], lang: Lang) -> String {
    let title = title(finding.severity, finding.code.as_str(), &finding.message, lang);
    let number = usize::try_from(finding.at.line).unwrap_or(usize::MAX);
    let line = lines.get(number.saturating_sub(1)).copied().unwrap_or_default();
    let start = byte_at(line, finding.at.column);
    let question = finding.question.as_ref().map(sixinto_core::Id::as_str);
    let source = Snippet::source(line)
        .line_start(number)
        .path(finding.at.file.as_str())
        .annotation(AnnotationKind::Primary.span(start..start + token_at(line, start)).label(question));
    rendered(title.element(source).element(help(finding.help.get(lang.tag()), lang)))
}

/// A finding in a trainer's file, with the row or line it is about.
pub(crate) fn of_file(finding: &sixinto_formats::Finding, lang: Lang) -> String {
    let place = finding.at.words();
    let place = format!("{} {}", finding.at.file, place.get(lang.tag()));
    let title = title(finding.severity, finding.code.as_str(), &finding.message, lang);
    let mut group = title.element(Origin::path(place.trim_end()));
    if let Some(quote) = &finding.quote {
        group = group.element(quoted(quote, &finding.at.position));
    }
    let shown = rendered(group.element(help(finding.help.get(lang.tag()), lang)));
    // The renderer takes a quotation without a file of its own for one of another file, and says so with a line of
    // three colons.
    let is_told = |line: &&str| anstream::adapter::strip_str(line).to_string().trim() != ":::";
    let lines: Vec<&str> = shown.lines().filter(is_told).collect();
    format!("{}\n\n", lines.join("\n").trim_end())
}

fn quoted<'a>(
    Quote { line, from, to }: &'a Quote,
    position: &Position,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let number = match position {
        Position::Whole => 1,
        Position::Cell { row, .. } => *row,
        Position::Text { line, .. } => *line,
    };
    let (from, to) = ((*from).min(line.len()), (*to).min(line.len()));
    let mark = AnnotationKind::Primary.span(from..to.max(from));
    Snippet::source(line.as_str()).line_start(usize::try_from(number).unwrap_or(usize::MAX)).annotation(mark)
}

/// What went wrong with a command, in the same shape.
pub(crate) fn failure(what: &str, how: &str, lang: Lang) -> String {
    let title = level(Severity::Error, lang).primary_title(what);
    rendered(Group::with_title(title).element(help(how, lang)))
}

fn title<'a>(severity: Severity, code: &'a str, message: &'a Words, lang: Lang) -> Title<'a> {
    level(severity, lang).primary_title(message.get(lang.tag())).id(code)
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(lang.say("错误", "error")),
        Severity::Warning => Level::WARNING.with_name(lang.say("警告", "warning")),
        Severity::Note => Level::NOTE.with_name(lang.say("说明", "note")),
    }
}

fn help(words: &str, lang: Lang) -> annotate_snippets::Message<'_> {
    Level::HELP.with_name(lang.say("怎么办", "help")).message(words)
}

fn rendered(group: Group<'_>) -> String {
    let renderer = Renderer::styled().term_width(COLUMNS).decor_style(DecorStyle::Ascii);
    format!("{}\n\n", renderer.render(&[group]))
}

/// How many bytes of the line the value at a byte takes: a whole string or number, but of an object or a list only
/// its bracket.
fn token_at(line: &str, start: usize) -> usize {
    let rest = line.get(start..).unwrap_or_default();
    let Some(first) = rest.chars().next() else { return 0 };
    let end = match first {
        '"' => string_end(rest),
        _ if first.is_ascii_alphanumeric() || first == '-' => {
            rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "+-.".contains(letter)))
        }
        _ => None,
    };
    let whole = first == '"' || first.is_ascii_alphanumeric() || first == '-';
    end.unwrap_or(if whole { rest.trim_end().len() } else { first.len_utf8() })
}

fn string_end(rest: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_marked_whole_and_a_bracket_alone() {
        let line = r#"{ "题\"干": 119, "x": [true] } 。"#;
        let marked = |from: &str| line.find(from).map(|start| &line[start..start + token_at(line, start)]);
        assert_eq!(marked("\"题"), Some(r#""题\"干""#));
        assert_eq!(marked("119"), Some("119"));
        assert_eq!(marked("[true"), Some("["));
        assert_eq!(marked("true"), Some("true"));
        assert_eq!(marked("。"), Some("。"));
        assert_eq!(token_at("\"open", 0), 5);
        assert_eq!(token_at("", 0), 0);
    }
}
