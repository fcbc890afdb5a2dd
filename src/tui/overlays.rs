//! What can lie over the panes. An overlay covers all between title and status, so no wide character is cut by its edge.

pub(crate) mod bookmarks;
pub(crate) mod help;
pub(crate) mod leaf;
pub(crate) mod shelf;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::app::{App, ENTRY_ROWS, Picker};
use super::paint::Canvas;
use super::theme::Theme;
use super::words::Text;
use crate::typeset::width::{self, Columns};

/// Blanks `area`, draws a heading and returns what is left below it.
fn open(app: &App, theme: &Theme, heading: &Text, area: Rect, canvas: &mut Canvas) -> Rect {
    canvas.blank(area, Style::new());
    let tongue = app.look.tongue;
    let left = area.x + u16::from(area.width > 1);
    canvas.cut(left, area.y, area.right(), tongue.say(heading), theme.heading);
    // While a line is typed these keys mean something else.
    let key = app.keymap.first_key("back").or_else(|| app.keymap.first_key("quit"));
    if let Some(key) = key.filter(|_| app.prompt.is_none()) {
        let end = area.right().saturating_sub(1);
        canvas.text_to_end(area.x + 12, area.y, end, &tongue.closes(&key), theme.status);
    }
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    below.intersection(canvas.area())
}

/// Draws entries of two rows each, the selected one marked.
fn entries<'a>(
    app: &App,
    theme: &Theme,
    picker: Picker,
    area: Rect,
    canvas: &mut Canvas,
    entries: impl Iterator<Item = (String, String)> + 'a,
) {
    let rows = usize::from(area.height);
    for (n, (first, second)) in entries.enumerate().skip(picker.first()).take(rows.div_ceil(ENTRY_ROWS)) {
        let row = (n - picker.first()) * ENTRY_ROWS;
        let Some(y) = u16::try_from(row).ok().map(|row| area.y + row) else { break };
        let selected = n == picker.selected();
        for (line, text, style) in
            [(0, &first, if selected { theme.chosen_entry } else { theme.entry }), (1, &second, theme.meta)]
        {
            let y = y + line;
            if y >= area.bottom() {
                break;
            }
            if selected {
                canvas.text(area.x, y, area.right(), app.signs().chosen, theme.chosen);
            }
            let room = Columns(area.width.saturating_sub(3).into());
            let text = width::fit(text, room, canvas.widths());
            canvas.text(area.x + 2, y, area.right(), &text, style);
        }
    }
}
