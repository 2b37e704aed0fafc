//! Sheets to questions: the header of each, then row by row.

mod aliases;
mod blank_number;
mod choices;
mod context;
mod diagnostics;
pub(crate) mod header;
mod judge;
mod kinds;
mod metadata;
mod options;
mod order_match;
mod titles;

use std::collections::{BTreeMap, HashMap};

use sixinto_core::bank::{Kind, QuestionFields};
use sixinto_core::check::fingerprint;

use crate::diagnostics::{Finding, Place};
use crate::table::cells::sheet::Sheet;
use crate::table::open;
use crate::table::read::aliases::Role;
use crate::table::read::context::{Context, LeftOut};
use crate::table::read::diagnostics::{
    above, bare, formulas, headless, hidden, inferred, no_picture, no_questions, no_stem, nothing, points_note, twice,
    unused,
};
use crate::table::read::header::Header;
use crate::table::read::kinds::Known;
use crate::table::read::metadata::Seen;
use crate::table::read::titles::role;
use crate::{Found, Imported, Input, Progress, Reading};

/// How often a long reading says how far it is, in rows.
const STEP: usize = 512;

/// The questions of every sheet of a spreadsheet.
pub(crate) fn read(input: &Input<'_>, reading: &Reading<'_>) -> Result<Imported, Box<Finding>> {
    let sheets = open(input)?;
    let of = sheets.iter().map(|sheet| sheet.rows().len()).sum();
    let mut table = Table { of, ..Table::new(input.name, reading) };
    // A sheet is dropped as soon as it is read.
    for sheet in sheets {
        table.sheet(&sheet);
    }
    let header = table.header;
    let mut imported = table.imported;
    if imported.n_read == 0 {
        imported.findings.push(header.map_or_else(|| nothing(input.name), bare));
        imported.n_read = 1;
    }
    Ok(imported)
}

struct Table<'r> {
    file: &'r str,
    reading: &'r Reading<'r>,
    imported: Imported,
    /// The first header.
    header: Option<Place>,
    /// Where each stem stands, by its fingerprint, so that not all stems are kept a second time.
    stems: HashMap<u64, Place>,
    seen: Seen,
    done: usize,
    of: usize,
}

/// What was done in a sheet that is told once and not for each row.
#[derive(Default)]
struct Tally {
    inferred: BTreeMap<&'static str, (Kind, usize, Option<Place>)>,
    formulas: Option<(usize, Place)>,
}

impl<'r> Table<'r> {
    fn new(file: &'r str, reading: &'r Reading<'r>) -> Self {
        let (stems, seen) = (HashMap::new(), Seen::default());
        Self { file, reading, imported: Imported::default(), header: None, stems, seen, done: 0, of: 0 }
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let whole = Place { part: sheet.name.as_deref().map(Into::into), ..Place::whole(self.file) };
        if sheet.is_hidden {
            self.imported.findings.push(hidden(whole));
            return;
        }
        let Some(header) = Header::find(sheet).filter(|header| header.column(Role::Stem).is_some()) else {
            self.no_header(sheet, whole);
            return;
        };
        self.about_header(&whole, &header);
        let mut around = sheet.name.as_deref().and_then(kinds::of_title);
        let (codes, scale) = (kinds::codes(sheet, &header, self.reading), metadata::scale(sheet, &header));
        let mut tally = Tally::default();
        for row in sheet.rows().skip(header.n_above + header.n_rows) {
            self.done += 1;
            if self.done.is_multiple_of(STEP) {
                (self.reading.progress)(Progress { done: self.done, of: Some(self.of) });
            }
            let context = Context { whole: &whole, header: &header, row };
            match row_kind(context) {
                RowKind::Question => {}
                RowKind::Nothing => continue,
                RowKind::Section(kind) => {
                    around = Some(kind);
                    continue;
                }
            }
            self.imported.n_read += 1;
            let known = kinds::kind(context, around, self.reading, &codes);
            match known.and_then(|known| self.question(context, known, scale, &mut tally)) {
                Ok(question) => self.keep(context, question),
                Err(finding) => self.imported.findings.push(*finding),
            }
        }
        self.imported.findings.extend(tally.findings());
    }

    fn question(
        &mut self,
        context: Context<'_>,
        known: Known,
        scale: Option<u32>,
        tally: &mut Tally,
    ) -> Result<QuestionFields, LeftOut> {
        let stem = context.header.column(Role::Stem).map_or(Ok(""), |column| context.needed(column))?;
        if stem.is_empty() {
            return Err(Box::new(no_stem(context)));
        }
        let (Known::Said(kind) | Known::Inferred(kind)) = known;
        let mut findings = Vec::new();
        let mut question = match kind {
            Kind::Single | Kind::Multiple => choices::read(context, kind, &mut findings)?,
            Kind::Judge => judge::read(context, &mut findings)?,
            Kind::Blank => blank_number::blank(context, &mut findings)?,
            Kind::Number => blank_number::number(context)?,
            Kind::Order => order_match::order(context)?,
            Kind::Match => order_match::pairs(context)?,
            Kind::Spot => return Err(Box::new(no_picture(context))),
        };
        metadata::add(context, &mut question, scale, self.reading, &mut self.seen, &mut findings);
        tally.add(context, known);
        self.imported.findings.append(&mut findings);
        Ok(question)
    }

    fn keep(&mut self, context: Context<'_>, question: QuestionFields) {
        let place = context.place();
        let stem = fingerprint(&[context.text(Role::Stem)]);
        match self.stems.get(&stem) {
            Some(first) => self.imported.findings.extend(twice(context, first)),
            None => drop(self.stems.insert(stem, place.clone())),
        }
        self.imported.questions.push(Found { question, place, quote: Some(context.quote(None)) });
    }

    fn no_header(&mut self, sheet: &Sheet, whole: Place) {
        const NOTES: [&str; 8] = ["说明", "须知", "版本", "目录", "字典", "示例", "notes", "readme"];
        if sheet.rows().len() == 0 {
            return;
        }
        let is_notes =
            sheet.name.as_deref().is_some_and(|name| NOTES.iter().any(|note| name.to_lowercase().contains(note)));
        if is_notes || sheet.rows().all(|row| row.cells().nth(2).is_none()) {
            self.imported.findings.push(no_questions(whole));
        } else {
            self.imported.n_read += 1;
            self.imported.findings.push(headless(whole));
        }
    }

    fn about_header(&mut self, whole: &Place, header: &Header) {
        let place = whole.at_row(header.row);
        self.header.get_or_insert_with(|| place.clone());
        if header.n_above > 0 {
            self.imported.findings.push(above(&place, header.n_above));
        }
        for column in &header.unused {
            let at = place.cell(column.at, Some(&column.title));
            self.imported.findings.push(unused(at, &column.title, column.role));
        }
        let points = header.columns.iter().find(|column| matches!(column.role, Role::Points(_)));
        self.imported.findings.extend(points.map(|column| points_note(place.cell(column.at, Some(&column.title)))));
    }
}

/// What a row under a header is.
enum RowKind {
    Question,
    Nothing,
    Section(Kind),
}

/// Tells questions from rows that have nothing but a number or a merged value in them, from headers that are repeated,
/// and from titles of sections.
fn row_kind(context: Context<'_>) -> RowKind {
    let mut cells = context.row.cells();
    let (only, next) = (cells.next(), cells.next());
    let title = only.filter(|_| next.is_none()).map(|cell| cell.text).filter(|text| text.chars().count() <= 30);
    if let Some(kind) = title.and_then(kinds::of_title) {
        return RowKind::Section(kind);
    }
    let own = |role: Role| !matches!(role, Role::Serial | Role::Id | Role::Points(_) | Role::Problems);
    let mut columns = context.header.columns.iter().filter(|column| own(column.role));
    let is_filled = |column: &crate::table::read::header::Column| {
        let cell = context.row.cell(column.at);
        !cell.is_merged && (!cell.text.is_empty() || cell.is_formula)
    };
    let is_spare =
        !columns.any(is_filled) && context.row.cells().all(|cell| cell.is_merged || is_counted(context, cell.column));
    let n_names = || context.row.cells().filter(|cell| role(cell.text).is_some()).count();
    let is_header = role(context.text(Role::Stem)) == Some(Role::Stem) && n_names() > 1;
    if is_spare || is_header { RowKind::Nothing } else { RowKind::Question }
}

/// Whether a column is one that may be filled in where there is no question yet.
fn is_counted(context: Context<'_>, column: u32) -> bool {
    context.header.columns.iter().any(|known| known.at == column)
}

impl Tally {
    fn add(&mut self, context: Context<'_>, known: Known) {
        if let Known::Inferred(kind) = known {
            let (_, n, _) = self.inferred.entry(kind.name()).or_insert_with(|| (kind, 0, Some(context.place())));
            *n += 1;
        }
        if context.row.cells().any(|cell| cell.is_formula) {
            self.formulas.get_or_insert_with(|| (0, context.place())).0 += 1;
        }
    }

    fn findings(self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (kind, n, place) in self.inferred.into_values() {
            findings.extend(place.map(|place| inferred(place, kind, n)));
        }
        findings.extend(self.formulas.map(|(n, place)| formulas(place, n)));
        findings
    }
}
