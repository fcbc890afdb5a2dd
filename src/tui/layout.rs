//! Size → rectangles. Pure: the same size and wishes give the same layout, so `update` and draw agree without talking.
//!
//! ```text
//!  title ───────────────────────────────── from 4 rows up
//!  list     │ body                         side by side from 80 columns up, else one at a time
//!  status ──────────────────────────────── from 3 rows up
//! ```

use ratatui::layout::{Position, Rect};

/// From this many columns up the list stands beside the body.
pub const SIDE_BY_SIDE: u16 = 80;

/// The list's fewest columns.
const NARROWEST_LIST: u16 = 16;
/// The body's fewest columns beside a list, with the divider.
const NARROWEST_BODY: u16 = 32;

/// From this many columns up a pane gives one to a margin.
const MARGIN_FROM: u16 = 24;

/// A terminal's size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Which pane keys go to, and which one a narrow terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The list of articles.
    List,
    /// The article's text.
    Body,
}

/// Which panes the reader wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panes {
    /// List and body, as far as there is room.
    Both,
    /// The body alone.
    BodyAlone,
}

/// What the reader wishes of the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wishes {
    /// Which panes.
    pub panes: Panes,
    /// Which of them where there is room for one.
    pub focus: Focus,
    /// How many columns the list has; none for three tenths of the screen.
    pub list: Option<u16>,
}

/// Where everything stands. A part without room has no rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The title line.
    pub title: Option<Rect>,
    /// The list pane.
    pub list: Option<Rect>,
    /// The line between list and body, one column wide.
    pub divider: Option<Rect>,
    /// The column left of the body where a bookmark's mark stands; panes that are very narrow have none.
    pub margin: Option<Rect>,
    /// The body pane.
    pub body: Option<Rect>,
    /// The status line.
    pub status: Option<Rect>,
    /// What an overlay may cover: all between title and status.
    pub middle: Rect,
}

impl Layout {
    /// The layout for a terminal of `size`.
    #[must_use]
    pub fn new(size: Size, wishes: Wishes) -> Self {
        let Size { width, height } = size;
        let Wishes { panes, focus, list: wished } = wishes;
        let title = (height >= 4 && width > 0).then(|| Rect::new(0, 0, width, 1));
        let status = (height >= 3 && width > 0).then(|| Rect::new(0, height - 1, width, 1));
        let above = u16::from(title.is_some());
        let rows = height - above - u16::from(status.is_some());
        let middle = Rect::new(0, above, width, rows);
        let shown = |x, width| (width > 0 && rows > 0).then(|| Rect::new(x, above, width, rows));
        let (list, divider, body) = if panes == Panes::BodyAlone {
            (None, None, shown(0, width))
        } else if width >= SIDE_BY_SIDE {
            let list = Self::list_width(width, wished);
            (shown(0, list), shown(list, 1), shown(list + 1, width - list - 1))
        } else if focus == Focus::List {
            (shown(0, width), None, None)
        } else {
            (None, None, shown(0, width))
        };
        let (margin, body) = match body {
            Some(pane) if pane.width >= MARGIN_FROM => {
                (Some(Rect { width: 1, ..pane }), Some(Rect { x: pane.x + 1, width: pane.width - 1, ..pane }))
            }
            pane => (None, pane),
        };
        Self { title, list, divider, margin, body, status, middle }
    }

    /// As wished, else three tenths of the screen within what a headline needs and what a list deserves; always with
    /// room for both panes.
    fn list_width(width: u16, wished: Option<u16>) -> u16 {
        let list = wished.unwrap_or_else(|| (width / 10 * 3).clamp(26, 44));
        list.clamp(NARROWEST_LIST, width.saturating_sub(NARROWEST_BODY).max(NARROWEST_LIST))
    }

    /// What stands at a cell.
    #[must_use]
    pub fn at(&self, x: u16, y: u16) -> Option<Place> {
        let holds = |area: Option<Rect>| area.is_some_and(|area| area.contains(Position { x, y }));
        if holds(self.divider) {
            Some(Place::Divider)
        } else if holds(self.list) {
            Some(Place::List)
        } else {
            (holds(self.body) || holds(self.margin)).then_some(Place::Body)
        }
    }
}

/// What a pointer can be over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The list pane.
    List,
    /// The line between list and body.
    Divider,
    /// The body pane.
    Body,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: u16, height: u16) -> Layout {
        Layout::new(Size { width, height }, Wishes { panes: Panes::Both, focus: Focus::Body, list: None })
    }

    #[test]
    fn no_two_rectangles_share_a_cell_and_none_leaves_the_screen() {
        for width in (0..200).step_by(3).chain([1, 79, 80, 81]) {
            for height in 0..40 {
                for panes in [Panes::Both, Panes::BodyAlone] {
                    for (focus, list) in [(Focus::List, None), (Focus::Body, Some(height * 6))] {
                        let l = Layout::new(Size { width, height }, Wishes { panes, focus, list });
                        let all: Vec<Rect> = [l.title, l.list, l.divider, l.margin, l.body, l.status]
                            .into_iter()
                            .flatten()
                            .collect();
                        for (n, a) in all.iter().enumerate() {
                            assert!(a.right() <= width && a.bottom() <= height && a.area() > 0);
                            assert!(all.iter().skip(n + 1).all(|b| !a.intersects(*b)), "{width}×{height}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn one_pane_below_80_columns_two_from_there() {
        assert!(layout(79, 24).list.is_none());
        assert!(layout(80, 24).list.is_some_and(|list| list.width == 26));
        assert_eq!(layout(1, 1).body, Some(Rect::new(0, 0, 1, 1)));
    }
}
