//! Papers of questions that are named, not drawn: the wrong ones again, those due today, those of a card set.

use super::deal::deal;
use super::{Paper, Quota, Request};
use crate::Id;
use crate::bank::Pool;

/// The paper that asks the questions of these ids, in their order, each once.
///
/// The blueprint says how many at most (the counts of its sections together) and for how many points each (those of
/// its first section); its quotas, the request's themes and what was seen choose nothing. An id that the pool does not
/// have is passed over: the question may have been withdrawn since somebody put it on a list. The parts of the
/// questions are shuffled as step 5 of [`draw`](super::draw()) says, by a stream of chance that nothing was taken from.
///
/// # Errors
/// [`Quota`], where not one question is left.
pub fn draw_these(pool: &Pool, request: Request<'_>, ids: &[Id]) -> Result<Paper, Quota> {
    let sections = &request.blueprint.sections;
    let most: usize = sections.iter().map(|section| usize::from(section.count)).sum();
    let points = sections.first().map_or(0, |section| section.points);
    let mut asked = Vec::new();
    for id in ids {
        let place = pool.position(id).map(|position| (position, points));
        let Some(place) = place.filter(|place| asked.len() < most && !asked.contains(place)) else { continue };
        asked.push(place);
    }
    if asked.is_empty() {
        return Err(Quota { section: 0, wanted: most, found: 0 });
    }
    Ok(deal(pool, request, &asked, &mut request.seed.chance()))
}
