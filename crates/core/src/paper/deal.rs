//! Questions that are chosen to a paper that shows them.

use super::{FORMAT, MICRO, Paper, PaperQuestion, Request};
use crate::Id;
use crate::bank::{Part, Pool, Revision};
use crate::seed::Chance;

/// The paper that asks these questions of a pool, each for so many points, its parts shuffled.
pub(super) fn deal(pool: &Pool, request: Request<'_>, asked: &[(u32, u16)], chance: &mut Chance) -> Paper {
    let Request { blueprint, themes, seed, .. } = request;
    let bank = Revision::of_all(asked.iter().map(|(position, _)| pool.slip(*position).revision));
    let question = |(position, points): &(u32, u16)| {
        let slip = pool.slip(*position);
        PaperQuestion {
            id: pool.id(slip),
            micropoints: u64::from(*points) * MICRO,
            items: shuffled(pool, pool.items(slip), slip.order_is_key, chance),
            targets: shuffled(pool, pool.targets(slip), false, chance),
        }
    };
    let questions = asked.iter().map(question).collect();
    Paper {
        format: FORMAT,
        preset: blueprint.id.clone(),
        themes: themes.to_vec(),
        seed,
        rule: blueprint.rule,
        feedback: blueprint.feedback,
        seconds: blueprint.seconds,
        pass_percent: blueprint.pass_percent,
        bank,
        questions,
    }
}

/// Puts the parts that no `fixed` one keeps from moving in random order; never in the one that is the key.
pub(super) fn shuffled(pool: &Pool, parts: &[Part], order_is_key: bool, chance: &mut Chance) -> Vec<Id> {
    let free: Vec<usize> = (0..parts.len()).filter(|at| !parts[*at].fixed).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    loop {
        let mut moved = free.clone();
        chance.shuffle(&mut moved);
        for (place, part) in free.iter().zip(moved) {
            order[*place] = part;
        }
        let shows_key = order_is_key && order.len() > 1 && order.is_sorted();
        if !shows_key {
            return order.into_iter().map(|at| pool.name(&parts[at].name)).collect();
        }
    }
}
