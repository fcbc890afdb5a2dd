//! The body pane: a slice of the set lines, or a sheet of columns.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::issue::Part;
use crate::tui::app::{App, COLUMN_MARKS, Flow, Sheets, Standing};
use crate::tui::paint::Canvas;
use crate::tui::theme::Theme;
use crate::tui::words;
use crate::typeset::width::Columns;
use crate::typeset::{Line, Scale, SetArticle};

/// How far left of a column's text the rule before it stands.
const COLUMN_RULE: u16 = 3;

pub(super) fn draw(app: &App, theme: &Theme, area: Rect, margin: Option<Rect>, canvas: &mut Canvas) {
    let set = app.reading.set();
    if set.lines().is_empty() {
        let text = if app.reading.current().is_some() { &words::EMPTY_ARTICLE } else { &words::EMPTY_ISSUE };
        canvas.note(area, app.look.tongue.say(text), theme.meta);
        return;
    }
    if app.reading.is_astray() {
        canvas.note(area, app.look.tongue.say(&words::SETTING), theme.meta);
        return;
    }
    let kept = app.marks.in_article(app.reading.article());
    let kept = kept.filter_map(|position| app.reading.line_at(position)).collect();
    let pane = Pane { app, theme, kept };
    match app.reading.flow() {
        Flow::Scroll => {
            let lines = app.reading.top()..set.lines().len();
            // A pane so narrow that it has no margin shows the bookmark in the list alone.
            pane.strip(Strip { area, lines, marks: margin.map(|margin| margin.x) }, None, canvas);
        }
        Flow::Sheets(sheets) => pane.sheet(sheets, area, canvas),
    }
}

/// What is drawn, and the lines that bookmarks stand at.
struct Pane<'a> {
    app: &'a App,
    theme: &'a Theme,
    kept: Vec<usize>,
}

/// Lines one below the other, and the column of their marks.
struct Strip {
    area: Rect,
    lines: Range<usize>,
    marks: Option<u16>,
}

impl Pane<'_> {
    /// A sheet: heads, and columns with a rule between them.
    fn sheet(&self, sheets: &Sheets, area: Rect, canvas: &mut Canvas) {
        let here = self.app.reading.first_text_line();
        let Some(sheet) = sheets.at(here) else { return };
        // Where the reader is, if that is not simply where the sheet begins.
        let here = (here != sheet.start()).then_some(here);
        let marks = |area: Rect| area.x.checked_sub(COLUMN_MARKS);
        let heads = Rect { x: area.x + cells(sheets.grid.column(0)), ..area };
        self.strip(Strip { area, lines: sheet.heads.clone(), marks: marks(heads) }, here, canvas);
        let below = u16::try_from(sheet.heads.len()).unwrap_or(u16::MAX).min(area.height);
        let area = Rect { y: area.y + below, height: area.height - below, ..area };
        let tallest = sheet.columns.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
        for (n, lines) in sheet.columns.iter().enumerate() {
            let x = area.x.saturating_add(cells(sheets.grid.column(n)));
            let column = Rect { x, width: area.right().saturating_sub(x), ..area };
            for y in (column.y..column.bottom()).take(if n > 0 { tallest } else { 0 }) {
                let rule = x.saturating_sub(COLUMN_RULE);
                canvas.text(rule, y, x, self.app.signs().divider, self.theme.divider);
            }
            self.strip(Strip { area: column, lines: lines.clone(), marks: marks(column) }, here, canvas);
        }
    }

    fn strip(&self, strip: Strip, here: Option<usize>, canvas: &mut Canvas) {
        let (set, theme) = (self.app.reading.set(), self.theme);
        let Strip { area, lines, marks } = strip;
        let first = lines.start;
        let numbered = lines.clone().zip(set.lines().get(lines).unwrap_or_default());
        for (y, (n, line)) in (area.y..area.bottom()).zip(numbered) {
            let style = style_of(self.app, theme, line);
            let is_whole = y + 1 < area.bottom();
            match (line.scale, set.upper_half(n)) {
                (Scale::Double, _) if is_whole => {
                    canvas.double(column(area, line.left), y, area.right(), set.text(line), style);
                }
                (Scale::Double, _) => half(set, line, theme, area, y, canvas),
                // Below the first row it was drawn together with its upper half.
                (Scale::Single, Some(upper)) if n == first => half(set, upper, theme, area, y, canvas),
                (Scale::Single, Some(_)) => {}
                (Scale::Single, None) => text(self.app, theme, line, style, (area, y), canvas),
            }
            let signs = self.app.signs();
            match marks {
                Some(x) if self.kept.contains(&n) => {
                    canvas.text(x, y, x + 1, signs.bookmark, theme.bookmark);
                }
                Some(x) if here == Some(n) => {
                    canvas.text(x, y, x + 1, signs.chosen, theme.chosen_elsewhere);
                }
                _ => {}
            }
        }
    }
}

fn cells(columns: Columns) -> u16 {
    u16::try_from(columns.0).unwrap_or(u16::MAX)
}

fn column(area: Rect, left: Columns) -> u16 {
    area.x.saturating_add(cells(left))
}

/// A line's style; a double line is drawn whole, so one hit in it marks all of it.
fn style_of(app: &App, theme: &Theme, line: &Line) -> Style {
    let selected = |block| app.selection.is_some_and(|selection| selection.blocks().contains(&block));
    let style = theme.role(line.role);
    match line.start.part {
        Part::Block(n) if selected(n) && line.role.is_text() => style.patch(theme.current_hit),
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
    if hits.is_empty() || !line.role.is_text() {
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
