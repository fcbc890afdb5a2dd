//! The body pane: a slice of the set lines.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::issue::Part;
use crate::tui::app::{App, Standing};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::width::Columns;
use crate::typeset::{Line, Role, Scale, SetArticle};

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, margin: Option<Rect>, canvas: &mut Canvas) {
    let set = app.reading.set();
    if set.lines().is_empty() {
        let text = if app.reading.current().is_some() { &words::EMPTY_ARTICLE } else { &words::EMPTY_ISSUE };
        canvas.text(area.x + 1, area.y, area.right(), app.look.tongue.say(text), theme.meta);
        return;
    }
    let kept: Vec<usize> =
        app.marks.in_article(app.reading.article()).map(|position| set.line_at(position)).collect();
    let first = app.reading.top();
    for (y, (n, line)) in (area.y..area.bottom()).zip(set.lines().iter().enumerate().skip(first)) {
        let style = style_of(app, theme, line);
        let is_whole = y + 1 < area.bottom();
        match (line.scale, set.upper_half(n)) {
            (Scale::Double, _) if is_whole => {
                canvas.double(column(area, line.left), y, area.right(), set.text(line), style);
            }
            (Scale::Double, _) => half(set, line, theme, area, y, canvas),
            // Below the first row it was drawn together with its upper half.
            (Scale::Single, Some(upper)) if n == first => half(set, upper, theme, area, y, canvas),
            (Scale::Single, Some(_)) => {}
            (Scale::Single, None) => text(app, theme, line, style, (area, y), canvas),
        }
        // A pane so narrow that it has no margin shows the bookmark in the list alone.
        if let Some(margin) = margin
            && kept.contains(&n)
        {
            canvas.text(margin.x, y, margin.right(), app.signs().bookmark, theme.bookmark);
        }
    }
}

fn column(area: Rect, left: Columns) -> u16 {
    area.x.saturating_add(u16::try_from(left.0).unwrap_or(u16::MAX))
}

/// A line's style; a double line is drawn whole, so one hit in it marks all of it.
fn style_of(app: &App, theme: &Theme, line: &Line) -> Style {
    let selected = |block| app.selection.is_some_and(|selection| selection.blocks().contains(&block));
    let style = theme.role(line.role);
    match line.start.part {
        Part::Block(n) if selected(n) && line.role != Role::Blank => style.patch(theme.current_hit),
        part if line.scale == Scale::Double => {
            let hits = app.finding.in_part(app.reading.article(), part);
            if hits.is_empty() { style } else { style.patch(theme.hit) }
        }
        _ => style,
    }
}

/// A line of text, with the hits in it marked.
fn text(app: &App, theme: &Theme, line: &Line, style: Style, at: (Rect, u16), canvas: &mut Canvas) {
    let (set, (area, y)) = (app.reading.set(), at);
    let hits = app.finding.in_part(app.reading.article(), line.start.part);
    if hits.is_empty() {
        canvas.text(column(area, line.left), y, area.right(), set.text(line), style);
        return;
    }
    for glyph in set.glyphs(line) {
        let style = match app.finding.standing(hits, line.start.part, glyph.offset) {
            Standing::Plain => style,
            Standing::Hit => style.patch(theme.hit),
            Standing::Current => style.patch(theme.current_hit),
        };
        canvas.text(column(area, glyph.column), y, area.right(), glyph.text, style);
    }
}

/// A line of double scale of which only one row is in the pane: as text, in the middle of its place.
fn half(set: &SetArticle, line: &Line, theme: &Theme, area: Rect, y: u16, canvas: &mut Canvas) {
    let left = line.left + line.width.half().half();
    canvas.text(column(area, left), y, area.right(), set.text(line), theme.role(line.role));
}
