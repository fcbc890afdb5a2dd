//! How many columns a body of text has, and where they stand in the pane.

use super::width::Columns;

/// Cells between the texts of two columns: two for marks that hang, the rule, a mark's cell and a blank.
const GAP: usize = 5;
/// Cells at the pane's left where the first column's mark stands at the least, and those at its right for marks that hang.
const LEFT: usize = 1;
const RIGHT: usize = 2;

/// A column is at least so many cells wide: 10 em.
const NARROWEST: usize = 20;
/// Where nobody says how many columns there are, each is at least 22 em wide and at most 24: newspapers have less, but
/// no cells to count.
const NARROWEST_BY_ITSELF: usize = 44;
const WIDEST_BY_ITSELF: usize = 48;
/// In fewer rows columns are no help.
const FEWEST_ROWS: usize = 8;

/// The most columns there are.
pub const MOST_COLUMNS: usize = 6;

/// The columns of a body of text: all equally wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    count: usize,
    measure: Columns,
    left: Columns,
}

impl Grid {
    /// The columns of a pane of `width` × `rows` cells: `wished` many, or fewer if there is no room for them; without a
    /// wish as many as are good to read. No line is longer than `longest`. `None` for less than two.
    #[must_use]
    pub fn new(width: Columns, rows: usize, longest: Columns, wished: Option<usize>) -> Option<Self> {
        if rows < FEWEST_ROWS {
            return None;
        }
        let (least, most) = match wished {
            Some(_) => (NARROWEST, longest.0),
            None => (NARROWEST_BY_ITSELF.min(longest.0), longest.0.min(WIDEST_BY_ITSELF)),
        };
        let room = width.0.saturating_sub(LEFT + RIGHT);
        let fit = (room + GAP) / (least.max(NARROWEST) + GAP);
        Self::with(width, fit.min(wished.unwrap_or(MOST_COLUMNS)).min(MOST_COLUMNS), Columns(most))
    }

    fn with(width: Columns, count: usize, most: Columns) -> Option<Self> {
        if count < 2 {
            return None;
        }
        let gaps = GAP * (count - 1);
        let measure = (width.0.saturating_sub(LEFT + RIGHT + gaps) / count).min(most.0);
        let measure = Columns(measure).even();
        let text = measure.0 * count + gaps;
        let free = width.0.saturating_sub(text);
        let left = Columns((free / 2).min(free.saturating_sub(RIGHT)).max(LEFT));
        Some(Self { count, measure, left })
    }

    /// The same with a column less; `None` if that is one.
    #[must_use]
    pub fn with_fewer(self, width: Columns, longest: Columns) -> Option<Self> {
        Self::with(width, self.count - 1, Columns(longest.0.min(WIDEST_BY_ITSELF)))
    }

    /// How many columns, at least two.
    #[must_use]
    pub const fn count(self) -> usize {
        self.count
    }

    /// The cells of a line. Marks may hang into two more.
    #[must_use]
    pub const fn measure(self) -> Columns {
        self.measure
    }

    /// The cells from the first column's text to the end of the last one's.
    #[must_use]
    pub const fn text_width(self) -> Columns {
        Columns(self.measure.0 * self.count + GAP * (self.count - 1))
    }

    /// Where the nth column's text begins in the pane.
    #[must_use]
    pub fn column(self, n: usize) -> Columns {
        self.left + Columns(n * (self.measure.0 + GAP))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(width: usize, wished: Option<usize>) -> Option<(usize, usize)> {
        Grid::new(Columns(width), 40, Columns(80), wished).map(|grid| (grid.count, grid.measure.0))
    }

    #[test]
    fn as_many_columns_as_are_good_to_read() {
        assert_eq!(grid(95, None), None);
        assert_eq!(grid(96, None), Some((2, 44)));
        assert_eq!(grid(119, None), Some((2, 48)));
        assert_eq!(grid(154, None), Some((3, 46)));
        assert_eq!(grid(194, None), Some((4, 44)));
    }

    #[test]
    fn as_many_as_are_wished_if_there_is_room() {
        assert_eq!(grid(200, Some(1)), None);
        assert_eq!(grid(154, Some(2)), Some((2, 72)));
        assert_eq!(grid(60, Some(4)), Some((2, 26)));
        assert_eq!(grid(47, Some(2)), None);
    }

    #[test]
    fn the_columns_and_their_marks_are_inside_the_pane() {
        for width in 0..400 {
            for wished in [None, Some(2), Some(3), Some(6), Some(99)] {
                for longest in [16, 40, 80, 240] {
                    let Some(grid) = Grid::new(Columns(width), 8, Columns(longest), wished) else { continue };
                    assert!((2..=MOST_COLUMNS).contains(&grid.count()));
                    assert!(grid.column(0) >= Columns(LEFT));
                    let end = grid.column(grid.count() - 1) + grid.measure() + Columns(RIGHT);
                    assert!(end <= Columns(width), "{width} {grid:?}");
                    assert!(grid.measure() <= Columns(longest.max(NARROWEST)));
                    assert!(grid.measure() >= Columns(longest.min(NARROWEST)).even());
                    assert_eq!(Grid::new(Columns(width), 7, Columns(longest), wished), None);
                    let fewer = grid.with_fewer(Columns(width), Columns(longest));
                    assert!(fewer.is_none_or(|fewer| fewer.count() + 1 == grid.count()));
                }
            }
        }
    }
}
