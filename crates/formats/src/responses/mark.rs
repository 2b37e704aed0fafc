//! Cells to marks: by the paper or the bank where they know the question, else by the table's own key.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use sixinto_core::analysis::{Item, Response, random_guess_percent, right_items};
use sixinto_core::attempt::Attempt;
use sixinto_core::bank::{Kind, Question, Revision};
use sixinto_core::check::{Words, fold};
use sixinto_core::map::IdMap;
use sixinto_core::paper::{MICRO, Paper, PaperQuestion};
use sixinto_core::{Answer, Id, Pool, score};

use crate::diagnostics::{Finding, Place};
use crate::responses::columns::Reference;
use crate::responses::model::{Filled, Sitter};
use crate::responses::{Asked, Label, Sitting, answer, diagnostics};
use crate::text::spellings::{letters, truth};

/// What the cells of one table are marked by.
pub(super) struct Marking<'a> {
    asked: &'a Asked<'a>,
    /// The questions of the bank that the table asks, as if they were a paper.
    paper: Paper,
    own: BTreeMap<Reference, Own>,
    /// Questions that nothing is known of, where they were met first.
    unmarked: RefCell<BTreeMap<Reference, Place>>,
}

/// A question that only the table knows.
#[derive(Debug, Default)]
struct Own {
    key: Option<String>,
    /// Whether some cells are points, so that the others should be.
    has_points: bool,
    of: u64,
    n_letters: usize,
}

impl<'a> Marking<'a> {
    pub(super) fn new(asked: &'a Asked<'a>, sitters: &mut [Sitter], key: Vec<Filled>, worth: Vec<Filled>) -> Self {
        let cells = || sitters.iter().flat_map(|sitter| &sitter.cells);
        let ids: BTreeSet<&Id> =
            cells().filter_map(|cell| if let Reference::Id(id) = &cell.question { Some(id) } else { None }).collect();
        let paper = asked.pool.map(|pool| bank_paper(pool, asked, ids)).unwrap_or_default();
        let mut own: BTreeMap<Reference, Own> = BTreeMap::new();
        for cell in cells().filter(|cell| matches!(cell.question, Reference::Header(_))) {
            let entry = own.entry(cell.question.clone()).or_default();
            entry.of = entry.of.max(points(&cell.text).unwrap_or(MICRO));
            entry.has_points |= points(&cell.text).is_some();
            entry.n_letters = entry.n_letters.max(n_letters(&cell.text));
        }
        for (cells, is_key) in [(key, true), (worth, false)] {
            for cell in cells.into_iter().filter(|cell| !cell.text.is_empty()) {
                let Some(entry) = own.get_mut(&cell.question) else { continue };
                if is_key {
                    entry.n_letters = entry.n_letters.max(n_letters(&cell.text));
                    entry.of = MICRO;
                    entry.key = Some(cell.text);
                } else {
                    entry.of = points(&cell.text).unwrap_or(entry.of);
                }
            }
        }
        Self { asked, paper, own, unmarked: RefCell::default() }
    }

    /// Everything that one person answered, marked; nothing where their version is not known.
    pub(super) fn mark(&self, sitter: &Sitter, findings: &mut Vec<Finding>) -> Option<Sitting> {
        let mut sitting = Sitting { group: sitter.group.clone(), responses: Vec::new() };
        let paper = match self.asked.set {
            None => &self.paper,
            Some(set) => {
                let found = set.version(&version_name(&sitter.version));
                if let (None, Some(at)) = (found, &sitter.at) {
                    let names: Vec<&str> = set.versions.iter().map(|version| &*version.name).collect();
                    findings.push(diagnostics::unknown_version(at.clone(), &sitter.version, &names.join("、")));
                }
                &found?.paper
            }
        };
        self.known(sitter, paper, &mut sitting, findings);
        for cell in sitter.cells.iter().filter(|cell| matches!(cell.question, Reference::Header(_))) {
            sitting.responses.extend(self.own(cell, findings));
        }
        Some(sitting)
    }

    /// Says once of each question that nobody knows what is right.
    pub(super) fn complain(&self, findings: &mut Vec<Finding>) {
        for (question, at) in self.unmarked.borrow().iter() {
            if let Reference::Header(name) = question {
                findings.push(diagnostics::no_key(at.clone(), name));
            }
        }
    }

    /// The questions that a paper or the bank knows.
    fn known(&self, sitter: &Sitter, paper: &Paper, sitting: &mut Sitting, findings: &mut Vec<Finding>) {
        let Some((pool, questions)) = self.asked.pool.and_then(|pool| Some((pool, paper.questions(pool).ok()?))) else {
            return;
        };
        let (mut answers, mut earned, mut answered) = (IdMap::default(), BTreeMap::new(), BTreeSet::new());
        for cell in &sitter.cells {
            let place = match &cell.question {
                Reference::Number(number) => questions.get(number - 1),
                Reference::Id(id) => questions.iter().find(|(asked, _)| asked.id == *id),
                Reference::Header(_) => continue,
            };
            let Some((asked, question)) = place else {
                let name =
                    if let Reference::Number(number) = &cell.question { number.to_string() } else { cell.text.clone() };
                findings.push(diagnostics::unknown_question(cell.at.clone(), &name).quoting(Some(cell.quote.clone())));
                continue;
            };
            match read_cell(question, asked, cell) {
                Ok(Some(Read::Answer(answer))) => answers.insert(asked.id.clone(), answer),
                Ok(Some(Read::Points(points))) => drop(earned.insert(asked.id.clone(), points)),
                Ok(None) => {}
                Err(expected) => findings.push(bad(cell, expected)),
            }
            answered.insert(asked.id.clone());
        }
        let attempt = Attempt { answers, finished: Some(0), ..Attempt::start(paper.clone(), 0) };
        let Ok(report) = score::mark(pool, &attempt, self.asked.lang) else { return };
        for (line, (asked, question)) in report.marks.iter().zip(&questions) {
            let (answer, points) = (attempt.answers.get(&asked.id), earned.get(&asked.id).copied());
            let response = answered.contains(&asked.id).then(|| Response {
                micropoints: points.unwrap_or(line.micropoints),
                is_blank: answer.is_none() && points.is_none(),
                chosen: answer.map(|answer| chosen(question, answer)).unwrap_or_default(),
            });
            sitting.responses.push((label(question, self.asked.lang), item(asked, question, paper), response));
        }
    }

    /// A question that only the table knows.
    fn own(&self, cell: &Filled, findings: &mut Vec<Finding>) -> Option<(Label, Item, Option<Response>)> {
        let Reference::Header(name) = &cell.question else { return None };
        let own = self.own.get(&cell.question)?;
        let right = own.key.as_deref().and_then(letters).unwrap_or_default();
        let choices =
            if own.key.is_some() { (0..own.n_letters).map(|at| right.contains(&at)).collect() } else { Vec::new() };
        let label = Label {
            name: name.clone(),
            stem: String::new(),
            choices: (0..choices.len()).map(|_| String::new()).collect(),
        };
        let item = Item { of: own.of, random_guess: None, choices };
        let response = match (&own.key, points(&cell.text)) {
            _ if cell.text.is_empty() => Response { is_blank: true, ..Response::default() },
            (Some(key), None) => Response {
                micropoints: if is_same(key, &cell.text) { own.of } else { 0 },
                is_blank: false,
                chosen: letters(&cell.text).unwrap_or_default(),
            },
            (_, Some(micropoints)) if micropoints <= own.of => Response { micropoints, ..Response::default() },
            _ if own.has_points => {
                findings.push(bad(cell, up_to(own.of)));
                Response { is_blank: true, ..Response::default() }
            }
            _ => {
                self.unmarked.borrow_mut().entry(cell.question.clone()).or_insert_with(|| cell.at.clone());
                return None;
            }
        };
        Some((label, item, Some(response)))
    }
}

enum Read {
    Answer(Answer),
    Points(u64),
}

/// What a cell says of a known question; nothing where it is empty.
fn read_cell(question: &Question, asked: &PaperQuestion, cell: &Filled) -> Result<Option<Read>, Words> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    let is_typed = matches!(question.body.kind(), Kind::Blank | Kind::Number) && !cell.is_points;
    match points(&cell.text).filter(|_| !is_typed) {
        Some(points) if points <= asked.micropoints => Ok(Some(Read::Points(points))),
        Some(_) => Err(up_to(asked.micropoints)),
        None if cell.is_points => Err(up_to(asked.micropoints)),
        None => {
            let answer = answer::parse(question, asked, &cell.text)?;
            let fits = question.body.rules().admit(&answer).is_ok();
            fits.then_some(Some(Read::Answer(answer)))
                .ok_or_else(|| Words::new("这道题的答案", "an answer to this question"))
        }
    }
}

/// The questions of a bank as a paper: in the order of their ids, parts as the file has them, a point each.
fn bank_paper(pool: &Pool, asked: &Asked<'_>, ids: BTreeSet<&Id>) -> Paper {
    let questions: Vec<&Question> = ids.into_iter().filter_map(|id| pool.question(id)).collect();
    let ids_of = |items: Vec<sixinto_core::bank::kind::Item<'_>>| items.iter().map(|item| item.id.clone()).collect();
    let plain = |question: &&Question| PaperQuestion {
        id: question.id.clone(),
        micropoints: MICRO,
        items: ids_of(question.body.rules().items()),
        targets: ids_of(question.body.rules().targets()),
    };
    Paper {
        format: sixinto_core::paper::FORMAT,
        rule: asked.rule,
        bank: Revision::of_all(questions.iter().map(|question| question.revision)),
        questions: questions.iter().map(plain).collect(),
        ..Paper::default()
    }
}

pub(super) fn label(question: &Question, lang: &str) -> Label {
    let items = question.body.rules().items();
    let text = |id: &Id| items.iter().find(|item| item.id == id).map_or("", |item| item.text.get(lang)).to_owned();
    Label {
        name: question.id.to_string(),
        stem: question.stem.get(lang).to_owned(),
        choices: right_items(question).iter().map(|(id, _)| text(id)).collect(),
    }
}

pub(super) fn item(asked: &PaperQuestion, question: &Question, paper: &Paper) -> Item {
    Item {
        of: asked.micropoints,
        random_guess: random_guess_percent(question, paper.rule),
        choices: right_items(question).into_iter().map(|(_, is_right)| is_right).collect(),
    }
}

/// The indexes of the choices that an answer took, in the order of the bank.
pub(super) fn chosen(question: &Question, answer: &Answer) -> Vec<usize> {
    let took = |id: &Id| match answer {
        Answer::Single(own) => own == id,
        Answer::Multiple(own) | Answer::Spot(own) => own.contains(id),
        _ => false,
    };
    right_items(question).iter().enumerate().filter(|(_, (id, _))| took(id)).map(|(at, _)| at).collect()
}

/// `A`, `A卷`, `卷A`, `Version A`.
fn version_name(text: &str) -> String {
    let folded = fold(text);
    folded.replace(['卷', '版', '本'], "").trim_start_matches("version").to_owned()
}

/// A number of points, in millionths.
fn points(text: &str) -> Option<u64> {
    let text: String = text.chars().map(crate::text::spellings::half_width).collect();
    let text = text.trim().strip_suffix('分').unwrap_or(text.trim()).trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return None;
    }
    let millionths = format!("{part:0<6}");
    Some(whole.parse::<u64>().ok()? * MICRO + millionths.get(..6)?.parse::<u64>().ok()?)
}

fn n_letters(text: &str) -> usize {
    letters(text).unwrap_or_default().into_iter().max().map_or(0, |last| last + 1)
}

/// Whether an answer is that of the key: the same letters, the same truth, or the same text.
fn is_same(key: &str, text: &str) -> bool {
    let sorted = |text: &str| {
        letters(text).map(|mut letters| {
            letters.sort_unstable();
            letters
        })
    };
    match (truth(key), sorted(key)) {
        (Some(key), _) if truth(text).is_some() => truth(text) == Some(key),
        (_, Some(key)) => sorted(text).as_ref() == Some(&key),
        _ => fold(key) == fold(text),
    }
}

fn bad(cell: &Filled, expected: Words) -> Finding {
    diagnostics::bad_answer(cell.at.clone(), &cell.text, expected).quoting(Some(cell.quote.clone()))
}

fn up_to(of: u64) -> Words {
    let most = of / MICRO;
    Words::new(format!("0–{most} 分"), format!("0 to {most} points"))
}
