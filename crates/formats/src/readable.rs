//! What the core reads of a bank that is about to be written.

use std::num::NonZero;
use std::panic::resume_unwind;

use sixinto_core::bank::{BankFile, MAX_QUESTIONS, QuestionFields, parse_unrevised};
use sixinto_core::check::{self, unreadable};
use sixinto_core::json::{Failure, Limit, MAX_BYTES, Reason};

use crate::Origin;
use crate::finding::Finding;
use crate::place::{Place, Position};

/// How many questions are written and read back at a time.
const AT_ONCE: usize = 1000;

/// More bytes than most questions have as they are written.
const USUAL_LENGTH: usize = 1000;

/// Takes out the questions that the core would not read, and says of each why. They go through the form in which they
/// will be written some at a time, so that never all of them are in memory in that form too.
pub(crate) fn keep(bank: &mut BankFile, origins: &mut Vec<Origin>, findings: &mut Vec<Finding>) {
    // More than a bank may hold are refused together.
    let at_once = if bank.questions.len() > MAX_QUESTIONS { bank.questions.len() } else { AT_ONCE };
    let chunks: Vec<_> = bank.questions.chunks(at_once).zip(origins.chunks(at_once)).collect();
    let mut kept = Vec::with_capacity(bank.questions.len());
    let mut bytes = 0;
    let all = side_by_side(&chunks, |(questions, origins)| check(bank, questions, origins));
    for (nth, checked) in all.into_iter().enumerate() {
        bytes += checked.bytes;
        let is_full = bytes > MAX_BYTES;
        let told = if is_full { vec![too_long(bank)] } else { checked.findings };
        let indexes = if is_full { Vec::new() } else { checked.indexes };
        kept.extend(indexes.into_iter().map(|index| nth * at_once + index));
        for told in told {
            // What is wrong with the bank as a whole is wrong with it every time.
            if told.at.position != Position::Whole || !findings.contains(&told) {
                findings.push(told);
            }
        }
    }
    retain(&mut bank.questions, &kept);
    retain(origins, &kept);
}

fn too_long(bank: &BankFile) -> Finding {
    let failure = [Failure::whole(Reason::Limit { of: Limit::Bytes, most: MAX_BYTES })];
    let finding = unreadable(bank.id.as_str(), "", &failure).next().expect("a finding for each failure");
    told(&failure[0], finding, bank, std::iter::empty())
}

/// What came of some questions that were written and read back.
struct Checked {
    /// How long they are as they will be written.
    bytes: usize,
    /// Which of them can be read.
    indexes: Vec<usize>,
    /// Why the others cannot.
    findings: Vec<Finding>,
}

fn check(bank: &BankFile, questions: &[QuestionFields], origins: &[Origin]) -> Checked {
    let text = text_of(bank, questions);
    let (indexes, failures) = match parse_unrevised(&text) {
        Ok(parsed) => (parsed.indexes, parsed.failures),
        Err(failure) => (Vec::new(), vec![failure]),
    };
    let findings = failures.iter().zip(unreadable(bank.id.as_str(), &text, &failures));
    let findings = findings.map(|(failure, finding)| told(failure, finding, bank, questions.iter().zip(origins)));
    Checked { bytes: text.len(), indexes, findings: findings.collect() }
}

/// Does the same to every one of a list, as many of them at once as the machine can; the results are in order.
fn side_by_side<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let at_once = std::thread::available_parallelism().map_or(1, NonZero::get);
    let work = &work;
    let mut results = Vec::with_capacity(list.len());
    for wave in list.chunks(at_once) {
        let Some((first, others)) = wave.split_first() else { break };
        std::thread::scope(|scope| {
            let others: Vec<_> = others.iter().map(|one| scope.spawn(move || work(one))).collect();
            results.push(work(first));
            let joined = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            results.extend(joined);
        });
    }
    results
}

/// Some of the questions of a bank as it will be written.
fn text_of(bank: &BankFile, questions: &[QuestionFields]) -> String {
    let BankFile { format, id, lang, title, .. } = bank;
    let mut text = Vec::with_capacity(questions.len().min(AT_ONCE) * USUAL_LENGTH);
    let (id, title, questions) = (id.clone(), title.clone(), questions.iter().collect());
    let part: BankFile<&QuestionFields> = BankFile { schema: None, format: *format, id, lang: *lang, title, questions };
    serde_json::to_writer(&mut text, &part).expect("a bank has names for keys, so it has a JSON form");
    String::from_utf8(text).expect("JSON is written as UTF-8")
}

fn told<'q>(
    failure: &Failure,
    finding: check::Finding,
    bank: &BankFile,
    mut questions: impl Iterator<Item = (&'q QuestionFields, &'q Origin)>,
) -> Finding {
    let check::Finding { code, message, help, .. } = finding;
    match index_in(&failure.pointer).and_then(|index| questions.nth(index)) {
        Some((question, origin)) => Finding::error(code, origin.place.clone(), message, help)
            .about(question.stem.all().next().unwrap_or_default())
            .quoting(origin.quote.clone()),
        None => Finding::error(code, Place::whole(bank.id.as_str()), message, help).about(""),
    }
}

/// Keeps what stands at the indexes, which are sorted.
fn retain<T>(list: &mut Vec<T>, kept: &[usize]) {
    let mut kept = kept.iter().peekable();
    let mut indexes = 0..;
    list.retain(|_| {
        let index = indexes.next();
        kept.next_if(|kept| Some(**kept) == index).is_some()
    });
}

/// The question that a pointer such as `/questions/3/stem` goes into.
fn index_in(pointer: &str) -> Option<usize> {
    pointer.strip_prefix("/questions/")?.split('/').next()?.parse().ok()
}
