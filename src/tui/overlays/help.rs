//! The keys in force, as a reader sees them. An action without a key is not there.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::keymap::{Keymap, Row, Scope};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words::{self, Text, Tongue, text};
use crate::typeset::width::{Columns, Widths};
use crate::typeset::{self, Language};

/// Columns between the keys and what they do.
const GAP: u16 = 2;
/// From this many columns up a row is indented under its heading.
const INDENT_FROM: u16 = 24;
/// What a key does has at most so many rows.
const MOST_ROWS: usize = 6;

/// One row of the help.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum HelpRow {
    /// Where the keys below it are in force.
    Heading(&'static str),
    /// The keys, and what they do or its first line.
    Keys(String, String),
    /// A further line of what the keys above it do.
    More(String),
}

const HEADINGS: [(Scope, Text); 4] = [
    (Scope::Reading, text("阅读", "While reading")),
    (Scope::Anywhere, text("各处", "Everywhere")),
    (Scope::Overlay, text("弹窗里", "In a list like this")),
    (Scope::Bookmarks, text("书签列表里", "In the bookmarks")),
];

/// The columns where keys and words begin on a screen of `width`.
fn columns(keymap: &Keymap, width: u16, widths: Widths) -> (u16, u16) {
    let widest = keymap.rows().iter().map(|row| widths.text(&names(row)).0).max().unwrap_or(0);
    let keys = if width < INDENT_FROM { 1 } else { 3 };
    let words = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(keys + GAP);
    // On a narrow screen the words have their half of it, and keys that need more are cut.
    (keys, words.min(width / 2))
}

fn names(row: &Row) -> String {
    row.keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" ")
}

/// Every row on a screen of `width`, in the order of the table within each scope.
pub(crate) fn rows(keymap: &Keymap, tongue: Tongue, width: u16, widths: Widths) -> Vec<HelpRow> {
    let room = Columns(width.saturating_sub(columns(keymap, width, widths).1 + 1).into());
    let mut rows = Vec::new();
    for (scope, heading) in HEADINGS {
        rows.push(HelpRow::Heading(tongue.say(&heading)));
        let with_keys = keymap.rows().iter().filter(|row| !row.keys.is_empty());
        for row in with_keys.filter(|row| row.binding.scope == scope) {
            let words = tongue.say(&row.binding.text);
            let language = Language::of(None, words);
            let mut lines = typeset::clamp(&[words], room, MOST_ROWS, language, widths).into_iter();
            rows.push(HelpRow::Keys(names(row), lines.next().unwrap_or_default()));
            rows.extend(lines.map(HelpRow::More));
        }
    }
    rows
}

pub(crate) fn draw(app: &App, theme: &Theme, first: usize, area: Rect, canvas: &mut Canvas) {
    let below = super::open(app, theme, &words::HELP, area, canvas);
    let (keys_at, words_at) = columns(&app.keymap, area.width, app.widths);
    let (keys_at, words_at, end) = (below.x + keys_at, below.x + words_at, below.right());
    let rows = rows(&app.keymap, app.look.tongue, area.width, app.widths);
    for (y, row) in (below.y..below.bottom()).zip(rows.iter().skip(first)) {
        match row {
            HelpRow::Heading(text) => {
                canvas.cut(below.x + 1, y, end, text, theme.title);
            }
            HelpRow::Keys(keys, text) => {
                canvas.cut(keys_at, y, words_at.saturating_sub(1), keys, theme.key);
                canvas.text(words_at, y, end, text, theme.entry);
            }
            HelpRow::More(text) => {
                canvas.text(words_at, y, end, text, theme.entry);
            }
        }
    }
}
