//! The bookmarks: where, and the words there.

use ratatui::layout::Rect;

use crate::bookmarks::Bookmark;
use crate::tui::app::{App, Picker};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words::{self, Tongue};

pub(crate) fn draw(app: &App, theme: &Theme, picker: Picker, area: Rect, canvas: &mut Canvas) {
    let below = super::open(app, theme, &words::BOOKMARKS, area, canvas);
    let tongue = app.look.tongue;
    if app.bookmarks.is_empty() {
        let key = app.keymap.first_key("toggle-bookmark");
        canvas.text(below.x + 2, below.y, below.right(), &tongue.no_bookmarks(key.as_deref()), theme.meta);
        return;
    }
    let entries =
        app.bookmarks.iter().map(|bookmark| (place(bookmark, tongue), bookmark.quote.exact.clone()));
    super::entries(app, theme, picker, below, canvas, entries);
}

/// `《报名》 2019年5月29日 第1版 · 标题`.
fn place(bookmark: &Bookmark, tongue: Tongue) -> String {
    let issue = &bookmark.issue;
    let date = issue.date.map(|date| tongue.date(date));
    let page = Some(tongue.page(&bookmark.article.page, None));
    let parts = [issue.publication.clone(), date, page];
    let issue = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    format!("{issue}  {}", bookmark.article.headline)
}
