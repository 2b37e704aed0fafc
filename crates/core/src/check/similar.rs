//! Texts that are nearly the same, found without comparing each with each.
//!
//! A text is the set of the runs of letters in it: of three Chinese characters, or of five letters where there are
//! only some dozens to tell texts apart by. Two are alike where the runs that both have are at least 60 % of the runs
//! that either has (Jaccard). Such two share at least one of the rarest 40 % of the runs of each: only
//! those are looked up (prefix filtering; Bayardo, Ma, Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007).

use super::fold::fold;

/// Percent of the runs of two texts that are common to those that are alike.
const ALIKE: usize = 60;

/// Texts with fewer runs are alike by chance.
const FEWEST: usize = 8;

/// How many earlier texts with the same run one is compared with: a run that more have tells little.
const MOST_LOOKED_AT: usize = 16;

/// The runs of letters of one text.
#[derive(Debug)]
pub(super) struct Sketch {
    owner: usize,
    /// Numbers of the runs, ascending, each once.
    runs: Vec<u32>,
}

impl Sketch {
    /// The runs of a text; those of texts about different pictures never agree.
    pub(super) fn of(owner: usize, picture: &str, text: &str) -> Option<Self> {
        let letters: Vec<char> = fold(text).chars().collect();
        let seed = picture.bytes().fold(0x811c_9dc5, |hash, byte| step(hash, u32::from(byte)));
        let run = |letters: &[char]| letters.iter().fold(seed, |hash, letter| step(hash, u32::from(*letter)));
        let is_alphabetic = letters.iter().all(char::is_ascii);
        let mut runs: Vec<u32> = letters.windows(if is_alphabetic { 5 } else { 3 }).map(run).collect();
        runs.sort_unstable();
        runs.dedup();
        (runs.len() >= FEWEST).then_some(Self { owner, runs })
    }

    fn is_like(&self, other: &Self) -> bool {
        let (less, more) = (self.runs.len().min(other.runs.len()), self.runs.len().max(other.runs.len()));
        if 100 * less < ALIKE * more {
            return false;
        }
        let common = common(&self.runs, &other.runs);
        100 * common >= ALIKE * (self.runs.len() + other.runs.len() - common)
    }
}

/// FNV-1a, a letter at a time.
fn step(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193)
}

/// How many numbers two ascending lists share.
fn common(one: &[u32], other: &[u32]) -> usize {
    let (mut at, mut found) = (0, 0);
    for number in one {
        while other.get(at).is_some_and(|own| own < number) {
            at += 1;
        }
        found += usize::from(other.get(at) == Some(number));
    }
    found
}

/// Pairs of owners, each with the first before it that is alike, though not the same.
pub(super) fn most_alike(sketches: &[Sketch]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for same in rare_runs(sketches).chunk_by(|one, other| one.0 == other.0) {
        for (nth, (_, later)) in same.iter().enumerate() {
            let before = nth.saturating_sub(MOST_LOOKED_AT);
            for (_, earlier) in &same[before..nth] {
                let (one, other) = (&sketches[*earlier], &sketches[*later]);
                // What is quite the same is another lint's matter.
                if one.runs != other.runs && one.is_like(other) {
                    found.push((other.owner, one.owner));
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(later, _)| *later);
    found
}

/// The rarest runs of every sketch, as many as two that are alike must share one of, each with its sketch; sorted.
fn rare_runs(sketches: &[Sketch]) -> Vec<(u32, usize)> {
    let mut all: Vec<u32> = sketches.iter().flat_map(|sketch| sketch.runs.iter().copied()).collect();
    all.sort_unstable();
    let counts: Vec<(u32, usize)> = all.chunk_by(|one, other| one == other).map(|same| (same[0], same.len())).collect();
    let count_of = |run: u32| counts.binary_search_by_key(&run, |(run, _)| *run).map_or(0, |at| counts[at].1);
    let mut rare = Vec::new();
    for (at, sketch) in sketches.iter().enumerate() {
        let mut runs: Vec<(usize, u32)> = sketch.runs.iter().map(|run| (count_of(*run), *run)).collect();
        runs.sort_unstable();
        let needed = (runs.len() * ALIKE).div_ceil(100);
        rare.extend(runs.iter().take(runs.len() - needed + 1).filter(|(n, _)| *n > 1).map(|(_, run)| (*run, at)));
    }
    rare.sort_unstable();
    rare
}

#[cfg(test)]
mod tests {
    use super::{Sketch, most_alike};

    fn pairs(texts: &[&str]) -> Vec<(usize, usize)> {
        let sketches = texts.iter().enumerate().filter_map(|(at, text)| Sketch::of(at, "", text));
        most_alike(&sketches.collect::<Vec<_>>())
    }

    #[test]
    fn what_differs_in_a_word_is_alike_and_what_shares_a_word_is_not() {
        let texts = [
            "半夜醒来闻到屋里有煤气味，你先做什么？",
            "半夜醒来闻到屋里有煤气味，你该先做什么？",
            "放牧时看见远处草原着火了，你先做什么？",
        ];
        assert_eq!(pairs(&texts), [(1, 0)]);
    }

    #[test]
    fn the_same_text_and_short_texts_are_left_alone() {
        let text = "半夜醒来闻到屋里有煤气味，你先做什么？";
        assert_eq!(pairs(&[text, text, "先做什么？", "先做什么呢？"]), []);
    }

    #[test]
    fn each_is_found_that_comparing_all_with_all_finds() {
        let words = ["关阀门", "开窗户", "打电话", "往外跑", "捂口鼻", "断电源", "蹲下来", "喊邻居"];
        let text = |n: usize| (0..6).map(|at| words[(n * (at + 3) + n / 7 * at) % words.len()]).collect::<String>();
        let texts: Vec<String> = (0..60).map(text).collect();
        let sketches: Vec<Sketch> =
            texts.iter().enumerate().filter_map(|(at, text)| Sketch::of(at, "", text)).collect();
        let mut slow = Vec::new();
        for (at, later) in sketches.iter().enumerate() {
            let is_found = |earlier: &&Sketch| earlier.runs != later.runs && earlier.is_like(later);
            slow.extend(sketches[..at].iter().find(is_found).map(|earlier| (later.owner, earlier.owner)));
        }
        let found: Vec<usize> = most_alike(&sketches).iter().map(|(later, _)| *later).collect();
        assert!(slow.len() > 5);
        assert_eq!(found, slow.iter().map(|(later, _)| *later).collect::<Vec<_>>());
    }
}
