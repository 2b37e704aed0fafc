//! Which of the questions that a format found are valid, and why the others are not.

use std::io;

use crate::diagnostics::Code;
use sixinto_core::bank::{BankFile, MAX_QUESTIONS, Question, QuestionFields};
use sixinto_core::check::{Explanation, explain};
use sixinto_core::json::{Failure, Limit, MAX_BYTES, Reason};

use crate::diagnostics::{Finding, Place, Position};
use crate::{Found, Origin};

/// The questions that are valid, as fields and as values, each with its origin.
#[derive(Debug, Default)]
pub(crate) struct Valid {
    pub(crate) fields: Vec<QuestionFields>,
    pub(crate) questions: Vec<Question>,
    pub(crate) origins: Vec<Origin>,
}

/// Keeps the questions that the core would read in a bank of this head, and tells of each of the others why not. What
/// would be more than a bank may hold is told of the bank as a whole.
pub(crate) fn validate(all: Vec<Found>, head: &BankFile<()>, findings: &mut Vec<Finding>) -> Valid {
    let name = head.id.as_str();
    findings.extend(head.head_failures().iter().map(|failure| of_bank(failure, name)));
    if all.len() > MAX_QUESTIONS {
        let too_many = Failure::whole(Reason::Limit { of: Limit::Questions, most: MAX_QUESTIONS });
        findings.push(of_bank(&too_many, name));
        return Valid::default();
    }
    keep(all, MAX_BYTES, name, findings)
}

/// Keeps valid questions as long as they fit into a file of so many bytes.
fn keep(all: Vec<Found>, most_bytes: usize, name: &str, findings: &mut Vec<Finding>) -> Valid {
    let mut valid = Valid::default();
    let mut bytes = 0;
    for Found { question: fields, place, quote } in all {
        let origin = Origin { place, quote };
        match Question::try_from(fields.clone()) {
            Err(failures) => tell(&failures, &fields, &origin, findings),
            Ok(question) => {
                bytes += written_length(&fields);
                if bytes > most_bytes {
                    let too_long = Failure::whole(Reason::Limit { of: Limit::Bytes, most: most_bytes });
                    findings.push(of_bank(&too_long, name));
                    break;
                }
                valid.fields.push(fields);
                valid.questions.push(question);
                valid.origins.push(origin);
            }
        }
    }
    valid
}

fn tell(failures: &[Failure], fields: &QuestionFields, origin: &Origin, findings: &mut Vec<Finding>) {
    let stem = fields.stem.all().next().unwrap_or_default();
    for failure in failures {
        let finding = error(failure, origin.place.clone()).about(stem).quoting(origin.quote.clone());
        // Questions of a file that has no lines all stand in the same place: what is wrong with two of them is told once.
        if finding.at.position != Position::Whole || !findings.contains(&finding) {
            findings.push(finding);
        }
    }
}

fn of_bank(failure: &Failure, name: &str) -> Finding {
    error(failure, Place::whole(name)).about("")
}

fn error(failure: &Failure, at: Place) -> Finding {
    let Explanation { message, help } = explain(failure, "");
    Finding::error(Code::Check(failure.into()), at, message, help)
}

/// How many bytes a question takes in a file.
fn written_length(fields: &QuestionFields) -> usize {
    let mut length = Length(0);
    serde_json::to_writer(&mut length, fields).expect("a question has names for keys, and counting does not fail");
    length.0
}

/// Counts what is written, and keeps nothing of it.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sixinto_core::bank::Kind;

    use super::*;
    use crate::builders;

    fn found(line: u32, stem: &str) -> Found {
        let named = |name: &str| name.parse().expect("an id");
        let question = QuestionFields {
            id: named("q"),
            topic: named("fire"),
            answer: Some(true),
            ..builders::question(Kind::Judge, stem)
        };
        Found { question, place: Place::text("a.txt", line, 1), quote: None }
    }

    #[test]
    fn questions_are_kept_as_long_as_they_fit_and_the_rest_is_told_once() {
        let all: Vec<Found> = (1..=5).map(|line| found(line, "true")).collect();
        let length = written_length(&all[0].question);
        let mut findings = Vec::new();
        let valid = keep(all, 3 * length, "bank", &mut findings);
        assert_eq!((valid.fields.len(), valid.questions.len(), valid.origins.len()), (3, 3, 3));
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(
            (finding.code, &finding.at),
            (Code::Check(sixinto_core::check::Code::BankLimit), &Place::whole("bank"))
        );
    }

    #[test]
    fn a_text_that_is_too_long_costs_its_question_and_no_other() {
        let long = "x".repeat(sixinto_core::text::MAX_LENGTH + 1);
        let mut findings = Vec::new();
        let valid = keep(vec![found(1, &long), found(2, "true")], MAX_BYTES, "bank", &mut findings);
        assert_eq!(valid.origins.len(), 1);
        assert_eq!(findings.iter().map(|finding| &finding.at).collect::<Vec<_>>(), [&Place::text("a.txt", 1, 1)]);
    }

    #[test]
    fn more_questions_than_a_bank_may_have_are_refused_together() {
        let head = BankFile { id: "bank".parse().expect("an id"), ..BankFile::default() };
        let mut findings = Vec::new();
        let valid = validate(vec![found(1, "true"); MAX_QUESTIONS + 1], &head, &mut findings);
        assert!(valid.fields.is_empty());
        assert!(findings.iter().any(|finding| finding.message.en.contains("more than 200000 questions")));
    }
}
