//! The signs that the screen draws besides text, by what the terminal makes of them.

use crate::typeset::width::{Class, Columns};

use super::App;

/// The signs that are no text. A terminal that draws ambiguous characters wide gets ASCII, one cell each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signs {
    /// Before the chosen entry.
    pub(crate) chosen: &'static str,
    /// Between list and body.
    pub(crate) divider: &'static str,
    /// At a bookmark.
    pub(crate) bookmark: &'static str,
    /// At an article that was read.
    pub(crate) read: &'static str,
    /// Where a story comes from.
    pub(crate) back: &'static str,
    /// Where a story goes on.
    pub(crate) onward: &'static str,
    /// At an article that may not begin there.
    pub(crate) doubtful: &'static str,
}

impl App {
    /// The signs for this terminal.
    pub(crate) fn signs(&self) -> Signs {
        let one_cell = |class| self.look.ambiguous.cells(class) == Columns(1);
        if one_cell(Class::Lines) && one_cell(Class::Symbols) {
            Signs {
                chosen: "▌",
                divider: "│",
                bookmark: "◆",
                read: "✓",
                back: "◂",
                onward: "▸",
                doubtful: "?",
            }
        } else {
            Signs {
                chosen: ">",
                divider: "|",
                bookmark: "*",
                read: "-",
                back: "<",
                onward: ">",
                doubtful: "?",
            }
        }
    }
}
