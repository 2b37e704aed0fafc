//! A paper in several orders, so that neighbours in a room cannot copy.

use super::deal::shuffled;
use super::{Paper, PaperQuestion};
use crate::bank::{Kind, Pool, Revision};
use crate::seed::Chance;
use crate::{Seed, paper};

/// How far the seeds of two versions lie apart: the golden ratio of 32 bits, so that no version of a paper is likely to
/// be one of the paper with the next seed.
const STEP: u32 = 0x9e37_79b9;

/// The same questions in another order, kind by kind as [`Kind::ALL`] has them, with their parts in another order too.
///
/// Version 0 keeps the order in which the questions of a kind were drawn, and the order of parts. In version n a stream
/// of chance shuffles the questions of each kind, and then the parts of each question as step 5 of
/// [`draw`](super::draw()) says, so that `fixed` choices keep their places; its seed is the paper's plus n times
/// 0x9e3779b9. The same paper and number give the same version on every platform. The seed in the version stays that
/// of the paper: it tells what was drawn.
///
/// # Errors
/// [`BankChanged`](paper::BankChanged) where the pool no longer has the questions as they were.
pub fn version(pool: &Pool, paper: &Paper, number: u32) -> Result<Paper, paper::BankChanged> {
    let questions = paper.questions(pool)?;
    let mut chance = Seed(paper.seed.0.wrapping_add(number.wrapping_mul(STEP))).chance();
    let mut ordered = Vec::with_capacity(questions.len());
    for kind in Kind::ALL {
        let mut same = questions.clone();
        same.retain(|(_, question)| question.body.kind() == kind);
        if number > 0 {
            chance.shuffle(&mut same);
        }
        ordered.extend(same);
    }
    let dealt = |(asked, _): &(&PaperQuestion, _)| {
        if number > 0 { dealt_anew(pool, asked, &mut chance) } else { (*asked).clone() }
    };
    Ok(Paper {
        bank: Revision::of_all(ordered.iter().map(|(_, question)| question.revision)),
        questions: ordered.iter().map(dealt).collect(),
        ..paper.clone()
    })
}

fn dealt_anew(pool: &Pool, asked: &PaperQuestion, chance: &mut Chance) -> PaperQuestion {
    let Some(position) = pool.position(&asked.id) else { return asked.clone() };
    let slip = pool.slip(position);
    PaperQuestion {
        items: shuffled(pool, pool.items(slip), slip.order_is_key, chance),
        targets: shuffled(pool, pool.targets(slip), false, chance),
        ..asked.clone()
    }
}
