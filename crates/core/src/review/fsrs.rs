//! FSRS-6: how well something is remembered, and when to ask it again.
//!
//! What a person remembers of a question is two numbers: its stability, the days until nine in ten would still know it,
//! and its difficulty, from 1 to 10. Each try changes both.
//!
//! Source: open-spaced-repetition, "The Algorithm" (wiki of fsrs4anki), section FSRS-6, with the default weights given
//! there; the model goes back to Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition
//! Scheduling" (KDD 2022). The maintained crate `fsrs` fits weights to a person's history besides, and for that it
//! brings threads and the system's randomness; ARCHITECTURE.md has the figures. The suites hold this module against
//! its published vectors and its answers to generated histories.

/// What a person remembers of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until it is recalled with a probability of 0.9.
    pub stability: f64,
    /// How hard it is for this person, from 1 to 10.
    pub difficulty: f64,
}

/// How a try went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// Not recalled.
    Again = 1,
    /// Recalled with effort.
    Hard = 2,
    /// Recalled.
    Good = 3,
    /// Recalled without effort.
    Easy = 4,
}

/// The 21 numbers of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights(pub [f64; 21]);

/// The least and the greatest stability, in days.
pub const STABILITY: std::ops::RangeInclusive<f64> = 0.001..=36_500.0;

/// The least and the greatest difficulty.
pub const DIFFICULTY: std::ops::RangeInclusive<f64> = 1.0..=10.0;

impl Rating {
    fn number(self) -> f64 {
        f64::from(self as u8)
    }
}

impl Weights {
    /// Those that fit most people's learning best.
    pub const DEFAULT: Self = Self([
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]);

    /// What the first try leaves behind: `S0(G) = w[G-1]` and `D0(G)`.
    pub fn first(&self, rating: Rating) -> Memory {
        Memory { stability: self.0[rating as usize - 1], difficulty: self.first_difficulty(rating) }.clamp()
    }

    /// What a further try leaves behind, so many days after the one before.
    pub fn next(&self, memory: Memory, days: u32, rating: Rating) -> Memory {
        let memory = memory.clamp();
        let stability = match rating {
            _ if days == 0 => self.stability_within_a_day(memory, rating),
            Rating::Again => self.stability_after_failure(memory, days),
            Rating::Hard | Rating::Good | Rating::Easy => self.stability_after_success(memory, days, rating),
        };
        Memory { stability, difficulty: self.next_difficulty(memory.difficulty, rating) }.clamp()
    }

    /// The probability of recall so many days after the last try: `R(t, S) = (1 + F t / S) ^ -w20`, where `F` makes it
    /// 0.9 after `S` days.
    pub fn recall(&self, stability: f64, days: u32) -> f64 {
        (1.0 + self.factor() * f64::from(days) / stability).powf(-self.0[20])
    }

    /// Days until the probability of recall has sunk to `retention`: `I(r, S) = S / F (r ^ (-1 / w20) - 1)`.
    pub fn interval(&self, stability: f64, retention: f64) -> f64 {
        stability / self.factor() * (retention.powf(-1.0 / self.0[20]) - 1.0)
    }

    /// `F = 0.9 ^ (-1 / w20) - 1`.
    fn factor(&self) -> f64 {
        0.9_f64.powf(-1.0 / self.0[20]) - 1.0
    }

    /// `D0(G) = w4 - e ^ (w5 (G - 1)) + 1`.
    fn first_difficulty(&self, rating: Rating) -> f64 {
        self.0[4] - (self.0[5] * (rating.number() - 1.0)).exp() + 1.0
    }

    /// `D' = D - w6 (G - 3) (10 - D) / 9`, drawn towards `D0(4)` by `w7`.
    fn next_difficulty(&self, difficulty: f64, rating: Rating) -> f64 {
        let moved = difficulty - self.0[6] * (rating.number() - 3.0) * (10.0 - difficulty) / 9.0;
        self.0[7] * self.first_difficulty(Rating::Easy) + (1.0 - self.0[7]) * moved
    }

    /// `S' = S (1 + e ^ w8 (11 - D) S ^ -w9 (e ^ (w10 (1 - R)) - 1))`, the growth times `w15` where it was hard and `w16`
    /// where it was easy.
    fn stability_after_success(&self, Memory { stability, difficulty }: Memory, days: u32, rating: Rating) -> f64 {
        let w = &self.0;
        let effort = match rating {
            Rating::Hard => w[15],
            Rating::Easy => w[16],
            Rating::Again | Rating::Good => 1.0,
        };
        let forgotten = (w[10] * (1.0 - self.recall(stability, days))).exp() - 1.0;
        stability * (1.0 + w[8].exp() * (11.0 - difficulty) * stability.powf(-w[9]) * forgotten * effort)
    }

    /// `S' = w11 D ^ -w12 ((S + 1) ^ w13 - 1) e ^ (w14 (1 - R))`, and no more than `S / e ^ (w17 w18)`.
    fn stability_after_failure(&self, Memory { stability, difficulty }: Memory, days: u32) -> f64 {
        let w = &self.0;
        let forgotten = (w[14] * (1.0 - self.recall(stability, days))).exp();
        let left = w[11] * difficulty.powf(-w[12]) * ((stability + 1.0).powf(w[13]) - 1.0) * forgotten;
        left.min(stability / (w[17] * w[18]).exp())
    }

    /// `S' = S e ^ (w17 (G - 3 + w18)) S ^ -w19`, and no less than `S` where it was recalled.
    fn stability_within_a_day(&self, Memory { stability, .. }: Memory, rating: Rating) -> f64 {
        let w = &self.0;
        let growth = (w[17] * (rating.number() - 3.0 + w[18])).exp() * stability.powf(-w[19]);
        stability * if rating == Rating::Again { growth } else { growth.max(1.0) }
    }
}

impl Memory {
    fn clamp(self) -> Self {
        Self { stability: within(self.stability, &STABILITY), difficulty: within(self.difficulty, &DIFFICULTY) }
    }
}

/// As `f64::clamp`, without its words for bounds that are the wrong way round: writing out two such numbers is 25 kB.
fn within(number: f64, range: &std::ops::RangeInclusive<f64>) -> f64 {
    number.max(*range.start()).min(*range.end())
}
