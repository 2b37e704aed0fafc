//! Where things are served, for whoever has to name them.

use std::collections::BTreeMap;

/// Where the files of banks are served, by theme and language.
pub(crate) type Places = BTreeMap<String, BTreeMap<String, String>>;

/// Where the files that `index.html` links to for installing are served.
pub(crate) struct Install {
    pub manifest: String,
    pub touch_icon: String,
}
