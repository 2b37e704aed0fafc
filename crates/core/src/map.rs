//! Small maps and sets by id or day, as sorted lists.
//!
//! They hold what one person did with one paper, or what one person saw: tens of entries, seldom thousands. The
//! standard library's trees would do, but each kind of tree costs the page four kilobytes.

use std::fmt;
use std::str::FromStr;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::Id;
use crate::date::Date;
use crate::json::{Node, Read, Reader, Reason, Validate, Wanted};

/// Values by what names them.
#[derive(Clone, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

/// Values by id.
pub type IdMap<V> = SortedMap<Id, V>;

/// Values by day.
pub type DateMap<V> = SortedMap<Date, V>;

/// What can name a value in a map.
pub trait Key: Default + FromStr + Ord + fmt::Display {
    /// What to say where a name in a file is none.
    const WANTED: Wanted;
}

impl Key for Id {
    const WANTED: Wanted = Wanted::Id;
}

impl Key for Date {
    const WANTED: Wanted = Wanted::Date;
}

/// Ids, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct IdSet(Vec<Id>);

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of that name.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.find(key).ok().map(|at| &self.0[at].1)
    }

    /// Puts a value in the place of the one that has this name.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes out the value of that name.
    pub fn remove(&mut self, key: &K) {
        if let Ok(at) = self.find(key) {
            self.0.remove(at);
        }
    }

    /// Names and values, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn find(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
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

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(entries: T) -> Self {
        let mut map = Self::default();
        entries.into_iter().for_each(|(key, value)| map.insert(key, value));
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

impl<K: Ord + fmt::Debug, V: fmt::Debug> fmt::Debug for SortedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord + Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.iter() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<K: Key, V: Read> Read for SortedMap<K, V> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let mut map = Self::default();
        for (name, node) in reader.members(node) {
            let key: K = reader.parse(Node::Text(name), K::WANTED);
            if map.get(&key).is_some() {
                reader.fail(Reason::Twice(key.to_string()));
            }
            map.insert(key, V::read(node, reader));
        }
        map
    }
}

/// A map that is read as others are, but says which entry is at fault. Residents' first download reads none like it.
pub(crate) struct Named<K, V>(pub(crate) SortedMap<K, V>);

impl<K, V> Default for Named<K, V> {
    fn default() -> Self {
        Self(SortedMap::default())
    }
}

impl<K: Key, V: Read> Read for Named<K, V> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        let Node::Object(entries) = node else { return Self(Read::read(node, reader)) };
        let mut map = SortedMap::default();
        for (name, node) in entries {
            let before = reader.failures().len();
            let key: K = reader.parse(Node::Text(name.clone()), K::WANTED);
            if map.get(&key).is_some() {
                reader.fail(Reason::Twice(String::new()));
            }
            map.insert(key, V::read(node, reader));
            reader.name_entry(before, &name);
        }
        Self(map)
    }
}

impl Validate for IdSet {
    fn validate(&self, reader: &mut Reader) {
        self.0.validate(reader);
    }
}

impl Read for IdSet {
    fn read(node: Node<'_>, reader: &mut Reader) -> Self {
        Vec::read(node, reader).into_iter().collect()
    }
}
