//! The words after the task's name.

use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// Options taken out one by one; what is left in the end is a mistake.
pub(crate) struct Args(Vec<String>);

impl Args {
    pub(crate) fn new(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// Whether an option without a value was given.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let found = self.0.iter().position(|word| word == name);
        found.map(|at| self.0.remove(at)).is_some()
    }

    /// The value after an option, if the option was given.
    pub(crate) fn value<T>(&mut self, name: &str) -> Result<Option<T>>
    where
        T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
    {
        let Some(at) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if at + 1 == self.0.len() {
            bail!("{name} needs a value");
        }
        let word = self.0.remove(at + 1);
        self.0.remove(at);
        let value = word.parse().with_context(|| format!("{name} {word}"))?;
        Ok(Some(value))
    }

    /// Fails if anything was given that nobody asked for.
    pub(crate) fn finish(self) -> Result<()> {
        match self.0.first() {
            Some(word) => bail!("unknown option: {word}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(words: &[&str]) -> Args {
        Args::new(words.iter().map(ToString::to_string))
    }

    #[test]
    fn options_come_in_any_order() {
        let mut args = args(&["--no-build", "--port", "8080"]);
        assert_eq!(args.value::<u16>("--port").ok(), Some(Some(8080)));
        assert!(args.flag("--no-build"));
        assert!(!args.flag("--no-build"));
        assert!(args.finish().is_ok());
    }

    #[test]
    fn mistakes_are_named() {
        let error = |result: Result<()>| format!("{:#}", result.expect_err("a mistake"));
        let port = |words| args(words).value::<u16>("--port").map(drop);
        assert_eq!(error(port(&["--port"])), "--port needs a value");
        assert_eq!(error(port(&["--port", "-1"])), "--port -1: invalid digit found in string");
        assert_eq!(error(args(&["--prot"]).finish()), "unknown option: --prot");
    }
}
