//! Safety-knowledge quizzes as plain values and the rules between them.
//!
//! Nothing here reads a file, a clock, a network or the system's randomness: texts, times and seeds come in as
//! arguments, so the same call gives the same value in a browser, in a terminal and in a test.
//!
//! A quiz goes one way through the modules, top to bottom:
//!
//! ```text
//! text  --bank::parse-->  Bank  --Pool::new-->  Pool         every question once, sorted by id
//!                          |
//!                          +--check::check-->  [Problem]     everything that is wrong, and with what
//! Pool + Blueprint + Seed  --paper::draw-->  Paper           ids in the order shown, no key
//! Paper  --Attempt::start, act, resume-->  Attempt           a value to store after each tap
//! Attempt  --score::mark-->  ScoreReport                     exact integer points
//! ScoreReport  --review::tries-->  [Try]                     what went how, and when
//! [Try]  --ReviewBook::record-->  ReviewBook                 what to ask again, and on which day
//! ScoreReport  --certificate::earned-->  Code                ties a certificate to its answers
//! ```
//!
//! Beside it stand the calendar (the daily paper, day by day) and the analysis (what the marks of many people tell
//! about a test).

pub mod date;
pub mod day;
mod fnv;
pub mod id;
pub mod json;
pub mod map;
pub mod place;
pub mod text;

pub mod theme;

pub mod topic;

pub mod bank;

pub mod preset;

pub mod source;

pub mod card;

pub mod pledge;

pub mod check;

pub mod folder;

pub mod seed;

pub mod paper;

pub mod answer;

pub mod attempt;

pub mod score;

pub mod review;

pub mod calendar;

pub mod certificate;

pub mod analysis;

pub mod qr;

pub mod memory;

#[cfg(feature = "schema")]
pub mod schema;

pub use answer::Answer;
pub use attempt::Attempt;
pub use bank::{Bank, Pool};
pub use calendar::Calendar;
pub use id::Id;
pub use paper::Paper;
pub use preset::Blueprint;
pub use review::ReviewBook;
pub use score::ScoreReport;
pub use seed::Seed;
pub use text::Text;
