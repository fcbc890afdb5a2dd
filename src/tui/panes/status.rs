//! The status line: at the left what just happened or was typed, at the right the hints of the keys in force.

use ratatui::layout::Rect;

use crate::tui::app::{App, Overlay, Prompt, Purpose};
use crate::tui::keymap::Hint;
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::width::{self, Columns};

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, canvas: &mut Canvas) {
    let end = area.right().saturating_sub(1);
    let start = area.x + 1;
    if let Some(prompt) = &app.prompt {
        prompt_line(app, theme, prompt, area, canvas);
        return;
    }
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
    let end = match app.finding.count() {
        Some((at, of)) => {
            canvas.text_to_end(start, area.y, end.saturating_sub(2), &format!("{at}/{of}"), theme.message)
        }
        None => end,
    };
    if let (Some(body), Overlay::None) = (app.layout().body, &app.overlay) {
        let here = app.reading.percent(body.height.into());
        let (issue, minutes) = app.contents.progress(app.reading.article(), here, app.reading.language());
        let end = end.saturating_sub(2);
        let whole = app.look.tongue.progress(here, issue, minutes);
        // On a narrow screen the article's own progress is enough.
        if canvas.text_to_end(start, area.y, end, &whole, theme.status) == end {
            canvas.text_to_end(start, area.y, end, &format!("{here}%"), theme.status);
        }
    }
}

/// The line that is being typed, its end in sight, and at the right what it leads to.
fn prompt_line(app: &App, theme: &Theme, prompt: &Prompt, area: Rect, canvas: &mut Canvas) {
    let end = area.right().saturating_sub(1);
    let (sign, found) = match prompt.purpose {
        Purpose::Search => ("/", app.finding.count().map(|(at, of)| format!("{at}/{of}"))),
        Purpose::Filter => {
            let count = app.filter.as_ref().map(|_| app.contents.listed().to_string());
            (app.look.tongue.say(&words::FILTER), count)
        }
    };
    let end = canvas
        .text_to_end(area.x + 8, area.y, end, &found.unwrap_or_default(), theme.status)
        .saturating_sub(1);
    let start = canvas.text(area.x + 1, area.y, end, sign, theme.key);
    // What was typed last is what must be seen.
    let room = Columns(end.saturating_sub(start + 1).into());
    let mut shown = prompt.typed.as_str();
    while canvas.widths().text(shown) > room {
        let mut rest = shown.chars();
        rest.next();
        shown = rest.as_str();
    }
    let after = canvas.text(start, area.y, end, shown, theme.message);
    canvas.text(after, area.y, end, "_", theme.message);
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
