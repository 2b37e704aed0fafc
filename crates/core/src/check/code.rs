//! The short stable names of findings.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::{Failure, Reason, codes};

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:expr,)*) => {
        /// What is wrong, by its short stable name: pages, scripts and the handbook of questions go by it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// The name in output and in documents.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }
        }
    };
}

codes! {
    /// The text is not JSON.
    BankSyntax = codes::SYNTAX,
    /// A field or a value is not what the format has.
    BankShape = codes::SHAPE,
    /// Written for another version of the format.
    BankVersion = codes::VERSION,
    /// More of something than is read.
    BankLimit = codes::LIMIT,
    /// Two questions, or two promises, have one id.
    DuplicateId = "duplicate-id",
    /// Two questions have the same stem.
    DuplicateStem = "duplicate-stem",
    /// Two questions have nearly the same stem.
    SimilarStem = "similar-stem",
    /// A question belongs to no theme.
    NoTheme = "no-theme",
    /// There is no such theme.
    UnknownTheme = "unknown-theme",
    /// A topic has no label.
    UnknownTopic = "unknown-topic",
    /// A text says nothing.
    EmptyText = "empty-text",
    /// A text is missing in one of the languages.
    MissingTranslation = "missing-translation",
    /// A text is too long, or badly laid out.
    HardToRead = "hard-to-read",
    /// A picture is not there, or has no description.
    BadMedia = "bad-media",
    /// There is nothing to choose between.
    TooFewChoices = "too-few-choices",
    /// Two parts of a question have one id.
    DuplicatePartId = "duplicate-part-id",
    /// Two choices say the same.
    SameChoiceTwice = "same-choice-twice",
    /// A choice speaks of the others and may be shuffled among them.
    LooseAllOfTheAbove = "loose-all-of-the-above",
    /// No choice is right.
    NoCorrectChoice = "no-correct-choice",
    /// Several choices are right where one should be.
    SeveralCorrect = "several-correct",
    /// The weights of the right choices are not the whole.
    BadWeight = "bad-weight",
    /// A blank accepts nothing, or is not in the stem.
    EmptyBlank = "empty-blank",
    /// A tolerance makes no number right, or nearly every one.
    BadTolerance = "bad-tolerance",
    /// An area cannot be tapped.
    BadArea = "bad-area",
    /// Nothing says why the right answer is right.
    NoExplanation = "no-explanation",
    /// A question, or a promise, rests on nothing.
    NoSource = "no-source",
    /// A source is not in the register.
    UnknownSource = "unknown-source",
    /// A source has no such article.
    UnknownArticle = "unknown-article",
    /// A source no longer holds.
    SupersededSource = "superseded-source",
    /// Somebody says to have read the source on a day to come.
    FutureSource = "future-source",
    /// Somebody should have read the question again.
    ReviewOverdue = "review-overdue",
    /// A preset asks for more questions than there are.
    UnfillablePreset = "unfillable-preset",
    /// The right choice stands in one place too often.
    KeyPositionBias = "key-position-bias",
    /// The right choice is the longest or the shortest too often.
    LengthCue = "length-cue",
    /// Nearly all statements to judge are true, or false.
    JudgeBalance = "judge-balance",
    /// Absolute words stand in wrong choices only.
    AbsoluteWords = "absolute-words",
    /// A card has too few lines, or too many.
    CardLines = "card-lines",
    /// There is no such question.
    UnknownQuestion = "unknown-question",
    /// A theme has no promise.
    NoPromise = "no-promise",
}

impl Code {
    /// Whether it is about what could not be read at all.
    pub fn is_unreadable(self) -> bool {
        matches!(self, Self::BankSyntax | Self::BankShape | Self::BankVersion | Self::BankLimit)
    }
}

impl From<&Failure> for Code {
    fn from(failure: &Failure) -> Self {
        match failure.reason {
            Reason::Syntax(_) => Self::BankSyntax,
            Reason::Version { .. } => Self::BankVersion,
            Reason::Limit { .. } => Self::BankLimit,
            _ => Self::BankShape,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, name: &&str) -> bool {
        self.as_str() == *name
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
