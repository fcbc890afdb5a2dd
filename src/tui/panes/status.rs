//! The status line: at the left what just happened or was typed, at the right the hints of the keys in force.

use std::cmp::Reverse;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::tui::action::Action;
use crate::tui::app::{App, Overlay, Prompt, Purpose};
use crate::tui::keymap::Hint;
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::sanitize::printable;
use crate::typeset::width::{self, Columns};

/// Columns between two things said.
const GAP: u16 = 2;
/// Columns of `100%`: hints leave them free, except those without which a reader is lost.
const PROGRESS: u16 = 4;

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
    let typed = app.digits.map(|number| format!("{number}_"));
    let hits = app.finding.count().map(|(at, of)| format!("{at}/{of}"));
    // Else nobody sees that the list is not all there is.
    let reading = matches!(app.overlay, Overlay::None);
    let filter = app.filter.as_ref().filter(|_| reading).map(|_| {
        let count = app.contents.listed();
        format!("{}{count}", app.look.tongue.say(&words::FILTER))
    });
    let said: Vec<String> = typed.into_iter().chain(hits).chain(filter).collect();
    let needed: u16 = said.iter().map(|text| GAP.saturating_add(columns(app, text))).sum();
    let mut end = hints(app, theme, Rect { x: start.saturating_add(needed), ..area }, end, canvas);
    let mut gap = 2 * GAP;
    for text in said {
        end = before(area, (end, gap), &text, theme.message, canvas);
        gap = GAP;
    }
    if let (Some(body), Overlay::None) = (app.layout().body, &app.overlay) {
        let here = app.reading.percent(body.height.into());
        let (issue, minutes) = app.contents.progress(app.reading.article(), here, app.reading.language());
        let whole = app.look.tongue.progress(here, issue, minutes);
        // On a narrow screen the article's own progress is enough.
        let room = end.saturating_sub(gap);
        if canvas.text_to_end(start, area.y, room, &whole, theme.status) == room {
            before(area, (end, gap), &format!("{here}%"), theme.status, canvas);
        }
    }
}

/// Draws `text` so far before the column `end` as is wished, or nearer where the room is tight. Returns the column where
/// it begins; `end` if there is no room at all.
fn before(area: Rect, (end, gap): (u16, u16), text: &str, style: Style, canvas: &mut Canvas) -> u16 {
    for (start, gap) in [(area.x + 1, gap), (area.x + 1, GAP), (area.x, 1)] {
        let to = end.saturating_sub(gap);
        let from = canvas.text_to_end(start, area.y, to, text, style);
        if from < to {
            return from;
        }
    }
    end
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
    let found = columns(app, &found);
    let end = area.right().saturating_sub(if found == 0 { 1 } else { found.saturating_add(2) });
    ((area.x + 1).saturating_add(columns(app, sign)).min(end), end)
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

/// Draws as many hints as fit between the start of `area` and `end`, and returns the column where they begin.
fn hints(app: &App, theme: &Theme, area: Rect, end: u16, canvas: &mut Canvas) -> u16 {
    let context = app.context();
    let mut hints = Vec::new();
    for (place, row) in
        app.keymap.rows().iter().enumerate().filter(|(_, row)| row.binding.scope.holds(context))
    {
        let (Hint::Named(word), Some(key)) = (row.binding.hint, row.keys.first()) else { continue };
        if !app.has_use(&row.binding.action) {
            continue;
        }
        let (key, word) = (key.name(), app.look.tongue.say(&word));
        let needed = columns(app, &key).saturating_add(1).saturating_add(columns(app, word));
        hints.push((rank(&row.binding.action), place, needed, key, word));
    }
    // Where there is no room for all, the way out goes first, then the way to know all others, then the last ones.
    hints.sort_by_key(|(rank, place, ..)| (*rank, Reverse(*place)));
    let (mut left, mut count) = (end, 0);
    for (rank, _, needed, ..) in &hints {
        let start = if *rank == Rank::Other { area.x.saturating_add(PROGRESS + GAP) } else { area.x };
        let gap = if count == 0 { 0 } else { GAP };
        match left.checked_sub(needed + gap).filter(|left| *left >= start) {
            Some(rest) => left = rest,
            None => break,
        }
        count += 1;
    }
    hints.truncate(count);
    hints.sort_by_key(|(_, place, ..)| *place);
    let mut x = left;
    for (.., needed, key, word) in &hints {
        canvas.text(x, area.y, end, &format!("{key} {word}"), theme.status);
        canvas.text(x, area.y, end, key, theme.key);
        x += needed + GAP;
    }
    left
}

/// What goes first where there is no room for every hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Quit,
    Help,
    Other,
}

const fn rank(action: &Action) -> Rank {
    match action {
        Action::Quit => Rank::Quit,
        Action::ShowHelp => Rank::Help,
        _ => Rank::Other,
    }
}

/// The cells of `text`.
fn columns(app: &App, text: &str) -> u16 {
    u16::try_from(app.widths.text(text).0).unwrap_or(u16::MAX)
}
