//! Topics: what questions are about, within their themes. Questions name them by id, people by a label.

use crate::json::{Versioned, read_fields};
use crate::{Id, Text};

/// `topics.json`: what people call the topics. A topic that is not in it is shown by its id.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TopicFile {
    /// For editors: where the schema is.
    #[cfg_attr(feature = "schema", schemars(rename = "$schema"))]
    pub schema: Option<Box<str>>,
    /// Version of this format.
    pub format: u32,
    /// Every topic that has a label.
    pub topics: Vec<Topic>,
}

/// One topic.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Topic {
    /// What questions name it by.
    pub id: Id,
    /// What people call it, in two to six characters or at most three words.
    pub label: Text,
}

impl Versioned for TopicFile {
    const FORMAT: u32 = 1;
}

read_fields!(TopicFile { schema = "$schema", format, topics });
read_fields!(Topic { id, label });

impl TopicFile {
    /// The topic of that id.
    pub fn topic(&self, id: &Id) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }
}
