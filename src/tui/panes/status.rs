//! The status line: at the left what just happened or was typed, at the right the hints of the keys in force.

use ratatui::layout::{Position, Rect};

use crate::tui::app::{App, Overlay, Prompt, Purpose};
use crate::tui::keymap::Hint;
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::sanitize::printable;
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

/// The line that is being typed, and at the right what it leads to.
fn prompt_line(app: &App, theme: &Theme, prompt: &Prompt, area: Rect, canvas: &mut Canvas) {
    let (sign, found) = labels(app, prompt);
    canvas.text_to_end(area.x, area.y, area.right().saturating_sub(1), &found, theme.status);
    let (start, end) = field(app, prompt, area);
    canvas.text(area.x + 1, area.y, end, sign, theme.key);
    let window = prompt.line.window(Columns(end.saturating_sub(start).into()), canvas.widths());
    let cursor = canvas.text(start, area.y, end, window.before, theme.message);
    let after = canvas.text(cursor, area.y, end, window.after, theme.message);
    if after == cursor {
        // On the screen of a terminal that shows no cursor.
        canvas.text(cursor, area.y, end, "_", theme.message);
    }
}

/// Where the cursor of the line is.
pub(super) fn cursor(app: &App, prompt: &Prompt, area: Rect) -> Position {
    let (start, end) = field(app, prompt, area);
    let window = prompt.line.window(Columns(end.saturating_sub(start).into()), app.widths);
    let before = app.widths.text(&printable(window.before));
    let x = start.saturating_add(u16::try_from(before.0).unwrap_or(u16::MAX));
    Position { x: x.min(area.right().saturating_sub(1)), y: area.y }
}

/// The columns where the line is typed: the first, and the one after the last.
fn field(app: &App, prompt: &Prompt, area: Rect) -> (u16, u16) {
    let (sign, found) = labels(app, prompt);
    let columns = |text: &str| u16::try_from(app.widths.text(text).0).unwrap_or(u16::MAX);
    let found = columns(&found);
    let end = area.right().saturating_sub(if found == 0 { 1 } else { found.saturating_add(2) });
    ((area.x + 1).saturating_add(columns(sign)).min(end), end)
}

/// What stands before the line and, at the right, what it leads to.
fn labels(app: &App, prompt: &Prompt) -> (&'static str, String) {
    let tongue = app.look.tongue;
    // On a narrow screen the line needs the room.
    let keys = (app.size.width >= 60).then(|| tongue.say(&words::KEEP_OR_LEAVE).to_owned());
    let (sign, found) = match prompt.purpose {
        Purpose::Search => ("/", app.finding.count().map(|(at, of)| format!("{at}/{of}"))),
        Purpose::Filter => {
            let count = app.filter.as_ref().map(|_| app.contents.listed().to_string());
            (tongue.say(&words::FILTER), count)
        }
        Purpose::FilterBookmarks => {
            let count = app.cards.query.as_ref().map(|_| app.cards.all().len().to_string());
            (tongue.say(&words::FILTER), count)
        }
        Purpose::NoteNew(_) | Purpose::Note(_) => (tongue.say(&words::NOTE), keys),
        Purpose::Tags(_) => (tongue.say(&words::TAGS), keys),
        Purpose::Rescue => (tongue.say(&words::RESCUE_TO), None),
    };
    (sign, found.unwrap_or_default())
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
