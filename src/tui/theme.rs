//! Styles, by what they are for. Newspaper-like restraint: the terminal's own colours, bold, dim, and one accent.
//!
//! Only the sixteen colours that every terminal lets its owner choose are used, so light and dark ground both work.

use ratatui::style::{Color, Style};

use crate::typeset::Role;

/// Whether colours may be used. Bold and dim are no colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's sixteen.
    Sixteen,
    /// None (`NO_COLOR`).
    None,
}

/// The styles in force.
#[derive(Debug, Clone, Copy)]
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
}

impl Theme {
    /// The theme with these colours.
    #[must_use]
    pub const fn new(colours: Colours) -> Self {
        let plain = Style::new();
        let accent = match colours {
            Colours::Sixteen => plain.fg(Color::Red),
            Colours::None => plain,
        };
        Self {
            title: plain.bold(),
            // A style here would be written for every row, and be a tenth of a frame.
            divider: plain,
            heading: accent.bold(),
            entry: plain,
            chosen_entry: plain.bold(),
            meta: plain.dim(),
            bookmark: accent,
            chosen: accent.bold(),
            chosen_elsewhere: plain.dim(),
            status: plain.dim(),
            message: plain.bold(),
            hit: plain.underlined().bold(),
            current_hit: plain.reversed(),
            key: accent.bold(),
        }
    }

    /// A line of the body.
    pub(crate) const fn role(&self, role: Role) -> Style {
        match role {
            Role::Headline | Role::Subhead => self.entry.bold(),
            Role::Byline | Role::Credit | Role::Image => self.entry.dim(),
            Role::Caption => self.entry.italic(),
            Role::Kicker | Role::Deck | Role::Paragraph | Role::Blank => self.entry,
        }
    }
}
