//! From the file to the settings. Everything that is wrong is found in one go, each with its place.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::options::{Config, KeyName, shown};
use super::origin::{Origin, Sourced};
use super::problem::{ConfigError, Place, Problem, meant};
use super::registry::{Entry, Registry};
use super::said::{self, Kind, Said};
use super::style::Style;

/// The settings in the file at `path`. Where there is no file they are the defaults, and nobody asks for the `registry`.
///
/// # Errors
/// When the file is there and cannot be read, or has anything in it that is not known.
pub fn read(path: &Path, registry: impl FnOnce() -> Registry) -> Result<Config, ConfigError> {
    let bytes = match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(source) => return Err(ConfigError::Unreadable { path: path.to_owned(), source }),
        Ok(bytes) => bytes,
    };
    let text = String::from_utf8_lossy(&bytes);
    if let Err(error) = std::str::from_utf8(&bytes) {
        // All before this place is as it is in the file.
        let place = Place::of(&text, error.valid_up_to());
        let says = said::not_utf8();
        return Err(ConfigError::wrong(path, vec![Problem { place, says }]));
    }
    parse(&text, &registry()).map_err(|problems| ConfigError::wrong(path, problems))
}

/// The settings in `text`.
///
/// # Errors
/// All that is wrong with it, in no order.
pub fn parse(text: &str, registry: &Registry) -> Result<Config, Vec<Problem>> {
    let document = DeTable::parse(text).map_err(|error| {
        let place = Place::of(text, error.span().map_or(text.len(), |span| span.start));
        let says = said::no_toml(&error.message().lines().collect::<Vec<_>>().join(", "));
        vec![Problem { place, says }]
    })?;
    let mut reader = Reader { text, registry, config: Config::default(), problems: Vec::new() };
    for (key, value) in document.get_ref() {
        reader.top(key, value);
    }
    if reader.problems.is_empty() { Ok(reader.config) } else { Err(reader.problems) }
}

/// A name as it stands in the file.
type Name<'i> = Spanned<Cow<'i, str>>;

const TABLES: [&str; 3] = ["type", "theme", "keys"];

struct Reader<'a> {
    text: &'a str,
    registry: &'a Registry,
    config: Config,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn place<T>(&self, raw: &Spanned<T>) -> Place {
        Place::start_of(self.text, &raw.span())
    }

    fn wrong(&mut self, place: Place, says: Said) {
        self.problems.push(Problem { place, says });
    }

    /// What stands at the top of the file: an option, or a table of them.
    fn top(&mut self, key: &Name<'_>, value: &Spanned<DeValue<'_>>) {
        let name: &str = key.get_ref();
        let Some(table) = TABLES.iter().find(|table| **table == name) else {
            return self.option("", key, value);
        };
        let DeValue::Table(entries) = value.get_ref() else {
            return self.wrong(self.place(key), said::is_table(table));
        };
        for (key, value) in entries {
            match *table {
                "keys" => self.keys(key, value),
                "theme" if key.get_ref() != "name" => self.style(key, value),
                table => self.option(table, key, value),
            }
        }
    }

    fn option(&mut self, table: &str, key: &Name<'_>, value: &Spanned<DeValue<'_>>) {
        let place = self.place(value);
        let name: &str = key.get_ref();
        let mut options = self.config.options();
        if let Some(option) = options.iter_mut().find(|option| option.table == table && option.name == name) {
            if let Err(end) = option.slot.take(value.get_ref(), place) {
                self.wrong(place, said::of(name, &end));
            }
            return;
        }
        let elsewhere = options.iter().find(|option| option.name == name).map(|option| option.table);
        let names: Vec<&str> =
            options.iter().filter(|option| option.table == table).map(|option| option.name).collect();
        let (kind, end) = match (elsewhere, value.get_ref()) {
            (Some(""), _) => (Kind::Option, said::belongs_at_top()),
            (Some(table), _) => (Kind::Option, said::belongs_under(table)),
            (None, DeValue::Table(_)) if table.is_empty() => (Kind::Table, meant(name, TABLES)),
            (None, _) => (Kind::Option, meant(name, names)),
        };
        self.wrong(self.place(key), said::unknown(kind, name, &end));
    }

    fn style(&mut self, key: &Name<'_>, value: &Spanned<DeValue<'_>>) {
        let also = "name";
        let Some(name) = self.known(key, Kind::Style, &self.registry.styles, also) else { return };
        let place = self.place(value);
        let style = match value.get_ref().as_str() {
            Some(text) => text.parse::<Style>().map_err(|error| said::in_style(name, &error)),
            None => Err(said::takes_style(name, &shown(value.get_ref()))),
        };
        match style {
            Ok(style) => {
                self.config.styles.insert(name, Sourced { value: style, origin: Origin::File(place) });
            }
            Err(says) => self.wrong(place, says),
        }
    }

    fn keys(&mut self, key: &Name<'_>, value: &Spanned<DeValue<'_>>) {
        let Some(name) = self.known(key, Kind::Action, &self.registry.actions, "") else { return };
        let place = self.place(value);
        let DeValue::Array(items) = value.get_ref() else {
            return self.wrong(place, said::no_keys(name, &shown(value.get_ref())));
        };
        let mut keys = Vec::new();
        for item in items {
            let place = self.place(item);
            match item.get_ref().as_str() {
                Some(text) => keys.push(KeyName { text: text.to_owned(), place }),
                None => self.wrong(place, said::no_key_name(name, &shown(item.get_ref()))),
            }
        }
        self.config.keys.insert(name, Sourced { value: keys, origin: Origin::File(place) });
    }

    /// The name of the entry that `key` names, if there is one.
    fn known(&mut self, key: &Name<'_>, kind: Kind, entries: &[Entry], also: &str) -> Option<&'static str> {
        let name: &str = key.get_ref();
        let found = entries.iter().find(|entry| entry.name == name).map(|entry| entry.name);
        if found.is_none() {
            let names = entries.iter().map(|entry| entry.name).chain([also]);
            self.wrong(self.place(key), said::unknown(kind, name, &meant(name, names)));
        }
        found
    }
}

#[cfg(test)]
mod tests;
