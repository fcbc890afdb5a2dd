//! The title line: the newspaper, the day, the page; at the right the article's number of how many.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::width::Columns;

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, canvas: &mut Canvas) {
    let tongue = app.look.tongue;
    let issue = app.reading.issue();
    let count = issue.article_count();
    let end = area.right().saturating_sub(1);
    let end = if count > 0 {
        let number = format!("{}/{count}", app.reading.article().0 + 1);
        canvas.text_to_end(area.x + 1, area.y, end, &number, theme.title)
    } else {
        end
    };
    let page = app.reading.current().map(|(page, _)| tongue.page(&page.id, page.name.as_deref()));
    let date = issue.date.map_or_else(|| tongue.say(&words::UNDATED).to_owned(), |date| tongue.date(date));
    // What does not fit gives way to what tells the reader more: first the newspaper's name, then the day.
    let room = Columns(end.saturating_sub(area.x + 2).into());
    let parts = [issue.publication.clone(), Some(date), page];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let texts = (0..parts.len()).map(|n| parts.iter().skip(n).cloned().collect::<Vec<_>>().join("   "));
    let texts: Vec<String> = texts.collect();
    if let Some(text) = texts.iter().find(|text| canvas.widths().text(text) <= room).or(texts.last()) {
        canvas.cut(area.x + 1, area.y, end.saturating_sub(1), text, theme.title);
    }
}
