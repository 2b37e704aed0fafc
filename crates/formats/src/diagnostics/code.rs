//! The short stable names of findings in trainers' files.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};
use sixinto_core::check;

macro_rules! codes {
    ($($code:ident = $name:literal,)*) => {
        /// What is wrong with a file, by its short stable name; what its message and help say is in the `diagnostics` of
        /// each format.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is said in words where it is made")]
        pub enum Code {
            /// What the core finds in a question, whatever file it came from.
            Check(check::Code),
            $($code,)*
        }

        impl Code {
            /// Every code that only files of trainers have.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// The name in output and in documents.
            pub fn as_str(self) -> &'static str {
                match self {
                    Self::Check(code) => code.as_str(),
                    $(Self::$code => $name,)*
                }
            }
        }
    };
}

codes! {
    AikenStemLines = "aiken-stem-lines",
    AmbiguousTypeCode = "ambiguous-type-code",
    AnswerNotUnderstood = "answer-not-understood",
    AnswerWithoutChoice = "answer-without-choice",
    AnswerWithoutQuestion = "answer-without-question",
    AttemptLeftOut = "attempt-left-out",
    BlankCount = "blank-count",
    BlankSeparator = "blank-separator",
    BlanksAndAnswers = "blanks-and-answers",
    BrokenSpreadsheet = "broken-spreadsheet",
    CellBecameDate = "cell-became-date",
    CellError = "cell-error",
    CellTooLong = "cell-too-long",
    ChoiceLetters = "choice-letters",
    ColumnIgnored = "column-ignored",
    CombinedFeedbackLost = "combined-feedback-lost",
    EmptyAnswer = "empty-answer",
    EmptyChoice = "empty-choice",
    EmptyFile = "empty-file",
    ExtraRightSide = "extra-right-side",
    FeedbackLost = "feedback-lost",
    FileTooLarge = "file-too-large",
    OtherProgram = "foreign-file",
    FormulaCells = "formula-cells",
    FormulaLost = "formula-lost",
    FormulaWithoutValue = "formula-without-value",
    FullWidthBraces = "full-width-braces",
    GiftBraces = "gift-braces",
    GiftSecondBlock = "gift-second-block",
    HiddenSheet = "hidden-sheet",
    HintLost = "hint-lost",
    IdNotKept = "id-not-kept",
    IdTwice = "id-twice",
    InferredKind = "inferred-kind",
    JudgeAnswer = "judge-answer",
    JudgeChoices = "judge-choices",
    JudgeLetter = "judge-letter",
    KindNeedsPicture = "kind-needs-picture",
    LockFile = "lock-file",
    LockedFile = "locked-file",
    LoneZero = "lone-zero",
    MarkupLost = "markup-lost",
    NoAnswer = "no-answer",
    NoBlank = "no-blank",
    NoChoices = "no-choices",
    NoHeader = "no-header",
    NoKey = "no-key",
    NoKind = "no-kind",
    NoPair = "no-pair",
    NoQuestions = "no-questions",
    NoResponseHeader = "no-response-header",
    NoRightAnswer = "no-right-answer",
    NoRows = "no-rows",
    NoStem = "no-stem",
    NotANumber = "not-a-number",
    NotAPair = "not-a-pair",
    NotAQuestion = "not-a-question",
    NotAQuiz = "not-a-quiz",
    NotAnOrder = "not-an-order",
    NotDocx = "not-docx",
    NotText = "not-text",
    OneAnswerForMultiple = "one-answer-for-multiple",
    OneAnswerOfSeveral = "one-answer-of-several",
    PackageBroken = "package-broken",
    PackageEncrypted = "package-encrypted",
    PackageMethod = "package-method",
    PackageName = "package-name",
    PackageTooLarge = "package-too-large",
    PackageTooMany = "package-too-many",
    PackageTwice = "package-twice",
    PairWithoutArrow = "pair-without-arrow",
    PartialAnswer = "partial-answer",
    PenaltyLost = "penalty-lost",
    PictureLost = "picture-lost",
    PointsNotKept = "points-not-kept",
    PointsNotRead = "points-not-read",
    QtiArea = "qti-area",
    QtiFeedbackJoined = "qti-feedback-joined",
    QtiLost = "qti-lost",
    QtiMissingFile = "qti-missing-file",
    QtiNoDeclaration = "qti-no-declaration",
    QtiNoInteraction = "qti-no-interaction",
    QtiNoItem = "qti-no-item",
    QtiNoItems = "qti-no-items",
    QtiNoKey = "qti-no-key",
    QtiNoManifest = "qti-no-manifest",
    QtiNoSize = "qti-no-size",
    QtiNotOneToOne = "qti-not-one-to-one",
    QtiOrderIncomplete = "qti-order-incomplete",
    QtiPartText = "qti-part-text",
    QtiPicture = "qti-picture",
    QtiScoring = "qti-scoring",
    QtiSeveral = "qti-several",
    QtiSeveralRight = "qti-several-right",
    QtiShape = "qti-shape",
    QtiSpareSide = "qti-spare-side",
    QtiUnknownKey = "qti-unknown-key",
    QtiUnsupported = "qti-unsupported",
    QtiWeightRounded = "qti-weight-rounded",
    QtiWorthLost = "qti-worth-lost",
    QuoteWithoutEnd = "quote-without-end",
    ReadOnlyFormat = "read-only-format",
    RepeatedPerson = "repeated-person",
    RowsAboveHeader = "rows-above-header",
    SameAttempt = "same-attempt",
    SecondNumber = "second-number",
    SecondUnit = "second-unit",
    SeveralAnswers = "several-answers",
    SeveralAnswersForSingle = "several-answers-for-single",
    SeveralGaps = "several-gaps",
    SeveralRightAnswers = "several-right-answers",
    SheetIgnored = "sheet-ignored",
    SheetWithoutQuestions = "sheet-without-questions",
    SmallTrueFalse = "small-true-false",
    SourceWithoutDate = "source-without-date",
    SymbolLost = "symbol-lost",
    TableOfQuestions = "table-of-questions",
    TableUnreadable = "table-unreadable",
    TableUnwritable = "table-unwritable",
    TooFewAnswers = "too-few-answers",
    TooFewParts = "too-few-parts",
    TooManyAnswers = "too-many-answers",
    TooManyColumns = "too-many-columns",
    TooManyLines = "too-many-lines",
    TooManyQuestions = "too-many-questions",
    TooManyRepeats = "too-many-repeats",
    TooManyRows = "too-many-rows",
    TooManyTexts = "too-many-texts",
    TooMuchText = "too-much-text",
    TooMuchUnpacked = "too-much-unpacked",
    TwoAnswers = "two-answers",
    TypeCode = "type-code",
    UnknownCategory = "unknown-category",
    UnknownDate = "unknown-date",
    UnknownDifficulty = "unknown-difficulty",
    UnknownFile = "unknown-file",
    UnknownId = "unknown-id",
    UnknownKind = "unknown-kind",
    UnknownVersion = "unknown-version",
    UnsupportedKind = "unsupported-kind",
    UnsupportedType = "unsupported-type",
    UnusedColumn = "unused-column",
    WeightAfterEquals = "weight-after-equals",
    WeightNotAllowed = "weight-not-allowed",
    WeightsSum = "weights-sum",
    WildcardAnswer = "wildcard-answer",
    XapiNoResult = "xapi-no-result",
    XapiNoStatement = "xapi-no-statement",
    XapiNobody = "xapi-nobody",
    XapiNotJson = "xapi-not-json",
    XapiOther = "xapi-other",
    XapiQuestion = "xapi-question",
    XmlBroken = "xml-broken",
    XmlDtd = "xml-dtd",
    XmlTooDeep = "xml-too-deep",
    XmlTooWide = "xml-too-wide",
}

/// By name, so that lists of findings do not depend on the order in which codes stand here.
impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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
