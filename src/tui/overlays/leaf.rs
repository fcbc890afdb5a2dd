//! A text of the program's own, as an article is set.

use ratatui::layout::Rect;

use crate::tui::app::{App, Leaf, margin};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words::Text;

pub(crate) fn draw(app: &App, theme: &Theme, heading: &Text, leaf: &Leaf, area: Rect, canvas: &mut Canvas) {
    let below = super::open(app, theme, heading, area, canvas);
    let set = leaf.set();
    let left = below.x + margin(area.width);
    for (y, line) in (below.y..below.bottom()).zip(set.lines().iter().skip(leaf.first())) {
        let style = theme.role(line.role);
        for glyph in set.glyphs(line) {
            let x = left.saturating_add(u16::try_from(glyph.column.0).unwrap_or(u16::MAX));
            let marked = leaf.is_marked(line.start.part, glyph.offset);
            let style = if marked { style.patch(theme.hit) } else { style };
            canvas.text(x, y, below.right(), glyph.text, style);
        }
    }
}
