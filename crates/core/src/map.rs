//! Small maps and sets by id, as sorted lists.
//!
//! They hold what one person did with one paper, or what one person saw: tens of entries, seldom thousands. The
//! standard library's trees would do, but each kind of tree costs the page four kilobytes.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::Id;
use crate::json::{Node, Read, Reader, Reason, Wanted};

/// Values by id.
#[derive(Clone, PartialEq, Eq)]
pub struct IdMap<V>(Vec<(Id, V)>);

/// Ids, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct IdSet(Vec<Id>);

impl<V> IdMap<V> {
    /// The value of that id.
    pub fn get(&self, id: &Id) -> Option<&V> {
        self.find(id).ok().map(|at| &self.0[at].1)
    }

    /// Puts a value in the place of the one that has this id.
    pub fn insert(&mut self, id: Id, value: V) {
        match self.find(&id) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (id, value)),
        }
    }

    /// Takes out the value of that id.
    pub fn remove(&mut self, id: &Id) {
        if let Ok(at) = self.find(id) {
            self.0.remove(at);
        }
    }

    /// Ids and values, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &V)> {
        self.0.iter().map(|(id, value)| (id, value))
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn find(&self, id: &Id) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(id))
    }
}

impl IdSet {
    /// The ids, sorted.
    pub fn as_slice(&self) -> &[Id] {
        &self.0
    }

    /// Whether it holds that id.
    pub fn contains(&self, id: &Id) -> bool {
        self.0.binary_search(id).is_ok()
    }

    /// Puts an id in; it does not matter whether it is in already.
    pub fn insert(&mut self, id: Id) {
        if let Err(at) = self.0.binary_search(&id) {
            self.0.insert(at, id);
        }
    }

    /// Takes an id out.
    pub fn remove(&mut self, id: &Id) {
        if let Ok(at) = self.0.binary_search(id) {
            self.0.remove(at);
        }
    }

    /// The ids, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &Id> {
        self.0.iter()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V> Default for IdMap<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> FromIterator<(Id, V)> for IdMap<V> {
    fn from_iter<T: IntoIterator<Item = (Id, V)>>(entries: T) -> Self {
        let mut map = Self::default();
        entries.into_iter().for_each(|(id, value)| map.insert(id, value));
        map
    }
}

impl FromIterator<Id> for IdSet {
    fn from_iter<T: IntoIterator<Item = Id>>(ids: T) -> Self {
        let mut set = Self::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

impl<V: fmt::Debug> fmt::Debug for IdMap<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<V: Serialize> Serialize for IdMap<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, value) in self.iter() {
            map.serialize_entry(id, value)?;
        }
        map.end()
    }
}

impl<V: Read> Read for IdMap<V> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut map = Self::default();
        let Node::Object(entries) = node else {
            reader.want(Wanted::Object);
            return map;
        };
        for (name, node) in entries {
            let id: Id = reader.parse(Node::Text(name), Wanted::Id);
            if map.get(&id).is_some() {
                reader.fail(Reason::Twice(id.to_string()));
            }
            map.insert(id, V::read(node, reader));
        }
        map
    }
}

impl Read for IdSet {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        Vec::read(node, reader).into_iter().collect()
    }
}
