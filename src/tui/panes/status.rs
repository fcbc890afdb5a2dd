//! The status line: at the left what just happened or was typed, at the right the hints of the keys in force.

use ratatui::layout::Rect;

use crate::tui::app::{App, Overlay};
use crate::tui::keymap::Hint;
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::typeset::width::{self, Columns};

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, canvas: &mut Canvas) {
    let end = area.right().saturating_sub(1);
    let start = area.x + 1;
    // What the reader must see goes first: hints give way to a message.
    if let Some(message) = &app.message {
        let room = Columns(end.saturating_sub(start).into());
        let text = width::fit(message, room, canvas.widths());
        canvas.text(start, area.y, end, &text, theme.message);
        return;
    }
    let end = hints(app, theme, area, end, canvas);
    let end = match app.digits {
        Some(number) => {
            canvas.text_to_end(start, area.y, end.saturating_sub(2), &format!("{number}_"), theme.message)
        }
        None => end,
    };
    if let (Some(body), Overlay::None) = (app.layout().body, &app.overlay) {
        let percent = format!("{}%", app.reading.percent(body.height.into()));
        canvas.text_to_end(start, area.y, end.saturating_sub(2), &percent, theme.status);
    }
}

/// Draws as many hints as fit, the last ones first, and returns the column where they begin.
fn hints(app: &App, theme: &Theme, area: Rect, end: u16, canvas: &mut Canvas) -> u16 {
    let context = app.context();
    let mut end = end;
    for row in app.keymap.rows().iter().rev().filter(|row| row.binding.scope.holds(context)) {
        let (Hint::Named(word), Some(key)) = (row.binding.hint, row.keys.first()) else { continue };
        let (key, word) = (key.name(), app.look.tongue.say(&word));
        let from = canvas.text_to_end(area.x + 8, area.y, end, &format!("{key} {word}"), theme.status);
        if from == end {
            break;
        }
        canvas.text(from, area.y, end, &key, theme.key);
        end = from.saturating_sub(2);
    }
    end
}
