//! Draws a frame. Everything here takes `&App` and changes nothing.

mod body;
mod list;
mod status;
mod title;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::app::{App, Overlay};
use super::overlays;
use super::paint::Canvas;
use super::theme::Theme;
use super::words;

/// Where the terminal's cursor is to be seen: where a line is typed. An input method shows there what it has not written
/// yet.
#[must_use]
pub fn cursor(app: &App) -> Option<Position> {
    app.layout().status.zip(app.prompt.as_ref()).map(|(area, prompt)| status::cursor(app, prompt, area))
}

/// Draws the whole screen into an empty `buffer`, whatever its size.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let layout = app.layout();
    let mut canvas = Canvas::new(buffer, app.widths);
    if let Some(area) = layout.title {
        title::draw(app, theme, area, &mut canvas);
    }
    if let Some(area) = layout.list {
        list::draw(app, theme, area, &mut canvas);
    }
    if let Some(area) = layout.divider {
        for y in area.rows() {
            canvas.text(area.x, y.y, area.right(), app.signs().divider, theme.divider);
        }
    }
    if let Some(area) = layout.status {
        status::draw(app, theme, area, &mut canvas);
    }
    if let Some(area) = layout.body {
        body::draw(app, theme, area, layout.margin, &mut canvas);
    }
    match &app.overlay {
        Overlay::None => {}
        Overlay::Help(first) => overlays::help::draw(app, theme, *first, layout.middle, &mut canvas),
        Overlay::Bookmarks => overlays::bookmarks::draw(app, theme, layout.middle, &mut canvas),
        Overlay::Card(whole) => {
            overlays::leaf::draw(app, theme, &words::BOOKMARK, &whole.leaf, layout.middle, &mut canvas);
        }
        Overlay::Unsaved(leaf) => {
            overlays::leaf::draw(app, theme, &words::BOOKMARKS, leaf, layout.middle, &mut canvas);
        }
        Overlay::Broken(_, leaf) => {
            overlays::leaf::draw(app, theme, &words::SHELF, leaf, layout.middle, &mut canvas);
        }
        Overlay::Shelf(picker) => overlays::shelf::draw(app, theme, *picker, layout.middle, &mut canvas),
    }
}
