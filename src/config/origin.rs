//! Values that know where they come from.

use std::fmt;

use super::problem::Place;

/// Where a value comes from. A later one wins over an earlier one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Origin {
    /// From the program.
    #[default]
    Default,
    /// From the config file.
    File(Place),
    /// From the command line.
    CommandLine,
}

impl Origin {
    /// Where in the config file; the file's start for what is not from it.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Self::File(place) => place,
            Self::Default | Self::CommandLine => Place::default(),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(place) => write!(f, "config.toml:{}", place.line),
            Self::CommandLine => f.write_str("command line"),
        }
    }
}

/// A value and where it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// What the command line says, if it does, wins.
    pub fn override_with(&mut self, value: Option<T>) {
        if let Some(value) = value {
            *self = Self { value, origin: Origin::CommandLine };
        }
    }
}
