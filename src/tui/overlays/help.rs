//! The keys in force, as a reader sees them. An action without a key is not there.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::keymap::{Keymap, Scope};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words::{self, Text, Tongue, text};

/// The widest column of keys.
const KEY_COLUMNS: u16 = 22;

/// One row of the help: the keys and what they do, or a heading.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HelpRow {
    keys: String,
    text: &'static str,
}

const HEADINGS: [(Scope, Text); 4] = [
    (Scope::Reading, text("阅读", "While reading")),
    (Scope::Anywhere, text("各处", "Everywhere")),
    (Scope::Overlay, text("弹窗里", "In a list like this")),
    (Scope::Bookmarks, text("书签列表里", "In the bookmarks")),
];

/// Every row, in the order of the table within each scope.
pub(crate) fn rows(keymap: &Keymap, tongue: Tongue) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    for (scope, heading) in HEADINGS {
        rows.push(HelpRow { keys: String::new(), text: tongue.say(&heading) });
        let with_keys = keymap.rows().iter().filter(|row| !row.keys.is_empty());
        for row in with_keys.filter(|row| row.binding.scope == scope) {
            let keys = row.keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" ");
            rows.push(HelpRow { keys, text: tongue.say(&row.binding.text) });
        }
    }
    rows
}

pub(crate) fn draw(app: &App, theme: &Theme, first: usize, area: Rect, canvas: &mut Canvas) {
    let below = super::open(app, theme, &words::HELP, area, canvas);
    let rows = rows(&app.keymap, app.look.tongue);
    for (y, row) in (below.y..below.bottom()).zip(rows.iter().skip(first)) {
        if row.keys.is_empty() {
            canvas.text(below.x + 1, y, below.right(), row.text, theme.title);
            continue;
        }
        // On a narrow screen the keys keep what they need and the words get the rest.
        let column = KEY_COLUMNS.min(below.width / 2);
        let after = canvas.text(below.x + 3, y, below.right(), &row.keys, theme.key);
        canvas.text((below.x + 3 + column).max(after + 2), y, below.right(), row.text, theme.entry);
    }
}
