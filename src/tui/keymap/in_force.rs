//! The keys in force: the table, with what the reader's settings change of it.

use crossterm::event::KeyCode;

use super::key::Key;
use super::{BINDINGS, Binding, Context, Scope};
use crate::config::{Config, Entry, Place, Problem};
use crate::tui::action::{Action, Editing};
use crate::tui::words;

/// The keys in force.
///
/// **Invariants.** One row for each row of [`BINDINGS`], in its order. No key does two things in one context, but for the
/// keys of the bookmarks, which there go before those of everywhere. There is a key that quits.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<Row>,
}

/// A row of the table with the keys that it has now.
#[derive(Debug, Clone)]
pub struct Row {
    /// Any of these; none if the settings say so.
    pub keys: Vec<Key>,
    /// Do this.
    pub binding: &'static Binding,
}

/// Where in the settings a row's keys are from: the place of the list, and of each key; `None` if they are the table's.
type Places = Option<(Place, Vec<Place>)>;

impl Default for Keymap {
    fn default() -> Self {
        let rows = BINDINGS.iter().map(|binding| Row { keys: binding.keys.to_vec(), binding });
        Self { rows: rows.collect() }
    }
}

impl Keymap {
    /// The table with the settings' changes.
    ///
    /// # Errors
    /// Names that no key has, keys that would do two things, and that no key would quit.
    pub fn of(config: &Config) -> Result<Self, Vec<Problem>> {
        let mut keymap = Self::default();
        let mut problems = Vec::new();
        let mut places: Vec<Places> = Vec::new();
        for row in &mut keymap.rows {
            let Some(names) = config.keys.get(row.binding.name) else {
                places.push(None);
                continue;
            };
            row.keys.clear();
            let mut at = Vec::new();
            for name in &names.value {
                match Key::parse(&name.text) {
                    Ok(key) if row.keys.contains(&key) => {}
                    Ok(key) => {
                        row.keys.push(key);
                        at.push(name.place);
                    }
                    Err(says) => problems.push(Problem { place: name.place, says }),
                }
            }
            places.push(Some((names.origin.place(), at)));
        }
        keymap.conflicts(&places, &mut problems);
        if problems.is_empty() {
            keymap.must_quit(&places, &mut problems);
        }
        if problems.is_empty() { Ok(keymap) } else { Err(problems) }
    }

    /// Finds the keys that would do two things. Each is told where the settings say it.
    fn conflicts(&self, places: &[Places], problems: &mut Vec<Problem>) {
        let rows = || self.rows.iter().zip(places);
        for (n, (first, first_places)) in rows().enumerate() {
            for (second, second_places) in rows().skip(n + 1) {
                if !first.binding.scope.collides(second.binding.scope) {
                    continue;
                }
                for key in first.keys.iter().filter(|key| second.keys.contains(key)) {
                    let place =
                        place_of(*key, first, first_places).max(place_of(*key, second, second_places));
                    let says =
                        words::bound_twice(&key.config_name(), first.binding.name, second.binding.name);
                    problems.push(Problem { place: place.unwrap_or_default(), says });
                }
            }
        }
    }

    fn must_quit(&self, places: &[Places], problems: &mut Vec<Problem>) {
        let quits = |row: &&Row| matches!(row.binding.action, Action::Quit | Action::QuitNow);
        if self.rows.iter().filter(quits).any(|row| !row.keys.is_empty()) {
            return;
        }
        let emptied = self.rows.iter().zip(places).filter(|(row, _)| quits(row));
        let place = emptied.filter_map(|(_, places)| places.as_ref().map(|(place, _)| *place)).max();
        let says = words::must_quit();
        problems.push(Problem { place: place.unwrap_or_default(), says });
    }

    /// The rows, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What `key` does in `context`.
    #[must_use]
    pub fn action(&self, key: Key, context: Context) -> Option<Action> {
        if context == Context::Prompt {
            return typing(key);
        }
        if let (Key { code: KeyCode::Char(c), ctrl: false }, Context::Reading) = (key, context)
            && let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
        {
            return Some(Action::Digit(digit));
        }
        let mut rows = self.rows.iter().filter(|row| row.binding.scope.holds(context));
        rows.find(|row| row.keys.contains(&key)).map(|row| row.binding.action.clone())
    }

    /// `text` with each name in braces replaced by the first key of its row; a row without a key leaves its name.
    #[must_use]
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { break };
            out.push_str(before);
            out.push_str(&self.first_key(name).unwrap_or_else(|| name.to_owned()));
            rest = after;
        }
        out + rest
    }

    /// The first key of the row with this name, as help writes it; none if it has none.
    #[must_use]
    pub fn first_key(&self, name: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.binding.name == name)?;
        row.keys.first().map(|key| key.name())
    }
}

/// What `key` does while a line is typed. These keys are every line editor's and no table's.
fn typing(key: Key) -> Option<Action> {
    let editing = match (key.code, key.ctrl) {
        (KeyCode::Char('c'), true) => return Some(Action::QuitNow),
        (KeyCode::Char('g'), true) | (KeyCode::Esc, _) => return Some(Action::Back),
        (KeyCode::Enter, _) => return Some(Action::Open),
        (KeyCode::Up, _) | (KeyCode::Char('p'), true) => return Some(Action::LineUp),
        (KeyCode::Down, _) | (KeyCode::Char('n'), true) => return Some(Action::LineDown),
        (KeyCode::Char('w') | KeyCode::Backspace, true) => Editing::EraseWord,
        (KeyCode::Char('h'), true) | (KeyCode::Backspace, false) => Editing::Erase,
        (KeyCode::Char('d'), true) | (KeyCode::Delete, _) => Editing::Delete,
        (KeyCode::Char('u'), true) => Editing::EraseToStart,
        (KeyCode::Char('k'), true) => Editing::EraseToEnd,
        (KeyCode::Left, true) => Editing::WordLeft,
        (KeyCode::Right, true) => Editing::WordRight,
        (KeyCode::Char('b'), true) | (KeyCode::Left, false) => Editing::Left,
        (KeyCode::Char('f'), true) | (KeyCode::Right, false) => Editing::Right,
        (KeyCode::Char('a'), true) | (KeyCode::Home, _) => Editing::Start,
        (KeyCode::Char('e'), true) | (KeyCode::End, _) => Editing::End,
        (KeyCode::Char(c), false) if !c.is_control() => Editing::Type(c),
        _ => return None,
    };
    Some(Action::Edit(editing))
}

fn place_of(key: Key, row: &Row, places: &Places) -> Option<Place> {
    let (_, places) = places.as_ref()?;
    row.keys.iter().zip(places).find(|(of, _)| **of == key).map(|(_, place)| *place)
}

impl Scope {
    /// Whether a key of a row with this scope and one of a row further down with the other must not be the same.
    fn collides(self, later: Self) -> bool {
        let contexts = [Context::Reading, Context::Overlay, Context::Bookmarks];
        let goes_before = self == Self::Bookmarks && later != Self::Bookmarks;
        !goes_before && contexts.into_iter().any(|context| self.holds(context) && later.holds(context))
    }
}

/// The actions that can be given other keys.
#[must_use]
pub fn registry() -> Vec<Entry> {
    let entry = |row: &Binding| {
        let keys: Vec<String> = row.keys.iter().map(|key| key.config_name()).collect();
        let place = match row.scope {
            Scope::Anywhere | Scope::Reading => "",
            Scope::Overlay => ", in a list over the page",
            Scope::Bookmarks => ", in the bookmarks",
        };
        let about = format!("{}{place}", row.text.en);
        Entry::action(row.name, keys.iter().map(String::as_str), about)
    };
    BINDINGS.iter().map(entry).collect()
}
