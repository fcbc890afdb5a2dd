//! The body pane: a slice of the set lines.

use ratatui::layout::Rect;

use crate::issue::{Part, Position};
use crate::tui::app::{App, Standing};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::Role;

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, margin: Option<Rect>, canvas: &mut Canvas) {
    let set = app.reading.set();
    if set.lines().is_empty() {
        let text = if app.reading.current().is_some() { &words::EMPTY_ARTICLE } else { &words::EMPTY_ISSUE };
        canvas.text(area.x + 1, area.y, area.right(), app.look.tongue.say(text), theme.meta);
        return;
    }
    let kept: Vec<Position> = app.marks.in_article(app.reading.article()).collect();
    let first = app.reading.top();
    for (y, (n, line)) in (area.y..area.bottom()).zip(set.lines().iter().enumerate().skip(first)) {
        let x = area.x.saturating_add(u16::try_from(line.left.0).unwrap_or(u16::MAX));
        let hits = app.finding.in_part(app.reading.article(), line.start.part);
        let selected = |block| app.selection.is_some_and(|selection| selection.blocks().contains(&block));
        let style = match line.start.part {
            Part::Block(n) if selected(n) && line.role != Role::Blank => {
                theme.role(line.role).patch(theme.current_hit)
            }
            _ => theme.role(line.role),
        };
        if hits.is_empty() {
            canvas.text(x, y, area.right(), set.text(line), style);
        }
        for glyph in set.glyphs(line).filter(|_| !hits.is_empty()) {
            let x = area.x.saturating_add(u16::try_from(glyph.column.0).unwrap_or(u16::MAX));
            let style = match app.finding.standing(hits, line.start.part, glyph.offset) {
                Standing::Plain => style,
                Standing::Hit => style.patch(theme.hit),
                Standing::Current => style.patch(theme.current_hit),
            };
            canvas.text(x, y, area.right(), glyph.text, style);
        }
        // A pane so narrow that it has no margin shows the bookmark in the list alone.
        if let Some(margin) = margin
            && kept.iter().any(|position| set.line_at(*position) == n)
        {
            canvas.text(margin.x, y, margin.right(), app.signs().bookmark, theme.bookmark);
        }
    }
}
