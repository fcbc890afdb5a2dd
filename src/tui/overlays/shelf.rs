//! The shelf's issues, newest first; a file that cannot be read stands there with its error.

use ratatui::layout::Rect;

use crate::shelf::Entry;
use crate::tui::app::{App, Picker};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words::{self, Tongue};

pub(crate) fn draw(app: &App, theme: &Theme, picker: Picker, area: Rect, canvas: &mut Canvas) {
    let below = super::open(app, theme, &words::SHELF, area, canvas);
    let entries = app.shelf.iter().map(|entry| lines(entry, app.look.tongue));
    super::entries(app, theme, picker, below, canvas, entries);
}

fn lines(entry: &Entry, tongue: Tongue) -> (String, String) {
    match &entry.state {
        Ok(summary) => {
            let date =
                summary.date.map_or_else(|| tongue.say(&words::UNDATED).to_owned(), |date| tongue.date(date));
            let name = summary.publication.clone().unwrap_or_else(|| entry.source.name());
            let size = tongue.size(summary.pages, summary.articles);
            (format!("{date}  {name}"), format!("{size}  {}", summary.lead))
        }
        Err(error) => (format!("{}  !", entry.source.name()), tongue.shelf_error(error)),
    }
}
