//! The settings, and the one list of options.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::choice::{Ambiguous, Language, Punctuation, Script, Strictness, ThemeName};
use super::origin::{Origin, Sourced};
use super::problem::Place;
use super::registry::Registry;
use super::said::{self, Said};
use super::style::Style;
use super::value::{ColumnCount, Indent, Measure, Seconds, ShelfPath, Value, list, quoted};

/// The settings in force, each with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The folder that opens when no path is given.
    pub shelf: Sourced<ShelfPath>,
    /// The language of the screen.
    pub language: Sourced<Language>,
    /// How wide the terminal draws characters of ambiguous width.
    pub ambiguous: Sourced<Ambiguous>,
    /// Whether the mouse is for the reader.
    pub mouse: Sourced<bool>,
    /// Whether it is remembered where issues were left and what was read.
    pub remember: Sourced<bool>,
    /// How long a short article must be on the screen to have been read.
    pub read_after: Sourced<Seconds>,
    /// The longest line of text.
    pub measure: Sourced<Measure>,
    /// How many columns of text there are on a wide screen.
    pub columns: Sourced<ColumnCount>,
    /// How far a paragraph's first line starts in.
    pub indent: Sourced<Indent>,
    /// Whether marks may hang into the margin.
    pub hang: Sourced<bool>,
    /// Whether short lines are filled.
    pub justify: Sourced<bool>,
    /// Whether Latin text is set to an even measure too.
    pub justify_words: Sourced<bool>,
    /// Whether ASCII marks between Han are shown full-width.
    pub punctuation: Sourced<Punctuation>,
    /// Which characters a traditional Chinese text is shown in.
    pub script: Sourced<Script>,
    /// What may not end or start a line.
    pub strictness: Sourced<Strictness>,
    /// The theme.
    pub theme: Sourced<ThemeName>,
    /// Styles that are not as the theme has them, by name.
    pub styles: BTreeMap<&'static str, Sourced<Style>>,
    /// Keys that are not as the program has them, by the action's name.
    pub keys: BTreeMap<&'static str, Sourced<Vec<KeyName>>>,
}

/// A key as the file names it; what keys there are is for others to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyName {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl Default for Config {
    fn default() -> Self {
        let yes = || Sourced { value: true, origin: Origin::Default };
        Self {
            shelf: Sourced::default(),
            language: Sourced::default(),
            ambiguous: Sourced::default(),
            mouse: yes(),
            remember: yes(),
            read_after: Sourced::default(),
            measure: Sourced::default(),
            columns: Sourced::default(),
            indent: Sourced::default(),
            hang: yes(),
            justify: yes(),
            justify_words: Sourced::default(),
            punctuation: Sourced::default(),
            script: Sourced::default(),
            strictness: Sourced::default(),
            theme: Sourced::default(),
            styles: BTreeMap::new(),
            keys: BTreeMap::new(),
        }
    }
}

/// An option of the list.
pub(super) struct Opt<'a> {
    /// The table it stands in; empty for the top of the file.
    pub(super) table: &'static str,
    pub(super) name: &'static str,
    /// What it is for, in lines.
    pub(super) about: &'static str,
    pub(super) slot: &'a mut dyn Slot,
}

/// The place of an option's value.
pub(super) trait Slot {
    /// Takes the value over; else the end of the sentence that begins with the option's name.
    fn take(&mut self, raw: &DeValue<'_>, place: Place) -> Result<(), Said>;
    fn write(&self) -> String;
    fn origin(&self) -> Origin;
}

impl<T: Value> Slot for Sourced<T> {
    fn take(&mut self, raw: &DeValue<'_>, place: Place) -> Result<(), Said> {
        let Some(value) = T::read(raw) else {
            return Err(said::wrong_value(&T::takes(), &shown(raw), &T::meant(raw)));
        };
        *self = Self { value, origin: Origin::File(place) };
        Ok(())
    }

    fn write(&self) -> String {
        self.value.write()
    }

    fn origin(&self) -> Origin {
        self.origin
    }
}

/// A wrong value in a message.
pub(super) fn shown(raw: &DeValue<'_>) -> Said {
    match raw {
        DeValue::String(text) => Said::same(quoted(text)),
        DeValue::Integer(number) => Said::same(number.to_string()),
        DeValue::Float(number) => Said::same(number.to_string()),
        DeValue::Boolean(value) => Said::same(value.to_string()),
        DeValue::Datetime(_) => said::a_date(),
        DeValue::Array(_) => said::a_list(),
        DeValue::Table(_) => said::a_table(),
    }
}

impl Config {
    /// The list: every option but the styles and keys, in the order of the default file.
    #[expect(clippy::too_many_lines, reason = "a list, with a few lines for each option")]
    pub(super) fn options(&mut self) -> [Opt<'_>; 16] {
        let opt = |table, name, about, slot| Opt { table, name, about, slot };
        [
            opt(
                "",
                "shelf",
                "The folder of issues that opens when no path is given: an absolute path, or one that begins with ~.\n\
                 \"\" is the issues folder in newsprint's data folder if it has issues, else the samples.",
                &mut self.shelf,
            ),
            opt(
                "",
                "language",
                "The language of the screen: \"zh\", \"en\", or \"auto\" as the locale says.",
                &mut self.language,
            ),
            opt(
                "",
                "ambiguous",
                "How wide the terminal draws characters such as “ ” — … ·: \"narrow\" (one cell), \"wide\" (two),\n\
                 or \"auto\".",
                &mut self.ambiguous,
            ),
            opt(
                "",
                "mouse",
                "Whether the mouse is the reader's: the wheel scrolls, a click selects, the divider can be dragged.\n\
                 With Shift it selects text as ever. false leaves it to the terminal.",
                &mut self.mouse,
            ),
            opt(
                "",
                "remember",
                "Whether newsprint remembers where you left each article and what you have read, in the state folder.",
                &mut self.remember,
            ),
            opt(
                "",
                "read_after",
                "How many seconds an article that is whole on the screen must be there to count as read when you go on\n\
                 with J and the like: 0 to 60. With Space it counts at once, and so does a longer one read to its end.",
                &mut self.read_after,
            ),
            opt(
                "type",
                "measure",
                "The longest line of text, in cells of the terminal: 16 to 240. A Han character has two.",
                &mut self.measure,
            ),
            opt(
                "type",
                "columns",
                "How many columns the text has, if there is room: 1 to 6, or \"auto\": from about 140 columns of the\n\
                 terminal up two or more, each 22 to 24 em wide.",
                &mut self.columns,
            ),
            opt(
                "type",
                "indent",
                "How far a paragraph's first line starts in, in em of two cells: 0 to 8, or \"auto\" as the language\n\
                 has it: Chinese two, Japanese and Korean one, English one but not in the first paragraph.",
                &mut self.indent,
            ),
            opt("type", "hang", "Whether ，。、；：！？ may hang into the right margin.", &mut self.hang),
            opt(
                "type",
                "justify",
                "Whether Chinese, Japanese and Korean lines that are a cell or two short are filled.",
                &mut self.justify,
            ),
            opt(
                "type",
                "justify_words",
                "Whether English and the like are set to an even measure too, by widening spaces.",
                &mut self.justify_words,
            ),
            opt(
                "type",
                "punctuation",
                "ASCII marks between Han: shown \"full-width\", as a printed page has them, or \"as-printed\".",
                &mut self.punctuation,
            ),
            opt(
                "type",
                "script",
                "A traditional Chinese text: \"as-printed\", or shown in \"simplified\" characters, one for one. Search,\n\
                 copy and bookmarks keep the text as printed.",
                &mut self.script,
            ),
            opt(
                "type",
                "strictness",
                "What is forbidden at a Chinese or Japanese line's ends. \"basic\": closing marks, ~ and · start none,\n\
                 opening marks end none; \"gb\": nor does / end one; \"strict\": nor does —— or …… start one;\n\
                 \"normal\": small kana, ー and 〜 may start one; \"loose\": and ・ ： ； ！ ？ ％ 々. Of style sheets'\n\
                 \"strict\" the name here is \"basic\".",
                &mut self.strictness,
            ),
            opt(
                "theme",
                "name",
                "\"auto\": \"light\" or \"dark\", as the terminal says that its ground is; \"high-contrast\" has nothing dim;\n\
                 \"plain\" has no colours, and so has every theme where the variable NO_COLOR is set.",
                &mut self.theme,
            ),
        ]
    }

    /// Every option with its value in TOML and where that comes from, in the order of the default file.
    #[must_use]
    pub fn rows(&self, registry: &Registry) -> Vec<Row> {
        let mut copy = self.clone();
        let options = copy.options().map(|option| Row {
            table: option.table,
            name: option.name,
            value: option.slot.write(),
            origin: option.slot.origin().to_string(),
        });
        let styles = registry.styles.iter().map(|entry| {
            let set = self.styles.get(entry.name);
            let set = set.map(|style| (quoted(&style.value.to_string()), style.origin));
            Row::of_entry("theme", entry.name, &entry.default, set)
        });
        let actions = registry.actions.iter().map(|entry| {
            let set = self.keys.get(entry.name);
            let set = set.map(|keys| (list(keys.value.iter().map(|key| key.text.as_str())), keys.origin));
            Row::of_entry("keys", entry.name, &entry.default, set)
        });
        options.into_iter().chain(styles).chain(actions).collect()
    }
}

/// An option in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The table it stands in; empty for the top of the file.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its value in TOML.
    pub value: String,
    /// Where that comes from.
    pub origin: String,
}

impl Row {
    fn of_entry(
        table: &'static str,
        name: &'static str,
        default: &str,
        set: Option<(String, Origin)>,
    ) -> Self {
        let (value, origin) = set.unwrap_or_else(|| (default.to_owned(), Origin::Default));
        Self { table, name, value, origin: origin.to_string() }
    }
}
