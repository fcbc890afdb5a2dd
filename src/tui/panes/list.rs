//! The list pane: which articles there are, which one is chosen, and what is to be known of each: at the right, from an
//! entry's first row down, its bookmark, that it was read, that it may not begin there.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::issue::{ArticleNo, Kind};
use crate::tui::app::{App, MARK_COLUMNS, Row, Sign};
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
    let mut signs = Signs::default();
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
                (*article, Some(text))
            }
            Row::Meta { article, text } => {
                canvas.text(text_at, y, area.right(), text, theme.meta);
                (*article, None)
            }
        };
        if let Some((sign, style)) = signs.next(app, theme, article) {
            canvas.text(area.right() - 1, y, area.right(), sign, style);
        }
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
                match Standing::of(app, article) {
                    _ if selected => theme.chosen_entry,
                    Standing::ToRead => theme.entry,
                    Standing::PassedOver => theme.read_entry,
                },
            );
        }
    }
}

/// Whether an entry is to catch the eye.
enum Standing {
    ToRead,
    /// It was read, or nobody reads it for news: who made the page.
    PassedOver,
}

impl Standing {
    fn of(app: &App, article: ArticleNo) -> Self {
        let credits = || app.reading.issue().article(article).is_some_and(|(_, of)| of.kind == Kind::Credits);
        if app.record.is_read(article) || credits() { Self::PassedOver } else { Self::ToRead }
    }
}

/// The signs of an entry that are not on the screen yet.
#[derive(Default)]
struct Signs {
    article: Option<ArticleNo>,
    drawn: usize,
}

impl Signs {
    /// The sign for the next row, which is the article's.
    fn next(&mut self, app: &App, theme: &Theme, article: ArticleNo) -> Option<(&'static str, Style)> {
        if self.article != Some(article) {
            *self = Self { article: Some(article), drawn: 0 };
        }
        let signs = app.signs();
        let next = app.signs_of(article).nth(self.drawn).map(|sign| match sign {
            Sign::Kept => (signs.bookmark, theme.bookmark),
            Sign::Read => (signs.read, theme.meta),
            Sign::Doubtful => (signs.doubtful, theme.meta),
        });
        self.drawn += 1;
        next
    }
}
