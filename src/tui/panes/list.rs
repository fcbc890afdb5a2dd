//! The list pane: which articles there are, and which one is chosen.

use ratatui::layout::Rect;

use crate::tui::app::{App, MARK_COLUMNS, Row};
use crate::tui::layout::Focus;
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, canvas: &mut Canvas) {
    let contents = &app.contents;
    if contents.rows().is_empty() {
        let text = if app.filter.is_some() { &words::NO_MATCH } else { &words::EMPTY_ISSUE };
        canvas.note(area, app.look.tongue.say(text), theme.meta);
        return;
    }
    let marks = u16::try_from(MARK_COLUMNS).unwrap_or(1);
    let number_at = area.x + marks;
    let text_at = number_at + u16::try_from(contents.number_columns()).unwrap_or(2);
    let focused = app.focus == Focus::List;
    let chosen = app.reading.article();
    for (y, row) in (area.y..area.bottom()).zip(contents.rows()) {
        let (article, title) = match row {
            Row::Page(text) => {
                canvas.cut(number_at, y, area.right(), text, theme.heading);
                continue;
            }
            Row::Title { article, text, number } => {
                if let Some(number) = number {
                    canvas.text(number_at, y, text_at, number, theme.meta);
                }
                if number.is_some() && app.marks.has(*article) {
                    canvas.text(area.right() - 1, y, area.right(), app.signs().bookmark, theme.bookmark);
                }
                (*article, Some(text))
            }
            Row::Meta { article, text } => {
                canvas.text(text_at, y, area.right(), text, theme.meta);
                (*article, None)
            }
        };
        let selected = article == chosen;
        if selected {
            canvas.text(
                area.x,
                y,
                number_at,
                app.signs().chosen,
                if focused { theme.chosen } else { theme.chosen_elsewhere },
            );
        }
        if let Some(text) = title {
            canvas.text(
                text_at,
                y,
                area.right() - 1,
                text,
                if selected { theme.chosen_entry } else { theme.entry },
            );
        }
    }
}
