//! A key, and its name in help and in config.toml.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::config::{self, Said};
use crate::tui::words;

/// A key as the table writes it. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    pub(super) code: KeyCode,
    pub(super) ctrl: bool,
}

pub(super) const fn ch(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: false }
}

pub(super) const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}

pub(super) const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

/// The keys that type no character: the name in config.toml, and the one in help where that is another.
const NAMED: [(KeyCode, &str, &str); 15] = [
    (KeyCode::Char(' '), "Space", "Space"),
    (KeyCode::Enter, "Enter", "Enter"),
    (KeyCode::Esc, "Esc", "Esc"),
    (KeyCode::Tab, "Tab", "Tab"),
    (KeyCode::Backspace, "Backspace", "Backspace"),
    (KeyCode::Delete, "Delete", "Delete"),
    (KeyCode::Insert, "Insert", "Insert"),
    (KeyCode::Up, "Up", "↑"),
    (KeyCode::Down, "Down", "↓"),
    (KeyCode::Left, "Left", "←"),
    (KeyCode::Right, "Right", "→"),
    (KeyCode::Home, "Home", "Home"),
    (KeyCode::End, "End", "End"),
    (KeyCode::PageUp, "PgUp", "PgUp"),
    (KeyCode::PageDown, "PgDn", "PgDn"),
];

/// Other names that people know some of them by.
const ALSO: [(&str, &str); 5] =
    [("PageUp", "PgUp"), ("PageDown", "PgDn"), ("Del", "Delete"), ("Escape", "Esc"), ("Return", "Enter")];

/// A terminal sends these as the other key.
const TWINS: [(char, &str); 3] = [('i', "Tab"), ('m', "Enter"), ('[', "Esc")];

impl Key {
    /// The key of a terminal event. Alt makes another key, which the table does not have.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        if event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
            return None;
        }
        let code = match event.code {
            // Terminals that tell Ctrl-J from Enter are few; those that can't send this.
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::BackTab => KeyCode::Tab,
            other => other,
        };
        Some(Self { code, ctrl })
    }

    /// The key that config.toml calls so: a character, one of the names (in any case), F1 to F12, or one of these after
    /// `Ctrl-`.
    ///
    /// # Errors
    /// Why there is no such key, as a sentence without its full stop.
    pub fn parse(name: &str) -> Result<Self, Said> {
        let prefix = name.get(..5).filter(|prefix| ["ctrl-", "ctrl+"].contains(&&*prefix.to_lowercase()));
        let (bare, ctrl) = match name.get(5..) {
            Some(rest) if prefix.is_some() && !rest.is_empty() => (rest, true),
            _ => (name, false),
        };
        let Some(code) = code(bare) else { return Err(unknown(name)) };
        match code {
            KeyCode::Char(c) if ctrl => {
                let c = c.to_ascii_lowercase();
                match TWINS.iter().find(|(twin, _)| *twin == c) {
                    Some((_, other)) => Err(words::sent_as(name, other)),
                    None => Ok(Self { code: KeyCode::Char(c), ctrl }),
                }
            }
            KeyCode::Char(c) if c.is_ascii_digit() => Err(words::is_digit(name)),
            _ => Ok(Self { code, ctrl }),
        }
    }

    /// How help writes it.
    #[must_use]
    pub fn name(self) -> String {
        self.write(|(.., in_help)| in_help)
    }

    /// How config.toml writes it.
    #[must_use]
    pub fn config_name(self) -> String {
        self.write(|(_, in_config, _)| in_config)
    }

    fn write(self, named: impl Fn(&(KeyCode, &'static str, &'static str)) -> &'static str) -> String {
        let name = match (NAMED.iter().find(|(code, ..)| *code == self.code), self.code) {
            (Some(row), _) => named(row).to_owned(),
            (None, KeyCode::Char(c)) => c.to_string(),
            (None, KeyCode::F(n)) => format!("F{n}"),
            (None, other) => format!("{other:?}"),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut characters = name.chars();
    if let (Some(c), None) = (characters.next(), characters.next()) {
        let named = NAMED.iter().find(|(.., in_help)| *in_help == name).map(|(code, ..)| *code);
        return named.or_else(|| (!c.is_control()).then_some(KeyCode::Char(c)));
    }
    let name = ALSO.iter().find(|(also, _)| also.eq_ignore_ascii_case(name)).map_or(name, |(_, name)| name);
    let function = name.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok());
    if let Some(number) = function.filter(|number| (1..=12).contains(number)) {
        return Some(KeyCode::F(number));
    }
    NAMED.iter().find(|(_, of, _)| of.eq_ignore_ascii_case(name)).map(|(code, ..)| *code)
}

fn unknown(name: &str) -> Said {
    let lower = name.to_lowercase();
    let end = if lower.starts_with("alt") || lower.starts_with("meta") {
        words::no_alt()
    } else if lower.starts_with("shift") {
        words::no_shift()
    } else {
        let names = NAMED.iter().map(|(_, name, _)| *name);
        config::meant(name, names)
    };
    words::no_such_key(name).then(&end)
}
