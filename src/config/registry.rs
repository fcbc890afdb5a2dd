//! What the screen has that can be configured: told to this module by who knows it.

use super::value::{list, quoted};

/// One thing that can be configured by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name in `config.toml`: stable, lower case, words joined by `-`.
    pub name: &'static str,
    /// What it is without a word in the file, in TOML.
    pub default: String,
    /// What it is for.
    pub about: String,
}

impl Entry {
    /// A style, which stands in `config.toml` as a string.
    #[must_use]
    pub fn style(name: &'static str, default: &super::Style, about: &str) -> Self {
        Self { name, default: quoted(&default.to_string()), about: about.to_owned() }
    }

    /// An action, whose keys stand in `config.toml` as a list of strings.
    #[must_use]
    pub fn action<'a>(name: &'static str, keys: impl IntoIterator<Item = &'a str>, about: String) -> Self {
        Self { name, default: list(keys), about }
    }
}

/// Everything that can be configured by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registry {
    /// What has a style.
    pub styles: Vec<Entry>,
    /// What has keys.
    pub actions: Vec<Entry>,
}
