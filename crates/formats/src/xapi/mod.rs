//! Attempts as statements of the Experience API (xAPI 1.0.3, IEEE 9274.1.1), one a line: written for a learning record
//! store, and read back for an analysis.
//!
//! A statement says who did what to which question with what result. Who is what somebody typed, or a number made of
//! the attempt: there is no account behind it. Questions go by `urn:sixinto:question:` and their id. The same attempt
//! gives the same statements with the same ids, so that a store which gets them twice keeps them once.
//!
//! A question that was left empty is told as answered with no response and no points: it was asked, and an analysis
//! has to know.
//!
//! Of what is read, `answered` counts; other statements are told of by their number. Points are read from
//! `score.raw` and `score.max`, or else from `success`.

mod read;
mod write;

pub use crate::xapi::read::{Answered, Statements, read};
pub use crate::xapi::write::statements;

/// What verbs are named by.
const VERBS: &str = "http://adlnet.gov/expapi/verbs/";

/// What a question is named by, before its id.
const QUESTION: &str = "urn:sixinto:question:";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Input;
    use crate::diagnostics::Code;

    fn statements(lines: &str) -> Statements {
        read(&Input { name: "a.jsonl", bytes: lines.as_bytes() }).expect("text")
    }

    #[test]
    fn a_statement_of_another_program_is_read() {
        let statements = statements(
            r#"{"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"id": "https://example.org/quiz/1#home-119"}, "result": {"success": false, "response": "b[,]a"}}"#
                .replace('\n', " ")
                .as_str(),
        );
        let [answer] = statements.answers.as_slice() else { panic!("one answer: {:?}", statements.findings) };
        assert_eq!((answer.person.as_str(), answer.question.as_str()), ("mailto:a@example.org", "home-119"));
        assert_eq!(
            (answer.response.as_slice(), answer.micropoints),
            (&["b".to_owned(), "a".to_owned()][..], Some((0, 1_000_000)))
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let lines =
            "{\"verb\": 1}\n\n{\"actor\": \n{\"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/completed\"}}\n";
        let answered = r#"{"actor": {"name": "a"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"}, "object": {"id": "Home 1"}}"#;
        let statements = statements(&format!("{lines}{answered}\n"));
        let found: Vec<(Code, String)> =
            statements.findings.iter().map(|finding| (finding.code, finding.at.words().en)).collect();
        assert_eq!(
            found,
            [
                (Code::XapiNoStatement, "line 1, column 1".to_owned()),
                (Code::XapiNotJson, "line 3, column 10".to_owned()),
                (Code::XapiQuestion, "line 5, column 1".to_owned()),
                (Code::XapiOther, String::new()),
            ]
        );
        assert_eq!((statements.n_read, statements.answers.len()), (4, 0));
    }

    #[test]
    fn brackets_in_each_other_without_end_are_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(statements(&deep).findings[0].code, Code::XapiNotJson);
    }
}
