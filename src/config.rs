//! The user's settings, and the folders where their things are kept.
//!
//! **From text to values**: `config.toml` → TOML with places ([`read()`]) → a validated [`Config`], in which every value
//! knows its [`Origin`]. There is one list of options (`Config::options`): reading, the default file
//! ([`default_file()`]) and what is in force ([`Config::rows`]) all come from it.
//!
//! It knows neither screen nor typesetting: what keys and styles there are is told to it in a [`Registry`], and others
//! make keys, colours and settings of the plain data here.

mod choice;
mod default_file;
mod folders;
mod options;
mod origin;
mod problem;
mod read;
mod registry;
mod said;
mod style;
mod value;

pub use choice::{Ambiguous, Choice, Language, Punctuation, Script, Strictness, ThemeName};
pub use default_file::default_file;
pub use folders::{Folders, NoHome};
pub use options::{Config, KeyName, Row};
pub use origin::{Origin, Sourced};
pub(crate) use problem::meant;
pub use problem::{ConfigError, Place, Problem, nearest};
pub use read::{parse, read};
pub use registry::{Entry, Registry};
pub use said::Said;
pub(crate) use said::cause;
pub use style::{Attribute, Colour, Style};
pub use value::{ColumnCount, Indent, MEASURE_LIMITS, Measure, Seconds, ShelfPath};
