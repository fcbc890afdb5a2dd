//! Styles, by what they are for. Newspaper-like restraint: the terminal's own colours, bold, dim, and one accent.
//!
//! The built-in themes use only the sixteen colours that every terminal lets its owner choose, and leave the ground as
//! it is. The reader's settings can put any style over them.

use ratatui::style::{Color, Modifier, Style};

use crate::config::{self, Attribute, Colour, Config, Entry, ThemeName};
use crate::typeset::Role;

use super::probe::Ground;

/// Whether colours may be used. Bold and dim are no colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's sixteen, and what else the settings say.
    Sixteen,
    /// None (`NO_COLOR`).
    None,
}

/// The styles in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The title line, and headings in help.
    pub(crate) title: Style,
    /// The line between list and body.
    pub(crate) divider: Style,
    /// Where a page begins in the list, and an overlay's heading.
    pub(crate) heading: Style,
    /// An entry's main line.
    pub(crate) entry: Style,
    /// The same, of the chosen entry.
    pub(crate) chosen_entry: Style,
    /// The same, of an entry that was read or that nobody reads for news.
    pub(crate) read_entry: Style,
    /// Numbers, bylines, lengths.
    pub(crate) meta: Style,
    /// A bookmark's mark.
    pub(crate) bookmark: Style,
    /// The chosen entry's mark in the pane that has the keys.
    pub(crate) chosen: Style,
    /// The same in the other pane.
    pub(crate) chosen_elsewhere: Style,
    /// The status line.
    pub(crate) status: Style,
    /// What just happened.
    pub(crate) message: Style,
    /// Words that were looked for.
    pub(crate) hit: Style,
    /// Those of them that the reader is at.
    pub(crate) current_hit: Style,
    /// The name of a key.
    pub(crate) key: Style,
    /// Running text, kickers and decks.
    pub(crate) text: Style,
    /// Headlines and subheads.
    pub(crate) headline: Style,
    /// Bylines, credits and pictures.
    pub(crate) byline: Style,
    /// Captions.
    pub(crate) caption: Style,
}

impl Theme {
    /// The theme that suits light and dark ground, with these colours.
    #[must_use]
    pub fn new(colours: Colours) -> Self {
        let mut theme = Self::accented(Style::new().fg(Color::Red), Style::new().dim());
        theme.keep(colours);
        theme
    }

    /// The theme of that name, with the settings' own styles over it.
    fn of(name: ThemeName, config: &Config, colours: Colours) -> Self {
        let mut theme = Self::named(name);
        for (name, field, _) in theme.fields() {
            if let Some(style) = config.styles.get(name) {
                *field = style_of(&style.value);
            }
        }
        theme.keep(colours);
        theme
    }

    fn named(name: ThemeName) -> Self {
        let plain = Style::new();
        match name {
            ThemeName::Auto => Self::new(Colours::Sixteen),
            ThemeName::Plain => Self::new(Colours::None),
            ThemeName::Light => Self::accented(plain.fg(Color::Red), plain.fg(Color::DarkGray)),
            // Colour 7 is the text itself on many terminals, and 8 the ground on some.
            ThemeName::Dark => Self::accented(plain.fg(Color::LightRed), plain.dim()),
            ThemeName::HighContrast => Self {
                chosen_entry: plain.bold().reversed(),
                chosen: plain.bold().reversed(),
                message: plain.bold().reversed(),
                key: plain.bold().underlined(),
                ..Self::accented(plain, plain)
            },
        }
    }

    /// Restraint: `accent` for what must be found, `faint` for what can be passed over.
    const fn accented(accent: Style, faint: Style) -> Self {
        let plain = Style::new();
        Self {
            title: plain.bold(),
            // A style here would be written for every row, and be a tenth of a frame.
            divider: plain,
            heading: accent.bold(),
            entry: plain,
            chosen_entry: plain.bold(),
            read_entry: faint,
            meta: faint,
            bookmark: accent,
            chosen: accent.bold(),
            chosen_elsewhere: faint,
            status: faint,
            message: plain.bold(),
            hit: plain.underlined().bold(),
            current_hit: plain.reversed(),
            key: accent.bold(),
            text: plain,
            headline: plain.bold(),
            byline: faint,
            caption: plain.italic(),
        }
    }

    /// Every field with its name in config.toml and what it is for.
    fn fields(&mut self) -> [(&'static str, &mut Style, &'static str); 19] {
        // No `..`: a new field must have its name here.
        let Self {
            title,
            divider,
            heading,
            entry,
            chosen_entry,
            read_entry,
            meta,
            bookmark,
            chosen,
            chosen_elsewhere,
            status,
            message,
            hit,
            current_hit,
            key,
            text,
            headline,
            byline,
            caption,
        } = self;
        [
            ("title", title, "the title line, and headings in help"),
            ("divider", divider, "the line between list and text"),
            ("heading", heading, "where a page begins in the list, and an overlay's heading"),
            ("entry", entry, "an entry's main line"),
            ("chosen-entry", chosen_entry, "the same, of the chosen entry"),
            ("read-entry", read_entry, "an entry that was read, or that says who made the page"),
            ("meta", meta, "numbers, and in the list bylines and lengths; where a story goes on"),
            ("bookmark", bookmark, "a bookmark's mark"),
            ("chosen", chosen, "the chosen entry's mark in the pane that has the keys"),
            ("chosen-elsewhere", chosen_elsewhere, "the same in the other pane"),
            ("status", status, "the status line"),
            ("message", message, "what just happened"),
            ("hit", hit, "words that were looked for"),
            ("current-hit", current_hit, "the same, where the reader stands"),
            ("key", key, "the name of a key"),
            ("text", text, "running text, kickers and decks"),
            ("headline", headline, "headlines and subheads"),
            ("byline", byline, "bylines, credits and pictures"),
            ("caption", caption, "captions"),
        ]
    }

    /// Takes the colours away if there must be none.
    fn keep(&mut self, colours: Colours) {
        if colours == Colours::None {
            for (_, field, _) in self.fields() {
                (field.fg, field.bg) = (None, None);
            }
        }
    }

    /// A line of the body.
    pub(crate) const fn role(&self, role: Role) -> Style {
        match role {
            Role::Headline | Role::Subhead => self.headline,
            Role::Byline | Role::Credit | Role::Image => self.byline,
            Role::Pointer => self.meta,
            Role::Caption => self.caption,
            Role::Kicker | Role::Deck | Role::Paragraph | Role::Blank => self.text,
        }
    }
}

/// The theme for each ground: text may stand on paper, on night, or on what the terminal does not tell.
#[derive(Debug, Clone, Copy)]
pub struct Themes {
    light: Theme,
    dark: Theme,
    untold: Theme,
}

impl Themes {
    /// The theme that the settings ask for; if they leave it to the ground, the one that suits it.
    #[must_use]
    pub fn of(config: &Config, colours: Colours) -> Self {
        let wished = config.theme.value;
        let on = |name| {
            let name = if wished == ThemeName::Auto { name } else { wished };
            Theme::of(name, config, colours)
        };
        Self { light: on(ThemeName::Light), dark: on(ThemeName::Dark), untold: on(ThemeName::Auto) }
    }

    /// The theme for this ground; none if the terminal has not told it.
    #[must_use]
    pub const fn on(&self, ground: Option<Ground>) -> &Theme {
        match ground {
            Some(Ground::Light) => &self.light,
            Some(Ground::Dark) => &self.dark,
            None => &self.untold,
        }
    }

    /// Whether it matters what the ground is.
    #[must_use]
    pub fn differ(&self) -> bool {
        self.light != self.untold || self.dark != self.untold
    }
}

impl From<Theme> for Themes {
    /// The same on every ground.
    fn from(theme: Theme) -> Self {
        Self { light: theme, dark: theme, untold: theme }
    }
}

/// What has a style, as in this theme.
#[must_use]
pub fn registry(theme: ThemeName) -> Vec<Entry> {
    let mut theme = Theme::named(theme);
    let entry = |(name, field, about): (_, &mut Style, _)| Entry::style(name, &config_style(field), about);
    theme.fields().map(entry).into()
}

const ATTRIBUTES: [(Attribute, Modifier); 5] = [
    (Attribute::Bold, Modifier::BOLD),
    (Attribute::Dim, Modifier::DIM),
    (Attribute::Italic, Modifier::ITALIC),
    (Attribute::Underline, Modifier::UNDERLINED),
    (Attribute::Reverse, Modifier::REVERSED),
];

/// The terminal's colours in the order of their numbers (ECMA-48: 30–37, then 90–97).
pub(super) const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

fn style_of(style: &config::Style) -> Style {
    let colour = |colour: Colour| match colour {
        Colour::Named(number) => SIXTEEN.get(usize::from(number)).copied().unwrap_or_default(),
        Colour::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    };
    let wished = |(attribute, _): &&(Attribute, Modifier)| style.attributes.contains(attribute);
    let modifiers = ATTRIBUTES.iter().filter(wished).map(|(_, modifier)| *modifier).collect();
    Style { fg: style.text.map(colour), bg: style.ground.map(colour), ..Style::new().add_modifier(modifiers) }
}

/// The way back, for what a built-in theme can have.
fn config_style(style: &Style) -> config::Style {
    let number = |colour: Color| SIXTEEN.iter().position(|of| *of == colour);
    let colour =
        |colour: Color| number(colour).and_then(|number| u8::try_from(number).ok()).map(Colour::Named);
    let has = |(_, modifier): &&(Attribute, Modifier)| style.add_modifier.contains(*modifier);
    config::Style {
        attributes: ATTRIBUTES.iter().filter(has).map(|(attribute, _)| *attribute).collect(),
        text: style.fg.and_then(colour),
        ground: style.bg.and_then(colour),
    }
}

#[cfg(test)]
mod tests;
