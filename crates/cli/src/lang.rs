//! The language that the command speaks.

use clap::ValueEnum;

/// A language that has all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    #[value(name = "zh-CN")]
    Zh,
    #[value(name = "en")]
    En,
}

impl Lang {
    /// The language of the environment, as POSIX ranks its variables; Chinese where it says nothing.
    pub(crate) fn of_environment() -> Self {
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        Self::of_locale(
            variables.filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty()).as_deref(),
        )
    }

    fn of_locale(locale: Option<&str>) -> Self {
        if locale.is_none_or(|locale| locale.starts_with("zh")) { Self::Zh } else { Self::En }
    }

    /// The language tag, as texts of banks have it.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Fixed words.
    pub(crate) fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A sentence with values in it, in the language at hand.
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::lang::Lang::Zh => format!($zh),
            $crate::lang::Lang::En => format!($en),
        }
    };
}

/// A sentence with values in it, in both languages, for when it is not yet known which one is spoken.
macro_rules! both {
    ($zh:literal, $en:literal $(,)?) => {
        sixinto_core::check::Words::new(format!($zh), format!($en))
    };
}

pub(crate) use {both, say};

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn chinese_is_spoken_unless_the_environment_asks_for_something_else() {
        for locale in [None, Some("zh_CN.UTF-8"), Some("zh_TW")] {
            assert_eq!(Lang::of_locale(locale), Lang::Zh, "{locale:?}");
        }
        for locale in [Some("en_GB.UTF-8"), Some("C"), Some("bo_CN.UTF-8")] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale:?}");
        }
    }
}
