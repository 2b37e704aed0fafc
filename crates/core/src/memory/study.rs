//! Where somebody reads questions with their answers shown.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::Id;
use crate::id::InvalidId;
use crate::json::Wanted;
use crate::map::{Key, SortedMap};

/// Which question was read last, by where.
pub type Studied = SortedMap<StudyPlace, Id>;

/// All questions of a theme, or those of one of its topics: `home`, `home/gas`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct StudyPlace {
    /// The theme.
    pub theme: Id,
    /// The topic, if only that one is read.
    pub topic: Option<Id>,
}

impl Key for StudyPlace {
    const WANTED: Wanted = Wanted::StudyPlace;
}

impl FromStr for StudyPlace {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (theme, topic) = text.split_once('/').map_or((text, None), |(theme, topic)| (theme, Some(topic)));
        Ok(Self { theme: theme.parse()?, topic: topic.map(str::parse).transpose()? })
    }
}

impl fmt::Display for StudyPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.theme)?;
        self.topic.iter().try_for_each(|topic| write!(f, "/{topic}"))
    }
}

impl Serialize for StudyPlace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
